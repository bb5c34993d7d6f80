// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/catalog_filter.hpp"
#include "breakeven/compare.hpp"
#include "breakeven/set_up_rate.hpp"
#include "inputs/question.hpp"

namespace breakeven::app {

/// Which offers are ranked.
struct RankOptions {
  Filter filter{};
  bool all_records = false;
  std::optional<std::chrono::days> max_age = current_age;  // of a price, relative to the newest in the catalog
};

/// Whether a candidate has a cost, or why not.
enum class CandidateStatus { priced, infeasible, missing_price, no_volume };
std::string_view name(CandidateStatus status);

/// One way to serve the workload: a GPU offer with a throughput record, which may scale to zero, or an API offer.
struct Candidate {
  const GpuOffer* gpu_offer = nullptr;
  const ThroughputRecord* record = nullptr;
  SetUpRate rate{};
  const ApiOffer* api_offer = nullptr;
  std::optional<ServiceTier> service_tier{};  // of an API, if not standard service
  Scenario scenario;
  CandidateStatus status = CandidateStatus::priced;
  std::optional<Money> cost{};
  std::optional<TokenPrice> per_token{};
  std::optional<TokenPrice> per_token_at_full_load{};
  std::optional<SelfHostAnswer> self_host{};    // for GPUs that are always on
  std::optional<Money> serverless{};            // for GPUs that scale to zero
  std::optional<TokenPrice> effective_price{};  // for an API
  Result<double> break_even{};                  // utilization, against the cheapest API
  bool is_band = false;                         // a price is a band, taken at its midpoint

  std::string_view kind() const { return api_offer ? "api" : serverless ? "serverless" : "self_host"; }
  /// Whether the offer scales to zero, but too little is known to price what that saves.
  bool is_taken_for_always_on() const { return gpu_offer && gpu_offer->term == Term::serverless && !serverless; }
  const std::string& id() const { return api_offer ? api_offer->id : gpu_offer->id; }
  Date as_of() const { return api_offer ? api_offer->cited.as_of : gpu_offer->cited.as_of; }
};

struct Ranking {
  std::vector<Candidate> candidates;      // cheapest first; those without a cost last
  std::optional<Candidate> cheapest_api;  // of all APIs, regardless of the filter
  bool has_records = false;               // of the model, on any GPU
  std::size_t spot_count = 0;             // spot offers that could serve the model; left out unless asked for
  std::size_t scaling_count = 0;          // serverless offers whose cost at this load is not known; likewise
  std::size_t old_count = 0;              // offers whose price is too old
  std::size_t too_slow_count = 0;         // GPU offers without a record that meets the latencies asked for
  std::size_t unserved_count = 0;         // API offers that are not sold in the service tier asked for
  std::size_t discounted_count = 0;       // those among them with a batch discount
};

/// Every way to serve `model`, cheapest per month first.
Ranking rank_model(const Catalog& catalog, const std::string& model, const InputSet& inputs,
                   const RankOptions& options);

/// Every record on the cheapest offer of its GPU that the filter admits, cheapest at full load first.
Ranking rank_records(const Catalog& catalog, const InputSet& inputs, const RankOptions& options);

}  // namespace breakeven::app
