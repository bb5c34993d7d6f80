// SPDX-License-Identifier: MIT
// kubernetes-sigs/inference-perf summary_lifecycle_metrics.json: figures of successful requests, in seconds. Names
// neither the model nor the GPU.
#include <array>

#include "io/import/benchmarks/entry.hpp"
#include "io/import/format_functions.hpp"

namespace breakeven::io {
namespace {

struct LatencyKey {
  std::string_view key;
  std::array<FigureKey, 2> figures;
};
constexpr std::array latency_keys{
    LatencyKey{"time_to_first_token",
               {FigureKey{"mean", &ThroughputRecord::ttft_ms, ms_per_s_exponent},
                FigureKey{"p99", &ThroughputRecord::ttft_p99_ms, ms_per_s_exponent}}},
    LatencyKey{"time_per_output_token",
               {FigureKey{"mean", &ThroughputRecord::tpot_ms, ms_per_s_exponent},
                FigureKey{"p99", &ThroughputRecord::tpot_p99_ms, ms_per_s_exponent}}},
};

std::optional<double> inference_perf_mean(RecordEntry& entry, const Json& successes, std::string_view key) {
  const Json* found = successes.find(key);
  return found ? entry.figure(*found, "mean") : std::nullopt;
}

void read_inference_perf_report(ImportRun& run, const Json& report, const Path& path) {
  RecordEntry entry(run, "a report", path);
  if (!entry.is_object(report)) return;
  const Json& successes = *report.find("successes");
  if (entry.figure(successes, "count").value_or(1) == 0) entry.refuse(Reason::failed_run, "no request completed");
  entry.of({}, {});
  entry.gpus(std::nullopt);
  entry.shape(inference_perf_mean(entry, successes, "prompt_len"), inference_perf_mean(entry, successes, "output_len"));
  const Json* throughput = successes.find("throughput");
  entry.output_rate(throughput ? entry.figure(*throughput, "output_tokens_per_sec") : std::nullopt);
  for (const LatencyKey& row : latency_keys)
    if (const Json* latency = value_at(successes, {"latency", row.key})) entry.figures(*latency, row.figures);
  if (const Json* failures = report.find("failures")) entry.failed(entry.figure(*failures, "count"));
  entry.add(std::nullopt, {});
}

}  // namespace

bool is_inference_perf(const Json& document) { return document.find("successes") && document.find("load_summary"); }

void import_inference_perf(ImportRun& run) { read_inference_perf_report(run, run.document(), Path()); }

}  // namespace breakeven::io
