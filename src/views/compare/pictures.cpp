// SPDX-License-Identifier: MIT
#include "views/compare/pictures.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "breakeven/bill.hpp"
#include "inputs/value_text.hpp"
#include "io/catalog/fields.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

using report::Chart;
using report::Series;

constexpr double most_steps = 200;

std::optional<double> last_volume_of_three(const Scenario& scenario, const Comparison& comparison) {
  if (!comparison.serverless || !comparison.serverless->break_even.self_host.value) return std::nullopt;
  const VolumeBreakEven& ties = comparison.break_even.volume;
  const Tokens give_way = *comparison.serverless->break_even.self_host.value * scenario.workload.shape->total();
  double last = std::max(comparison.volume, give_way) / token;
  if (ties.value) last = std::max(last, *ties.value / token);
  return last * 1.25;
}

// Far enough to show the asked volume and every crossing, or the steps needed to be sure that there is none.
double last_volume(const Comparison& comparison) {
  const VolumeBreakEven& ties = comparison.break_even.volume;
  const double capacity = comparison.replica.capacity / token;
  double last = std::max(comparison.volume / token * 1.25, 2 * capacity);
  if (!ties.crossings.empty()) last = std::max(last, ties.crossings.back().volume / token * 1.25);
  return std::min(last, most_steps * capacity);
}

double self_host_at(const Scenario& scenario, const Replica& one, double replicas, double volume) {
  return self_host_cost(scenario.self_host, one, replicas, volume * token) / usd;
}

// Both ends of every step, up to the available replicas.
Series self_host_steps(const Scenario& scenario, const Replica& one, double last) {
  Series series{.name = "self-host", .points = {}};
  const double capacity = one.capacity / token;
  const auto maximum = scenario.self_host.max_replicas;
  double from = 0;
  for (double j = static_cast<double>(scenario.self_host.min_replicas); from < last; ++j) {
    if (maximum && j > static_cast<double>(*maximum)) break;
    const double to = std::min(j * capacity, last);
    series.points.push_back({from, self_host_at(scenario, one, j, from)});
    series.points.push_back({to, self_host_at(scenario, one, j, to)});
    from = to;
  }
  return series;
}

// The bill is straight between its bends, and can jump at a bend.
Series api_bill(const Scenario& scenario, double last) {
  Series series{.name = "API", .points = {}};
  const std::vector<BillPiece> pieces = bill_pieces(scenario.api, scenario.workload);
  for (std::size_t i = 0; i < pieces.size() && pieces[i].from / token < last; ++i) {
    const double to = i + 1 < pieces.size() ? std::min(pieces[i + 1].from / token, last) : last;
    for (const double volume : {pieces[i].from / token, to})
      series.points.push_back({volume, (pieces[i].intercept + pieces[i].slope * (volume * token)) / usd});
  }
  return series;
}

Series serverless_curve(const Scenario& scenario, const Replica& one, double last) {
  constexpr int points = 160;
  Series series{.name = "serverless", .points = {}};
  for (int i = 0; i <= points; ++i) {
    const double volume = last * i / points;
    const ServerlessTraffic traffic = serverless_traffic(scenario, one, volume * token);
    const ServerlessUse use = serverless_use(*scenario.serverless, traffic);
    series.points.push_back({volume, serverless_cost(*scenario.serverless, use) / usd});
  }
  return series;
}

std::string verdict_caption(const Comparison& comparison) {
  const std::string asked = text::volume(comparison.volume / token) + "tok/month";
  switch (comparison.verdict) {
    case Verdict::self_host:
      return "At " + asked + " self-hosting is cheaper.";
    case Verdict::api:
      return "At " + asked + " the API is cheaper.";
    case Verdict::tie:
      return "At " + asked + " both sides cost the same.";
    case Verdict::serverless:
      return "At " + asked + " serverless is cheaper than both.";
    default:
      return "Self-hosting cannot serve " + asked + ".";
  }
}

