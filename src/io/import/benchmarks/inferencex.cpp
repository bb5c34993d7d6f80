// SPDX-License-Identifier: MIT
// SemiAnalysis InferenceX: agg_*.json, with rates per GPU and latencies in seconds; and the table of its points in
// ai-dynamo/aiconfigurator, which has only latencies. For the table, the output rate is computed from the requests in
// flight: concurrency * osl / (ttft + (osl - 1) * tpot). It counts as an estimate.
#include <algorithm>
#include <array>
#include <cmath>

#include "io/decimal.hpp"
#include "io/import/benchmarks/entry.hpp"
#include "io/import/format_functions.hpp"

namespace breakeven::io {
namespace {

constexpr std::array inferencex_figures{
    FigureKey{"conc", &ThroughputRecord::concurrency},
    FigureKey{"mean_ttft", &ThroughputRecord::ttft_ms, ms_per_s_exponent},
    FigureKey{"mean_tpot", &ThroughputRecord::tpot_ms, ms_per_s_exponent},
    FigureKey{"p99_ttft", &ThroughputRecord::ttft_p99_ms, ms_per_s_exponent},
    FigureKey{"p99_tpot", &ThroughputRecord::tpot_p99_ms, ms_per_s_exponent},
};
constexpr std::array point_keys{
    FigureKey{"silicon_ttft_ms", &ThroughputRecord::ttft_ms},
    FigureKey{"silicon_tpot_ms", &ThroughputRecord::tpot_ms},
};

using Counts = std::initializer_list<std::string_view>;

// The product of the counts in the object; absent if it has none.
std::optional<double> product(RecordEntry& entry, const Json& object, Counts keys) {
  std::optional<double> found;
  for (const std::string_view key : keys)
    if (const auto count = entry.figure(object, key)) found = found.value_or(1) * *count;
  return found;
}

bool nearly(double a, double b) {
  constexpr double rounding = 0.01;
  return std::abs(a - b) <= rounding * std::max(std::abs(a), std::abs(b));
}

// If prefill and decode have separate GPUs, versions divide by different numbers: all GPUs, or only those that produce
// the tokens. The total shows which.
std::optional<double> disaggregated_rate(RecordEntry& entry, const Json& result, double prefill, double decode) {
  const auto output = entry.figure(result, "output_tput_per_gpu");
  const auto input = entry.figure(result, "input_tput_per_gpu");
  const auto all = entry.figure(result, "tput_per_gpu");
  if (!output || !input || !all) return std::nullopt;
  const double total = *all * (prefill + decode);
  if (nearly(*output * decode + *input * prefill, total)) return *output * decode;
  if (nearly((*output + *input) * (prefill + decode), total)) return *output * (prefill + decode);
  return std::nullopt;
}

void read_inferencex_run(ImportRun& run, const Json& result, const Path& path) {
  const std::string model = text_at(result, "model");
  RecordEntry entry(run, model.empty() ? "a run" : model, path, RecordKind::published);
  if (!entry.is_object(result)) return;
  entry.of(model, text_at(result, "hw"));
  entry.engine(text_at(result, "framework"));
  entry.precision(text_at(result, "precision"));
  entry.shape(entry.figure(result, "isl"), entry.figure(result, "osl"));
  const auto prefill = entry.figure(result, "num_prefill_gpu");
  const auto decode = entry.figure(result, "num_decode_gpu");
  if (const Json* apart = result.find("disagg"); prefill && decode && apart && (*apart == true || *apart == "true")) {
    entry.gpus(*prefill + *decode);
    entry.output_rate(disaggregated_rate(entry, result, *prefill, *decode));
  } else {
    entry.gpus(product(entry, result, {"tp", "pp", "pcp"}));
    const auto each = entry.figure(result, "output_tput_per_gpu");
    entry.output_rate(each ? std::optional(*each * static_cast<double>(entry.record.gpus_per_replica)) : each);
  }
  entry.figures(result, inferencex_figures);
  entry.add(date_of(result.find("date")), model);
}

// The text after `key=` in "a=1; key=2; …".
std::string_view noted(std::string_view text, std::string_view key) {
  const std::size_t at = text.find(key);
  if (at == std::string_view::npos) return {};
  text.remove_prefix(at + key.size());
  return text.substr(0, text.find(';'));
}

// Tensor parallelism is always present, the others only if used.
std::optional<double> point_gpus(RecordEntry& entry, const Json& row) {
  const auto whole =
      !entry.figure(row, "tp_size") ? std::nullopt : product(entry, row, {"tp_size", "pp_size", "attention_dp_size"});
  const auto prefill =
      product(entry, row, {"prefill_num_workers", "prefill_tp_size", "prefill_pp_size", "prefill_attention_dp_size"});
  const auto decode =
      product(entry, row, {"decode_num_workers", "decode_tp_size", "decode_pp_size", "decode_attention_dp_size"});
  return prefill && decode ? std::optional(*prefill + *decode) : whole;
}

void read_point(ImportRun& run, const Json& row, const Path& path) {
  const std::string id = text_at(row, "id");
  const std::string source = text_at(row, "silicon_data_source");
  RecordEntry entry(run, id, path, RecordKind::estimated);
  entry.of(text_at(row, "model_path"), text_at(row, "system"));
  entry.gpus(point_gpus(entry, row));
  entry.engine(text_at(row, "backend"));
  entry.precision(text_at(row, "precision"));
  const auto output = entry.figure(row, "osl");
  entry.shape(entry.figure(row, "isl"), output);
  entry.figures(row, point_keys);
  ThroughputRecord& record = entry.record;
  if (const auto found = shifted(noted(source, "silicon_concurrency="), 0); found && positive.contains(*found))
    record.concurrency = found;
  if (record.concurrency && output && record.ttft_ms && record.tpot_ms) {
    constexpr double ms_per_s = 1000;
    const double request_s = (*record.ttft_ms + (*output - 1) * *record.tpot_ms) / ms_per_s;
    entry.output_rate(*record.concurrency * *output / request_s);
  } else {
    entry.refuse(Reason::no_rate, "without concurrency, TTFT and TPOT it cannot be computed");
  }
  record.cited.note = "output rate computed from concurrency, TTFT and TPOT";
  entry.remark(Reason::computed_rate);
  const Json measured = std::string(noted(source, "measured="));
  entry.add(date_of(&measured), id);
}

}  // namespace

bool is_inferencex(const Json& document) {
  const Json* result = first_object(document);
  return result && result->find("hw") && result->find("tput_per_gpu") && result->find("conc");
}

void import_inferencex(ImportRun& run) { for_each_object(run, read_inferencex_run); }

bool is_inferencex_points(const Json& document) {
  const Json* row = first_element(document);
  return row && row->find("silicon_data_source") && row->find("model_path") && row->find("system");
}

void import_inferencex_points(ImportRun& run) { for_each_element(run, read_point); }

}  // namespace breakeven::io
