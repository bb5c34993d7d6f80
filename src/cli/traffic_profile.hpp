// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/traffic_reading.hpp"
#include "report/report.hpp"

namespace breakeven::cli {

/// What a trace is like, in figures (MODEL 2.8).
struct TrafficProfile {
  TrafficBin total{};  // over the observed time
  double failed_requests = 0;
  ObservedTime observed{};
  TokenRate mean{};
  std::size_t peak_bin = 0;  // of Traffic::bins
  std::size_t empty_bins = 0;
  std::optional<Burstiness> burstiness{};
  std::optional<WeekRates> week{};  // where it covers a day of the calendar

  double peak_to_average(const Traffic& traffic) const { return token_rate(traffic.bins[peak_bin].bin) / mean; }
};
TrafficProfile profile_of(const Traffic& traffic);

/// "reading": the files, how their rows were read, and how many could not be.
Json reading_document(const Traffic& traffic);
/// "profile": the same whether the requests were read one by one, or their sums from a warehouse.
Json profile_document(const Traffic& traffic, const TrafficProfile& profile);
/// The bins, one a row.
std::vector<Json> bin_rows(const Traffic& traffic);

/// The figures, the load over time, what is to be known of them.
std::vector<report::Block> profile_blocks(const Traffic& traffic, const TrafficProfile& profile);
/// Requests, input and output tokens.
std::string profile_brief(const TrafficProfile& profile);
/// The load over time, the load-duration curve, the week.
std::vector<report::Picture> profile_pictures(const Traffic& traffic, const TrafficProfile& profile);

}  // namespace breakeven::cli
