// SPDX-License-Identifier: MIT
#include "breakeven/selection.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

#include "breakeven/cost.hpp"

namespace breakeven {
namespace {

double log_ratio(TokensPerRequest a, TokensPerRequest b) {
  if (a == b) return 0;
  if (a == TokensPerRequest{} || b == TokensPerRequest{}) return std::numeric_limits<double>::infinity();
  return std::abs(std::log(a / b));
}

// The entries whose `as_of` is the newest of all with the same key, in their order.
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
std::vector<const Entry*> those(const std::vector<Entry>& entries, Condition holds) {
  std::vector<const Entry*> chosen;
  for (const Entry& entry : entries)
    if (holds(entry)) chosen.push_back(&entry);
  return chosen;
}

std::vector<const GpuOffer*> newest_gpu_offers(std::vector<const GpuOffer*> offers) {
  return newest(std::move(offers), [](const GpuOffer& offer) {
    return std::tuple(std::string_view(offer.provider), std::string_view(offer.gpu), offer.term);
  });
}

}  // namespace

double shape_distance(const RequestShape& asked, const RequestShape& recorded) {
  return log_ratio(asked.input, recorded.input) + log_ratio(asked.output, recorded.output);
}

bool shapes_differ_twofold(const RequestShape& asked, const RequestShape& recorded) {
  const double limit = std::log(2.0) * (1 + 1e-12);
  return log_ratio(asked.input, recorded.input) > limit || log_ratio(asked.output, recorded.output) > limit;
}

std::vector<const ThroughputRecord*> records_by_fit(const Catalog& catalog, std::string_view model,
                                                    std::string_view gpu, const std::optional<RequestShape>& asked) {
  std::vector<const ThroughputRecord*> records;
  for (const ThroughputRecord& record : catalog.throughputs)
    if (record.model == model && record.gpu == gpu) records.push_back(&record);
  const auto order = [&](const ThroughputRecord* record) {
    const double distance = asked ? shape_distance(*asked, record->shape) : 0;
    const bool is_estimate = record->kind == RecordKind::estimated;
    return std::tuple(is_estimate, distance, record->kind, -record->cited.as_of.time_since_epoch(),
                      std::string_view(record->id));
  };
  std::sort(records.begin(), records.end(), [&](const auto* a, const auto* b) { return order(a) < order(b); });
  return records;
}

const GpuOffer* cheapest_on_demand(const Catalog& catalog, std::string_view gpu) {
  const GpuOffer* cheapest = nullptr;
  const auto order = [](const GpuOffer& offer) {
    return std::tuple(offer.price.midpoint(), std::string_view(offer.id));
  };
  const auto on_demand =
      those(catalog.gpu_offers, [&](const GpuOffer& o) { return o.gpu == gpu && o.term == Term::on_demand; });
  for (const GpuOffer* offer : newest_gpu_offers(on_demand))
    if (!cheapest || order(*offer) < order(*cheapest)) cheapest = offer;
  return cheapest;
}

std::vector<const GpuOffer*> current_gpu_offers(const Catalog& catalog) {
  return newest_gpu_offers(those(catalog.gpu_offers, [](const GpuOffer&) { return true; }));
}

std::vector<const ApiOffer*> current_api_offers(const Catalog& catalog) {
  return newest(those(catalog.api_offers, [](const ApiOffer&) { return true; }), [](const ApiOffer& offer) {
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

}  // namespace breakeven
