// SPDX-License-Identifier: MIT
#include "analysis/traffic/sizing.hpp"

#include <algorithm>
#include <cmath>

#include "breakeven/bill.hpp"
#include "breakeven/cost.hpp"
#include "inputs/warnings.hpp"
#include "text/format.hpp"

namespace breakeven::app {
namespace {

TrafficBin scaled(TrafficBin bin, double factor) {
  bin.requests = bin.requests * factor;
  bin.input = bin.input * factor;
  bin.cached_input = bin.cached_input * factor;
  bin.output = bin.output * factor;
  bin.input_output_tok2 *= factor;
  bin.output_output_tok2 *= factor;
  return bin;
}

LayerTerms layer_terms(const SizingOptions& asked, const SelfHost& self_host, Time month) {
  const auto replica_hour = [&](HourlyPrice gpu_price) {
    SelfHost priced = self_host;
    priced.gpu_price = gpu_price;
    priced.spot = {};
    return replica_hour_price(priced);
  };
  LayerTerms terms{.on_demand = replica_hour_price(self_host),
                   .start_up = asked.start_up,
                   .replica_fixed = self_host.replica_fixed,
                   .fixed = self_host.fixed};
  if (asked.reserved) terms.reserved = replica_hour(*asked.reserved);
  if (asked.spot) terms.spot = replica_hour(*asked.spot);
  // Spares are kept all month if any replica is.
  const HourlyPrice kept = terms.reserved ? std::min(*terms.reserved, *terms.on_demand) : *terms.on_demand;
  terms.fixed += (kept * month + terms.replica_fixed) * static_cast<double>(self_host.spare_replicas);
  if (self_host.max_replicas) terms.max_replicas = static_cast<double>(*self_host.max_replicas);
  return terms;
}

// A month without tokens, or with too many, cannot be sized.
bool has_a_volume(const TrafficBin& total, double scale, io::Diagnostics& problems) {
  const double tokens = total.total() / token;
  constexpr double longest_month_h = 744;
  const double most = tokens * scale * std::max(1.0, longest_month_h / (total.width / hour));
  if (tokens == 0)
    problems.push_back({.code = "BE-T006",
                        .message = "the requests have no tokens, so there is nothing to size",
                        .help = "leave out the prices, or say with --columns which columns count tokens"});
  if (most > io::largest)
    problems.push_back({.code = "BE-Q008",
                        .message = "a month of the trace would have more than 1e15 tokens",
                        .location = io::Location{.argument = "--scale"},
                        .help = "write a lesser --scale, or look for a count of tokens that is none"});
  return tokens > 0 && most <= io::largest;
}

// The whole days, for bins of at most a day. A day is a weekend day if its middle is: it may begin at any hour.
std::vector<DayTotal> days_of(const Traffic& traffic, const std::vector<LoadBin>& loads, double replica_count) {
  constexpr std::size_t saturday = 5;
  if (traffic.bin_s > s_per_day) return {};
  std::vector<DayTotal> days = whole_days(loads, replica_count);
  if (traffic.reading.is_relative) return days;
  std::int64_t middle_us = traffic.bins.front().start_us + s_per_day / 2 * us_per_s;
  for (DayTotal& day : days) {
    day.is_weekend = hour_of_week(middle_us, traffic.offset_s) / hours_per_day >= saturday;
    middle_us += s_per_day * us_per_s;
  }
  return days;
}

std::vector<GrowthMonth> grow(const LoadGrowth& growth, const TrafficSizing& sizing, io::Diagnostics& problems) {
  std::vector<GrowthMonth> months;
  const double most = std::pow(1 + growth.monthly, growth.month_count - 1);
  const double volume = std::get<Tokens>(sizing.question.scenario.workload.demand) / token;
  if (most * volume > io::largest || most < io::smallest) {
    problems.push_back({.code = "BE-Q008",
                        .message = text::format("--growth takes the volume beyond 1e15 tokens, or to nothing, "
                                                "within {} months",
                                                growth.month_count),
                        .location = io::Location{.argument = "--growth"},
                        .help = "write a lesser growth, or fewer --months"});
    return months;
  }
  for (int month = 0; month < growth.month_count; ++month) {
    const double factor = std::pow(1 + growth.monthly, month);
    std::vector<LoadBin> grown = sizing.loads;
    for (LoadBin& bin : grown) {
      bin.replicas *= factor;
      bin.api = bin.api * factor;
      bin.marginal = bin.marginal * factor;
      bin.requests = bin.requests * factor;
      bin.tokens = bin.tokens * factor;
    }
    const LoadDurationCurve curve(grown);
    months.push_back(
        {month, factor * sizing.asked.scale, hybrid_sizing(curve, sizing.question.scenario, sizing.month, 0)});
  }
  return months;
}

}  // namespace

CacheHits cache_hits_of(const Traffic& traffic, const Question& question) {
  const auto& hit = at(question.inputs, key("cache_hit_ratio"));
  return traffic.reading.knows_cached && hit && hit->source == Source::trace ? CacheHits::of_trace
                                                                             : CacheHits::of_workload;
}

void measure_inputs(const Traffic& traffic, const TrafficProfile& profile, double scale, InputSet& inputs,
                    io::Diagnostics& problems) {
  const TrafficBin& total = profile.total;
  if (!has_a_volume(total, scale, problems)) return;
  const auto measure = [&](Key key, double value) {
    if (!row(key).domain.contains(value))
      problems.push_back({.code = "BE-Q008",
                          .message = text::format("the trace's {} must be {}", row(key).key, row(key).domain.text),
                          .location = io::Location{.argument = "the trace"}});
    at(inputs, key) = InputValue{.number = value,
                                 .low = value,
                                 .high = value,
                                 .source = Source::trace,
                                 .level = Source::trace,
                                 .origin = "the trace"};
  };
  measure(key("tok_per_month"), total.total() / token * scale * (hours_per_month(inputs) / (total.width / hour)));
  measure(key("input_tok"), total.input / total.requests / (token / request));
  measure(key("output_tok"), total.output / total.requests / (token / request));
  if (traffic.reading.knows_cached && total.input > Tokens{} && !at(inputs, key("cache_hit_ratio")))
    measure(key("cache_hit_ratio"), total.cached_input / total.input);
}

TrafficSizing size_traffic(const SizingOptions& asked, Question question, const Traffic& traffic,
                           io::Diagnostics& problems) {
  TrafficSizing sizing{.asked = asked, .question = std::move(question)};
  sizing.month = hours_per_month(sizing.question.inputs) * hour;
  const Scenario& scenario = sizing.question.scenario;
  std::vector<TrafficBin> bins;
  for (const TimedBin& timed : traffic.bins) bins.push_back(scaled(timed.bin, asked.scale));
  sizing.loads =
      load_curve(bins, scenario.self_host, scenario.api, scenario.workload, cache_hits_of(traffic, sizing.question));
  const LoadDurationCurve curve(sizing.loads);
  sizing.hybrid = hybrid_sizing(curve, scenario, sizing.month);
  sizing.percentile = percentile_sizing(curve, scenario, sizing.month, Fraction(asked.percentile_share));
  sizing.chosen =
      asked.replica_count ? hybrid_row(curve, scenario, sizing.month, *asked.replica_count) : sizing.hybrid.best;
  sizing.layer_terms = layer_terms(asked, scenario.self_host, sizing.month);
  if (!is_proportional(scenario.api))
    problems.push_back(warning("BE-W023",
                               "the mix of layers and schedules take the list price of every token, without "
                               "tiers, free tokens and a minimum"));
  const SelfHost& rented = scenario.self_host;
  if (rented.gpus_per_machine >= 2 * rented.gpus_per_replica)
    problems.push_back(
        warning("BE-W046",
                text::format("replicas are priced by their share of machines of {} GPUs; the last machine may stay "
                             "partly unused",
                             rented.gpus_per_machine),
                "compare prices whole machines at the mean volume"));
  sizing.layers = layer_mix(sizing.loads, sizing.layer_terms, sizing.month);
  const double count = sizing.chosen.replica_count;
  const std::vector<DayTotal> days = days_of(traffic, sizing.loads, count);
  sizing.whole_day_count = days.size();
  sizing.resampled = resample_month(days, scenario, count, sizing.month, {.seed = asked.seed});
  if (asked.growth) sizing.growth = grow(*asked.growth, sizing, problems);
  return sizing;
}

}  // namespace breakeven::app
