// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "breakeven/bill.hpp"
#include "breakeven/cost.hpp"
#include "breakeven/serverless.hpp"

namespace breakeven {

/// Requests per month between which serverless workers cost least; without an end where `until` is absent. Where
/// several workers are needed, their cost is that of a fluid, and the span approximate.
struct RateSpan {
  Requests from{};
  std::optional<Requests> until{};
  bool is_approximate = false;
};

/// Spans that follow each other without a gap as one, approximate where all of it is.
std::vector<RateSpan> joined(const std::vector<RateSpan>& spans);

/// The rates at which the serverless path begins or ceases to cost less than the others (MODEL 2.7).
struct ServerlessBreakEvens {
  Result<Requests> api{};        // λ₁: where it begins to cost less than the API; `always` is from the first request
  Result<Requests> self_host{};  // λ₂: where it ceases to cost less than self-hosting; `always` is at every rate
  std::vector<RateSpan> cheapest{};  // where it costs less than both; at most 64, ascending
  std::string_view reason{};         // why `cheapest` is not known
};

/// All of them, whatever the API's bill and the staircase of replicas: in each cell in which both are straight, the
/// roots of an exponential sum are isolated, none left out. With several workers, those of the fluid (see
/// serverless_use). Not known where warm workers serve one request at a time. Domain: the scenario has the path and a
/// shape.
ServerlessBreakEvens serverless_break_evens(const Scenario& scenario, const Replica& replica);

/// Seconds that a fully loaded worker, which is as fast as a replica, takes for one request.
Time work_of_request(const Scenario& scenario, const Replica& replica);

}  // namespace breakeven
