// SPDX-License-Identifier: MIT
// AIPerf profile_export_aiperf.json, and its predecessor, GenAI-Perf's profile_export_genai_perf.json: each metric has
// statistics, which old versions write as strings, and a unit, which must be respected. Per request,
// inter_token_latency is (latency - time to the first token) / (output - 1). The telemetry sees all GPUs of the
// machine; --gpus gives the number if a replica has fewer.
#include <algorithm>
#include <array>

#include "io/decimal.hpp"
#include "io/import/benchmarks/entry.hpp"
#include "io/import/format_functions.hpp"

namespace breakeven::io {
namespace {

enum class Kind { time, rate, tokens, requests, percent };
constexpr double ms_per_s = 1000;

// A unit, and the power of ten that converts it to milliseconds, tokens per second, tokens or requests.
struct UnitRow {
  std::string_view unit;
  Kind kind;
  int exponent;
};
constexpr std::array units{
    UnitRow{"ms", Kind::time, 0},
    UnitRow{"sec", Kind::time, 3},
    UnitRow{"s", Kind::time, 3},
    UnitRow{"us", Kind::time, -3},
    UnitRow{"ns", Kind::time, -6},
    UnitRow{"tokens/sec", Kind::rate, 0},
    UnitRow{"tokens per sec", Kind::rate, 0},
    UnitRow{"tokens/s", Kind::rate, 0},
    UnitRow{"tokens", Kind::tokens, 0},
    UnitRow{"requests", Kind::requests, 0},
    UnitRow{"%", Kind::percent, 0},
};

std::optional<double> metric(RecordEntry& entry, const Json& result, std::string_view key, Kind kind,
                             std::string_view statistic = "avg") {
  const Json* found = result.find(key);
  if (!found || found->is_null() || !entry.is_object(*found)) return std::nullopt;
  const std::string unit = text_at(*found, "unit");
  const auto* row = std::find_if(units.begin(), units.end(),
                                 [&](const UnitRow& known) { return known.unit == unit && known.kind == kind; });
  if (row != units.end()) return entry.figure(*found, statistic, row->exponent);
  entry.refuse(Reason::unknown_unit, std::string(key) + (unit.empty() ? " without a unit" : " in " + unit));
  return std::nullopt;
}

std::optional<double> first_metric(RecordEntry& entry, const Json& result, std::string_view key,
                                   std::string_view older) {
  return metric(entry, result, result.find(key) ? key : older, Kind::tokens);
}

struct Latency {
  std::string_view key;
  std::string_view statistic;
  std::optional<double> ThroughputRecord::*figure;
};
constexpr std::array aiperf_latencies{
    Latency{"time_to_first_token", "avg", &ThroughputRecord::ttft_ms},
    Latency{"inter_token_latency", "avg", &ThroughputRecord::tpot_ms},
    Latency{"time_to_first_token", "p99", &ThroughputRecord::ttft_p99_ms},
    Latency{"inter_token_latency", "p99", &ThroughputRecord::tpot_p99_ms},
};

// A string, or the elements of an array of strings; only a single model is known by its name.
std::string names_in(const Json* value) {
  if (!value) return {};
  if (value->is_string()) return value->string();
  std::string names;
  if (value->is_array())
    for (const Json& element : *value)
      if (element.is_string()) names += (names.empty() ? "" : ", ") + element.string();
  return names;
}

std::string aiperf_model(const Json& result) {
  const std::string names = names_in(value_at(result, {"input_config", "endpoint", "model_names"}));
  return names.empty() ? names_in(value_at(result, {"input_config", "model"})) : names;
}

std::optional<double> configured_concurrency(RecordEntry& entry, const Json& result) {
  using Keys = std::initializer_list<std::string_view>;
  for (const Keys& keys :
       {Keys{"input_config", "loadgen"}, Keys{"input_config", "perf_analyzer", "stimulus"}, Keys{"input_config"}})
    if (const Json* config = value_at(result, keys))
      if (const auto found = entry.figure(*config, "concurrency"); found && *found > 0) return found;
  return std::nullopt;
}

struct Seen {
  std::string gpu{};
  std::size_t count = 0;
};

Seen telemetry_of(RecordEntry& entry, const Json& result) {
  Seen seen;
  const Json* endpoints = value_at(result, {"telemetry_data", "endpoints"});
  if (!endpoints || !endpoints->is_object()) return seen;
  for (const auto& [address, endpoint] : endpoints->members()) {
    const Json* gpus = endpoint.find("gpus");
    if (!gpus || !gpus->is_object()) continue;
    for (const auto& [index, gpu] : gpus->members()) {
      const std::string name = text_at(gpu, "gpu_name");
      if (seen.count++ > 0 && name != seen.gpu) entry.refuse(Reason::unreadable, "GPUs of more than one kind");
      seen.gpu = name;
    }
  }
  return seen;
}

void read_aiperf_run(ImportRun& run, const Json& result, const Path& path) {
  const std::string model = aiperf_model(result);
  RecordEntry entry(run, model.empty() ? "a run" : model, path);
  if (!entry.is_object(result)) return;
  if (const Json* cancelled = result.find("was_cancelled"); cancelled && *cancelled == true)
    entry.refuse(Reason::failed_run, "it was cancelled");
  if (metric(entry, result, "request_count", Kind::requests).value_or(1) == 0)
    entry.refuse(Reason::failed_run, "no request completed");
  if (!result.find("output_token_throughput")) entry.refuse(Reason::no_output_tokens);
  const Seen seen = telemetry_of(entry, result);
  entry.of(model, seen.gpu);
  const bool counts = seen.count > 0 && !run.context.gpus_per_replica;
  entry.gpus(counts ? std::optional(static_cast<double>(seen.count)) : std::nullopt);
  entry.shape(first_metric(entry, result, "input_sequence_length", "num_input_token"),
              first_metric(entry, result, "output_sequence_length", "num_output_token"));
  entry.output_rate(metric(entry, result, "output_token_throughput", Kind::rate));
  for (const Latency& row : aiperf_latencies)
    if (const auto found = metric(entry, result, row.key, Kind::time, row.statistic); found && *found > 0)
      entry.record.*row.figure = found;
  const auto in_flight = metric(entry, result, "effective_concurrency", Kind::requests);
  entry.record.concurrency = in_flight.value_or(0) > 0 ? in_flight : configured_concurrency(entry, result);
  entry.failed(metric(entry, result, "error_request_count", Kind::requests));
  entry.confirm_rate(metric(entry, result, "total_output_tokens", Kind::tokens),
                     metric(entry, result, "benchmark_duration", Kind::time).value_or(0) / ms_per_s);
  if (const auto hits = metric(entry, result, "theoretical_prefix_cache_hit", Kind::percent); hits.value_or(0) >= 1)
    entry.remark(Reason::cached_prompts, rounded(*hits) + "% of the input tokens");
  entry.add(date_of(result.find("start_time")), model);
}

}  // namespace

bool is_aiperf(const Json& document) {
  const Json* result = first_object(document);
  return result && result->find("aiperf_version") && result->find("input_config");
}

bool is_genai_perf(const Json& document) {
  const Json* result = first_object(document);
  return result && value_at(*result, {"request_throughput", "unit"}) && result->find("input_config") &&
         !is_aiperf(document);
}

void import_aiperf(ImportRun& run) { for_each_object(run, read_aiperf_run); }

}  // namespace breakeven::io
