// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "breakeven/units.hpp"

namespace breakeven {

enum class Status { at, never, always, not_unique, not_applicable };
std::string_view name(Status status);

/// Why nothing breaks even where p <= e.
inline constexpr std::string_view no_margin_reason =
    "the API costs no more per token than self-hosting's marginal cost";

/// Where both sides cost the same. `value` is absent unless the status is at, always or not_unique; `reason` is empty
/// then. `needed` is what it would take, also where that is out of reach.
template <class Value>
struct BreakEven {
  Status status = Status::not_applicable;
  std::optional<Value> value{};
  std::optional<Value> needed{};
  std::string_view reason{};
};

/// The self-host cost as a function of volume, without the marginal cost: S_j = base + j·step on ((j−1)·capacity,
/// j·capacity], the first step (j = min_replicas) from 0.
struct Staircase {
  Money base;       // F + k·K
  Money step;       // K
  Tokens capacity;  // C > 0
  double min_replicas = 1;
  std::optional<double> max_replicas{};
};

enum class Side { self_host, api };

/// The volume at which the cheaper side changes. A touch is a tie in one point: the other side wins on both sides of
/// it.
struct Crossing {
  Tokens volume;
  Side to;
  bool touch = false;
};

inline constexpr int crossings_listed = 64;

/// Every volume at which the cheaper side changes (MODEL 2.5). `crossing_count` counts changes to self-hosting;
/// `crossings` holds the first 64 of those and the changes between them; from `last` on self-hosting always wins
/// (up to the capacity of max_replicas).
struct VolumeBreakEven {
  Status status = Status::not_applicable;
  std::optional<Tokens> value{};
  std::optional<Tokens> last{};
  std::optional<Tokens> needed{};
  double crossing_count = 0;
  std::vector<Crossing> crossings{};
  std::string_view reason{};
};

/// Exact, in closed form. `margin` is p − e: what a token saves on the API above its marginal cost. Self-hosting wins a
/// tie. Comparisons allow a relative 1e-14, so that an equality of decimals is one here too. Domain: capacity > 0,
/// costs >= 0.
VolumeBreakEven volume_break_even(const Staircase& staircase, TokenPrice margin);

/// u* = K/(full load·margin), at if it is within max_utilization/peak_to_average (INTERFACE section 3). Domain:
/// full_load > 0.
BreakEven<double> utilization_break_even(Money replica_cost, Tokens full_load, TokenPrice margin,
                                         double max_utilization, double peak_to_average);

}  // namespace breakeven
