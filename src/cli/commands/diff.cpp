// SPDX-License-Identifier: MIT
#include <algorithm>

#include "cli/checkable_commands.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/diff_sides.hpp"
#include "views/diff.hpp"

namespace breakeven::app {
namespace {

// The first input typed or from a scenario: the environment alone asks no question, it only completes one.
std::vector<Given>::const_iterator first_asked(const std::vector<Given>& given) {
  return std::find_if(given.begin(), given.end(), [](const Given& input) { return input.source != Source::env; });
}

std::string scenario_name(const Session& session) {
  const std::string path = session.arguments().value("scenario").value_or("given");
  return path == "-" ? "<stdin>" : path.substr(path.rfind('/') + 1);
}

// The question that the inputs ask, if any.
std::vector<NamedQuestion> asked_questions(Session& session) {
  const std::vector<Given>& given = session.given();
  if (first_asked(given) == given.end()) return {};
  return {{.name = scenario_name(session), .given = given}};
}

// Adds what the two catalogs change in the checks, or else in the answer to the inputs.
void add_consequences(Session& session, const Sides& sides, Difference& difference) {
  const CheckFiles checks = read_check_files(checkable_commands(session),
                                             session.texts(session.arguments().values("checks")), session.problems());
  if (io::has_errors(session.problems())) return;
  const Catalog& before = sides.before.catalog;
  const Catalog& after = sides.after.catalog;
  CheckConsequences checked = check_consequences(session.asker(), checks, before, after);
  const auto questions = checks.files.empty() ? asked_questions(session) : std::move(checked.questions);
  if (io::has_errors(session.problems())) return;
  Consequences found = consequences(questions, before, after, session.today(), session.problems());
  difference.asked_count = questions.size();
  difference.flipped = std::move(found.flipped);
  difference.checks = std::move(checked.changed);
  difference.has_checks = !checks.files.empty();
  difference.moved = checks.files.empty() ? std::move(found.moved) : std::move(checked.moved);
}

void refuse_inputs(Session& session) {
  const auto refuse = [&](const std::string& what) {
    session.problems().push_back({.code = "BE-U011",
                                  .message = what + " has no effect on two answers",
                                  .location = io::Location{.argument = what},
                                  .help = "leave it out, or give two catalogs"});
  };
  const auto input = first_asked(session.given());
  if (input != session.given().end()) refuse(input->origin);
  for (const std::string_view option : {"catalog", "no-builtin", "checks"})
    if (session.arguments().has(option)) refuse("--" + std::string(option));
}

}  // namespace

report::Report run_diff(Session& session) {
  const auto sides = read_sides(session);
  if (!sides) return {};
  Difference difference{.changes = changes_between(sides->before.document, sides->after.document)};
  const InputSet inputs = read_values(session.chosen(), session.problems());
  if (sides->are_catalogs()) {
    add_consequences(session, *sides, difference);
    difference.recited_count = recited_count(sides->before.catalog, sides->after.catalog, difference.changes);
  } else {
    refuse_inputs(session);
    difference.flipped = flips_of(*sides, difference.changes);
  }
  if (io::has_errors(session.problems())) return {};
  session.answered_no = session.arguments().has("exit-code") && !difference.is_empty();
  return diff_report(*sides, difference,
                     {.inputs = inputs, .problems = session.problems(), .verbose = session.arguments().has("verbose")});
}

}  // namespace breakeven::app
