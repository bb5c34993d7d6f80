// SPDX-License-Identifier: MIT
#include "views/diff.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "inputs/value_text.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"
#include "views/compare/text.hpp"

namespace breakeven::app {
namespace {

using report::Align;
using report::Table;

std::string diff_number_text(const std::string& key, double number) {
  constexpr int digits = 6;
  constexpr double million = 1e6;
  if (const Metric* metric = find_metric(key)) return measured_text(metric->measure, number);
  return std::abs(number) < million ? text::significant(number, digits) : text::volume(number, digits);
}

std::string diff_cell(const std::string& key, const Json& value) {
  if (value.is_null()) return "-";
  if (const auto number = number_of(value)) return diff_number_text(key, *number);
  return io::printable(value.is_string() ? value.string() : value.dump());
}

std::string ratio_text(const std::optional<double>& ratio) {
  return ratio ? (*ratio < 0 ? "" : "+") + text::percent(*ratio) : "-";
}

std::string change_text(const Change& change) {
  if (change.kind != ChangeKind::changed) return std::string(name(change.kind));
  return ratio_text(change_ratio(number_of(change.before), number_of(change.after)));
}

bool is_price(const Change& change) { return change.key.find("usd") != std::string::npos; }

// An added or removed entry is shown in one line: its first price, or else its first number.
int interest_of(const Change& change) {
  const Json& value = change.kind == ChangeKind::added ? change.after : change.before;
  if (!value.is_number()) return 0;
  return is_price(change) ? 2 : 1;
}

using Changes = std::vector<Change>::const_iterator;

// The end of the added or removed entry at `begin`; for a changed value, the next change.
Changes end_of_entry(Changes begin, Changes end) {
  if (begin->kind == ChangeKind::changed) return begin + 1;
  return std::find_if(begin, end, [&](const Change& change) { return !change.is_of_same_entry(*begin); });
}

// A band in one cell.
Json band_cell(const std::string& key, const Json& low, const Json& high) {
  return low.is_null() ? Json() : Json(diff_cell(key, low) + ".." + diff_cell(key, high));
}

// The line for an added or removed entry.
Change shown_of(Changes begin, Changes end) {
  constexpr std::string_view low = ".low";
  const auto best =
      std::max_element(begin, end, [](const Change& a, const Change& b) { return interest_of(a) < interest_of(b); });
  Change shown = *best;
  if (best + 1 == end || !shown.key.ends_with(low)) return shown;
  const std::string key = shown.key.substr(0, shown.key.size() - low.size());
  const Change& next = *(best + 1);
  if (next.key != key + ".high") return shown;
  shown.before = band_cell(key, best->before, next.before);
  shown.after = band_cell(key, best->after, next.after);
  shown.key = key;
  return shown;
}

void add_row(const Change& change, bool with_id, Table& table) {
  std::vector<std::string> cells{io::printable(change.key), diff_cell(change.key, change.before),
                                 diff_cell(change.key, change.after), change_text(change)};
  if (with_id) cells.insert(cells.begin(), io::printable(change.section.empty() ? "-" : change.id));
  table.rows.push_back(std::move(cells));
}

Table changes_table(const std::vector<Change>& changes) {
  Table table{.columns = {{"Figure"}, {"Before", Align::right}, {"After", Align::right}, {"Change", Align::right}},
              .rows = {}};
  const bool with_id =
      std::any_of(changes.begin(), changes.end(), [](const Change& change) { return !change.section.empty(); });
  if (with_id) table.columns.insert(table.columns.begin(), {"Entry"});
  for (auto begin = changes.begin(); begin != changes.end();) {
    const auto end = end_of_entry(begin, changes.end());
    add_row(shown_of(begin, end), with_id, table);
    begin = end;
  }
  return table;
}

std::string moved_text(const std::string& key, const std::optional<double>& number, const std::string& status) {
  return number ? diff_number_text(key, *number) : io::printable(status);
}

Table moves_table(const Difference& difference) {
  Table table{.columns = {{"Figure of the answer"},
                          {"Before", Align::right},
                          {"After", Align::right},
                          {"Change", Align::right}},
              .rows = {}};
  const bool with_scenario = difference.asked_count > 1 || difference.has_checks;
  if (with_scenario) table.columns.insert(table.columns.begin(), {"Scenario"});
  for (const Move& move : difference.moved) {
    table.rows.push_back({io::printable(move.key), moved_text(move.key, move.before, move.before_status),
                          moved_text(move.key, move.after, move.after_status), ratio_text(move.change_ratio)});
    if (with_scenario) table.rows.back().insert(table.rows.back().begin(), io::printable(move.scenario));
  }
  return table;
}

std::string shown_verdict(const std::string& word) {
  for (const Verdict verdict : {Verdict::self_host, Verdict::api})
    if (name(verdict) == word) return verdict_word(verdict);
  return io::printable(word);
}

Table flips_table(const std::vector<VerdictFlip>& flipped) {
  Table table{.columns = {{"Verdict of"}, {"Before"}, {"After"}}, .rows = {}};
  for (const VerdictFlip& flip : flipped)
    table.rows.push_back({io::printable(flip.scenario), shown_verdict(flip.before), shown_verdict(flip.after)});
  return table;
}

std::string checked_text(CheckStatus status, const std::string& metric, const Json& actual) {
  return std::string(name(status)) + (actual.is_null() ? "" : ": " + diff_cell(metric, actual));
}

Table checks_table(const std::vector<CheckChange>& checks) {
  Table table{.columns = {{"Check"}, {"Expectation"}, {"Before"}, {"After"}}, .rows = {}};
  for (const CheckChange& check : checks)
    table.rows.push_back({io::printable(check.name), io::printable(check.metric) + " " + check.expected,
                          checked_text(check.before, check.metric, check.before_actual),
                          checked_text(check.after, check.metric, check.after_actual)});
  return table;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return text::format("{} {}", text::count(static_cast<double>(count)), count == 1 ? one : many);
}

report::Paragraph diff_notes(const Difference& difference) {
  report::Paragraph paragraph;
  for (const VerdictFlip& flip : difference.flipped)
    for (const auto& [side, reason] : {std::pair("Before", flip.before_reason), std::pair("After", flip.after_reason)})
      if (!reason.empty())
        paragraph.lines.push_back(
            text::format("{}, '{}' cannot be answered: {}.", side, io::printable(flip.scenario), reason));
  if (difference.recited_count > 0)
    paragraph.lines.push_back(counted(difference.recited_count, "entry has", "entries have") +
                              " another source or date, and the same figures.");
  return paragraph;
}

std::string changes_text(const Difference& difference) {
  const auto& changes = difference.changes;
  const bool prices_alone = std::all_of(changes.begin(), changes.end(), [](const Change& change) {
    return change.kind != ChangeKind::changed || is_price(change);
  });
  std::string text;
  const auto add = [&](std::size_t count, std::string_view one, std::string_view many, std::string_view what) {
    if (count > 0) text += (text.empty() ? "" : ", ") + counted(count, one, many) + " " + std::string(what);
  };
  add(difference.count(ChangeKind::changed), prices_alone ? "price" : "value", prices_alone ? "prices" : "values",
      "changed");
  add(difference.count(ChangeKind::added), "entry", "entries", "added");
  add(difference.count(ChangeKind::removed), "entry", "entries", "removed");
  return text.empty() ? "No value changed" : text;
}

std::string flips_text(const Difference& difference) {
  const auto& flipped = difference.flipped;
  if (flipped.size() == 1 && difference.asked_count <= 1)
    return text::format("; the verdict flips from {} to {}", shown_verdict(flipped.front().before),
                        shown_verdict(flipped.front().after));
  if (!flipped.empty()) return "; " + counted(flipped.size(), "verdict flips", "verdicts flip");
  return difference.asked_count > 0 ? "; no verdict flips" : "";
}

// The checks with a new result.
std::string checks_text(const Difference& difference) {
  if (!difference.has_checks) return "";
  struct Row {
    CheckStatus status;
    std::string_view one;
    std::string_view many;
  };
  static constexpr std::array rows{Row{CheckStatus::failed, "check now fails", "checks now fail"},
                                   Row{CheckStatus::errored, "check has no answer now", "checks have no answer now"},
                                   Row{CheckStatus::passed, "check now passes", "checks now pass"}};
  std::string text;
  for (const Row& row : rows) {
    const auto count = std::count_if(difference.checks.begin(), difference.checks.end(),
                                     [&](const CheckChange& check) { return check.after == row.status; });
    if (count > 0) text += "; " + counted(static_cast<std::size_t>(count), row.one, row.many);
  }
  return text.empty() ? "; no check comes out otherwise" : text;
}

}  // namespace

std::size_t Difference::count(ChangeKind kind) const {
  std::size_t found = 0;
  for (auto begin = changes.begin(); begin != changes.end(); begin = end_of_entry(begin, changes.end()))
    found += begin->kind == kind ? 1 : 0;
  return found;
}

std::vector<report::Block> diff_blocks(const Difference& difference) {
  std::vector<report::Block> blocks;
  if (!difference.changes.empty()) blocks.emplace_back(changes_table(difference.changes));
  if (!difference.moved.empty()) blocks.emplace_back(moves_table(difference));
  if (!difference.flipped.empty()) blocks.emplace_back(flips_table(difference.flipped));
  if (!difference.checks.empty()) blocks.emplace_back(checks_table(difference.checks));
  if (report::Paragraph paragraph = diff_notes(difference); !paragraph.lines.empty())
    blocks.emplace_back(std::move(paragraph));
  blocks.emplace_back(report::Headline{difference.is_empty() ? "Nothing changed."
                                                             : changes_text(difference) + flips_text(difference) +
                                                                   checks_text(difference) + "."});
  return blocks;
}

std::string diff_brief(const Difference& difference) {
  return text::format("{} {} {} {}", difference.count(ChangeKind::changed), difference.count(ChangeKind::added),
                      difference.count(ChangeKind::removed), difference.flipped.size());
}

}  // namespace breakeven::app
