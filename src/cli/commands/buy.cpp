// SPDX-License-Identifier: MIT
#include <algorithm>

#include "cli/commands/commands.hpp"
#include "cli/options/time.hpp"
#include "views/purchase.hpp"

namespace breakeven::app {
namespace {

// Reports missing inputs that a purchase needs, and inputs that go together. A missing price never counts as zero.
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

// Whether an API is named: it must then have all prices that the traffic needs.
bool names_api(const EffectiveInputs& chosen) {
  return std::any_of(chosen.begin(), chosen.end(), [](const Given* given) {
    return given && (row(given->key).group == Group::api_price || given->key == key("api"));
  });
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
  compare_purchase(purchase, question, gpu_decline, api_decline);

  return buy_report(purchase, question,
                    {.inputs = inputs_of_command(session, question.inputs),
                     .problems = session.problems(),
                     .verbose = session.arguments().has("verbose"),
                     .settings = settings.document()});
}

}  // namespace breakeven::app
