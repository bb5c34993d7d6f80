// SPDX-License-Identifier: MIT
#include <algorithm>

#include "cli/commands/commands.hpp"
#include "cli/options/time.hpp"
#include "io/catalog/fields.hpp"
#include "views/commitment.hpp"
#include "views/document.hpp"

namespace breakeven::app {
namespace {

void refuse_missing_terms(Session& session) {
  std::vector<std::string> notes;
  if (!session.arguments().has(option::commit.name)) notes.emplace_back("the length: --commit 1y");
  if (!session.arguments().has(option::discount.name)) notes.emplace_back("the discount: --discount 35%");
  if (notes.empty()) return;
  session.problems().push_back(
      {.code = "BE-U005",
       .message = notes.size() == 1 ? "a term of the commitment is missing" : "the terms of the commitment are missing",
       .notes = std::move(notes),
       .help = "give each of them"});
}

Json commitment_cost_document(const CommitmentAnswer& answer) {
  const bool priced = answer.price.has_value();
  const auto figure = [&](auto&& of) { return priced ? Json(of()) : Json(); };
  const double on_demand = answer.on_demand_ratio;
  const double committed = answer.committed_ratio();
  return {{"status", priced ? "priced" : "not_applicable"},
          {"reason", priced ? Json() : Json("no GPU price is given")},
          {"committed_usd_per_hour", figure([&] { return *answer.price / io::usd_per_hour * committed; })},
          {"on_demand_usd_per_hour",
           figure([&] { return *answer.price / io::usd_per_hour * on_demand / answer.commitment.usage; })},
          {"committed_usd", figure([&] { return answer.cost(committed) / usd; })},
          {"on_demand_usd", figure([&] { return answer.cost(on_demand) / usd; })},
          {"saving_usd", figure([&] { return answer.cost(on_demand) / usd - answer.cost(committed) / usd; })}};
}

Json commitment_document(const CommitmentAnswer& answer, const Settings& settings) {
  Json document = document_header("breakeven.commit");
  document["verdict"] = name(answer.verdict());
  document["settings"] = settings.document();
  document["usage_ratio"] = answer.commitment.usage;
  document["committed_ratio"] = answer.committed_ratio();
  document["on_demand_ratio"] = answer.on_demand_ratio;
  document["cost_per_gpu"] = commitment_cost_document(answer);
  document["break_even"] = {{"discount_ratio", answer.break_even_discount},
                            {"gpu_decline_ratio_per_year", break_even_document(answer.break_even_decline)},
                            {"usage_ratio", break_even_document(answer.break_even_usage)}};
  return document;
}

}  // namespace

bool commit_takes(const OptionRow& input) {
  return input.key == "gpu" || input.key == "gpu_usd_per_hour" || input.key == "hours_per_month" ||
         input.key == "billed_hours_per_month";
}

report::Report run_commit(Session& session) {
  refuse_missing_terms(session);
  const Question question = session.question({.self_host = false, .api = false, .demand = false});
  const InputSet inputs = taken_inputs(session, question.inputs);
  Settings settings(session, hours_per_month(inputs));
  Commitment commitment{.months = settings.read(option::commit).value_or(0),
                        .discount = settings.read(option::discount).value_or(0),
                        .annual_decline = settings.read(option::gpu_decline).value_or(0)};
  if (io::has_errors(session.problems())) return {};
  commitment.usage = std::min(1.0, assemble(inputs).self_host.billed / hour / hours_per_month(inputs));

  const CommitmentAnswer answer = commitment_answer(commitment, inputs);
  session.answered_no = session.arguments().has("exit-code") && answer.verdict() != CommitmentVerdict::commit;
  report::Report report{.document = commitment_document(answer, settings),
                        .blocks = commitment_blocks(answer, inputs, session.arguments().has("verbose")),
                        .brief = commitment_brief(answer),
                        .rows = std::nullopt};
  close_document(report.document, inputs, session.problems());
  return report;
}

}  // namespace breakeven::app
