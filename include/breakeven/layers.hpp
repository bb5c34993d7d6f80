// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "breakeven/load_curve.hpp"

namespace breakeven {

/// Consecutive replicas, counted from 1, with the same fill in every bin.
struct LayerSpan {
  double first = 1;
  double last = 1;

  double count() const { return last - first + 1; }
};

/// The layers up to `most` that any bin reaches, ascending, in at most two spans per bin plus one.
std::vector<LayerSpan> layer_spans(std::span<const LoadBin> bins, double most);

/// How full a bin's load makes a layer, as a share of the layer's planned load in [0, 1]: f of MODEL 2.8.
double layer_fill(double load, double layer);

/// What replicas cost under each rental term. Prices are per replica-hour (see replica_hour_price); absent if not on
/// offer.
struct LayerTerms {
  std::optional<HourlyPrice> reserved{};   // for all hours of the month
  std::optional<HourlyPrice> on_demand{};  // by the hour
  std::optional<HourlyPrice> spot{};       // by the hour, with interruptions and the fallback, at g_eff (MODEL 2.6)
  Time start_up{};                         // billed before each start of a replica rented by the hour
  Money replica_fixed{};                   // per month for each replica that is ever on
  Money fixed{};                           // per month if any replica is ever on
  std::optional<double> max_replicas{};
};

enum class LayerChoice { reserved, by_the_hour, api };

/// One of the layers of a span, in a month. While on, it serves its fill and pays the marginal cost of that.
struct Layer {
  LayerSpan span{};
  std::optional<Money> reserved{};
  std::optional<Money> by_the_hour{};  // on if that costs less than the API, otherwise the API
  Money api{};                         // for its whole fill
  LayerChoice choice = LayerChoice::api;
  Time on{};          // by the hour, start-ups not counted
  double starts = 0;  // by the hour

  Money cost() const;
};

struct LayerMix {
  std::vector<Layer> layers{};  // the API serves everything above them
  Money cost{};                 // per month
  Money all_api{};
};

/// The cheapest way to serve each layer (MODEL 2.8): reserved, on demand or spot (whichever is cheaper) in the bins
/// that are worth it, or the API. Layers are independent, so the sum is the minimum. With start-ups, a shortest path
/// over the bins decides when the layer is on, as if the trace repeated: it ends in the state in which it began. `bins`
/// must then be in time order. If the fixed cost does not pay off, or costs tie, the API serves. Assumes a proportional
/// bill; ignores spares and min_replicas. O(n) per span. Throws std::domain_error if there are no bins.
LayerMix layer_mix(std::span<const LoadBin> bins, const LayerTerms& terms, Time month);

}  // namespace breakeven
