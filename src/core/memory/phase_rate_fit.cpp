// SPDX-License-Identifier: MIT
#include "core/memory/phase_rate_fit.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>

#include "breakeven/cost.hpp"
#include "breakeven/selection.hpp"

namespace breakeven {
namespace {

constexpr auto seconds_per_request = second / request;
constexpr auto tokens_per_request = token / request;
constexpr auto seconds_per_squared_token = second * request / (token * token);

// A request's amount of each phase: input tokens, output tokens, and the out·(in + out/2) tokens that are read again.
// The unknowns are the cost of one unit of each.
constexpr std::size_t phase_count = 3;
using Row = std::array<double, phase_count>;

Row work_of(const RequestShape& shape) {
  const double in = shape.input / tokens_per_request;
  const double out = shape.output / tokens_per_request;
  return {in, out, out * (in + out / 2)};
}

double dot(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

// Least squares solution of columns·x = ones by Gram-Schmidt with reorthogonalization; nothing if the columns are
// linearly dependent.
std::optional<Row> solve(std::vector<std::vector<double>> columns) {
  constexpr double independent = 1e-9;
  const std::size_t count = columns.size();
  std::array<Row, phase_count> triangle{};
  std::vector<double> rest(columns.front().size(), 1.0);
  Row projected{};
  for (std::size_t k = 0; k < count; ++k) {
    const double length = std::sqrt(dot(columns[k], columns[k]));
    for (int pass = 0; pass < 2; ++pass)
      for (std::size_t j = 0; j < k; ++j) {
        const double share = dot(columns[j], columns[k]);
        triangle[j][k] += share;
        for (std::size_t i = 0; i < rest.size(); ++i) columns[k][i] -= share * columns[j][i];
      }
    triangle[k][k] = std::sqrt(dot(columns[k], columns[k]));
    if (!(triangle[k][k] > independent * length)) return std::nullopt;
    for (double& value : columns[k]) value /= triangle[k][k];
    projected[k] = dot(columns[k], rest);
    for (std::size_t i = 0; i < rest.size(); ++i) rest[i] -= projected[k] * columns[k][i];
  }
  Row solution{};
  for (std::size_t k = count; k-- > 0;) {
    double sum = projected[k];
    for (std::size_t j = k + 1; j < count; ++j) sum -= triangle[k][j] * solution[j];
    solution[k] = sum / triangle[k][k];
  }
  return solution;
}

// The costs of the first `phases` phases; the others are 0. Each equation is divided by its time, to minimize relative
// errors.
std::optional<Row> solve(std::span<const MeasuredTime> measured, std::size_t phases) {
  std::vector<std::vector<double>> columns(phases);
  for (const MeasuredTime& one : measured)
    for (std::size_t k = 0; k < phases; ++k)
      columns[k].push_back(work_of(one.shape)[k] / (one.time / seconds_per_request));
  return solve(std::move(columns));
}

std::size_t count_shapes(std::span<const MeasuredTime> measured) {
  std::vector<RequestShape> shapes;
  for (const MeasuredTime& one : measured)
    if (std::find(shapes.begin(), shapes.end(), one.shape) == shapes.end()) shapes.push_back(one.shape);
  return shapes.size();
}

PhaseFit fit_of(const Row& costs, std::span<const MeasuredTime> measured) {
  PhaseFit fit{.rates = {.prefill = 1 / costs[0] * (token / second),
                         .decode = 1 / costs[1] * (token / second),
                         .context = costs[2] * seconds_per_squared_token},
               .errors = {}};
  std::vector<double> sizes;
  for (const MeasuredTime& one : measured) {
    fit.errors.push_back(one.time / service_time(fit.rates, one.shape, Fraction(0)) - 1);
    sizes.push_back(std::abs(fit.errors.back()));
  }
  std::sort(sizes.begin(), sizes.end());
  fit.median_error = (sizes[(sizes.size() - 1) / 2] + sizes[sizes.size() / 2]) / 2;
  fit.greatest_error = sizes.back();
  return fit;
}

// Adds the record if its shape is new or it is faster than the one already there.
void add_fastest(const ThroughputRecord& record, std::vector<const ThroughputRecord*>& fastest) {
  for (const ThroughputRecord*& known : fastest) {
    if (!are_near(known->shape, record.shape)) continue;
    if (recorded_rate(record) > recorded_rate(*known)) known = &record;
    return;
  }
  fastest.push_back(&record);
}

}  // namespace

std::string_view words(NoPhaseFit reason) {
  constexpr std::array<std::string_view, 3> all{
      "one shape does not tell prefill from decode", "shapes of one mix do not tell prefill from decode",
      "the shapes contradict each other: no positive rates of prefill and decode meet them"};
  return all.at(static_cast<std::size_t>(reason));
}

std::variant<PhaseFit, NoPhaseFit> fit_phase_rates(std::span<const MeasuredTime> measured) {
  const std::size_t shapes = count_shapes(measured);
  if (shapes < 2) return NoPhaseFit::one_shape;
  const auto is_positive = [](const Row& costs) {
    return costs[0] > 0 && costs[1] > 0 && costs[2] >= 0 && std::isfinite(1 / costs[0]) && std::isfinite(1 / costs[1]);
  };
  const auto without_context = solve(measured, 2);
  if (!without_context) return NoPhaseFit::same_mix;
  if (shapes > 2)
    if (const auto costs = solve(measured, phase_count); costs && is_positive(*costs)) return fit_of(*costs, measured);
  if (is_positive(*without_context)) return fit_of(*without_context, measured);
  return NoPhaseFit::no_such_rates;
}

std::vector<ReplicaFit> fit_replicas(std::span<const ThroughputRecord> records) {
  std::vector<std::vector<const ThroughputRecord*>> replicas;
  for (const ThroughputRecord& record : records) {
    if (std::holds_alternative<PhaseRates>(record.throughput)) continue;
    const auto known = std::find_if(replicas.begin(), replicas.end(),
                                    [&](const auto& replica) { return of_one_replica(*replica.front(), record); });
    add_fastest(record, known == replicas.end() ? replicas.emplace_back() : *known);
  }
  std::vector<ReplicaFit> fits;
  for (std::vector<const ThroughputRecord*>& replica : replicas) {
    if (replica.size() < 2) continue;
    std::vector<MeasuredTime> measured;
    for (const ThroughputRecord* record : replica) measured.push_back(measured_time(*record));
    fits.push_back({std::move(replica), fit_phase_rates(measured)});
  }
  return fits;
}

MeasuredTime measured_time(const ThroughputRecord& record) {
  return {record.shape, record.shape.total() / recorded_rate(record)};
}

}  // namespace breakeven
