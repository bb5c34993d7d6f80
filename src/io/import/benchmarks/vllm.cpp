// SPDX-License-Identifier: MIT
// vLLM: what `vllm bench serve` (once benchmark_serving.py) saves, one object or, appended, one a line; and `vllm bench
// throughput`, whose rate counts input and output together (--shape says how many are of each). Neither says on which
// GPUs it ran. Failed requests are not among the completed ones, of which the totals are. --max-concurrency is the
// number in flight only where requests come as fast as they can; at a request rate nobody recorded it.
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

void read_vllm_run(Import& import, const Json& run, const Path& path) {
  const std::string model = text_at(run, "model_id");
  RecordEntry entry(import, model.empty() ? "a run" : model, path);
  if (!entry.is_object(run)) return;
  entry.of(model, {});
  entry.gpus(std::nullopt);
  entry.engine(text_at(run, "backend"));
  if (!run.find("total_output_tokens")) entry.refuse(Reason::no_output_tokens);
  entry.shape(entry.figure(run, "total_input_tokens"), entry.figure(run, "total_output_tokens"),
              entry.figure(run, "completed"));
  entry.output_rate(entry.figure(run, "output_throughput"));
  entry.confirm_rate(entry.figure(run, "total_output_tokens"), entry.figure(run, "duration"));
  const double unanswered = entry.figure(run, "num_prompts").value_or(0) - entry.figure(run, "completed").value_or(0);
  entry.failed(std::max(unanswered, entry.figure(run, "failed").value_or(0)));
  entry.figures(run, vllm_latencies);
  if (text_at(run, "request_rate") == "inf") entry.figures(run, vllm_load);
  entry.add(date_of(run.find("date")), model);
}

void read_total(Import& import, const Json& run, const Path& path) {
  RecordEntry entry(import, "a run", path);
  if (!entry.is_object(run)) return;
  entry.of({}, {});
  entry.gpus(std::nullopt);
  entry.engine("vllm");
  if (!import.context.shape) entry.refuse(Reason::no_shape, "tokens_per_second counts input and output together");
  entry.shape(std::nullopt, std::nullopt);
  if (const auto total = entry.known_rate(entry.figure(run, "tokens_per_second"), "tokens"))
    entry.record.throughput = TotalRate{*total * tok_per_s};
  entry.add(std::nullopt, {});
}

}  // namespace

bool is_vllm_serve(const Json& document) {
  const Json* run = first_object(document);
  return run && run->find("num_prompts") && run->find("completed") && run->find("tokenizer_id");
}

void import_vllm_serve(Import& import) { for_each_object(import, read_vllm_run); }

bool is_vllm_throughput(const Json& document) {
  const Json* run = first_object(document);
  return run && run->find("elapsed_time") && run->find("tokens_per_second") && run->find("total_num_tokens");
}

void import_vllm_throughput(Import& import) { for_each_object(import, read_total); }

}  // namespace breakeven::io
