// SPDX-License-Identifier: MIT
#include "cli/traffic_sizing.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "breakeven/bill.hpp"
#include "breakeven/cost.hpp"
#include "cli/argument_problems.hpp"
#include "cli/commands/commands.hpp"
#include "cli/number_text.hpp"
#include "cli/time_options.hpp"
#include "cli/traffic_options.hpp"
#include "cli/warnings.hpp"
#include "text/format.hpp"

namespace breakeven::cli {
namespace {

const Given* chosen_of(const Chosen& chosen, Key key) { return chosen[static_cast<std::size_t>(key)]; }

// "10x" or "10".
double read_scale(Session& session) {
  const auto text = session.arguments().value(option::scale.name);
  if (!text) return 1;
  std::string_view digits = *text;
  if (digits.ends_with('x')) digits.remove_suffix(1);
  double scale = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), scale);
  if (error == std::errc() && end == digits.data() + digits.size() && detail::load_scale.contains(scale)) return scale;
  session.problems().push_back(
      {.code = "BE-U010",
       .message = "--scale '" + io::printable(*text) + "' is no factor " + std::string(detail::load_scale.text),
       .location = io::Location{.argument = "--scale"},
       .help = "write 10x, or 0.5x"});
  return 1;
}

std::uint64_t read_seed(Session& session) {
  const auto text = session.arguments().value(option::seed.name);
  if (!text) return 1;
  const auto seed = read_whole_number<std::uint64_t>(*text, 0, std::numeric_limits<std::uint64_t>::max());
  if (!seed) session.problems().push_back(unreadable_value("seed", *text, "write a whole number from 0 on"));
  return seed.value_or(1);
}

TrafficBin scaled(TrafficBin bin, double factor) {
  bin.requests = bin.requests * factor;
  bin.input = bin.input * factor;
  bin.cached_input = bin.cached_input * factor;
  bin.output = bin.output * factor;
  bin.input_output_tok2 *= factor;
  bin.output_output_tok2 *= factor;
  return bin;
}

// What the trace says of the question: how much is asked in a month, and of which mix.
void add_trace(const TrafficProfile& profile, double scale, double month_hours, bool knows_cached,
               std::vector<Given>& given) {
  const TrafficBin& total = profile.total;
  const auto add = [&](Key key, double value) {
    given.push_back(
        {.key = key, .value = value, .source = Source::trace, .origin = "the trace", .bare = Bare::in_key_unit});
  };
  add(key("tok_per_month"), total.total() / token * scale * (month_hours / (total.width / hour)));
  add(key("input_tok"), total.input / total.requests / (token / request));
  add(key("output_tok"), total.output / total.requests / (token / request));
  if (knows_cached && total.input > Tokens{}) add(key("cache_hit_ratio"), total.cached_input / total.input);
}

// A month of no tokens, or of more than there can be, cannot be sized.
bool has_a_volume(Session& session, const TrafficProfile& profile, double scale) {
  const double tokens = profile.total.total() / token;
  constexpr double longest_month_h = 744;
  const double most = tokens * scale * std::max(1.0, longest_month_h / (profile.total.width / hour));
  if (tokens == 0)
    session.problems().push_back({.code = "BE-T006",
                                  .message = "the requests have no tokens, so there is nothing to size",
                                  .help = "leave out the prices, or say with --columns which columns count tokens"});
  if (most > io::largest)
    session.problems().push_back({.code = "BE-Q008",
                                  .message = "a month of the trace would have more than 1e15 tokens",
                                  .location = io::Location{.argument = "--scale"},
                                  .help = "write a lesser --scale, or look for a count of tokens that is none"});
  return tokens > 0 && most <= io::largest;
}

// What the command line gives all the same, though the trace says it.
void refuse_untaken(Session& session, const Chosen& chosen) {
  for (std::size_t i = 0; i < input_count; ++i)
    if (chosen[i] && !traffic_takes(row(Key{i})) && chosen[i]->source == Source::option)
      session.problems().push_back(problem_with(*chosen[i], "BE-U011",
                                                chosen[i]->origin + " has no effect: the trace says it",
                                                "leave it out, or use breakeven compare"));
}

// The question without what the trace answers better.
std::optional<Question> question_of(Session& session, const Traffic& traffic, const TrafficProfile& profile,
                                    double scale) {
  std::vector<Given> given = session.given();
  const Chosen own = choose(given, session.problems());
  refuse_untaken(session, own);
  if (io::has_errors(session.problems())) return std::nullopt;
  std::erase_if(given, [](const Given& value) { return !traffic_takes(row(value.key)); });
  const bool knows_cached = traffic.reading.knows_cached && !chosen_of(own, key("cache_hit_ratio"));
  io::Diagnostics unused;
  const double month_hours = hours_per_month(read_values(choose(given, unused), unused));
  add_trace(profile, scale, month_hours, knows_cached, given);
  Question question =
      session.asker().answerable(choose(given, session.problems()), {.serverless = true}, session.problems());
  if (io::has_errors(session.problems())) return std::nullopt;
  return question;
}

