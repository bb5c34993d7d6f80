// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/traffic/sizing.hpp"
#include "breakeven/replay.hpp"

namespace breakeven::app {

/// A trace replayed request by request on a number of replicas.
struct TrafficReplay {
  std::int64_t replica_count = 0;
  bool is_peak = false;  // none is chosen: as many as the busiest bin needs
  bool is_scaled = false;
  QueueReplay all_wait{};    // nothing goes to the API
  QueueReplay none_waits{};  // requests that find no free replica do
  std::optional<double> most_wait_s{};
  std::optional<QueueReplay> some_wait{};  // requests that would wait longer do
  double binned_overflow_ratio = 0;        // share of tokens that the bins predict
};

/// The requests of the trace with their work, in order. A scaled trace has `scale` copies of each, a fractional copy by
/// chance; each copy comes at a random time in its request's bin, always the same. Absent, with a problem, if there are
/// too many to replay.
std::optional<std::vector<TimedRequest>> timed_requests(const Traffic& traffic, const TrafficSizing& sizing,
                                                        io::Diagnostics& problems);

/// Replays on the chosen number of replicas, or on those that the peak needs if that number is 0. Absent, with a
/// problem, if the trace is a histogram.
std::optional<TrafficReplay> replay_traffic(std::optional<double> most_wait_s, const Traffic& traffic,
                                            const TrafficSizing& sizing, io::Diagnostics& problems);

}  // namespace breakeven::app
