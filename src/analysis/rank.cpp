// SPDX-License-Identifier: MIT
#include "analysis/rank.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <tuple>

#include "breakeven/selection.hpp"

namespace breakeven::app {
namespace {

bool has_demand(const InputSet& inputs) {
  return at(inputs, key("tok_per_month")) || at(inputs, key("requests_per_month"));
}

bool any_band(const InputSet& inputs) {
  return std::any_of(inputs.begin(), inputs.end(), [](const auto& value) {
    return value && value->level == Source::varied && value->low != value->high;
  });
}

// Admits prices up to the maximum age.
class Age {
 public:
  Age(const Catalog& catalog, const RankOptions& options) {
    if (options.max_age) oldest_ = newest_price(catalog) - *options.max_age;
  }
  template <class Offer>
  bool admits(const Offer& offer) const {
    return !oldest_ || offer.cited.as_of >= *oldest_;
  }

 private:
  std::optional<Date> oldest_{};
};

// The count that a GPU offer adds to if a ranking without --term leaves it out; null if it is kept.
std::size_t* left_out(const GpuOffer& offer, const InputSet& inputs, const RankOptions& options, Ranking& ranking) {
  if (options.filter.term) return nullptr;
  if (offer.term == Term::spot) return &ranking.spot_count;
  const bool scales = shape_of(inputs) && at(inputs, key("cold_start_s")) && at(inputs, key("service_s"));
  return offer.term == Term::serverless && !scales ? &ranking.scaling_count : nullptr;
}

Candidate self_host_candidate(const GpuOffer& offer, const SetUpRate& rate, InputSet inputs) {
  const ThroughputRecord& record = *rate.record;
  supply(offer, Source::varied, inputs);
  supply(rate, Source::varied, inputs);
  Candidate candidate;
  candidate.gpu_offer = &offer;
  candidate.record = &record;
  candidate.rate = rate;
  candidate.scenario = assemble(inputs);
  candidate.is_band = any_band(inputs);
  const Replica one = replica(candidate.scenario.self_host, candidate.scenario.workload);
  candidate.self_host = self_host_answer(candidate.scenario, one, volume(candidate.scenario, one));
  candidate.per_token_at_full_load = candidate.self_host->per_token_at_full_load;
  candidate.status = candidate.self_host->feasible ? CandidateStatus::priced : CandidateStatus::infeasible;
  if (!has_demand(inputs)) {
    candidate.status = CandidateStatus::no_volume;
    return candidate;
  }
  candidate.cost = candidate.self_host->cost;
  candidate.per_token = candidate.self_host->per_token;
  return candidate;
}

// The rate of the record's set-up at the asked shape; without one, of the record.
SetUpRate rate_of(const Catalog& catalog, const ThroughputRecord& record, const InputSet& inputs) {
  SetUpRate rate = set_up_rate(catalog, record, shape_of(inputs).value_or(record.shape), service_level_of(inputs));
  rate.record = &record;
  return rate;
}

// The set-ups for the model on the GPU, best first.
std::vector<SetUpRate> rates_on(const Catalog& catalog, const std::string& model, const std::string& gpu,
                                const InputSet& inputs) {
  std::vector<SetUpRate> rates;
  for (SetUpChoice& choice :
       set_ups_for(catalog, model, gpu, rate_shape(inputs), service_level_of(inputs), load_asked(inputs)))
    rates.push_back(std::move(choice.rate));
  return rates;
}

// What the offer costs if its workers scale to zero, where enough is known of them.
void scale_to_zero(InputSet inputs, Candidate& candidate) {
  constexpr double seconds_per_hour = 3600;
  if (candidate.gpu_offer->term != Term::serverless || candidate.status == CandidateStatus::no_volume ||
      !shape_of(inputs))
    return;
  supply(*candidate.gpu_offer, Source::varied, inputs);
  supply(candidate.rate, Source::varied, inputs);
  InputValue price = *at(inputs, key("gpu_usd_per_hour"));
  const double gpus = at(inputs, key("gpus_per_replica"))->number;
  const double discount = 1 - at(inputs, key("gpu_discount_ratio"))->number;
  for (double* number : {&price.number, &price.low, &price.high}) *number *= gpus * discount / seconds_per_hour;
  at(inputs, key("serverless_usd_per_s")) = price;
  complete_serverless(inputs, candidate.record);
  if (!at(inputs, key("cold_start_s")) || !at(inputs, key("service_s"))) return;
  const Scenario scenario = assemble(inputs);
  const Replica one = replica(scenario.self_host, scenario.workload);
  const Tokens asked = volume(scenario, one);
  const ServerlessUse use = serverless_use(*scenario.serverless, serverless_traffic(scenario, one, asked));
  candidate.serverless = candidate.cost = serverless_cost(*scenario.serverless, use);
  candidate.per_token = asked > Tokens{} ? std::optional(*candidate.cost / asked) : std::nullopt;
  candidate.status = CandidateStatus::priced;
  candidate.self_host.reset();
}

Candidate api_candidate(const ApiOffer& offer, InputSet inputs) {
  supply(offer, Source::varied, inputs);
  Candidate candidate;
  candidate.api_offer = &offer;
  candidate.service_tier = service_tier_of(inputs);
  candidate.scenario = assemble(inputs);
  candidate.is_band = any_band(inputs);
  io::Diagnostics missing;
  check_consistency(inputs, {.self_host = false, .api = true, .demand = false}, missing);
  if (!missing.empty()) {
    candidate.status = CandidateStatus::missing_price;
    return candidate;
  }
  const ApiAnswer answer = api_answer(candidate.scenario, volume(candidate.scenario, {}));
  candidate.cost = answer.cost;
  candidate.effective_price = answer.effective_price;
  candidate.per_token = answer.per_token;
  return candidate;
}

void sort_by_cost(std::vector<Candidate>& candidates) {
  const auto order = [](const Candidate& candidate) {
    return std::tuple(candidate.cost ? candidate.cost->held() : std::numeric_limits<double>::infinity(),
                      std::string_view(candidate.id()),
                      candidate.record ? std::string_view(candidate.record->id) : std::string_view());
  };
  std::sort(candidates.begin(), candidates.end(),
            [&](const Candidate& a, const Candidate& b) { return order(a) < order(b); });
}

void sort_by_full_load(std::vector<Candidate>& candidates) {
  const auto order = [](const Candidate& candidate) {
    return std::tuple(*candidate.per_token_at_full_load, std::string_view(candidate.record->id));
  };
  std::sort(candidates.begin(), candidates.end(),
            [&](const Candidate& a, const Candidate& b) { return order(a) < order(b); });
}

// Adds the APIs that the filter admits, and finds the cheapest of all.
void add_apis(const Catalog& catalog, const std::string& model, const InputSet& inputs, const RankOptions& options,
              Ranking& ranking) {
  const Filter filter{.provider = options.filter.provider};
  const auto service = service_tier_of(inputs);
  const Age age(catalog, options);
  for (const ApiOffer* offer : newest_api_offers(catalog)) {
    if (offer->model != model) continue;
    if (!age.admits(*offer)) {
      ranking.old_count += filter.admits(*offer) ? 1 : 0;
      continue;
    }
    if (service && !find(*offer, *service)) {
      ranking.unserved_count += filter.admits(*offer) ? 1 : 0;
      ranking.discounted_count += filter.admits(*offer) && offer->batch_discount_ratio ? 1 : 0;
      continue;
    }
    Candidate candidate = api_candidate(*offer, inputs);
    const bool cheaper = candidate.effective_price &&
                         (!ranking.cheapest_api || *candidate.effective_price < *ranking.cheapest_api->effective_price);
    if (cheaper) ranking.cheapest_api = candidate;
    if (filter.admits(*offer)) ranking.candidates.push_back(std::move(candidate));
  }
}

void set_break_evens(Ranking& ranking) {
  if (!ranking.cheapest_api) return;
  for (Candidate& candidate : ranking.candidates) {
    if (!candidate.self_host) continue;
    candidate.scenario.api = ranking.cheapest_api->scenario.api;
    candidate.break_even = compare(candidate.scenario).break_even.utilization;
  }
}

}  // namespace

std::string_view name(CandidateStatus status) {
  static constexpr std::array<std::string_view, 4> names{"priced", "infeasible", "missing_price", "no_volume"};
  return names.at(static_cast<std::size_t>(status));
}

Ranking rank_model(const Catalog& catalog, const std::string& model, const InputSet& inputs,
                   const RankOptions& options) {
  Ranking ranking;
  std::map<std::string_view, std::vector<SetUpRate>> rates;
  const Age age(catalog, options);
  for (const GpuOffer* offer : newest_gpu_offers(catalog)) {
    if (!options.filter.admits(*offer)) continue;
    const auto [found, added] = rates.try_emplace(offer->gpu);
    if (added) found->second = rates_on(catalog, model, offer->gpu, inputs);
    const bool is_slow =
        found->second.empty() && !records_by_nearness(catalog, model, offer->gpu, shape_of(inputs)).empty();
    if (is_slow) ++ranking.too_slow_count;
    if (found->second.empty()) continue;
    if (std::size_t* count = age.admits(*offer) ? left_out(*offer, inputs, options, ranking) : &ranking.old_count) {
      ++*count;
      continue;
    }
    for (const SetUpRate& rate : found->second) {
      ranking.candidates.push_back(self_host_candidate(*offer, rate, inputs));
      scale_to_zero(inputs, ranking.candidates.back());
      if (!options.all_records) break;
    }
  }
  ranking.has_records = std::any_of(catalog.throughputs.begin(), catalog.throughputs.end(),
                                    [&](const auto& record) { return serves_for(catalog, record.model, model); });
  add_apis(catalog, model, inputs, options, ranking);
  sort_by_cost(ranking.candidates);
  set_break_evens(ranking);
  return ranking;
}

Ranking rank_records(const Catalog& catalog, const InputSet& inputs, const RankOptions& options) {
  std::map<std::string_view, const GpuOffer*> cheapest;
  const auto order = [](const GpuOffer& offer) {
    return std::tuple(offer.price.midpoint(), std::string_view(offer.id));
  };
  const Age age(catalog, options);
  for (const GpuOffer* offer : newest_gpu_offers(catalog)) {
    if (!options.filter.admits(*offer)) continue;
    const bool wanted = age.admits(*offer) && (options.filter.term || offer->term == Term::on_demand);
    const auto [found, added] = wanted ? cheapest.try_emplace(offer->gpu, offer) : std::pair(cheapest.end(), true);
    if (!added && order(*offer) < order(*found->second)) found->second = offer;
  }
  Ranking ranking;
  const ServiceLevel level = service_level_of(inputs);
  for (const ThroughputRecord& record : catalog.throughputs)
    if (const auto offer = cheapest.find(record.gpu); offer != cheapest.end() && keeps_to(level, record))
      ranking.candidates.push_back(self_host_candidate(*offer->second, rate_of(catalog, record, inputs), inputs));
  sort_by_full_load(ranking.candidates);
  return ranking;
}

}  // namespace breakeven::app
