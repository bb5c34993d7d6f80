// SPDX-License-Identifier: MIT
#include "views/sweep/pictures.hpp"

#include <cmath>
#include <limits>

#include "inputs/value_text.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"
#include "views/compare/text.hpp"

namespace breakeven::app {
namespace {

using report::Series;

constexpr double gap = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t most_lines = 6;

std::string tick(double number) { return text::volume(number); }

double number_of(const Value& value) { return std::get<double>(value); }

double self_host_cost_of(const SweepPoint& point) {
  return point.comparison.self_host.cost ? *point.comparison.self_host.cost / usd : gap;
}

double metric_of(const Metric& metric, const SweepPoint& point) {
  return metric.figure({point.question, point.comparison}).value.value_or(gap);
}

report::Axis axis_of(const SweptInput& variation) {
  const bool logarithmic = variation.rule == SweptInput::Rule::logarithmic;
  return {.title = std::string(row(variation.key).key),
          .scale = logarithmic ? report::AxisScale::logarithmic : report::AxisScale::linear,
          .tick = tick};
}

std::string title_of(const Metric* metric) {
  if (!metric) return "Cost per month [usd]";
  const std::string_view unit = unit_of(metric->measure);
  return std::string(metric->path) + (unit.empty() ? "" : text::format(" [{}]", unit));
}

// The points between which the verdict changes, in words.
std::string changes_caption(Sweep& sweep) {
  constexpr std::size_t most = 6;
  std::vector<std::string> changes;
  std::optional<Verdict> before;
  Value last;
  const Key key = sweep.variations().front().key;
  std::string start;
  sweep.visit([&](const SweepPoint& point) {
    const Verdict verdict = point.comparison.verdict;
    if (!before) start = verdict_word(verdict);
    if (before && *before != verdict)
      changes.push_back(text::format("{} from {}..{}", verdict_word(verdict), value_text(key, last),
                                     value_and_unit(key, point.values[0])));
    before = verdict;
    last = point.values[0];
  });
  if (changes.empty()) return "Cheapest all along: " + start + ".";
  std::string caption = "Cheapest: first " + start;
  for (std::size_t i = 0; i < changes.size() && i < most; ++i) caption += "; then " + changes[i];
  return caption + (changes.size() > most ? "; and so on." : ".");
}

report::Chart line_chart(Sweep& sweep, const Metric* metric) {
  report::Chart chart{.title = title_of(metric), .x = axis_of(sweep.variations().front()), .y = {.tick = tick}};
  if (metric)
    chart.series = {Series{.name = "", .points = {}}};
  else
    chart.series = {Series{.name = "self-host", .points = {}}, Series{.name = "API", .points = {}}};
  const bool has_serverless = !metric && sweep.question().scenario.serverless;
  if (has_serverless) chart.series.push_back({.name = "serverless", .points = {}});
  sweep.visit([&](const SweepPoint& point) {
    const double x = number_of(point.values[0]);
    if (metric) return chart.series[0].points.push_back({x, metric_of(*metric, point)});
    chart.series[0].points.push_back({x, self_host_cost_of(point)});
    chart.series[1].points.push_back({x, point.comparison.api.cost / usd});
    if (has_serverless) chart.series[2].points.push_back({x, point.comparison.serverless->cost / usd});
  });
  chart.caption = changes_caption(sweep);
  return chart;
}

// A line for each of a few values of the first input, spread over its values.
report::Chart family_chart(Sweep& sweep, const Metric& metric) {
  const SweptInput& lines = sweep.variations()[0];
  report::Chart chart{.title = title_of(&metric), .x = axis_of(sweep.variations()[1]), .y = {.tick = tick}};
  const std::size_t every = (lines.count + most_lines - 1) / most_lines;
  sweep.visit([&](const SweepPoint& point) {
    if (point.places[0] % every != 0) return;
    if (point.places[1] == 0) chart.series.push_back({.name = value_text(lines.key, point.values[0]), .points = {}});
    chart.series.back().points.push_back({number_of(point.values[1]), metric_of(metric, point)});
  });
  chart.caption = every == 1 ? text::format("A line for each value of {}.", row(lines.key).key)
                             : text::format("Lines for one in {} values of {}.", every, row(lines.key).key);
  return chart;
}

// One bar per id with a metric, else one per side.
report::Bars id_bars(Sweep& sweep, const Metric* metric) {
  report::Bars bars{.title = title_of(metric), .bars = {}};
  const auto add = [&](const std::string& name, double number) {
    if (!std::isnan(number)) bars.bars.push_back({.name = name, .low = 0, .high = number, .high_label = tick(number)});
  };
  sweep.visit([&](const SweepPoint& point) {
    const std::string id = value_text(sweep.variations().front().key, point.values[0]);
    if (metric) return add(id, metric_of(*metric, point));
    add(id + ": self-host", self_host_cost_of(point));
    add(id + ": API", point.comparison.api.cost / usd);
    if (point.comparison.serverless) add(id + ": serverless", point.comparison.serverless->cost / usd);
  });
  return bars;
}

report::Map verdict_map(Sweep& sweep) {
  const SweptInput& up = sweep.variations()[0];
  const SweptInput& across = sweep.variations()[1];
  report::Map map{.title = "Cheaper side",
                  .x_title = std::string(row(across.key).key),
                  .y_title = std::string(row(up.key).key),
                  .cells = std::vector(up.count, std::vector<std::size_t>(across.count)),
                  .legend = {"self-host", "API", "tie", "infeasible"}};
  if (sweep.question().scenario.serverless) map.legend.emplace_back("serverless");
  for (std::size_t i = 0; i < across.count; ++i) map.x_labels.push_back(value_text(across.key, sweep.value(across, i)));
  for (std::size_t i = 0; i < up.count; ++i) map.y_labels.push_back(value_text(up.key, sweep.value(up, i)));
  std::size_t wins = 0;
  sweep.visit([&](const SweepPoint& point) {
    map.cells[point.places[0]][point.places[1]] = static_cast<std::size_t>(point.comparison.verdict);
    if (point.comparison.verdict == Verdict::self_host) ++wins;
  });
  map.caption = text::format("Self-hosting is cheaper at {} of {} points.", text::count(static_cast<double>(wins)),
                             text::count(static_cast<double>(sweep.point_count())));
  return map;
}

}  // namespace

std::vector<report::Picture> sweep_pictures(Sweep& sweep, const Metric* metric) {
  const bool is_grid = sweep.variations().size() > 1;
  if (is_grid && metric && !sweep.variations()[1].is_id_list()) return {family_chart(sweep, *metric)};
  if (is_grid) return {verdict_map(sweep)};
  if (sweep.variations().front().is_id_list()) return {id_bars(sweep, metric)};
  return {line_chart(sweep, metric)};
}

}  // namespace breakeven::app
