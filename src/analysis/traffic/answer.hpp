// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "analysis/traffic/replay.hpp"
#include "analysis/traffic/schedule.hpp"
#include "analysis/traffic/serverless.hpp"

namespace breakeven::app {

/// Another way to serve the traffic than replicas that never stop and the API.
struct OtherWay {
  std::string_view key{};   // in the document
  std::string_view name{};  // "this schedule"
  Money cost{};
  Money saving{};  // against the best number of replicas that never stop, in the same hours
};

/// All that is known of the traffic.
struct TrafficAnswer {
  Traffic traffic{};
  TrafficProfile profile{};
  std::optional<TrafficSizing> sizing{};
  std::optional<TrafficReplay> replay{};
  std::optional<TrafficSchedule> schedule{};
  std::optional<TrafficServerless> serverless{};
  std::optional<OtherWay> cheapest{};  // where it costs less than replicas that never stop
};

/// The other way that costs less than any replicas that never stop, and least of all: the mix of layers is one where
/// reserved or spot prices are given. Absent if none does. Domain: the traffic is sized.
std::optional<OtherWay> cheapest_other(const TrafficAnswer& answer);

}  // namespace breakeven::app
