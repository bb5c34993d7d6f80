// SPDX-License-Identifier: MIT
#include "breakeven/uncertainty.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <exception>
#include <future>
#include <limits>
#include <stdexcept>
#include <thread>

#include "core/numerics/elementary.hpp"
#include "core/numerics/random.hpp"
#include "core/numerics/tolerance.hpp"

namespace breakeven {
namespace {

// Each chunk has its own generator, whichever thread runs it. Changing the size changes the draws.
constexpr std::size_t chunk_size = 4096;

// Count, means and central moments of pairs, updated as in Welford (1962) and merged as in Chan, Golub and LeVeque
// (1979): the variance of a constant is exactly 0.
struct Moments {
  double count = 0;
  double mean_x = 0;
  double mean_y = 0;
  double xx = 0;
  double yy = 0;
  double xy = 0;

  void add(double x, double y) {
    count += 1;
    const double weight = 1 / count;
    const double from_x = x - mean_x;
    const double from_y = y - mean_y;
    mean_x += from_x * weight;
    mean_y += from_y * weight;
    xx += from_x * (x - mean_x);
    yy += from_y * (y - mean_y);
    xy += from_x * (y - mean_y);
  }

  void merge(const Moments& other) {
    if (other.count == 0) return;
    const double total = count + other.count;
    const double weight = count * other.count / total;
    const double from_x = other.mean_x - mean_x;
    const double from_y = other.mean_y - mean_y;
    mean_x += from_x * (other.count / total);
    mean_y += from_y * (other.count / total);
    xx += other.xx + from_x * from_x * weight;
    yy += other.yy + from_y * from_y * weight;
    xy += other.xy + from_x * from_y * weight;
    count = total;
  }

