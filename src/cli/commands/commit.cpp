// SPDX-License-Identifier: MIT
#include <algorithm>

#include "cli/commands/commands.hpp"
#include "cli/options/time.hpp"
#include "views/commitment.hpp"

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

}  // namespace

bool commit_takes(const OptionRow& input) {
  return input.key == "gpu" || input.key == "gpu_usd_per_hour" || input.key == "hours_per_month" ||
         input.key == "billed_hours_per_month";
}

report::Report run_commit(Session& session) {
  refuse_missing_terms(session);
  const Question question = session.question({.self_host = false, .api = false, .demand = false});
  const InputSet inputs = inputs_of_command(session, question.inputs);
  Settings settings(session, hours_per_month(inputs));
  Commitment commitment{.months = settings.read(option::commit).value_or(0),
                        .discount = settings.read(option::discount).value_or(0),
                        .annual_decline = settings.read(option::gpu_decline).value_or(0)};
  if (io::has_errors(session.problems())) return {};
  commitment.usage = std::min(1.0, assemble(inputs).self_host.billed / hour / hours_per_month(inputs));

  const CommitmentAnswer answer = commitment_answer(commitment, inputs);
  session.answered_no = session.arguments().has("exit-code") && answer.verdict() != CommitmentVerdict::commit;
  return commit_report(answer, {.inputs = inputs,
                                .problems = session.problems(),
                                .verbose = session.arguments().has("verbose"),
                                .settings = settings.document()});
}

}  // namespace breakeven::app
