// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "breakeven/hybrid.hpp"
#include "breakeven/layers.hpp"
#include "breakeven/resampling.hpp"
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
};

/// Whether the question has a side to compare: any input but those of the month and the cache.
bool asks_for_sides(Session& session);

/// Sizes the traffic; absent where there is a problem.
std::optional<TrafficSizing> size_traffic(Session& session, Settings& settings, const Traffic& traffic,
                                          const TrafficProfile& profile);

/// Where the requests' cached tokens come from.
CacheHits cache_hits_of(const Traffic& traffic, const Question& question);

/// "sizing" where no side is asked for.
Json not_sized_document();
/// The numbers of replicas, one a row.
std::vector<Json> sizing_rows(const TrafficSizing& sizing);
/// Another way to serve the traffic than replicas that never stop and the API.
struct OtherWay {
  std::string_view key{};   // in the document
  std::string_view name{};  // "this schedule"
  Money cost{};
  Money saving{};  // against the best number of replicas that never stop, in the same hours
};
/// The one of them that costs less than any replicas that never stop, and least of all: the mix of layers is one where
/// reserved or spot prices are given. Absent where none does.
std::optional<OtherWay> cheapest_other(const TrafficSizing& sizing, std::vector<OtherWay> others);
Json sizing_document(const TrafficSizing& sizing, const std::optional<OtherWay>& other);
/// A table of the numbers of replicas, what else was asked for, sentences, and last the cheapest way.
std::vector<report::Block> sizing_blocks(const TrafficSizing& sizing, const Traffic& traffic,
                                         const std::optional<OtherWay>& other, bool verbose);
std::vector<report::Picture> sizing_pictures(const TrafficSizing& sizing, const std::optional<OtherWay>& other);
std::string sizing_brief(const TrafficSizing& sizing);

}  // namespace breakeven::cli
