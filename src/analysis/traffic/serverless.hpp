// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "analysis/traffic/sizing.hpp"
#include "breakeven/compare.hpp"
#include "breakeven/serverless_replay.hpp"

namespace breakeven::app {

/// What workers that scale to zero cost a trace (MODEL 2.7).
struct TrafficServerless {
  std::optional<ServerlessReplay> replay{};  // request by request, where that matters; absent for a histogram
  double workers = 0;                        // mean number on in the replayed time, with those that follow the load
  Money cost{};                              // per month
  bool is_one_worker = false;                // it serves all requests, as in the closed form
  Money at_random{};                         // cost if the requests of each bin came at random, at its rate
  std::string_view approximation{};          // why the cost is approximate; empty if it is exact
};

/// Absent if the question has no such path, or if there is a problem.
std::optional<TrafficServerless> serverless_traffic_of(const Traffic& traffic, const TrafficSizing& sizing,
                                                       io::Diagnostics& problems);

}  // namespace breakeven::app
