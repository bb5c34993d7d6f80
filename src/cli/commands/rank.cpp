// SPDX-License-Identifier: MIT
#include "cli/options/rank.hpp"
#include "analysis/rank_warnings.hpp"
#include "cli/commands/commands.hpp"
#include "cli/quantity_options.hpp"
#include "inputs/value_text.hpp"
#include "io/catalog/catalog.hpp"
#include "views/rank.hpp"

namespace breakeven::app {
namespace {

// The service tier is left out without a model, because then no API is ranked.
EffectiveInputs without_idle_service(Session& session) {
  EffectiveInputs chosen = session.chosen();
  const Given*& service = chosen[static_cast<std::size_t>(key("service_tier"))];
  if (!service || chosen[static_cast<std::size_t>(key("model"))]) return chosen;
  if (service->source == Source::option)
    session.problems().push_back(problem_with(*service, "BE-U011",
                                              service->origin + " has no effect: without a model no API is ranked",
                                              "give --model llama-3.3-70b"));
  service = nullptr;
  return chosen;
}

}  // namespace

bool rank_takes(const OptionRow& input) {
  const bool from_catalog = input.group == Group::throughput || input.group == Group::api_price ||
                            input.measure == Measure::hourly_price || input.measure == Measure::second_price ||
                            input.measure == Measure::request_fee ||
                            (input.measure == Measure::id && input.key != "model");
  const bool of_one_offer = input.measure == Measure::tiers || input.key.starts_with("spot_") ||
                            input.key == "api_free_tok_per_month" || input.key == "api_minimum_usd_per_month";
  return !from_catalog && !of_one_offer && input.key != "gpus_per_replica" && input.key != "gpus_per_machine" &&
         input.key != "warm_workers" && input.key != "batch_discount_ratio" && input.key != "utilization_ratio";
}

report::Report run_rank(Session& session) {
  io::Diagnostics& problems = session.problems();
  const EffectiveInputs chosen = without_idle_service(session);
  if (io::has_errors(problems)) return {};
  InputSet inputs = read_values(chosen, problems);
  const auto model = at(inputs, key("model"));
  const Catalog& catalog = session.catalog();
  const RankOptions options = read_rank_options(session, catalog);
  if (io::has_errors(problems)) return {};
  if (model) check_model(catalog, model->id, problems);
  complete(inputs, nullptr);
  check_consistency(inputs, {.self_host = false, .api = false, .demand = model.has_value()}, problems);
  if (io::has_errors(problems)) return {};

  const Ranking ranking =
      model ? rank_model(catalog, model->id, inputs, options) : rank_records(catalog, inputs, options);
  warn_of_candidates(ranking, inputs, catalog, session.today(), problems);
  return rank_report(ranking, inputs, session.today(),
                     {.inputs = inputs_of_command(session, inputs),
                      .problems = problems,
                      .verbose = session.arguments().has("verbose") || options.all_records});
}

}  // namespace breakeven::app
