// SPDX-License-Identifier: MIT
// GuideLLM benchmarks.json: a sweep is many benchmarks in one file. Each metric's mean over successful requests counts;
// the first versions called these completed. inter_token_latency_ms is the time per output token after the first;
// time_per_output_token_ms includes the first.
#include <array>

#include "io/import/benchmarks/entry.hpp"
#include "io/import/format_functions.hpp"

namespace breakeven::io {
namespace {

struct MetricKey {
  std::string_view key;
  std::optional<double> ThroughputRecord::*mean;
  std::optional<double> ThroughputRecord::*p99;
};
constexpr std::array metric_keys{
    MetricKey{"request_concurrency", &ThroughputRecord::concurrency, nullptr},
    MetricKey{"time_to_first_token_ms", &ThroughputRecord::ttft_ms, &ThroughputRecord::ttft_p99_ms},
    MetricKey{"inter_token_latency_ms", &ThroughputRecord::tpot_ms, &ThroughputRecord::tpot_p99_ms},
};

const Json* successful(const Json& benchmark, std::string_view metric) {
  const Json* found = value_at(benchmark, {"metrics", metric, "successful"});
  return found ? found : value_at(benchmark, {"metrics", metric, "completed"});
}

std::optional<double> guidellm_mean(RecordEntry& entry, const Json& benchmark, std::string_view metric) {
  const Json* found = successful(benchmark, metric);
  return found ? entry.figure(*found, "mean") : std::nullopt;
}

std::string guidellm_model(const Json& document, const Json& benchmark) {
  for (const Json* model : {value_at(document, {"args", "model"}), value_at(benchmark, {"config", "backend", "model"}),
                            value_at(benchmark, {"worker", "backend_model"})})
    if (model && model->is_string()) return model->string();
  return {};
}

const Json* requests_made(const Json& benchmark) {
  const Json* made = value_at(benchmark, {"scheduler_metrics", "requests_made"});
  return made ? made : value_at(benchmark, {"run_stats", "requests_made"});
}

void read_benchmark(ImportRun& run, const Json& benchmark, const Path& path) {
  const std::string model = guidellm_model(run.document(), benchmark);
  RecordEntry entry(run, model.empty() ? "a benchmark" : model, path);
  if (!entry.is_object(benchmark)) return;
  if (const Json* made = requests_made(benchmark)) {
    if (entry.figure(*made, "successful").value_or(1) == 0) entry.refuse(Reason::failed_run, "no request completed");
    entry.failed(entry.figure(*made, "errored"));
  }
  entry.of(model, {});
  entry.gpus(std::nullopt);
  entry.shape(guidellm_mean(entry, benchmark, "prompt_token_count"),
              guidellm_mean(entry, benchmark, "output_token_count"));
  entry.output_rate(guidellm_mean(entry, benchmark, "output_tokens_per_second"));
  for (const MetricKey& row : metric_keys) {
    const Json* found = successful(benchmark, row.key);
    if (!found) continue;
    entry.figures(*found, std::array{FigureKey{"mean", row.mean}});
    if (const Json* percentiles = found->find("percentiles"); percentiles && row.p99)
      entry.figures(*percentiles, std::array{FigureKey{"p99", row.p99}});
  }
  entry.add(date_of(benchmark.find("start_time")), model);
}

}  // namespace

bool is_guidellm(const Json& document) {
  const Json* benchmarks = document.find("benchmarks");
  const Json* first = benchmarks ? first_element(*benchmarks) : nullptr;
  return first && value_at(*first, {"metrics", "output_tokens_per_second"});
}

void import_guidellm(ImportRun& run) {
  const Path root;
  const Path benchmarks(root, "benchmarks");
  std::size_t index = 0;
  for (const Json& benchmark : *run.document().find("benchmarks"))
    read_benchmark(run, benchmark, Path(benchmarks, index++));
}

}  // namespace breakeven::io