std::string crossings_caption(const VolumeBreakEven& ties) {
  if (ties.status == Status::always) return "Self-hosting costs less at every volume.";
  if (!ties.value) return "Self-hosting never breaks even: " + std::string(ties.reason) + ".";
  const std::string first = text::volume(*ties.value / token);
  if (ties.status == Status::at) return "Self-hosting breaks even at " + first + "tok/month.";
  return text::format("Self-hosting breaks even {} times, first at {}tok/month{}.", text::count(ties.crossing_count),
                      first, ties.last ? " and for good from " + text::volume(*ties.last / token) : "");
}

Chart costs_chart(const Scenario& scenario, const Comparison& comparison) {
  constexpr std::size_t most_markers = 9;
  const double last = last_volume_of_three(scenario, comparison).value_or(last_volume(comparison));
  Chart chart{.title = "Cost per month [usd]",
              .x = {.title = "tok/month", .tick = volume_tick, .from = 0, .to = last},
              .y = {.tick = volume_tick, .from = 0},
              .series = {self_host_steps(scenario, comparison.replica, last), api_bill(scenario, last)},
              .caption = crossings_caption(comparison.break_even.volume) + " " + verdict_caption(comparison)};
  if (scenario.serverless) chart.series.push_back(serverless_curve(scenario, comparison.replica, last));
  for (const Crossing& crossing : comparison.break_even.volume.crossings)
    if (chart.markers.size() < most_markers && crossing.to == Side::self_host && crossing.volume / token <= last)
      chart.markers.push_back({crossing.volume / token, text::volume(crossing.volume / token)});
  return chart;
}

// One replica, from a hundredth of its planned load.
Chart utilization_chart(const Scenario& scenario, const Comparison& comparison) {
  constexpr int points = 120;
  constexpr double decades = 2;
  const Replica& one = comparison.replica;
  const bool flat = is_proportional(scenario.api);
  const auto api_at = [&](Tokens volume) {
    return average_price(scenario.api, scenario.workload, volume) / io::usd_per_mtok;
  };
  const Result<double>& tie = comparison.break_even.utilization;
  Series self_host{.name = "self-host", .points = {}};
  Series price{.name = "API", .points = {}};
  for (int i = 0; i <= points; ++i) {
    const double utilization = one.load_limit * std::pow(10.0, decades * (static_cast<double>(i) / points - 1));
    const TokenPrice cost = one.cost / (one.full_load * utilization) + scenario.self_host.marginal;
    self_host.points.push_back({utilization, cost / io::usd_per_mtok});
    price.points.push_back({utilization, api_at(one.full_load * utilization)});
  }
  Chart chart{.title = "Cost per Mtok of one replica [usd]",
              .x = {.title = "utilization", .scale = report::AxisScale::logarithmic, .tick = percent_tick},
              .y = {.scale = report::AxisScale::logarithmic, .tick = volume_tick},
              .series = {std::move(self_host), std::move(price)},
              .caption = flat
                             ? text::format("Self-hosting has to get under the API's {} usd/Mtok.",
                                            text::per_mtok(api_at(comparison.volume)))
                             : "Self-hosting has to get under the API's average price, which changes with the volume."};
  if (!flat) return chart;
  if (tie.status == Status::at && *tie.value >= chart.series.front().points.front().x) {
    chart.markers = {{*tie.value, text::percent(*tie.value)}};
    chart.caption += " It does from " + text::percent(*tie.value) + " utilization on.";
  } else if (tie.status == Status::never) {
    chart.caption += " It never does: " + std::string(tie.reason) + ".";
  }
  return chart;
}

}  // namespace

std::vector<report::Picture> compare_pictures(const Scenario& scenario, const Comparison& comparison,
                                              bool of_midpoints) {
  Chart costs = costs_chart(scenario, comparison);
  Chart utilization = utilization_chart(scenario, comparison);
  for (Chart* chart : {&costs, &utilization})
    if (of_midpoints) chart->caption += " Ranges are drawn at their midpoints.";
  return {std::move(costs), std::move(utilization)};
}

}  // namespace breakeven::app
