// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/traffic/profile.hpp"
#include "breakeven/hybrid.hpp"
#include "breakeven/layers.hpp"
#include "breakeven/resampling.hpp"
#include "inputs/question.hpp"

namespace breakeven::app {

/// Monthly growth of the load, compounded over `month_count` months including this one.
struct LoadGrowth {
  double monthly = 0;
  int month_count = 0;
};

/// What to size for.
struct SizingOptions {
  double scale = 1;                       // of the trace's load
  std::optional<double> replica_count{};  // instead of the cheapest number
  std::uint64_t seed = 1;                 // of the resampled months
  double percentile_share = 1;            // also size for the load of this share of the time
  std::optional<HourlyPrice> reserved{};  // of a GPU
  std::optional<HourlyPrice> spot{};      // of a GPU, including the cost of interruptions
  Time start_up{};                        // billed before a replica that was off serves
  std::optional<LoadGrowth> growth{};
};

/// The trace's month, `month` months from now.
struct GrowthMonth {
  int month = 0;
  double scale = 1;  // of the trace's load
  HybridSizing sizing{};
};

/// What a trace needs from a self-hosted side and an API (MODEL 2.8).
struct TrafficSizing {
  SizingOptions asked{};
  Question question{};
  Time month{};
  std::vector<LoadBin> loads{};  // of the bins of the trace, scaled
  HybridSizing hybrid{};
  PercentileSizing percentile{};
  HybridRow chosen{};  // the best, or the requested number of replicas
  LayerTerms layer_terms{};
  LayerMix layers{};
  std::size_t whole_day_count = 0;
  ResampledMonth resampled{};
  std::vector<GrowthMonth> growth{};

  /// Whether the mix of layers has prices of its own.
  bool has_layer_prices() const { return layer_terms.reserved || layer_terms.spot; }
};

/// Writes what the trace measures into the question's inputs: the monthly volume, its mix and, unless given, its cached
/// share. A month that cannot be sized is a problem.
void measure_inputs(const Traffic& traffic, const TrafficProfile& profile, double scale, InputSet& inputs,
                    io::Diagnostics& problems);

/// Sizes the traffic for a question with these inputs.
TrafficSizing size_traffic(const SizingOptions& asked, Question question, const Traffic& traffic,
                           io::Diagnostics& problems);

/// Where the requests' cached tokens come from.
CacheHits cache_hits_of(const Traffic& traffic, const Question& question);

}  // namespace breakeven::app
