// SPDX-License-Identifier: MIT
// SGLang bench_serving: one object per line, with a bare Infinity if requests come as fast as possible. Lines name
// neither GPUs nor date; older ones do not name the model either. Output tokens are the requested ones, not those
// counted by another tokenizer (`_retokenized`). `concurrency` is the mean number in flight, max_concurrency its limit.
#include <array>

#include "io/import/benchmarks/entry.hpp"
#include "io/import/format_functions.hpp"

namespace breakeven::io {
namespace {

constexpr std::array sglang_figures{
    FigureKey{"concurrency", &ThroughputRecord::concurrency}, FigureKey{"mean_ttft_ms", &ThroughputRecord::ttft_ms},
    FigureKey{"mean_tpot_ms", &ThroughputRecord::tpot_ms},    FigureKey{"p99_ttft_ms", &ThroughputRecord::ttft_p99_ms},
    FigureKey{"p99_tpot_ms", &ThroughputRecord::tpot_p99_ms},
};
constexpr std::array sglang_load{FigureKey{"max_concurrency", &ThroughputRecord::concurrency}};

std::string sglang_model(const Json& result) {
  const Json* path = value_at(result, {"server_info", "model_path"});
  return path && path->is_string() ? path->string() : text_at(result, "model_id");
}

void read_sglang_run(ImportRun& run, const Json& result, const Path& path) {
  const std::string model = sglang_model(result);
  const std::string data_set = text_at(result, "dataset_name");
  RecordEntry entry(run, data_set.empty() ? "a run" : data_set, path);
  if (!entry.is_object(result)) return;
  entry.of(model, {});
  entry.gpus(std::nullopt);
  entry.engine(text_at(result, "backend"));
  entry.shape(entry.figure(result, "total_input_tokens"), entry.figure(result, "total_output_tokens"),
              entry.figure(result, "completed"));
  entry.output_rate(entry.figure(result, "output_throughput"));
  entry.confirm_rate(entry.figure(result, "total_output_tokens"), entry.figure(result, "duration"));
  entry.figures(result, sglang_figures);
  if (!entry.record.concurrency && text_at(result, "request_rate") == "inf") entry.figures(result, sglang_load);
  entry.add(std::nullopt, data_set);
}

}  // namespace

bool is_sglang(const Json& document) {
  const Json* result = first_object(document);
  return result && result->find("backend") && result->find("completed") &&
         result->find("total_output_tokens_retokenized");
}

void import_sglang(ImportRun& run) { for_each_object(run, read_sglang_run); }

}  // namespace breakeven::io
