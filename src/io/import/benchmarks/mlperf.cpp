// SPDX-License-Identifier: MIT
// MLPerf Inference results as a table: `result` is output tokens/s of the whole system, with the GPUs of all its nodes.
// The requests come from the benchmark's data set; no row gives their lengths, so --shape must. `weights` is the
// precision.
#include "io/import/benchmarks/entry.hpp"
#include "io/import/format_functions.hpp"

namespace breakeven::io {
namespace {

void read_result(ImportRun& run, const Json& row, const Path& path) {
  const std::string submitter = text_at(row, "submitter");
  const std::string what =
      text_at(row, "id") + " " + submitter + ", " + text_at(row, "model") + " " + text_at(row, "scenario");
  RecordEntry entry(run, what, path, RecordKind::published);
  if (const std::string units = text_at(row, "units"); units != "Tokens/s") entry.refuse(Reason::unknown_unit, units);
  entry.of(text_at(row, "model"), text_at(row, "accelerator"));
  const auto each = entry.figure(row, "accelerators_per_node");
  const auto nodes = entry.figure(row, "nodes");
  entry.gpus(each && nodes ? std::optional(*each * *nodes) : std::nullopt);
  entry.precision(text_at(row, "weights"));
  entry.shape(std::nullopt, std::nullopt);
  entry.output_rate(entry.figure(row, "result"));
  entry.add(std::nullopt, what);
}

}  // namespace

bool is_mlperf(const Json& document) {
  const Json* row = first_element(document);
  return row && row->find("submitter") && row->find("scenario") && row->find("result") && row->find("units");
}

void import_mlperf(ImportRun& run) { for_each_element(run, read_result); }

}  // namespace breakeven::io