LayerTerms layer_terms(Settings& settings, const SelfHost& self_host, Time month) {
  const auto replica_hour = [&](double usd_per_gpu_hour) {
    SelfHost priced = self_host;
    priced.gpu_price = usd_per_gpu_hour * (usd / hour);
    priced.spot = {};
    return replica_hour_price(priced);
  };
  const auto reserved = settings.read(option::reserved);
  const auto spot = settings.read(option::spot);
  LayerTerms terms{.on_demand = replica_hour_price(self_host),
                   .start_up = settings.read(option::start_up).value_or(0) * hour,
                   .replica_fixed = self_host.replica_fixed,
                   .fixed = self_host.fixed};
  if (reserved) terms.reserved = replica_hour(*reserved);
  if (spot) terms.spot = replica_hour(*spot);
  // Spares are kept all month, as long as any replica is.
  const HourlyPrice kept = terms.reserved ? std::min(*terms.reserved, *terms.on_demand) : *terms.on_demand;
  terms.fixed += (kept * month + terms.replica_fixed) * static_cast<double>(self_host.spare_replicas);
  if (self_host.max_replicas) terms.max_replicas = static_cast<double>(*self_host.max_replicas);
  return terms;
}

// Those of bins of at most a day. A day is of the weekend where its middle is: it may begin at any hour.
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

std::vector<GrowthMonth> grow(Session& session, Settings& settings, const std::vector<LoadBin>& loads,
                              const TrafficSizing& sizing) {
  std::vector<GrowthMonth> months;
  const double growth = settings.read(option::growth).value_or(0);
  const auto count = static_cast<int>(settings.read(option::months).value_or(0));
  const double most = std::pow(1 + growth, count - 1);
  const double volume = std::get<Tokens>(sizing.question.scenario.workload.demand) / token;
  if (most * volume > io::largest || most < io::smallest) {
    session.problems().push_back(
        {.code = "BE-Q008",
         .message = text::format("--growth takes the volume beyond 1e15 tokens, or to nothing, "
                                 "within {} months",
                                 count),
         .location = io::Location{.argument = "--growth"},
         .help = "write a lesser growth, or fewer --months"});
    return months;
  }
  for (int month = 0; month < count; ++month) {
    const double factor = std::pow(1 + growth, month);
    std::vector<LoadBin> grown = loads;
    for (LoadBin& bin : grown) {
      bin.replicas *= factor;
      bin.api = bin.api * factor;
      bin.marginal = bin.marginal * factor;
      bin.requests = bin.requests * factor;
      bin.tokens = bin.tokens * factor;
    }
    const LoadDurationCurve curve(grown);
    months.push_back({month, factor * sizing.scale, hybrid_sizing(curve, sizing.question.scenario, sizing.month, 0)});
  }
  return months;
}

}  // namespace

bool asks_for_sides(Session& session) {
  const auto is_side = [](const Given& given) {
    return traffic_takes(row(given.key)) && given.key != key("hours_per_month") &&
           given.key != key("cache_hit_ratio") && given.key != key("cache_write_ratio");
  };
  const auto& given = session.given();
  return std::any_of(given.begin(), given.end(), is_side);
}

CacheHits cache_hits_of(const Traffic& traffic, const Question& question) {
  const auto& hit = at(question.inputs, key("cache_hit_ratio"));
  return traffic.reading.knows_cached && hit && hit->source == Source::trace ? CacheHits::of_trace
                                                                             : CacheHits::of_workload;
}

std::optional<TrafficSizing> size_traffic(Session& session, Settings& settings, const Traffic& traffic,
                                          const TrafficProfile& profile) {
  TrafficSizing sizing{.scale = read_scale(session)};
  if (!has_a_volume(session, profile, sizing.scale)) return std::nullopt;
  auto question = question_of(session, traffic, profile, sizing.scale);
  const auto replicas = settings.read(option::replicas);
  const std::uint64_t seed = read_seed(session);
  sizing.percentile_share = settings.read(option::percentile).value_or(1);
  if (!question || io::has_errors(session.problems())) return std::nullopt;
  sizing.question = std::move(*question);
  sizing.month = hours_per_month(sizing.question.inputs) * hour;
  const Scenario& scenario = sizing.question.scenario;
  std::vector<TrafficBin> bins;
  for (const TimedBin& timed : traffic.bins) bins.push_back(scaled(timed.bin, sizing.scale));
  sizing.loads =
      load_curve(bins, scenario.self_host, scenario.api, scenario.workload, cache_hits_of(traffic, sizing.question));
  const LoadDurationCurve curve(sizing.loads);
  sizing.hybrid = hybrid_sizing(curve, scenario, sizing.month);
  sizing.percentile = percentile_sizing(curve, scenario, sizing.month, Fraction(sizing.percentile_share));
  sizing.chosen = replicas ? hybrid_row(curve, scenario, sizing.month, *replicas) : sizing.hybrid.best;
  sizing.is_asked = replicas.has_value();
  sizing.layer_terms = layer_terms(settings, scenario.self_host, sizing.month);
  if (!is_proportional(scenario.api))
    session.problems().push_back(warning("BE-W023",
                                         "the mix of layers and schedules take the list price of every token, without "
                                         "tiers, free tokens and a minimum"));
  sizing.layers = layer_mix(sizing.loads, sizing.layer_terms, sizing.month);
  const double count = sizing.chosen.replica_count;
  const std::vector<DayTotal> days = days_of(traffic, sizing.loads, count);
  sizing.whole_day_count = days.size();
  sizing.resampled = resample_month(days, scenario, count, sizing.month, {.seed = seed});
  if (session.arguments().has(option::growth.row.name)) sizing.growth = grow(session, settings, sizing.loads, sizing);
  if (io::has_errors(session.problems())) return std::nullopt;
  return sizing;
}

}  // namespace breakeven::cli
