// SPDX-License-Identifier: MIT
// ai-dynamo/aiconfigurator best_config_topn.csv and pareto.csv: predictions of its hardware model, not measurements.
// tokens/s are output tokens of one replica. A disaggregated replica has separate columns for its prefill (p) and
// decode (d) workers. Latencies are in ms.
#include <array>

#include "io/import/benchmarks/entry.hpp"
#include "io/import/format_functions.hpp"

namespace breakeven::io {
namespace {

constexpr std::array aiconfigurator_figures{
    FigureKey{"concurrency", &ThroughputRecord::concurrency},
    FigureKey{"ttft", &ThroughputRecord::ttft_ms},
    FigureKey{"tpot", &ThroughputRecord::tpot_ms},
};

// The column's text, or that of both kinds of workers if they agree.
std::string column_text(RecordEntry& entry, const Json& row, const std::string& column) {
  const std::string both = text_at(row, column);
  const std::string prefill = text_at(row, "(p)" + column);
  const std::string decode = text_at(row, "(d)" + column);
  if (both.empty() && prefill != decode) entry.refuse(Reason::unreadable, "prefill and decode differ in " + column);
  return both.empty() ? prefill : both;
}

void read_aiconfigurator_row(ImportRun& run, const Json& row, const Path& path) {
  const std::string model = text_at(row, "model");
  RecordEntry entry(run, model, path, RecordKind::estimated);
  entry.of(model, column_text(entry, row, "system"));
  entry.gpus(entry.figure(row, "num_total_gpus"));
  entry.engine(column_text(entry, row, "backend"));
  entry.precision(column_text(entry, row, "gemm"));
  if (entry.figure(row, "prefix").value_or(0) > 0)
    entry.refuse(Reason::unreadable, "prefix: a catalog's rates are those of requests without cached input");
  entry.shape(entry.figure(row, "isl"), entry.figure(row, "osl"));
  entry.output_rate(entry.figure(row, "tokens/s"));
  entry.figures(row, aiconfigurator_figures);
  entry.add(std::nullopt, model);
}

}  // namespace

bool is_aiconfigurator(const Json& document) {
  const Json* row = first_element(document);
  return row && row->find("isl") && row->find("osl") && row->find("tokens/s/gpu");
}

void import_aiconfigurator(ImportRun& run) { for_each_element(run, read_aiconfigurator_row); }

}  // namespace breakeven::io
