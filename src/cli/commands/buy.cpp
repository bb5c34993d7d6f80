// SPDX-License-Identifier: MIT
#include <algorithm>

#include "cli/commands/commands.hpp"
#include "cli/options/time.hpp"
#include "io/catalog/fields.hpp"
#include "views/document.hpp"
#include "views/purchase.hpp"

namespace breakeven::app {
namespace {

// What a purchase cannot be weighed without, and what goes together. A missing price is never zero.
void refuse_missing_prices(Session& session) {
  const auto has = [&](const OptionRow& option) { return session.arguments().has(option.name); };
  std::vector<std::string> notes;
  if (!has(option::hardware_price)) notes.emplace_back("the price of a GPU: --hardware-price 30kusd");
  if (!has(option::life)) notes.emplace_back("how long it is used: --life 36months");
  if (has(option::power) && !has(option::electricity))
    notes.emplace_back("the price of the power: --electricity 0.10usd/kWh");
  if (!has(option::power) && (has(option::electricity) || has(option::pue)))
    notes.emplace_back("the power that a GPU draws: --power 0.7kW");
  if (notes.empty()) return;
  session.problems().push_back(
      {.code = "BE-U005",
       .message = notes.size() == 1 ? "a term of the purchase is missing" : "terms of the purchase are missing",
       .notes = std::move(notes),
       .help = "give each of them"});
}

Ownership read_ownership(Settings& settings) {
  return {.price = settings.read(option::hardware_price).value_or(0) * usd,
          .life_months = settings.read(option::life).value_or(1),
          .residual = settings.read(option::residual).value_or(0),
          .cost_of_capital = settings.read(option::cost_of_capital).value_or(0),
          .kilowatts = settings.read(option::power).value_or(0),
          .power_usage_effectiveness = settings.read(option::pue).value_or(1),
          .per_kilowatt_hour = settings.read(option::electricity).value_or(0) * usd,
          .colocation = settings.read(option::colocation).value_or(0) * usd,
          .support = settings.read(option::support).value_or(0) * usd};
}

// An API that is named must have all the prices that the traffic needs.
bool names_api(const Chosen& chosen) {
  return std::any_of(chosen.begin(), chosen.end(), [](const Given* given) {
    return given && (row(given->key).group == Group::api_price || given->key == key("api"));
  });
}

Json component_document(std::string_view component, bool counts, Money amount) {
  return {{"component", component},
          {"status", counts ? "priced" : "not_applicable"},
          {"usd_per_month", counts ? Json(amount / usd) : Json()},
          {"reason", counts ? Json() : Json("not given")}};
}

Json owned_document(const Purchase& purchase) {
  const OwnedCost& owned = purchase.owned;
  return {{"usd_per_month", owned.total() / usd},
          {"usd_per_gpu_hour", owned.total() / purchase.powered / io::usd_per_hour},
          {"breakdown", Json::array({component_document("capital", true, owned.capital),
                                     component_document("power", purchase.counts_power, owned.power),
                                     component_document("colocation", purchase.counts_colocation, owned.colocation),
                                     component_document("support", purchase.counts_support, owned.support)})}};
}

Json alternative_document(const Alternative& alternative) {
  const auto figure = [&](double value) { return alternative.is_priced() ? Json(value) : Json(); };
  const auto payback = [&](BreakEven<double> months) {
    if (!alternative.is_priced()) months.reason = alternative.reason;
    return break_even_document(months);
  };
  return {{"status", alternative.status},
          {"reason", alternative.is_priced() ? Json() : Json(alternative.reason)},
          {"gpu_count", alternative.is_priced() ? count_of(alternative.gpu_count) : Json()},
          {"hardware_usd", figure(alternative.hardware / usd)},
          {"owned_usd_per_month", figure(alternative.owned / usd)},
          {"running_usd_per_month", figure(alternative.running / usd)},
          {"usd_per_month", figure(alternative.today / usd)},
          {"mean_usd_per_month", figure(alternative.mean_over_life / usd)},
          {"static_payback_months", payback(alternative.static_payback)},
          {"payback_months", payback(alternative.payback)}};
}

Json rent_document(const Purchase& purchase) {
  Json document = alternative_document(purchase.rent);
  BreakEven<double> hours = purchase.rent.static_payback;
  if (hours.value) *hours.value *= purchase.powered / hour;
  if (!purchase.rent.is_priced()) hours.reason = purchase.rent.reason;
  document["break_even_hours"] = break_even_document(hours);
  return document;
}

Json purchase_document(const Purchase& purchase, const Settings& settings) {
  Json document = document_header("breakeven.buy");
  document["verdict"] = name(purchase.verdict());
  document["settings"] = settings.document();
  document["owned_per_gpu"] = owned_document(purchase);
  document["rent_per_gpu"] = rent_document(purchase);
  document["api"] = alternative_document(purchase.api);
  return document;
}

}  // namespace

bool buy_takes(const OptionRow& input) { return input.key != "overhead_multiplier"; }

report::Report run_buy(Session& session) {
  refuse_missing_prices(session);
  const Question question = session.question({.self_host = false, .api = names_api(session.chosen()), .demand = false});
  Settings settings(session, hours_per_month(question.inputs));
  const auto counts = [&](const OptionRow& option) { return session.arguments().has(option.name); };
  Purchase purchase{.ownership = read_ownership(settings),
                    .counts_power = counts(option::power),
                    .counts_colocation = counts(option::colocation),
                    .counts_support = counts(option::support)};
  const double gpu_decline = settings.read(option::gpu_decline).value_or(0);
  const double api_decline = settings.read(option::api_decline).value_or(0);
  if (io::has_errors(session.problems())) return {};
  weigh(purchase, question, gpu_decline, api_decline);

  const InputSet inputs = taken_inputs(session, question.inputs);
  report::Report report{.document = purchase_document(purchase, settings),
                        .blocks = purchase_blocks(purchase, question, inputs, session.arguments().has("verbose")),
                        .brief = purchase_brief(purchase),
                        .rows = std::nullopt};
  close_document(report.document, inputs, session.problems());
  return report;
}

}  // namespace breakeven::app
