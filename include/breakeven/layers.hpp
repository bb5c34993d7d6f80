// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "breakeven/load_curve.hpp"

namespace breakeven {

/// Consecutive replicas, counted from 1, that are filled alike in every bin.
struct LayerSpan {
  double first = 1;
  double last = 1;

  double count() const { return last - first + 1; }
};

/// The layers up to `most` that any of the bins reaches, in at most two spans a bin and one more. Ascending.
std::vector<LayerSpan> layer_spans(std::span<const LoadBin> bins, double most);

/// The share of a layer's planned load that a bin's load leaves it, in [0, 1]: f of MODEL 2.8.
double layer_fill(double load, double layer);

/// What replicas cost by the way in which they are rented. Prices are of a replica-hour (see replica_hour_price);
/// absent ones are not to be had.
struct LayerTerms {
  std::optional<HourlyPrice> reserved{};   // for all hours of the month
  std::optional<HourlyPrice> on_demand{};  // by the hour
  std::optional<HourlyPrice> spot{};       // by the hour, with interruptions and the fallback: of g_eff (MODEL 2.6)
  Time start_up{};                         // billed before each time that a replica is started by the hour
  Money replica_fixed{};                   // per month and replica that is ever on
  Money fixed{};                           // per month, where any is
  std::optional<double> max_replicas{};
};

enum class LayerChoice { reserved, by_the_hour, api };

/// One of the layers of a span, in a month. What is on serves its fill and pays the marginal cost of it.
struct Layer {
  LayerSpan span{};
  std::optional<Money> reserved{};
  std::optional<Money> by_the_hour{};  // on where that costs less than the API, the API elsewhere
  Money api{};                         // for all of its fill
  LayerChoice choice = LayerChoice::api;
  Time on{};          // by the hour, start-ups not counted
  double starts = 0;  // by the hour

  Money cost() const;
};

struct LayerMix {
  std::vector<Layer> layers{};  // what lies above them goes to the API
  Money cost{};                 // of the month
  Money all_api{};
};

/// The cheapest way to serve each layer (MODEL 2.8): reserved, on demand or spot (whichever is cheaper) in the bins
/// that are worth it, or the API. Layers are independent, so the sum is the least there is. With start-ups the
/// bins in which a layer is on are those of a shortest path over them, which begins with it off; `bins` are in the
/// order of time then. Where the fixed cost is not earned, or costs tie, the API serves. The bill is taken to be
/// proportional; spares and min_replicas are not known here. Takes O(n) a span. Throws std::domain_error if there is
/// no bin.
LayerMix layer_mix(std::span<const LoadBin> bins, const LayerTerms& terms, Time month);

}  // namespace breakeven
