// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "cli/commands/commands.hpp"
#include "cli/compare_text.hpp"
#include "cli/documents.hpp"
#include "cli/solving.hpp"
#include "cli/value_text.hpp"
#include "report/numbers.hpp"

namespace breakeven::cli {
namespace {

std::optional<Key> asked_key(Session& session) {
  const auto name = session.arguments().value("for");
  io::Diagnostic wrong{.code = "BE-U005", .message = "solve needs the input to solve for", .help = "give it: --for gpu_usd_per_hour"};
  if (name) {
    const auto key = find_key(*name);
    if (key && row(*key).measure != Measure::id) return key;
    wrong = {.code = "BE-U009",
             .message = "--for '" + io::printable(*name) + "' is " + (key ? "no number" : "no input"),
             .location = io::Location{.argument = "--for"},
             .help = key ? "solve for a price, a rate, a ratio or a count" : io::did_you_mean(*name, input_keys())};
  }
  session.problems().push_back(std::move(wrong));
  return std::nullopt;
}

// Reads `FIGURE=VALUE`, the value in the figure's unit.
void read_target(Session& session, Target& target) {
  const auto text = session.arguments().value("target");
  if (!text) return;
  const std::size_t equals = text->find('=');
  target.metric = find_metric(text->substr(0, equals));
  if (!target.metric) return session.problems().push_back(unknown_metric("--target", text->substr(0, equals)));
  const std::string_view value = equals == std::string::npos ? "" : std::string_view(*text).substr(equals + 1);
  const auto parsed = parse_quantity(value, target.metric->measure, Bare::in_key_unit);
  const double month = *row(key("hours_per_month")).default_value;
  if (const auto* range = std::get_if<AmountRange>(&parsed); range && value.find("..") == std::string_view::npos) {
    target.value = range->low.in_month(month);
    return;
  }
  const auto* failed = std::get_if<QuantityProblem>(&parsed);
  session.problems().push_back({.code = failed ? failed->code : "BE-Q001",
                                .message = "--target " + (failed ? failed->message : "'" + *text + "' is a range"),
                                .location = io::Location{.argument = "--target"},
                                .help = "write --target self_host.usd_per_mtok=0.5"});
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

std::string kind_text(const Target& target, const SolvedValue& solution) {
  if (solution.kind == SolutionKind::jump) return "jump: a replica more or less";
  if (target.metric) return "reached";
  return solution.touch ? "tie in one point" : "tie";
}

report::Table solutions_table(const Target& target, const Solved& solved) {
  report::Table table{.columns = {{std::string(row(target.key).key), report::Align::right}, {"", report::Align::left}},
                      .rows = {}};
  if (!target.metric) table.columns.push_back({"Cheaper from there on", report::Align::left});
  for (const SolvedValue& solution : solved.values) {
    auto& cells = table.rows.emplace_back();
    cells.push_back(exact_text(target.key, solution.value));
    cells.push_back(kind_text(target, solution));
    if (!target.metric) cells.push_back(verdict_word(solution.touch || solution.to == "api" ? Verdict::api : Verdict::self_host));
  }
  return table;
}

std::string goal_text(const Target& target, const Solved& solved) {
  if (target.metric)
    return fmt::format("{} is {}", target.metric->path, figure_text(*target.metric, {.value = target.value}));
  const bool jumps = solved.values.size() > 1 || solved.values.front().kind == SolutionKind::jump;
  return jumps ? "The cheaper side changes" : "Both sides cost the same";
}

std::string_view other(std::string_view side) { return side == "api" ? "self-hosting" : "the API"; }

// What the table does not show: the side below its first value, and where the search ended.
report::Paragraph notes(const Target& target, const Solved& solved) {
  report::Paragraph paragraph;
  if (!target.metric && !solved.values.empty() && !solved.values.front().touch)
    paragraph.lines.push_back(
        fmt::format("Below the first of these, {} is cheaper.", other(solved.values.front().to)));
  if (solved.searched_to)
    paragraph.lines.push_back("There may be more above " + exact_text(target.key, *solved.searched_to) +
                              ": the search ended there.");
  return paragraph;
}

std::string headline(const Target& target, const Solved& solved) {
  const std::string key(row(target.key).key);
  const std::string now = solved.current ? "; it is " + exact_text(target.key, *solved.current) + " now" : "";
  switch (solved.status) {
    case Status::at:
      return fmt::format("{} at a {} of {}{}.", goal_text(target, solved), key,
                         exact_text(target.key, solved.values.front().value), now);
    case Status::not_unique:
      return fmt::format("{} at {}{} values of {}{}.", goal_text(target, solved),
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
  for (const SolvedValue& solution : solved.values)
    text += (text.empty() ? "" : " ") + report::plain(solution.value);
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
  const auto current = current_number(session, *key);
  const auto question = question_with(session, *key, current);
  if (!question || io::has_errors(session.problems())) return {};
  const InputSet held = held_inputs(question->question(), *key);
  Solved solved = solve(target, *question);
  solved.current = current;
  session.answered_no = session.arguments().has("exit-code") && solved.values.empty();
  report::Report report{.document = solved_document(target, solved), .brief = brief(solved)};
  close_document(report.document, held, session.problems());
  if (session.arguments().has("verbose")) report.blocks.emplace_back(inputs_table(held));
  if (!solved.values.empty()) report.blocks.emplace_back(solutions_table(target, solved));
  if (report::Paragraph paragraph = notes(target, solved); !paragraph.lines.empty())
    report.blocks.emplace_back(std::move(paragraph));
  report.blocks.emplace_back(report::Headline{headline(target, solved)});
  return report;
}

}  // namespace breakeven::cli
