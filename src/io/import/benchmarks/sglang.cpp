// SPDX-License-Identifier: MIT
// SGLang bench_serving: one object a line, with a bare Infinity where requests come as fast as they can. No line says
// which GPUs served or when, older ones neither which model. Output tokens are those that were asked for, not those
// that another tokenizer counts (`_retokenized`). `concurrency` is the mean number in flight, max_concurrency its
// bound.
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

std::string sglang_model(const Json& run) {
  const Json* path = value_at(run, {"server_info", "model_path"});
  return path && path->is_string() ? path->string() : text_at(run, "model_id");
}

void read_sglang_run(Import& import, const Json& run, const Path& path) {
  const std::string model = sglang_model(run);
  const std::string data_set = text_at(run, "dataset_name");
  RecordEntry entry(import, data_set.empty() ? "a run" : data_set, path);
  if (!entry.is_object(run)) return;
  entry.of(model, {});
  entry.gpus(std::nullopt);
  entry.engine(text_at(run, "backend"));
  entry.shape(entry.figure(run, "total_input_tokens"), entry.figure(run, "total_output_tokens"),
              entry.figure(run, "completed"));
  entry.output_rate(entry.figure(run, "output_throughput"));
  entry.confirm_rate(entry.figure(run, "total_output_tokens"), entry.figure(run, "duration"));
  entry.figures(run, sglang_figures);
  if (!entry.record.concurrency && text_at(run, "request_rate") == "inf") entry.figures(run, sglang_load);
  entry.add(std::nullopt, data_set);
}

}  // namespace

bool is_sglang(const Json& document) {
  const Json* run = first_object(document);
  return run && run->find("backend") && run->find("completed") && run->find("total_output_tokens_retokenized");
}

void import_sglang(Import& import) { for_each_object(import, read_sglang_run); }

}  // namespace breakeven::io
