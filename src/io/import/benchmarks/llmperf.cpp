// SPDX-License-Identifier: MIT
// ray-project/llmperf *_summary.json: one object of flat keys, in seconds. Its inter-token latency includes the first
// token, so it gives no time per output token.
#include <array>

#include "io/import/benchmarks/entry.hpp"
#include "io/import/format_functions.hpp"

namespace breakeven::io {
namespace {

constexpr std::array llmperf_figures{
    FigureKey{"num_concurrent_requests", &ThroughputRecord::concurrency},
    FigureKey{"results_ttft_s_mean", &ThroughputRecord::ttft_ms, ms_per_s_exponent},
    FigureKey{"results_ttft_s_quantiles_p99", &ThroughputRecord::ttft_p99_ms, ms_per_s_exponent},
};

void read_summary(ImportRun& run, const Json& summary, const Path& path) {
  const std::string model = text_at(summary, "model");
  RecordEntry entry(run, model.empty() ? "a summary" : model, path);
  if (!entry.is_object(summary)) return;
  if (entry.figure(summary, "results_num_completed_requests").value_or(1) == 0)
    entry.refuse(Reason::failed_run, "no request completed");
  entry.of(model, {});
  entry.gpus(std::nullopt);
  entry.shape(entry.figure(summary, "results_number_input_tokens_mean"),
              entry.figure(summary, "results_number_output_tokens_mean"));
  entry.output_rate(entry.figure(summary, "results_mean_output_throughput_token_per_s"));
  entry.figures(summary, llmperf_figures);
  entry.failed(entry.figure(summary, "results_number_errors"));
  entry.add(date_of(summary.find("timestamp")), model);
}

}  // namespace

bool is_llmperf(const Json& document) {
  const Json* summary = first_object(document);
  return summary && summary->find("results_mean_output_throughput_token_per_s");
}

void import_llmperf(ImportRun& run) { for_each_object(run, read_summary); }

}  // namespace breakeven::io