  double squared_correlation() const {
    const bool varies = xx > 0 && yy > count * tie_tolerance * tie_tolerance;
    return varies ? (xy / xx) * (xy / yy) : 0;
  }
};

struct Input {
  Uncertain uncertain;
  QuantileFunction quantile;
};

struct Chunk {
  std::int64_t clamped_count = 0;
  std::int64_t cheaper_count = 0;
  std::vector<Moments> moments{};
};

using Metrics = std::array<std::vector<double>, metric_count>;

std::vector<Input> checked(std::span<const Uncertain> inputs, const MonteCarlo& settings) {
  if (settings.draw_count < 1) throw std::domain_error("a simulation draws at least once");
  std::vector<Input> checked;
  for (const Uncertain& input : inputs) {
    if (!(input.least <= input.most)) throw std::domain_error("a domain has bounds in ascending order");
    checked.push_back({input, QuantileFunction(input)});
  }
  return checked;
}

// Returns whether a value was clamped.
bool draw(std::span<const Input> inputs, std::mt19937_64& generator, std::span<double> values) {
  bool clamped = false;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const auto& [uncertain, quantile] = inputs[i];
    const double drawn = quantile(draw_probability(generator));
    const double value = uncertain.whole ? std::round(drawn) : drawn;
    values[i] = std::clamp(value, uncertain.least, uncertain.most);
    clamped = clamped || values[i] != value;
  }
  return clamped;
}

void add_logarithms(std::span<const double> values, const DrawOutcome& outcome, std::vector<Moments>& moments) {
  const double ratio = outcome.self_host / outcome.api;
  if (!(ratio > 0 && ratio < std::numeric_limits<double>::infinity())) return;
  const double log_ratio = elementary::log(ratio);
  for (std::size_t i = 0; i < values.size(); ++i)
    if (values[i] > 0) moments[i].add(elementary::log(values[i]), log_ratio);
}

void keep(const DrawOutcome& outcome, Metrics& metrics, std::size_t index) {
  for (std::size_t i = 0; i < metric_count; ++i) {
    if (std::isnan(outcome.metrics[i])) throw std::domain_error("a metric is not a number");
    metrics[i][index] = outcome.metrics[i] + 0.0;  // turns −0 into 0; otherwise a quantile may be either
  }
}

Chunk run_chunk(std::span<const Input> inputs, std::uint64_t seed, std::size_t index, const Evaluate& evaluate,
                Metrics& metrics) {
  Chunk chunk{.moments = std::vector<Moments>(inputs.size())};
  std::mt19937_64 generator = stream_of(seed, index);
  std::vector<double> values(inputs.size());
  const std::size_t end = std::min((index + 1) * chunk_size, metrics.front().size());
  for (std::size_t i = index * chunk_size; i < end; ++i) {
    const bool clamped = draw(inputs, generator, values);
    const DrawOutcome outcome = evaluate(values);
    if (clamped || outcome.clamped) ++chunk.clamped_count;
    if (outcome.self_host < outcome.api * (1 - tie_tolerance)) ++chunk.cheaper_count;
    keep(outcome, metrics, i);
    add_logarithms(values, outcome, chunk.moments);
  }
  return chunk;
}

// Calls work(worker, task) once per task; a worker runs its tasks one after the other. Tasks start in order, so every
// task before a failing one also runs, and the earliest failure is rethrown.
template <class Work>
void in_parallel(std::size_t task_count, std::size_t worker_count, const Work& work) {
  std::vector<std::exception_ptr> failures(task_count);
  std::atomic<std::size_t> next = 0;
  const auto run_tasks = [&](std::size_t worker) {
    for (std::size_t task = next++; task < task_count; task = next++) {
      try {
        work(worker, task);
      } catch (...) {
        failures[task] = std::current_exception();
        next = task_count;
      }
    }
  };
  std::vector<std::future<void>> workers;
  for (std::size_t i = 0; i < std::min(worker_count, task_count); ++i) workers.push_back(std::async(run_tasks, i));
  for (std::future<void>& worker : workers) worker.get();
  for (const std::exception_ptr& failure : failures)
    if (failure) std::rethrow_exception(failure);
}

// Reorders the values, from the top down: everything below a rank must lie before it.
Quantiles quantiles_of(std::vector<double>& values) {
  auto end = values.end();
  const auto find = [&](std::size_t percent) {
    const std::size_t rank = values.size() / 100 * percent + (values.size() % 100 * percent + 99) / 100;
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(rank - 1);
    std::nth_element(values.begin(), place, end);
    end = place;
    return *place;
  };
  Quantiles quantiles;
  quantiles.p95 = find(95);
  quantiles.p75 = find(75);
  quantiles.p50 = find(50);
  quantiles.p25 = find(25);
  quantiles.p05 = find(5);
  return quantiles;
}

std::vector<double> variance_shares(std::span<const Moments> moments) {
  std::vector<double> shares;
  double sum = 0;
  for (const Moments& of_input : moments) sum += shares.emplace_back(of_input.squared_correlation());
  if (sum > 0)
    for (double& share : shares) share /= sum;
  return shares;
}

Uncertainty summary_of(std::span<const Chunk> chunks, std::int64_t draw_count) {
  Chunk all = chunks.front();
  for (const Chunk& chunk : chunks.subspan(1)) {
    all.clamped_count += chunk.clamped_count;
    all.cheaper_count += chunk.cheaper_count;
    for (std::size_t i = 0; i < all.moments.size(); ++i) all.moments[i].merge(chunk.moments[i]);
  }
  const auto count = static_cast<double>(draw_count);
  const double probability = static_cast<double>(all.cheaper_count) / count;
  return {.draw_count = draw_count,
          .clamped_count = all.clamped_count,
          .self_host_cheaper_probability = probability,
          .standard_error = std::sqrt(probability * (1 - probability) / count),
          .variance_share = variance_shares(all.moments)};
}

}  // namespace

Uncertainty monte_carlo(std::span<const Uncertain> inputs, const MonteCarlo& settings,
                        const std::function<Evaluate()>& make_evaluate) {
  const std::vector<Input> checked_inputs = checked(inputs, settings);
  const auto draw_count = static_cast<std::size_t>(settings.draw_count);
  const std::size_t threads =
      settings.threads > 0 ? settings.threads : std::max(1U, std::thread::hardware_concurrency());

  Metrics metrics;
  metrics.fill(std::vector<double>(draw_count));
  std::vector<Chunk> chunks((draw_count + chunk_size - 1) / chunk_size);
  std::vector<Evaluate> evaluates(std::min(threads, chunks.size()));
  std::generate(evaluates.begin(), evaluates.end(), make_evaluate);
  in_parallel(chunks.size(), threads, [&](std::size_t worker, std::size_t chunk) {
    chunks[chunk] = run_chunk(checked_inputs, settings.seed, chunk, evaluates[worker], metrics);
  });

  Uncertainty uncertainty = summary_of(chunks, settings.draw_count);
  in_parallel(metric_count, threads,
              [&](std::size_t, std::size_t metric) { uncertainty.quantiles[metric] = quantiles_of(metrics[metric]); });
  return uncertainty;
}

}  // namespace breakeven
