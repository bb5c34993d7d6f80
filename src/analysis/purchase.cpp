// SPDX-License-Identifier: MIT
#include "analysis/purchase.hpp"

#include <algorithm>
#include <array>

#include "breakeven/compare.hpp"
#include "breakeven/price_decline.hpp"
#include "core/numerics/tolerance.hpp"
#include "io/catalog/fields.hpp"

namespace breakeven::app {
namespace {

bool has_any(const InputSet& inputs, Group group) {
  for (std::size_t i = 0; i < input_count; ++i)
    if (inputs[i] && row(Key{i}).group == group && row(Key{i}).measure != Measure::id) return true;
  return false;
}

void price(Alternative& alternative, const Ownership& ownership, double decline) {
  alternative.status = "priced";
  alternative.annual_decline = decline;
  const double mean = mean_price_factor(decline, ownership.life_months, ownership.cost_of_capital);
  alternative.mean_over_life = alternative.today * mean;
  Investment investment{
      .price = alternative.hardware, .saved_per_month = alternative.today, .running_per_month = alternative.running};
  alternative.static_payback = payback_months(investment);
  investment.annual_decline = decline;
  alternative.payback = payback_months(investment);
}

Alternative renting(const Purchase& purchase, const Question& question, double decline) {
  const auto& hourly = at(question.inputs, key("gpu_usd_per_hour"));
  if (!hourly) return {.reason = "no GPU price is given"};
  const SelfHost& rented = question.scenario.self_host;
  Alternative rent{.hardware = purchase.ownership.price,
                   .owned = purchase.owned.total(),
                   .running = purchase.owned.running(),
                   .today = effective_gpu_price(rented) * purchase.powered};
  price(rent, purchase.ownership, decline);
  return rent;
}

// The cost of self-hosting at the asked volume, if a GPU costs `gpu_month` per month.
SelfHostAnswer hosted(const Question& question, Money gpu_month) {
  Scenario scenario = question.scenario;
  scenario.self_host.gpu_price = gpu_month / scenario.self_host.billed;
  scenario.self_host.gpu_discount = Fraction(0);
  scenario.self_host.overhead_multiplier = 1;
  scenario.self_host.spot = {};
  return compare(scenario).self_host;
}

Alternative using_api(const Purchase& purchase, const Question& question, double decline) {
  if (!has_any(question.inputs, Group::api_price)) return {.reason = "no API price is given"};
  if (!has_any(question.inputs, Group::throughput)) return {.reason = "no throughput is given"};
  if (!has_any(question.inputs, Group::demand)) return {.reason = "no volume is given"};
  if (decline != 0 && question.scenario.api.minimum > Money{})
    return {.reason = "its monthly minimum does not follow its prices; breakeven forecast holds it month by month"};
  const SelfHostAnswer owned = hosted(question, purchase.owned.total());
  if (!owned.feasible) return {.status = "infeasible", .reason = owned.reason};
  Alternative api{.gpu_count = owned.gpu_count,
                  .hardware = purchase.ownership.price * owned.gpu_count,
                  .owned = *owned.cost,
                  .running = *hosted(question, purchase.owned.running()).cost,
                  .today = compare(question.scenario).api.cost};
  price(api, purchase.ownership, decline);
  return api;
}

}  // namespace

std::string_view name(PurchaseVerdict verdict) {
  static constexpr std::array<std::string_view, 5> names{"buy", "rent", "api", "tie", "not_applicable"};
  return names.at(static_cast<std::size_t>(verdict));
}

std::vector<Purchase::Candidate> Purchase::candidates() const {
  const Alternative& whole = api.is_priced() ? api : rent;
  std::vector<Candidate> found;
  if (whole.is_priced()) found.emplace_back(PurchaseVerdict::buy, whole.owned);
  if (rent.is_priced())
    found.emplace_back(PurchaseVerdict::rent, whole.owned + (rent.mean_over_life - rent.owned) * whole.gpu_count);
  if (api.is_priced()) found.emplace_back(PurchaseVerdict::api, api.mean_over_life);
  std::stable_sort(found.begin(), found.end(),
                   [](const Candidate& a, const Candidate& b) { return a.second < b.second; });
  return found;
}

PurchaseVerdict Purchase::verdict() const {
  const auto ways = candidates();
  if (ways.empty()) return PurchaseVerdict::not_applicable;
  const bool tied = ways[1].second - ways[0].second <= ways[1].second * tie_tolerance;
  return tied ? PurchaseVerdict::tie : ways.front().first;
}

void compare_purchase(Purchase& purchase, const Question& question, double gpu_decline, double api_decline) {
  purchase.powered = question.scenario.self_host.billed;
  purchase.owned = owned_cost(purchase.ownership, purchase.powered);
  purchase.rent = renting(purchase, question, gpu_decline);
  purchase.api = using_api(purchase, question, api_decline);
}

}  // namespace breakeven::app
