// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "breakeven/units.hpp"

namespace breakeven {

enum class Status { at, never, always, not_unique, not_applicable, infeasible };
std::string_view name(Status status);

/// The reason if p <= e.
inline constexpr std::string_view no_margin_reason =
    "the API costs no more per token than self-hosting's marginal cost";

/// A value, or the reason it is missing. `value` is set if the status is at, always or not_unique; `reason` is empty
/// then. For a break-even, `needed` is the required value even if it is out of reach.
template <class Value>
struct Result {
  Status status = Status::not_applicable;
  std::optional<Value> value{};
  std::optional<Value> needed{};
  std::string_view reason{};
};

/// The self-host cost as a function of volume, without the marginal cost: S_j = base + j·step + ⌈(j+k)/r⌉·machine on
/// ((j−1)·capacity, j·capacity], the first step (j = min_replicas) from 0.
struct Staircase {
  Money base;       // F + k·step
  Money step;       // K; f where machines are paid for by themselves
  Tokens capacity;  // C > 0
  double min_replicas = 1;
  std::optional<double> max_replicas{};
  Money machine{};                  // that serves r replicas
  double replicas_per_machine = 1;  // r
  double spare_replicas = 0;        // k, which take their place in a machine

  Money cost(double replicas) const;
};

/// A piece of the API's bill that is linear in the volume: intercept + slope·V on (from, the next piece's from]; the
/// first starts at 0. The slope is net of self-hosting's marginal cost and may be negative.
struct BillPiece {
  Tokens from{};
  Money intercept{};
  TokenPrice slope{};
};

enum class Side { self_host, api };

/// A volume at which the cheaper side changes. A touch is a tie at a single point: the other side wins both below and
/// above it.
struct Crossing {
  Tokens volume;
  Side to;
  bool touch = false;
};

inline constexpr int crossings_listed = 64;

/// Every volume at which the cheaper side changes (MODEL 2.5). `crossing_count` counts changes to self-hosting;
/// `crossings` holds the first 64 of them and the changes between them. From `last` on, self-hosting always wins (up to
/// the capacity of max_replicas, which is `until` then). If it does not, `last` is absent and `reason` is set, and the
/// API always wins above `until`. A win from the first token is a crossing at 0, unless it lasts.
struct VolumeBreakEven {
  Status status = Status::not_applicable;
  std::optional<Tokens> value{};
  std::optional<Tokens> last{};
  std::optional<Tokens> until{};
  std::optional<Tokens> needed{};
  double crossing_count = 0;
  std::vector<Crossing> crossings{};
  std::string_view reason{};
};

/// Exact, in closed form. `margin` is p − e: what a token saves on the API above its marginal cost. Self-hosting wins a
/// tie. Comparisons allow a relative 1e-14, so an equality of decimals is one here too. At most `most_listed`
/// crossings to self-hosting are listed. Domain: capacity > 0, costs >= 0, no machine.
VolumeBreakEven volume_break_even(const Staircase& staircase, TokenPrice margin, int most_listed = crossings_listed);

/// The same for a bill of several pieces, which may jump between them: a jump is a change of side without a tie. Exact:
/// within a piece the steps that are won, lost or contested follow each other, from machine to machine alike, and where
/// they end is bisected over whole steps. Domain: at least one piece, the first from 0, ascending.
VolumeBreakEven volume_break_even(const Staircase& staircase, std::span<const BillPiece> bill,
                                  int most_listed = crossings_listed);

/// u* = K/(full load·margin). Status `at` if it is within max_utilization/peak_to_average (INTERFACE section 3).
/// Domain: full_load > 0.
Result<double> utilization_break_even(Money replica_cost, Tokens full_load, TokenPrice margin, double max_utilization,
                                      double peak_to_average);

}  // namespace breakeven
