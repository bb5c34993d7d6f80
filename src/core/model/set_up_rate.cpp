// SPDX-License-Identifier: MIT
#include "breakeven/set_up_rate.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <tuple>

#include "breakeven/cost.hpp"
#include "core/memory/phase_rate_fit.hpp"
#include "core/model/phase_stretches.hpp"

namespace breakeven {
namespace {

using Records = std::vector<const ThroughputRecord*>;

double time_of(const PhaseCosts& costs, const RequestShape& shape) {
  const PhaseCosts work = work_of(shape);
  return costs[0] * work[0] + costs[1] * work[1] + costs[2] * work[2];
}

bool is_of_set_up(const ThroughputRecord& a, const ThroughputRecord& b) {
  return of_one_replica(a, b) && load_of(a) == load_of(b) &&
         std::holds_alternative<PhaseRates>(a.throughput) == std::holds_alternative<PhaseRates>(b.throughput);
}

void add_fastest(const ThroughputRecord& record, Records& fastest) {
  for (const ThroughputRecord*& known : fastest) {
    if (!are_near(known->shape, record.shape)) continue;
    if (recorded_rate(record) > recorded_rate(*known)) known = &record;
    return;
  }
  fastest.push_back(&record);
}

// Much fewer requests in flight than in other records of the set-up show no full load.
bool shows_full_load(const ThroughputRecord& record, double most_in_flight) {
  constexpr double least_share = 0.25;
  return !record.concurrency || *record.concurrency >= most_in_flight * least_share;
}

struct SetUp {
  Records records;
  Records points() const {
    double most_in_flight = 0;
    for (const ThroughputRecord* record : records)
      most_in_flight = std::max(most_in_flight, record->concurrency.value_or(0));
    Records fastest;  // of each shape
    for (const ThroughputRecord* record : records)
      if (shows_full_load(*record, most_in_flight)) add_fastest(*record, fastest);
    return fastest;
  }
  const ThroughputRecord& first() const { return *records.front(); }
};

// The set-ups of the records that `admits` holds for.
template <class Admits>
std::vector<SetUp> set_ups(const Catalog& catalog, Admits admits) {
  std::vector<SetUp> found;
  for (const ThroughputRecord& record : catalog.throughputs) {
    if (record.kind == RecordKind::estimated || std::holds_alternative<PhaseRates>(record.throughput) ||
        !admits(record))
      continue;
    const auto known = std::find_if(found.begin(), found.end(),
                                    [&](const SetUp& set_up) { return is_of_set_up(set_up.first(), record); });
    (known == found.end() ? found.emplace_back() : *known).records.push_back(&record);
  }
  return found;
}

bool is_moe(const Model* model) {
  return model && (model->experts || model->active_params.value_or(model->params) < model->params);
}

double active_params(const Model* model) {
  constexpr double unknown = 1e10;
  return model ? model->active_params.value_or(model->params) : unknown;
}

// How a set-up's costs relate to each other, if its shapes tell all three apart.
std::optional<PhaseCosts> proportions(const SetUp& set_up) {
  const Records points = set_up.points();
  if (points.size() < phases) return std::nullopt;
  std::vector<MeasuredTime> measured;
  for (const ThroughputRecord* point : points) measured.push_back(measured_time(*point));
  const auto result = fit_phase_rates(measured);
  const auto* fit = std::get_if<PhaseFit>(&result);
  if (!fit || fit->rates.context == ContextCost{}) return std::nullopt;
  return PhaseCosts{1 / fit->rates.prefill.held(), 1 / fit->rates.decode.held(), fit->rates.context.held()};
}

struct Prior {
  PhaseCosts costs{1, 1, 0};
  const ThroughputRecord* like = nullptr;
};

// The nearest of the set-ups that shows its proportions.
std::optional<Prior> nearest_of(const Catalog& catalog, std::vector<SetUp> known, const ThroughputRecord& record) {
  const Model* model = find(catalog.models, record.model);
  const auto order = [&](const SetUp& set_up) {
    const ThroughputRecord& other = set_up.first();
    const Model* of_other = find(catalog.models, other.model);
    const double size = std::abs(std::log(active_params(of_other) / active_params(model)));
    return std::tuple(is_moe(of_other) != is_moe(model), load_of(other) != load_of(record), size,
                      other.gpu != record.gpu, std::string_view(other.id));
  };
  std::erase_if(known, [&](const SetUp& set_up) {
    return set_up.records.size() < phases || is_of_set_up(set_up.first(), record);
  });
  std::sort(known.begin(), known.end(), [&](const SetUp& a, const SetUp& b) { return order(a) < order(b); });
  for (const SetUp& set_up : known)
    if (const auto costs = proportions(set_up)) return Prior{*costs, &set_up.first()};
  return std::nullopt;
}

Prior prior_of(const Catalog& catalog, const ThroughputRecord& record) {
  if (auto same = nearest_of(
          catalog, set_ups(catalog, [&](const ThroughputRecord& r) { return r.model == record.model; }), record))
    return *same;
  const auto any =
      nearest_of(catalog, set_ups(catalog, [&](const ThroughputRecord& r) { return r.model != record.model; }), record);
  return any.value_or(Prior{});
}

// The costs of the prior, scaled to the median point and then stretched each.
PhaseCosts stretched(const Prior& prior, const Records& points) {
  std::vector<double> scales;
  for (const ThroughputRecord* point : points)
    scales.push_back(measured_seconds(*point) / time_of(prior.costs, point->shape));
  std::sort(scales.begin(), scales.end());
  const double scale = (scales[(scales.size() - 1) / 2] + scales[scales.size() / 2]) / 2;
  PhaseCosts costs = prior.costs;
  for (double& cost : costs) cost *= scale;
  const PhaseCosts stretches = stretches_of(costs, points);
  for (std::size_t i = 0; i < phases; ++i) costs[i] *= stretches[i];
  return costs;
}

// |ln| distance of shapes. A length of 0 is one token: prefill alone samples one.
double distance(const RequestShape& a, const RequestShape& b) {
  const auto part = [](TokensPerRequest x, TokensPerRequest y) {
    return std::abs(std::log(std::max(x.held(), 1.0) / std::max(y.held(), 1.0)));
  };
  return part(a.input, b.input) + part(a.output, b.output);
}

// What the points' rates are above the fitted ones, by nearness: at a point it is that of the point, and it fades away
// from all of them.
double correction(const PhaseCosts& costs, const Records& points, const RequestShape& asked) {
  constexpr double reach = 0.35;
  double weights = 0;
  double sum = 0;
  double least = std::numeric_limits<double>::infinity();
  for (const ThroughputRecord* point : points) {
    const double error = std::log(time_of(costs, point->shape) / measured_seconds(*point));
    const double away = distance(point->shape, asked);
    if (away == 0) return std::exp(error);
    least = std::min(least, away);
    weights += 1 / away;
    sum += error / away;
  }
  return std::exp(sum / weights * std::exp(-least / reach));
}

// Whether a length is more than twice the longest or less than half the shortest of the points.
bool is_beyond(const Records& points, const RequestShape& asked, TokensPerRequest RequestShape::*length) {
  const auto [shortest, longest] = std::minmax_element(
      points.begin(), points.end(),
      [&](const ThroughputRecord* a, const ThroughputRecord* b) { return a->shape.*length < b->shape.*length; });
  return asked.*length > (*longest)->shape.*length * 2.0 || asked.*length * 2.0 < (*shortest)->shape.*length;
}

const ThroughputRecord* nearest(const Records& points, const RequestShape& asked) {
  return *std::min_element(points.begin(), points.end(), [&](const ThroughputRecord* a, const ThroughputRecord* b) {
    return distance(a->shape, asked) < distance(b->shape, asked);
  });
}

}  // namespace

SetUpRate set_up_rate(const Catalog& catalog, const ThroughputRecord& record, const RequestShape& asked,
                      const ServiceLevel& level) {
  SetUpRate rate{.record = &record, .points = {&record}, .asked = asked, .throughput = record.throughput};
  if (std::holds_alternative<PhaseRates>(record.throughput)) return rate;
  SetUp set_up;
  for (const ThroughputRecord& other : catalog.throughputs)
    if (is_of_set_up(other, record) && keeps_to(level, other)) set_up.records.push_back(&other);
  if (!set_up.records.empty()) rate.points = set_up.points();
  rate.record = nearest(rate.points, asked);
  rate.is_beyond =
      is_beyond(rate.points, asked, &RequestShape::input) || is_beyond(rate.points, asked, &RequestShape::output);
  const Prior prior = prior_of(catalog, record);
  rate.like = prior.like;
  PhaseCosts costs = stretched(prior, rate.points);
  const double faster = correction(costs, rate.points, asked);
  rate.throughput = PhaseRates{.prefill = faster / costs[0] * (token / second),
                               .decode = faster / costs[1] * (token / second),
                               .context = costs[2] / faster * (second * request / (token * token))};
  return rate;
}

std::vector<SetUpChoice> set_ups_for(const Catalog& catalog, std::string_view model, std::string_view gpu,
                                     const RequestShape& asked, const ServiceLevel& level, Load load) {
  constexpr std::chrono::days recent{548};
  Date newest{};
  for (const ThroughputRecord& record : catalog.throughputs) newest = std::max(newest, record.cited.as_of);
  const auto order = [&](const SetUpChoice& choice) {
    const ThroughputRecord& record = *choice.rate.record;
    const bool is_old = std::none_of(choice.rate.points.begin(), choice.rate.points.end(),
                                     [&](const auto* point) { return point->cited.as_of >= newest - recent; });
    return std::tuple(record.kind == RecordKind::estimated, record.model != model, is_old, -choice.per_gpu,
                      std::string_view(record.id));
  };
  std::vector<SetUpChoice> choices;
  Records firsts;
  for (const ThroughputRecord* record : records_by_nearness(catalog, model, gpu, asked, level)) {
    const bool is_known =
        std::any_of(firsts.begin(), firsts.end(), [&](const auto* first) { return is_of_set_up(*first, *record); });
    if (is_known) continue;
    firsts.push_back(record);
    SetUpRate rate = set_up_rate(catalog, *record, asked, level);
    const double derate = load_of(*record) == Load::offline && load == Load::online ? offline_derate : 1;
    const TokenRate all = full_load_rate(rate.throughput, {.input_share = asked.input_share(), .shape = asked});
    choices.push_back({std::move(rate), all * (derate / static_cast<double>(record->gpus_per_replica))});
  }
  std::sort(choices.begin(), choices.end(),
            [&](const SetUpChoice& a, const SetUpChoice& b) { return order(a) < order(b); });
  return choices;
}

RateError usual_error(std::size_t points) {
  static constexpr std::array<RateError, 4> known{{{0.14, 0.43}, {0.11, 0.36}, {0.10, 0.26}, {0.07, 0.11}}};
  return known.at(std::min(points, known.size()) - 1);
}

}  // namespace breakeven
