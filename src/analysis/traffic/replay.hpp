// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/traffic/sizing.hpp"
#include "breakeven/replay.hpp"

namespace breakeven::app {

/// A trace replayed request by request, on so many replicas.
struct TrafficReplay {
  std::int64_t replica_count = 0;
  bool is_peak = false;  // as many as the busiest bin takes, if none is chosen
  bool is_scaled = false;
  QueueReplay all_wait{};    // nothing goes to the API
  QueueReplay none_waits{};  // what finds no free replica does
  std::optional<double> most_wait_s{};
  std::optional<QueueReplay> some_wait{};  // what would wait longer does
  double binned_overflow_ratio = 0;        // of tokens, that the bins let expect
};

/// The requests of the trace with their work, in order. Of a scaled trace as many copies of each as the scale says, of
/// a part one by chance; each comes at a random time of the bin that the request is in, always the same ones. Absent,
/// and a problem, if they would be more than can be replayed.
std::optional<std::vector<TimedRequest>> timed_requests(const Traffic& traffic, const TrafficSizing& sizing,
                                                        io::Diagnostics& problems);

/// On the chosen number of replicas, or, where that is none, on those that the peak takes. Absent, and a problem, if
/// the trace is a histogram.
std::optional<TrafficReplay> replay_traffic(std::optional<double> most_wait_s, const Traffic& traffic,
                                            const TrafficSizing& sizing, io::Diagnostics& problems);

}  // namespace breakeven::app
