// SPDX-License-Identifier: MIT
#include "views/solve.hpp"

#include <algorithm>

#include "inputs/value_text.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"
#include "views/assumptions.hpp"
#include "views/compare/text.hpp"

namespace breakeven::app {
namespace {

Json solved_document(const Target& target, const Solved& solved) {
  Json document = document_header("breakeven.solve");
  document["for"] = row(target.key).key;
  document["target"] = target.metric ? Json{{"metric", target.metric->path}, {"value", target.value}} : Json();
  document["current"] = Json(solved.current);
  document["status"] = name(solved.status);
  document["solutions"] = Json::array();
  for (const SolvedValue& solution : solved.values)
    document["solutions"].push_back({{"value", solution.value},
                                     {"kind", solution.kind == SolutionKind::root ? "root" : "jump"},
                                     {"to", text_or_null(solution.to)},
                                     {"touch", solution.touch}});
  document["searched_to"] = Json(solved.searched_to);
  document["reason"] = text_or_null(solved.reason);
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

// What the table does not show: the cheaper side below its first value, what a jump is, and where the search ended.
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

std::string solve_brief(const Solved& solved) {
  if (solved.values.empty()) return std::string(name(solved.status));
  std::string text;
  for (const SolvedValue& solution : solved.values) text += (text.empty() ? "" : " ") + text::plain(solution.value);
  return text;
}

}  // namespace

report::Report solve_report(const Target& target, const Solved& solved, const Question& question,
                            const AnswerContext& context) {
  report::Report report{.document = solved_document(target, solved), .brief = solve_brief(solved)};
  close_document(report.document, context.inputs, context.problems);
  if (context.verbose) report.blocks.emplace_back(inputs_table(context.inputs));
  if (!solved.values.empty()) report.blocks.emplace_back(solutions_table(target, solved));
  report::Paragraph paragraph = solve_notes(target, solved);
  for (std::string& sentence : catalog_sentences(question)) paragraph.lines.push_back(std::move(sentence));
  if (!paragraph.lines.empty()) report.blocks.emplace_back(std::move(paragraph));
  report.blocks.emplace_back(report::Headline{solve_headline(target, solved)});
  return report;
}

}  // namespace breakeven::app
