// SPDX-License-Identifier: MIT
#include "views/sweep/text.hpp"

#include <algorithm>
#include <array>

#include "inputs/value_text.hpp"
#include "io/catalog/fields.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"
#include "views/assumptions.hpp"
#include "views/compare/text.hpp"

namespace breakeven::app {
namespace {

using report::Align;
using report::Cell;
using report::Table;

template <class Amount, class Unit>
Cell amount_cell(const std::optional<Amount>& amount, Unit unit) {
  return amount ? Cell(*amount / unit) : Cell();
}
template <class Amount, class Unit>
std::string amount_text(const std::optional<Amount>& amount, Unit unit, std::string (*text)(double)) {
  return amount ? text(*amount / unit) : "-";
}

constexpr std::array leading_columns{
    SweepColumn{"self_host_usd_per_month", "Self-host/month",
                [](const Comparison& c) { return amount_cell(c.self_host.cost, usd); },
                [](const Comparison& c) { return amount_text(c.self_host.cost, usd, text::money); }},
    SweepColumn{"api_usd_per_month", "API/month", [](const Comparison& c) { return Cell(c.api.cost / usd); },
                [](const Comparison& c) { return text::money(c.api.cost / usd); }},
    SweepColumn{"serverless_usd_per_month", "Serverless/month",
                [](const Comparison& c) { return c.serverless ? Cell(c.serverless->cost / usd) : Cell(); },
                [](const Comparison& c) { return c.serverless ? text::money(c.serverless->cost / usd) : "-"; }, true},
    SweepColumn{
        "self_host_usd_per_mtok", "Self-host/Mtok",
        [](const Comparison& c) { return amount_cell(c.self_host.per_token, io::usd_per_mtok); },
        [](const Comparison& c) { return amount_text(c.self_host.per_token, io::usd_per_mtok, text::per_mtok); }},
    SweepColumn{"api_usd_per_mtok", "API/Mtok",
                [](const Comparison& c) { return amount_cell(c.api.per_token, io::usd_per_mtok); },
                [](const Comparison& c) { return amount_text(c.api.per_token, io::usd_per_mtok, text::per_mtok); }},
    SweepColumn{"utilization_ratio", "Used", [](const Comparison& c) { return Cell(c.self_host.utilization); },
                [](const Comparison& c) { return text::percent(c.self_host.utilization); }},
    SweepColumn{"replica_count", "Replicas",
                [](const Comparison& c) { return Cell(static_cast<std::int64_t>(c.self_host.replica_count)); },
                [](const Comparison& c) { return text::count(c.self_host.replica_count); }},
    SweepColumn{"verdict", "Cheaper", [](const Comparison& c) { return Cell(name(c.verdict)); },
                [](const Comparison& c) { return verdict_word(c.verdict); }},
    SweepColumn{"break_even_utilization_ratio", "",
                [](const Comparison& c) { return cell_of(c.break_even.utilization.value); }, nullptr},
    SweepColumn{"break_even_status", "",
                [](const Comparison& c) { return Cell(name(c.break_even.utilization.status)); }, nullptr},
};

Table rows_table(Sweep& sweep, const Metric* metric) {
  Table table;
  for (const SweptInput& variation : sweep.variations())
    table.columns.push_back({std::string(row(variation.key).key), Align::right});
  const bool has_serverless = sweep.question().scenario.serverless.has_value();
  const auto shown = [&](const SweepColumn& column) {
    return column.text && (has_serverless || !column.is_of_serverless);
  };
  for (const SweepColumn& column : leading_columns)
    if (shown(column)) table.columns.push_back({std::string(column.title), Align::right});
  if (metric) table.columns.push_back({std::string(metric->path), Align::right});
  sweep.visit([&](const SweepPoint& point) {
    auto& cells = table.rows.emplace_back();
    for (std::size_t i = 0; i < point.values.size(); ++i)
      cells.push_back(value_text(sweep.variations()[i].key, point.values[i]));
    for (const SweepColumn& column : leading_columns)
      if (shown(column)) cells.push_back(column.text(point.comparison));
    if (metric) cells.push_back(figure_text(*metric, metric->figure({point.question, point.comparison})));
  });
  return table;
}

Table grid(Sweep& sweep, const Metric* metric) {
  const SweptInput& down = sweep.variations()[0];
  const SweptInput& across = sweep.variations()[1];
  Table table{.columns = {{text::format("{} \\ {}", row(down.key).key, row(across.key).key), Align::right}},
              .rows = {}};
  for (std::size_t i = 0; i < across.count; ++i)
    table.columns.push_back({value_text(across.key, sweep.value(across, i)), Align::right});
  sweep.visit([&](const SweepPoint& point) {
    if (point.places[1] == 0) table.rows.push_back({value_text(down.key, point.values[0])});
    table.rows.back().push_back(metric ? figure_text(*metric, metric->figure({point.question, point.comparison}))
                                       : verdict_word(point.comparison.verdict));
  });
  return table;
}

std::string points_text(std::size_t points) {
  return text::count(static_cast<double>(points)) + (points == 1 ? " point" : " points");
}

struct Phrase {
  Verdict verdict;
  std::string_view first;
  std::string_view further;
};
constexpr std::array phrases{
    Phrase{Verdict::self_host, "Self-hosting is cheaper", ""}, Phrase{Verdict::api, "The API is cheaper", "the API"},
    Phrase{Verdict::tie, "Both sides tie", "a tie"},
    Phrase{Verdict::infeasible, "Self-hosting cannot serve the volume", "self-hosting cannot serve the volume"},
    Phrase{Verdict::serverless, "Serverless is cheaper", "serverless"}};

using Tally = std::array<std::size_t, phrases.size()>;

Tally tally_of(Sweep& sweep) {
  Tally tally{};
  sweep.visit([&](const SweepPoint& point) { ++tally.at(static_cast<std::size_t>(point.comparison.verdict)); });
  return tally;
}

// "Self-hosting is cheaper at 5 of 10 points, the API at 5."
std::string tally_text(const Tally& tally, std::size_t points) {
  std::string text;
  for (const auto& [verdict, first, further] : phrases) {
    const std::size_t count = tally.at(static_cast<std::size_t>(verdict));
    if (count == 0) continue;
    const std::string number = text::count(static_cast<double>(count));
    if (text.empty())
      text = text::format("{} at {} of {}", first, number, points_text(points));
    else
      text += text::format(", {} at {}", further, number);
  }
  return text + ".";
}

// Whether the catalog's values and the hours are the same at every point.
bool keeps_its_entries(const Sweep& sweep) {
  return std::none_of(sweep.variations().begin(), sweep.variations().end(), [](const SweptInput& variation) {
    const OptionRow& input = row(variation.key);
    return variation.is_id_list() || input.measure == Measure::duration || input.group == Group::hours ||
           input.group == Group::mix;
  });
}

report::Paragraph sweep_notes(const Sweep& sweep, const Metric* metric) {
  const bool is_grid = sweep.variations().size() > 1;
  std::string amounts = "Costs are in usd.";
  if (is_grid)
    amounts = metric ? text::format("Cells are {} in {}.", metric->path, unit_of(metric->measure))
                     : "Cells name the cheaper side.";
  report::Paragraph paragraph{{amounts}};
  const SweptInput& last = sweep.variations().back();
  if (!last.is_id_list())
    paragraph.lines.front() +=
        text::format("  breakeven solve --for {} finds where the cheaper side changes.", row(last.key).key);
  if (keeps_its_entries(sweep))
    for (std::string& sentence : catalog_sentences(sweep.question())) paragraph.lines.push_back(std::move(sentence));
  return paragraph;
}

}  // namespace

std::span<const SweepColumn> sweep_columns() { return leading_columns; }

Cell cell_of(const Value& value) {
  if (const auto* number = std::get_if<double>(&value)) return *number;
  return std::string_view(std::get<std::string>(value));
}

Cell cell_of(const std::optional<double>& number) { return number ? Cell(*number) : Cell(); }

std::string sweep_brief(Sweep& sweep) {
  const Tally tally = tally_of(sweep);
  std::string text;
  for (const Phrase& phrase : phrases)
    if (const std::size_t count = tally.at(static_cast<std::size_t>(phrase.verdict)); count > 0)
      text += text::format("{}{} {}", text.empty() ? "" : " ", name(phrase.verdict), count);
  return text;
}

std::vector<report::Block> sweep_blocks(Sweep& sweep, const Metric* metric) {
  const Tally tally = tally_of(sweep);
  std::vector<report::Block> blocks{sweep.variations().size() == 2 ? grid(sweep, metric) : rows_table(sweep, metric)};
  blocks.emplace_back(sweep_notes(sweep, metric));
  blocks.emplace_back(report::Headline{tally_text(tally, sweep.point_count())});
  return blocks;
}

}  // namespace breakeven::app
