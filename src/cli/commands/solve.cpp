// SPDX-License-Identifier: MIT

#include <algorithm>

#include "analysis/goal_seek.hpp"
#include "cli/commands/commands.hpp"
#include "inputs/value_text.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"
#include "views/assumptions.hpp"
#include "views/compare/text.hpp"
#include "views/document.hpp"

namespace breakeven::app {
namespace {

std::optional<Key> asked_key(Session& session) {
  const auto name = session.arguments().value("for");
  io::Diagnostic wrong{
      .code = "BE-U005", .message = "solve needs the input to solve for", .help = "give it: --for gpu_usd_per_hour"};
  if (name) {
    const auto key = find_key(*name);
    if (key && row(*key).assign) return key;
    wrong = {
        .code = "BE-U009",
        .message =
            key ? "--for " + *name + " is no number" : "--for has the unknown input '" + io::printable(*name) + "'",
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
  const auto parsed = parse_quantity(value, target.metric->measure, Bare::in_key_unit);
  if (const auto* failed = std::get_if<QuantityProblem>(&parsed))
    return refuse(failed->code, " cannot be read: " + failed->message, failed->help);
  const auto& range = std::get<AmountRange>(parsed);
  if (value.find("..") != std::string::npos) return refuse("BE-U010", " is a range, and one value is asked", form);
  target.value = range.low.in_month(*row(key("hours_per_month")).default_value);
}

Json solved_document(const Target& target, const Solved& solved) {
  Json document = document_header("breakeven.solve");
  document["for"] = row(target.key).key;
  document["target"] = target.metric ? Json{{"metric", target.metric->path}, {"value", target.value}} : Json();
  document["current"] = solved.current ? Json(*solved.current) : Json();
  document["status"] = name(solved.status);
  document["solutions"] = Json::array();
  for (const SolvedValue& solution : solved.values)
    document["solutions"].push_back({{"value", solution.value},
                                     {"kind", solution.kind == SolutionKind::root ? "root" : "jump"},
                                     {"to", solution.to.empty() ? Json() : Json(solution.to)},
                                     {"touch", solution.touch}});
  document["searched_to"] = solved.searched_to ? Json(*solved.searched_to) : Json();
  document["reason"] = solved.reason.empty() ? Json() : Json(solved.reason);
  return document;
}

std::string solution_text(const Target& target, double value) { return exact_text(row(target.key).measure, value); }

bool is_jump(const SolvedValue& solution) { return solution.kind == SolutionKind::jump; }

std::string_view kind_text(const Target& target, const SolvedValue& solution) {
  if (is_jump(solution)) return "jump";
  if (target.metric) return "reached";
  return solution.touch ? "tie, at this value alone" : "tie";
}

Verdict side_of(std::string_view side) {
  for (const Verdict verdict : {Verdict::self_host, Verdict::api})
    if (name(verdict) == side) return verdict;
  return Verdict::serverless;
}

report::Table solutions_table(const Target& target, const Solved& solved) {
  report::Table table{.columns = {{std::string(row(target.key).key), report::Align::right}, {"", report::Align::left}},
                      .rows = {}};
  if (!target.metric) table.columns.push_back({"Cheaper from there on", report::Align::left});
  for (const SolvedValue& solution : solved.values) {
    auto& cells = table.rows.emplace_back();
    cells.push_back(solution_text(target, solution.value));
    cells.emplace_back(kind_text(target, solution));
    if (!target.metric) cells.push_back(verdict_word(solution.touch ? Verdict::api : side_of(solution.to)));
  }
  return table;
}

std::string_view jump_note(const Target& target) {
  if (target.metric) return "At a jump the figure steps past the value, with a replica or a price tier.";
  return "At a jump the cheaper side changes without a tie: a replica or a price tier more or less, or more replicas "
         "than can be had.";
}

// What the table does not show: the side below its first value, what a jump is, and where the search ended.
report::Paragraph solve_notes(const Target& target, const Solved& solved) {
  report::Paragraph paragraph;
  if (!target.metric && !solved.values.empty() && !solved.values.front().touch)
    paragraph.lines.push_back(text::format("Below {}, {} is cheaper.",
                                           solved.values.size() == 1 ? "it" : "the first of these",
                                           side_words(side_of(solved.values.front().from))));
  if (std::any_of(solved.values.begin(), solved.values.end(), is_jump)) paragraph.lines.emplace_back(jump_note(target));
  if (solved.searched_to)
    paragraph.lines.push_back("There may be more above " + solution_text(target, *solved.searched_to) +
                              ": the search ended there.");
  return paragraph;
}

std::string goal_text(const Target& target, const Solved& solved) {
  const auto jumps = std::count_if(solved.values.begin(), solved.values.end(), is_jump);
  const bool all = static_cast<std::size_t>(jumps) == solved.values.size();
  if (target.metric)
    return text::format("{} {} {}", target.metric->path,
                        jumps == 0 ? "is"
                        : all      ? "jumps past"
                                   : "is, or jumps past,",
                        exact_text(target.metric->measure, target.value));
  return jumps == 0 && solved.values.size() == 1 ? "Both sides cost the same" : "The cheaper side changes";
}

std::string solve_headline(const Target& target, const Solved& solved) {
  const std::string_view key = row(target.key).key;
  const std::string now = solved.current ? "; it is " + solution_text(target, *solved.current) + " now" : "";
  switch (solved.status) {
    case Status::at:
      return text::format("{} where {} is {}{}.", goal_text(target, solved), key,
                          solution_text(target, solved.values.front().value), now);
    case Status::not_unique:
      return text::format("{} at {}{} values of {}{}.", goal_text(target, solved),
                          solved.searched_to ? "more than " : "", solved.values.size(), key, now);
    case Status::always:
      return "Always: " + solved.reason + ".";
    default:
      return "Never: " + solved.reason + ".";
  }
}

std::string brief(const Solved& solved) {
  if (solved.values.empty()) return std::string(name(solved.status));
  std::string text;
  for (const SolvedValue& solution : solved.values) text += (text.empty() ? "" : " ") + text::plain(solution.value);
  return text;
}

// The inputs that are held.
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
  const std::vector<std::string> supplied = catalog_sentences(question->question());
  Solved solved = solve(target, *question);
  solved.current = current;
  session.answered_no = session.arguments().has("exit-code") && solved.values.empty();
  report::Report report{.document = solved_document(target, solved), .brief = brief(solved)};
  close_document(report.document, held, session.problems());
  if (session.arguments().has("verbose")) report.blocks.emplace_back(inputs_table(held));
  if (!solved.values.empty()) report.blocks.emplace_back(solutions_table(target, solved));
  report::Paragraph paragraph = solve_notes(target, solved);
  paragraph.lines.insert(paragraph.lines.end(), supplied.begin(), supplied.end());
  if (!paragraph.lines.empty()) report.blocks.emplace_back(std::move(paragraph));
  report.blocks.emplace_back(report::Headline{solve_headline(target, solved)});
  return report;
}

}  // namespace breakeven::app
