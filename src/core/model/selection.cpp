// SPDX-License-Identifier: MIT
#include "breakeven/selection.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "breakeven/cost.hpp"

namespace breakeven {
namespace {

using Records = std::vector<const ThroughputRecord*>;

double log_ratio(TokensPerRequest a, TokensPerRequest b) {
  if (a == b) return 0;
  if (a == TokensPerRequest{} || b == TokensPerRequest{}) return std::numeric_limits<double>::infinity();
  return std::abs(std::log(a / b));
}

// For each key, the entries with the newest `as_of`, in order.
template <class Entry, class Key>
std::vector<const Entry*> newest(std::vector<const Entry*> entries, Key key) {
  std::map<decltype(key(*entries.front())), Date> dates;
  for (const Entry* entry : entries) {
    const auto [found, added] = dates.try_emplace(key(*entry), entry->cited.as_of);
    if (!added) found->second = std::max(found->second, entry->cited.as_of);
  }
  std::erase_if(entries, [&](const Entry* entry) { return entry->cited.as_of != dates.at(key(*entry)); });
  return entries;
}

template <class Entry, class Condition>
std::vector<const Entry*> matching(const std::vector<Entry>& entries, Condition holds) {
  std::vector<const Entry*> chosen;
  for (const Entry& entry : entries)
    if (holds(entry)) chosen.push_back(&entry);
  return chosen;
}

std::vector<const GpuOffer*> newest_of(std::vector<const GpuOffer*> offers) {
  return newest(std::move(offers), [](const GpuOffer& offer) {
    return std::tuple(std::string_view(offer.provider), std::string_view(offer.gpu), offer.term);
  });
}

// Of records by nearness: the fastest point of the first one's load curve.
Records::iterator best_of(Records& records, const Records& curve) {
  const std::unordered_set<const ThroughputRecord*> points(curve.begin(), curve.end());
  auto fastest = records.begin();
  for (auto record = records.begin(); record != records.end(); ++record)
    if (points.contains(*record) && recorded_rate(**record) > recorded_rate(**fastest)) fastest = record;
  return fastest;
}

}  // namespace

double shape_distance(const RequestShape& asked, const RequestShape& recorded) {
  return log_ratio(asked.input, recorded.input) + log_ratio(asked.output, recorded.output);
}

bool shapes_differ_twofold(const RequestShape& asked, const RequestShape& recorded) {
  const double limit = std::log(2.0) * (1 + 1e-12);
  return log_ratio(asked.input, recorded.input) > limit || log_ratio(asked.output, recorded.output) > limit;
}

bool keeps_to(const ServiceLevel& level, const ThroughputRecord& record) {
  const auto is_within = [](const std::optional<double>& bound, const std::optional<double>& mean,
                            const std::optional<double>& p99) {
    const std::optional<double>& found = p99 ? p99 : mean;
    return !bound || (found && *found <= *bound);
  };
  return is_within(level.ttft_ms, record.ttft_ms, record.ttft_p99_ms) &&
         is_within(level.tpot_ms, record.tpot_ms, record.tpot_p99_ms);
}

namespace {

// Whether the record proves that requests like the requested ones meet the level. Much shorter requests prove nothing
// about them.
bool shows(const ServiceLevel& level, const ThroughputRecord& record, const std::optional<RequestShape>& asked) {
  if (!level.ttft_ms && !level.tpot_ms) return true;
  const bool is_shorter = asked && (record.shape.input < asked->input || record.shape.output < asked->output);
  return keeps_to(level, record) && !(is_shorter && shapes_differ_twofold(*asked, record.shape));
}

}  // namespace

std::optional<Load> load_of(const ThroughputRecord& record) {
  const bool shows_load = record.concurrency || record.ttft_ms || record.tpot_ms || record.ttft_p99_ms;
  return !record.load && shows_load ? Load::online : record.load;
}

bool serves_for(const Catalog& catalog, std::string_view recorded, std::string_view model) {
  if (recorded == model) return true;
  const Model* one = find(catalog.models, recorded);
  const Model* other = find(catalog.models, model);
  return one && other && !one->architecture.empty() && one->architecture == other->architecture;
}

std::vector<const ThroughputRecord*> records_by_nearness(const Catalog& catalog, std::string_view model,
                                                         std::string_view gpu, const std::optional<RequestShape>& asked,
                                                         const ServiceLevel& level) {
  const auto order = [&](const ThroughputRecord& record) {
    const double distance = asked ? shape_distance(*asked, record.shape) : 0;
    const bool is_estimate = record.kind == RecordKind::estimated;
    const TokenRate each = recorded_rate(record) / static_cast<double>(record.gpus_per_replica);
    return std::tuple(is_estimate, record.model != model, distance, record.kind, -record.cited.as_of.time_since_epoch(),
                      -each, std::string_view(record.id));
  };
  // Compute each order once: a benchmark has thousands of records.
  std::vector<std::pair<decltype(order(catalog.throughputs.front())), const ThroughputRecord*>> ordered;
  for (const ThroughputRecord& record : catalog.throughputs)
    if (record.gpu == gpu && serves_for(catalog, record.model, model) && shows(level, record, asked))
      ordered.emplace_back(order(record), &record);
  std::sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  Records records;
  for (const auto& [unused, record] : ordered) records.push_back(record);
  if (records.empty()) return records;
  const auto best = best_of(records, load_curve(catalog, *records.front()));
  std::rotate(records.begin(), best, std::next(best));
  return records;
}

bool are_near(const RequestShape& a, const RequestShape& b) {
  const double near = std::log(1.25);
  return log_ratio(a.input, b.input) <= near && log_ratio(a.output, b.output) <= near;
}

bool of_one_replica(const ThroughputRecord& a, const ThroughputRecord& b) {
  const auto replica = [](const ThroughputRecord& record) {
    return std::tie(record.model, record.gpu, record.gpus_per_replica, record.engine, record.precision, record.kind);
  };
  return replica(a) == replica(b);
}

std::vector<const ThroughputRecord*> load_curve(const Catalog& catalog, const ThroughputRecord& point) {
  auto curve = matching(catalog.throughputs, [&](const ThroughputRecord& record) {
    return of_one_replica(record, point) && are_near(record.shape, point.shape) &&
           std::chrono::abs(record.cited.as_of - point.cited.as_of) <= std::chrono::days(1);
  });
  std::sort(curve.begin(), curve.end(), [](const ThroughputRecord* a, const ThroughputRecord* b) {
    return std::tie(a->concurrency, a->id) < std::tie(b->concurrency, b->id);
  });
  return curve;
}

TokenRate recorded_rate(const ThroughputRecord& record) {
  return full_load_rate(record.throughput, {.input_share = record.shape.input_share(), .shape = record.shape});
}

Date newest_price(const Catalog& catalog) {
  Date newest{};
  for (const GpuOffer& offer : catalog.gpu_offers) newest = std::max(newest, offer.cited.as_of);
  for (const ApiOffer& offer : catalog.api_offers) newest = std::max(newest, offer.cited.as_of);
  return newest;
}

std::vector<const GpuOffer*> on_demand_by_price(const Catalog& catalog, std::string_view gpu) {
  auto offers = newest_of(
      matching(catalog.gpu_offers, [&](const GpuOffer& o) { return o.gpu == gpu && o.term == Term::on_demand; }));
  const Date oldest = newest_price(catalog) - current_age;
  const auto is_current = [&](const GpuOffer* offer) { return offer->cited.as_of >= oldest; };
  if (std::any_of(offers.begin(), offers.end(), is_current)) std::erase_if(offers, std::not_fn(is_current));
  const auto by_price = [](const GpuOffer* a, const GpuOffer* b) {
    return std::tuple(a->price.midpoint(), std::string_view(a->id)) <
           std::tuple(b->price.midpoint(), std::string_view(b->id));
  };
  // One of each seller: what can be had with the fewest GPUs.
  std::map<std::string_view, const GpuOffer*> sellers;
  for (const GpuOffer* offer : offers) {
    const GpuOffer*& known = sellers.try_emplace(offer->provider, offer).first->second;
    const bool is_smaller = offer->gpus_per_machine < known->gpus_per_machine;
    if (is_smaller || (offer->gpus_per_machine == known->gpus_per_machine && by_price(offer, known))) known = offer;
  }
  offers.clear();
  for (const auto& [unused, offer] : sellers) offers.push_back(offer);
  std::sort(offers.begin(), offers.end(), by_price);
  return offers;
}

std::size_t index_of(PriceChoice choice, std::size_t count) {
  if (choice == PriceChoice::low || count == 0) return 0;
  return choice == PriceChoice::high ? count - 1 : (count - 1) / 2;
}

std::vector<const GpuOffer*> newest_gpu_offers(const Catalog& catalog) {
  return newest_of(matching(catalog.gpu_offers, [](const GpuOffer&) { return true; }));
}

std::vector<const ApiOffer*> newest_api_offers(const Catalog& catalog) {
  return newest(matching(catalog.api_offers, [](const ApiOffer&) { return true; }), [](const ApiOffer& offer) {
    return std::tuple(std::string_view(offer.provider), std::string_view(offer.model));
  });
}

Throughput applied_throughput(const ThroughputRecord& record, bool shape_known) {
  if (const auto* output = std::get_if<OutputRate>(&record.throughput))
    return TotalRate{total_rate(*output, record.shape)};
  if (const auto* phases = std::get_if<PhaseRates>(&record.throughput);
      phases && phases->context > ContextCost{} && !shape_known)
    return TotalRate{record.shape.total() / service_time(*phases, record.shape, Fraction(0))};
  return record.throughput;
}

const ListPrices& prices_at(const ListPrices& base, const std::vector<ContextTier>& tiers,
                            const std::optional<RequestShape>& shape) {
  const ListPrices* prices = &base;
  for (const ContextTier& tier : tiers)
    if (shape && shape->input > tier.above_input) prices = &tier.prices;
  return *prices;
}

const ServiceTierPrices* find(const ApiOffer& offer, ServiceTier tier) {
  for (const ServiceTierPrices& service : offer.service_tiers)
    if (service.tier == tier) return &service;
  return nullptr;
}

const ListPrices& prices_at(const ApiOffer& offer, const std::optional<ServiceTier>& service,
                            const std::optional<RequestShape>& shape) {
  const ListPrices& base = service ? find(offer, *service)->prices : std::get<ListPrices>(offer.prices);
  return prices_at(base, context_tiers(offer, service), shape);
}

const std::vector<ContextTier>& context_tiers(const ApiOffer& offer, const std::optional<ServiceTier>& service) {
  return service ? find(offer, *service)->context_tiers : offer.context_tiers;
}

}  // namespace breakeven
