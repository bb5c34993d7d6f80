// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "breakeven/bill.hpp"
#include "breakeven/cost.hpp"
#include "breakeven/serverless.hpp"

namespace breakeven {

/// A range of requests per month in which serverless workers cost least; unbounded if `until` is absent. If several
/// workers are needed, their cost is that of a fluid and the range is approximate.
struct RateSpan {
  Requests from{};
  std::optional<Requests> until{};
  bool is_approximate = false;
};

/// Merges spans that follow each other without a gap; a merged span is approximate only if all its parts are.
std::vector<RateSpan> joined(const std::vector<RateSpan>& spans);

/// The rates at which the serverless path starts or stops being cheaper than the others (MODEL 2.7).
struct ServerlessBreakEvens {
  Result<Requests> api{};            // λ₁: where it becomes cheaper than the API; `always`: from the first request
  Result<Requests> self_host{};      // λ₂: where it stops being cheaper than self-hosting; `always`: at every rate
  std::vector<RateSpan> cheapest{};  // where it is cheaper than both; at most 64, ascending
  std::string_view reason{};         // why `cheapest` is unknown
};

/// All break-evens, for any API bill and any staircase of replicas: in each cell where both are linear, all roots of an
/// exponential sum are isolated. With several workers the cost is that of the fluid (see serverless_use). Unknown if
/// warm workers serve one request at a time. Domain: the scenario has the path and a shape.
ServerlessBreakEvens serverless_break_evens(const Scenario& scenario, const Replica& replica);

/// Seconds that a fully loaded worker needs per request; it is as fast as a replica.
Time work_of_request(const Scenario& scenario, const Replica& replica);

}  // namespace breakeven
