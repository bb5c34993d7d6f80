// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "analysis/traffic/replay.hpp"
#include "analysis/traffic/schedule.hpp"
#include "analysis/traffic/serverless.hpp"

namespace breakeven::app {

/// A way to serve the traffic other than the API and replicas that never stop.
struct OtherWay {
  std::string_view key{};   // in the document
  std::string_view name{};  // "this schedule"
  Money cost{};
  Money saving{};  // against the best number of replicas that never stop, over the same hours
};

/// Everything known about the traffic.
struct TrafficAnswer {
  Traffic traffic{};
  TrafficProfile profile{};
  std::optional<TrafficSizing> sizing{};
  std::optional<TrafficReplay> replay{};
  std::optional<TrafficSchedule> schedule{};
  std::optional<TrafficServerless> serverless{};
  std::optional<OtherWay> cheapest{};  // if it costs less than replicas that never stop
};

/// The other way that saves most against replicas that never stop; the mix of layers counts if reserved or spot prices
/// are given. Absent if none saves. Domain: the traffic is sized.
std::optional<OtherWay> cheapest_other(const TrafficAnswer& answer);

}  // namespace breakeven::app
