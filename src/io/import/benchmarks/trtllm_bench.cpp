// SPDX-License-Identifier: MIT
// TensorRT-LLM's trtllm-bench report: it states the number and kind of GPUs. Rates are of the whole system, latencies
// in ms.
#include <array>

#include "io/import/benchmarks/entry.hpp"
#include "io/import/format_functions.hpp"

namespace breakeven::io {
namespace {

constexpr std::array request_keys{FigureKey{"avg_num_concurrent_requests", &ThroughputRecord::concurrency}};
constexpr std::array streaming_keys{
    FigureKey{"avg_ttft_ms", &ThroughputRecord::ttft_ms},
    FigureKey{"avg_tpot_ms", &ThroughputRecord::tpot_ms},
};
constexpr std::array ttft_keys{FigureKey{"p99", &ThroughputRecord::ttft_p99_ms}};
constexpr std::array tpot_keys{FigureKey{"p99", &ThroughputRecord::tpot_p99_ms}};

std::optional<double> gpus_of(RecordEntry& entry, const Json& world) {
  if (const auto all = entry.figure(world, "world_size")) return all;
  const auto tensor = entry.figure(world, "tp_size");
  return tensor ? std::optional(*tensor * entry.figure(world, "pp_size").value_or(1)) : tensor;
}

void read_trtllm_report(ImportRun& run, const Json& report, const Path& path) {
  const Json none = Json::object();
  const auto part = [&](std::initializer_list<std::string_view> keys) -> const Json& {
    const Json* found = value_at(report, keys);
    return found ? *found : none;
  };
  const std::string model = text_at(part({"engine"}), "model");
  RecordEntry entry(run, model.empty() ? "a report" : model, path);
  if (!entry.is_object(report)) return;
  entry.of(model, text_at(part({"machine"}), "name"));
  entry.gpus(gpus_of(entry, part({"world_info"})));
  entry.engine("tensorrt-llm");
  const std::string quantization = text_at(part({"engine"}), "quantization");
  entry.precision(quantization.empty() ? text_at(part({"engine"}), "dtype") : quantization);
  const Json& requests = part({"request_info"});
  entry.shape(entry.figure(requests, "avg_input_length"), entry.figure(requests, "avg_output_length"));
  entry.output_rate(entry.figure(part({"performance"}), "system_output_throughput_tok_s"));
  entry.figures(requests, request_keys);
  entry.figures(part({"streaming_metrics"}), streaming_keys);
  entry.figures(part({"streaming_metrics", "ttft_percentiles"}), ttft_keys);
  entry.figures(part({"streaming_metrics", "tpot_percentiles"}), tpot_keys);
  entry.add(std::nullopt, model);
}

}  // namespace

bool is_trtllm_bench(const Json& document) {
  const Json* report = first_object(document);
  return report && report->find("world_info") && report->find("request_info") && report->find("performance");
}

void import_trtllm_bench(ImportRun& run) { for_each_object(run, read_trtllm_report); }

}  // namespace breakeven::io
