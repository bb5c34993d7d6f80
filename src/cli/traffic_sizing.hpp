// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "breakeven/hybrid.hpp"
#include "breakeven/layers.hpp"
#include "breakeven/resampling.hpp"
#include "cli/settings.hpp"
#include "cli/traffic_profile.hpp"

namespace breakeven::cli {

/// A month of the trace, so many months from now.
struct GrowthMonth {
  int month = 0;
  double scale = 1;  // of the trace's load
  HybridSizing sizing{};
};

/// What a trace asks of a self-hosted side and an API (MODEL 2.8).
struct TrafficSizing {
  Question question{};
  double scale = 1;
  Time month{};
  double percentile_share = 0;
  std::vector<LoadBin> loads{};  // of the bins of the trace, scaled
  HybridSizing hybrid{};
  PercentileSizing percentile{};
  HybridRow chosen{};     // the best, or with so many replicas as were asked for
  bool is_asked = false;  // whether --replicas was
  LayerTerms layer_terms{};
  LayerMix layers{};
  std::size_t whole_day_count = 0;
  ResampledMonth resampled{};
  std::vector<GrowthMonth> growth{};

  /// Whether the mix of layers has prices of its own.
  bool has_layer_prices() const { return layer_terms.reserved || layer_terms.spot; }
};

/// Whether the question has a side to compare: any input but those of the month and the cache.
bool asks_for_sides(Session& session);

/// Sizes the traffic; absent where there is a problem.
std::optional<TrafficSizing> size_traffic(Session& session, Settings& settings, const Traffic& traffic,
                                          const TrafficProfile& profile);

/// Where the requests' cached tokens come from.
CacheHits cache_hits_of(const Traffic& traffic, const Question& question);

}  // namespace breakeven::cli
