// SPDX-License-Identifier: MIT
#include <algorithm>

#include "cli/commands/commands.hpp"
#include "text/format.hpp"
#include "views/solve.hpp"

namespace breakeven::app {
namespace {

std::optional<Key> asked_key(Session& session) {
  const auto name = session.arguments().value("for");
  io::Diagnostic wrong{
      .code = "BE-U005", .message = "solve needs the input to solve for", .help = "give it: --for gpu_usd_per_hour"};
  if (name) {
    const auto key = find_key(*name);
    if (key && row(*key).assign && !row(*key).jumps) return key;
    wrong = {
        .code = "BE-U009",
        .message = key ? "--for " + *name + " cannot be solved for"
                       : "--for has the unknown input '" + io::printable(*name) + "'",
        .location = io::Location{.argument = "--for"},
        .help = key ? "solve for a price, a rate, a ratio or a count; breakeven sweep --vary gpu=ID,ID compares ids"
                    : suggest_key(*name)};
  }
  session.problems().push_back(std::move(wrong));
  return std::nullopt;
}

// Reads `FIGURE=VALUE`, the value in the figure's unit.
void read_target(Session& session, Target& target) {
  const auto text = session.arguments().value("target");
  if (!text) return;
  const std::size_t equals = std::min(text->find('='), text->size());
  const std::string name = text->substr(0, equals);
  const std::string value = text->substr(std::min(equals + 1, text->size()));
  target.metric = find_metric(name);
  if (!target.metric) return session.problems().push_back(unknown_metric("--target", name));
  const auto refuse = [&](std::string_view code, const std::string& what, std::string help) {
    session.problems().push_back({.code = code,
                                  .message = "--target " + name + what,
                                  .location = io::Location{.argument = "--target"},
                                  .help = std::move(help)});
  };
  const std::string form = text::format("write --target {}=NUMBER", name);
  if (value.empty()) return refuse("BE-U010", " has no value", form);
  const auto parsed = parse_quantity(value, target.metric->measure, UnitPolicy::optional);
  if (const auto* failed = std::get_if<QuantityProblem>(&parsed))
    return refuse(failed->code, " cannot be read: " + failed->message, failed->help);
  const auto& range = std::get<AmountRange>(parsed);
  if (value.find("..") != std::string::npos) return refuse("BE-U010", " is a range, and one value is asked", form);
  target.value = range.low.in_month(*row(key("hours_per_month")).default_value);
}

// The inputs that stay fixed.
InputSet held_inputs(const Question& question, Key solved_for) {
  InputSet inputs = question.inputs;
  at(inputs, solved_for).reset();
  return inputs;
}

}  // namespace

report::Report run_solve(Session& session) {
  const auto key = asked_key(session);
  Target target{.key = key.value_or(Key{})};
  read_target(session, target);
  if (io::has_errors(session.problems())) return {};
  const auto current = session.asker().current_number(*key);
  const auto question = question_with(session.asker(), target, current);
  if (!question || io::has_errors(session.problems())) return {};
  const InputSet held = held_inputs(question->question(), *key);
  Solved solved = solve(target, *question);
  solved.current = current;
  session.answered_no = session.arguments().has("exit-code") && solved.values.empty();
  return solve_report(target, solved, question->question(),
                      {.inputs = held, .problems = session.problems(), .verbose = session.arguments().has("verbose")});
}

}  // namespace breakeven::app
