// SPDX-License-Identifier: MIT
#include "analysis/fit.hpp"

#include <algorithm>

#include "inputs/warnings.hpp"
#include "io/catalog/catalog.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

constexpr double few_at_once = 8;        // MODEL 2.9
constexpr double greatest_overhead = 8;  // GiB, of gpt-oss-120b on an H100 under vLLM (MODEL 2.9)

// Why there is no roofline estimate; empty if there is one.
std::string_view no_estimate(const FitQuestion& question, const Fit& fit) {
  const Architecture& architecture = question.placement.architecture;
  const auto& shape = question.placement.shape;
  if (!fit.fits()) return "the model does not fit";
  if (!shape) return "no request shape";
  if (shape->input.held() == 0 || shape->output.held() == 0) return "requests without input or without output";
  if (!question.gpu) return "the GPU's arithmetic and bandwidth are not known";
  if (!question.precision || !operations_per_second(*question.gpu, *question.precision))
    return "the GPU's arithmetic in this precision is not known";
  if (!architecture.hidden_size) return "the model's hidden size is not known";
  const bool knows_experts = architecture.active_params && architecture.experts && architecture.experts_per_token;
  if (architecture.is_mixture() && !knows_experts) return "the model's experts are not known";
  return "";
}

}  // namespace

FitAnswer answer_fit(FitQuestion question) {
  constexpr double giga = 1e9;
  FitAnswer answer{.question = std::move(question)};
  const FitQuestion& asked = answer.question;
  answer.fit = fit(asked.placement);
  answer.fewest = fewest_gpus(asked.placement);
  answer.no_estimate = no_estimate(asked, answer.fit);
  if (!answer.no_estimate.empty()) return answer;
  const double in_flight =
      asked.asks_concurrency ? std::min(asked.placement.concurrency, most_in_flight) : most_in_flight;
  answer.estimate = roofline(asked.placement, answer.fit, *operations_per_second(*asked.gpu, *asked.precision),
                             asked.gpu->bandwidth_gb_per_s * giga, in_flight);
  return answer;
}

void warn_of_fit(const FitAnswer& answer, io::Diagnostics& warnings) {
  const FitQuestion& question = answer.question;
  const Placement& placement = question.placement;
  if (answer.fit.limit == FitLimit::weights)
    warnings.push_back(warning(
        "BE-W015",
        text::format(
            "weights of {:.2f} GiB and overhead of {:.2f} GiB a GPU are more than the {:.2f} GiB that may be used",
            answer.fit.weights, placement.overhead, placement.gpu_memory * placement.memory_utilization),
        "take more GPUs by --gpus, fewer bits by --precision, or a greater --memory-util"));
  if (!question.gives_overhead && answer.fit.left > 0 && answer.fit.left < greatest_overhead - placement.overhead)
    warnings.push_back(warning(
        "BE-W047",
        text::format("only {:.2f} GiB a GPU are left: engines have been seen to take up to {:.1f} GiB of overhead at "
                     "start-up, and {:.2f} GiB are assumed",
                     answer.fit.left, greatest_overhead, placement.overhead),
        "start the engine once, and give what its log says: --memory-overhead 8GiB"));
  const auto& worst = answer.fit.worst_concurrency;
  if (answer.fit.limit != FitLimit::weights && worst && *worst < few_at_once)
    warnings.push_back(warning("BE-W016",
                               text::format("the KV cache holds {} requests of {} tokens at once: a GPU is used well "
                                            "by many more",
                                            text::times(*worst), text::count(*placement.longest_request())),
                               "take more GPUs, --kv-precision fp8, or a shorter --context-length"));
  if (answer.estimate) {
    warnings.push_back(warning("BE-W017", "the throughput is a roofline estimate, not a measurement",
                               question.record ? "breakeven compare takes the record instead"
                                               : "measure your own, and give it to breakeven compare by --throughput"));
    if (question.record)
      warnings.back().notes.push_back("the catalog has the " + std::string(io::name(question.record->kind)) +
                                      " record '" + question.record->id + "', which stands above it");
  }
  if (question.gpu && question.precision && !computes_natively(*question.gpu, *question.precision))
    warnings.push_back(
        warning("BE-W018",
                text::format("{} has no {} arithmetic: such weights save memory, and are computed in bf16",
                             question.gpu->id, question.precision->name),
                "expect no more throughput than in 16 bits: an A100 was 14% slower with FP8 weights"));
  if (!splits_over(placement.architecture, placement.gpus))
    warnings.push_back(warning("BE-W019",
                               text::format("tensor parallelism does not split this model over {} GPUs: its layers are "
                                            "taken to be split instead (pipeline parallelism)",
                                            placement.gpus),
                               "take a number that divides its heads, such as a power of 2"));
}

}  // namespace breakeven::app
