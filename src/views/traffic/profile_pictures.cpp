// SPDX-License-Identifier: MIT

#include <algorithm>
#include <cmath>

#include "inputs/value_text.hpp"
#include "io/catalog/fields.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"
#include "views/traffic/report.hpp"
#include "views/traffic/times.hpp"

namespace breakeven::app {
namespace {

using report::Chart;
using report::Series;

// Both ends of every bin, in hours since the first.
Series load_over_time(const Traffic& traffic) {
  Series series{.name = "load", .points = {}};
  double from = 0;
  for (const TimedBin& timed : traffic.bins) {
    const double to = from + timed.bin.width / hour;
    const double rate = token_rate(timed.bin) / io::tok_per_s;
    series.points.push_back({from, rate});
    series.points.push_back({to, rate});
    from = to;
  }
  return series;
}

Chart time_chart(const Traffic& traffic, const TrafficProfile& profile) {
  const TimedBin& peak = traffic.bins[profile.peak_bin];
  return {
      .title = text::format("Load over time [tok/s], in bins of {}", width_text(traffic.bin_s)),
      .x = {.title = "hours since " + clock_text(traffic, profile.observed.start_us), .from = 0},
      .y = {.tick = volume_tick, .from = 0},
      .series = {load_over_time(traffic)},
      .caption = text::format("The mean is {} tok/s, the peak {}, at {}.", text::volume(profile.mean / io::tok_per_s),
                              text::volume(token_rate(peak.bin) / io::tok_per_s), clock_text(traffic, peak.start_us))};
}

// The share of the time in which the load is at least that high.
Chart duration_chart(const Traffic& traffic, const TrafficProfile& profile) {
  std::vector<std::pair<double, double>> bins;
  for (const TimedBin& timed : traffic.bins)
    bins.emplace_back(token_rate(timed.bin) / io::tok_per_s, timed.bin.width / hour);
  std::sort(bins.rbegin(), bins.rend());
  double all = 0;
  for (const auto& [rate, width] : bins) all += width;
  Series series{.name = "load", .points = {}};
  double from = 0;
  for (const auto& [rate, width] : bins) {
    series.points.push_back({from / all, rate});
    from += width;
    series.points.push_back({from / all, rate});
  }
  const double mean = profile.mean / io::tok_per_s;
  return {.title = "Load-duration curve [tok/s]",
          .x = {.title = "share of the time", .tick = percent_tick, .from = 0, .to = 1},
          .y = {.tick = volume_tick, .from = 0},
          .series = {std::move(series), Series{.name = "mean", .points = {{0, mean}, {1, mean}}}},
          .caption = text::format("Half of the time the load is at most {} tok/s.",
                                  text::volume(rate_percentile(traffic.bins, 0.5) / io::tok_per_s))};
}

report::Map week_map(const WeekRates& rates) {
  constexpr std::size_t shades = 5;
  TokenRate peak{};
  for (const auto& day : rates)
    for (const auto& rate : day) peak = std::max(peak, rate.value_or(TokenRate{}));
  report::Map map{.title = "Mean load by day and hour",
                  .x_title = "hour of the day",
                  .y_title = "",
                  .y_labels = {"Sun", "Sat", "Fri", "Thu", "Wed", "Tue", "Mon"},
                  .caption = text::format("The busiest hour has {} tok/s.", text::volume(peak / io::tok_per_s)),
                  .is_scale = true};
  for (std::size_t shade = 0; shade < shades; ++shade)
    map.legend.push_back(text::format("{}{}% of it", shade == 0 ? "up to " : "to ", (shade + 1) * 100 / shades));
  for (int i = 0; i < 24; ++i) map.x_labels.push_back(std::to_string(i));
  const auto shade_of = [&](TokenRate rate) {
    const double part = std::ceil(rate / peak * static_cast<double>(shades));
    return std::clamp(static_cast<std::size_t>(part), std::size_t{1}, shades) - 1;
  };
  for (std::size_t day = rates.size(); day-- > 0;) {
    std::vector<std::size_t> row;
    for (const auto& rate : rates[day]) row.push_back(rate ? shade_of(*rate) : shades);
    map.cells.push_back(std::move(row));
  }
  return map;
}

Chart cost_chart(const TrafficAnswer& answer) {
  const HybridSizing& hybrid = answer.sizing->hybrid;
  Series cost{.name = "cost", .points = {}};
  Series api{.name = "of it API", .points = {}};
  for (const HybridRow& row : hybrid.rows) {
    cost.points.push_back({row.replica_count, row.cost() / usd});
    api.points.push_back({row.replica_count, row.api / usd});
  }
  return {.title = "Cost per month by replicas [usd]",
          .x = {.title = "replicas", .from = 0},
          .y = {.tick = volume_tick, .from = 0},
          .series = {std::move(cost), std::move(api)},
          .markers = {{hybrid.best.replica_count, text::count(hybrid.best.replica_count)}},
          .caption = sizing_headline(*answer.sizing, answer.cheapest)};
}

}  // namespace

std::vector<report::Picture> traffic_pictures(const TrafficAnswer& answer) {
  const TrafficProfile& profile = answer.profile;
  std::vector<report::Picture> pictures{time_chart(answer.traffic, profile), duration_chart(answer.traffic, profile)};
  if (profile.week && profile.mean > TokenRate{}) pictures.emplace_back(week_map(*profile.week));
  if (answer.sizing) pictures.emplace_back(cost_chart(answer));
  return pictures;
}

}  // namespace breakeven::app
