// SPDX-License-Identifier: MIT
#include "inputs/fitted_records.hpp"

#include <algorithm>
#include <cmath>

#include "core/memory/phase_rate_fit.hpp"
#include "inputs/warnings.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

std::string shape_text(const RequestShape& shape) {
  return text::plain(std::round(shape.input.held())) + ":" + text::plain(std::round(shape.output.held()));
}

std::string note_of(const PhaseFit& fit, std::span<const ThroughputRecord* const> records) {
  std::string note = "fitted to";
  for (const ThroughputRecord* record : records)
    note += (record == records.front() ? " " : ", ") + shape_text(record->shape);
  return note + "; error " + text::percent(fit.median_error) + " at the median, " + text::percent(fit.greatest_error) +
         " at most, of these runs";
}

ThroughputRecord record_of(const PhaseFit& fit, std::span<const ThroughputRecord* const> records) {
  ThroughputRecord fitted = *records.front();
  fitted.id = fitted.model + "/" + fitted.gpu + "/" + fitted.engine + "-" + fitted.precision + "-x" +
              std::to_string(fitted.gpus_per_replica) + "-fit";
  fitted.throughput = fit.rates;
  fitted.concurrency = fitted.ttft_ms = fitted.tpot_ms = fitted.ttft_p99_ms = fitted.tpot_p99_ms = std::nullopt;
  fitted.shape = {};
  for (const ThroughputRecord* record : records) {
    const double share = 1.0 / static_cast<double>(records.size());
    fitted.shape.input += record->shape.input * share;
    fitted.shape.output += record->shape.output * share;
    fitted.cited.as_of = std::max(fitted.cited.as_of, record->cited.as_of);
  }
  fitted.cited.note = note_of(fit, records);
  return fitted;
}

}  // namespace

std::vector<ThroughputRecord> phase_records(std::span<const ThroughputRecord> records, io::Diagnostics& warnings) {
  std::vector<ThroughputRecord> fitted;
  for (const ReplicaFit& replica : fit_replicas(records)) {
    if (const auto* fit = std::get_if<PhaseFit>(&replica.result))
      fitted.push_back(record_of(*fit, replica.records));
    else
      warnings.push_back(warning("BE-W042",
                                 "prefill and decode rates cannot be fitted to the " +
                                     std::to_string(replica.records.size()) + " shapes of " +
                                     replica.records.front()->model + " on " + replica.records.front()->gpu + ": " +
                                     std::string(words(std::get<NoPhaseFit>(replica.result))),
                                 "measure one shape with long inputs and one with long outputs"));
  }
  return fitted;
}

}  // namespace breakeven::app
