// SPDX-License-Identifier: MIT
// vLLM: files of `vllm bench serve` (formerly benchmark_serving.py), one object or, if appended, one per line; and of
// `vllm bench throughput`, whose rate counts input and output together (--shape gives the split). Neither names the
// GPUs. Totals are over completed requests, without failed ones. --max-concurrency is the number in flight only if
// requests come as fast as possible; at a request rate the file does not record it.
#include <algorithm>
#include <array>

#include "io/catalog/fields.hpp"
#include "io/import/benchmarks/entry.hpp"
#include "io/import/format_functions.hpp"

namespace breakeven::io {
namespace {

constexpr std::array vllm_latencies{
    FigureKey{"mean_ttft_ms", &ThroughputRecord::ttft_ms},
    FigureKey{"mean_tpot_ms", &ThroughputRecord::tpot_ms},
    FigureKey{"p99_ttft_ms", &ThroughputRecord::ttft_p99_ms},
    FigureKey{"p99_tpot_ms", &ThroughputRecord::tpot_p99_ms},
};
constexpr std::array vllm_load{FigureKey{"max_concurrency", &ThroughputRecord::concurrency}};

void read_vllm_run(ImportRun& run, const Json& result, const Path& path) {
  const std::string model = text_at(result, "model_id");
  RecordEntry entry(run, model.empty() ? "a run" : model, path);
  if (!entry.is_object(result)) return;
  entry.of(model, {});
  entry.gpus(std::nullopt);
  entry.engine(text_at(result, "backend"));
  if (!result.find("total_output_tokens")) entry.refuse(Reason::no_output_tokens);
  entry.shape(entry.figure(result, "total_input_tokens"), entry.figure(result, "total_output_tokens"),
              entry.figure(result, "completed"));
  entry.output_rate(entry.figure(result, "output_throughput"));
  entry.confirm_rate(entry.figure(result, "total_output_tokens"), entry.figure(result, "duration"));
  const double unanswered =
      entry.figure(result, "num_prompts").value_or(0) - entry.figure(result, "completed").value_or(0);
  entry.failed(std::max(unanswered, entry.figure(result, "failed").value_or(0)));
  entry.figures(result, vllm_latencies);
  if (text_at(result, "request_rate") == "inf") entry.figures(result, vllm_load);
  entry.add(date_of(result.find("date")), model);
}

void read_total(ImportRun& run, const Json& result, const Path& path) {
  RecordEntry entry(run, "a run", path);
  if (!entry.is_object(result)) return;
  entry.of({}, {});
  entry.gpus(std::nullopt);
  entry.engine("vllm");
  if (!run.context.shape) entry.refuse(Reason::no_shape, "tokens_per_second counts input and output together");
  entry.shape(std::nullopt, std::nullopt);
  if (const auto total = entry.known_rate(entry.figure(result, "tokens_per_second"), "tokens"))
    entry.record.throughput = TotalRate{*total * tok_per_s};
  entry.add(std::nullopt, {});
}

}  // namespace

bool is_vllm_serve(const Json& document) {
  const Json* result = first_object(document);
  return result && result->find("num_prompts") && result->find("completed") && result->find("tokenizer_id");
}

void import_vllm_serve(ImportRun& run) { for_each_object(run, read_vllm_run); }

bool is_vllm_throughput(const Json& document) {
  const Json* result = first_object(document);
  return result && result->find("elapsed_time") && result->find("tokens_per_second") &&
         result->find("total_num_tokens");
}

void import_vllm_throughput(ImportRun& run) { for_each_object(run, read_total); }

}  // namespace breakeven::io
