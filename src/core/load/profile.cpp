// SPDX-License-Identifier: MIT
#include "breakeven/profile.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace breakeven {
namespace {

constexpr std::int64_t us_per_s = 1'000'000;
constexpr std::int64_t ns_per_us = 1'000;
constexpr std::int64_t hour_s = 3'600;

Time seconds(double number) { return number * second; }

void add(const TrafficBin& other, TrafficBin& bin) {
  bin.width += other.width;
  bin.requests += other.requests;
  bin.input += other.input;
  bin.cached_input += other.cached_input;
  bin.output += other.output;
  bin.input_output_tok2 += other.input_output_tok2;
  bin.output_output_tok2 += other.output_output_tok2;
}

// Bins of the observed width, before short ones at the ends are merged.
std::vector<TimedBin> equal_bins(const Trace& trace, std::int64_t bin_s, std::int64_t offset_s) {
  const ObservedTime observed = observed_time(trace);
  // Histogram bins keep their own boundaries, whatever the clock.
  if (trace.is_histogram) {
    const std::int64_t start_s = trace.slices.front().start_s + offset_s;
    offset_s -= start_s - floor_divide(start_s, trace.slice_s) * trace.slice_s;
  }
  const auto index_of = [&](std::int64_t second) { return floor_divide(second + offset_s, bin_s); };
  const std::int64_t first = index_of(floor_divide(observed.start_us, us_per_s));
  const std::int64_t last = index_of(floor_divide(observed.end_us - 1, us_per_s));
  std::vector<TimedBin> bins(static_cast<std::size_t>(last - first + 1));
  for (std::size_t i = 0; i < bins.size(); ++i) {
    const std::int64_t start_us = ((first + static_cast<std::int64_t>(i)) * bin_s - offset_s) * us_per_s;
    const std::int64_t from_us = std::max(start_us, observed.start_us);
    const std::int64_t to_us = std::min(start_us + bin_s * us_per_s, observed.end_us);
    bins[i].start_us = from_us;
    bins[i].bin.width = seconds(static_cast<double>(to_us - from_us) / us_per_s);
  }
  for (const TraceSlice& slice : trace.slices) {
    if (slice.sums.requests == 0) continue;
    const std::int64_t index = std::clamp(index_of(slice.start_s), first, last);
    add(bin_of(slice.sums, Time{}), bins[static_cast<std::size_t>(index - first)].bin);
  }
  return bins;
}

}  // namespace

TrafficBin bin_of(const TraceSums& sums, Time width) {
  return {.width = width,
          .requests = sums.requests * request,
          .input = sums.input_tok * token,
          .cached_input = sums.cached_input_tok * token,
          .output = sums.output_tok * token,
          .input_output_tok2 = sums.input_output_tok2,
          .output_output_tok2 = sums.output_output_tok2};
}

ObservedTime observed_time(const Trace& trace) {
  ObservedTime observed{floor_divide(trace.answered.first_ns, ns_per_us),
                        floor_divide(trace.answered.last_ns, ns_per_us)};
  if (trace.is_histogram) return observed;
  const double requests = std::accumulate(trace.slices.begin(), trace.slices.end(), 0.0,
                                          [](double sum, const auto& slice) { return sum + slice.sums.requests; });
  const std::int64_t between = observed.end_us - observed.start_us;
  if (between == 0)
    observed.end_us += trace.slice_s * us_per_s;
  else
    observed.end_us += std::max<std::int64_t>(1, std::llround(static_cast<double>(between) / (requests - 1)));
  return observed;
}

double bin_count(const Trace& trace, std::int64_t bin_s) {
  return std::ceil(observed_time(trace).length() / seconds(static_cast<double>(bin_s)));
}

std::vector<TimedBin> bins_of(const Trace& trace, std::int64_t bin_s, std::int64_t offset_s) {
  std::vector<TimedBin> bins = equal_bins(trace, bin_s, offset_s);
  const Time half = seconds(static_cast<double>(bin_s) / 2);
  if (bins.size() > 1 && bins.front().bin.width < half) {
    bins[1].start_us = bins.front().start_us;
    add(bins.front().bin, bins[1].bin);
    bins.erase(bins.begin());
  }
  if (bins.size() > 1 && bins.back().bin.width < half) {
    add(bins.back().bin, bins[bins.size() - 2].bin);
    bins.pop_back();
  }
  return bins;
}

TokenRate token_rate(const TrafficBin& bin) { return bin.total() / bin.width; }

TokenRate rate_percentile(std::span<const TimedBin> bins, double share) {
  std::vector<std::pair<TokenRate, Time>> rates;
  Time all{};
  for (const TimedBin& timed : bins) {
    rates.emplace_back(token_rate(timed.bin), timed.bin.width);
    all += timed.bin.width;
  }
  std::sort(rates.begin(), rates.end());
  constexpr double rounding = 1e-12;
  Time below{};
  for (const auto& [rate, width] : rates)
    if ((below += width) >= all * (share - rounding)) return rate;
  return rates.back().first;
}

std::optional<Burstiness> burstiness(const Trace& trace, std::span<const TimedBin> bins, std::int64_t bin_s) {
  if (trace.slice_s >= bin_s) return std::nullopt;
  const Time slice = seconds(static_cast<double>(trace.slice_s));
  Burstiness found;
  std::vector<double> squares(bins.size());  // per bin, over its slices
  std::size_t bin = 0;
  for (const auto& [start_s, sums] : trace.slices) {
    const Tokens tokens = (sums.input_tok + sums.output_tok) * token;
    found.peak = std::max(found.peak, tokens / slice);
    while (bin + 1 < bins.size() && bins[bin + 1].start_us <= start_s * us_per_s) ++bin;
    squares[bin] += (tokens / token) * (tokens / token);
  }
  // A bin's variance over its squared mean is n·Σx²/(Σx)² − 1, with n slices.
  double weighted = 0;
  double all = 0;
  for (std::size_t i = 0; i < bins.size(); ++i) {
    const double sum = bins[i].bin.total() / token;
    if (sum == 0) continue;
    const double slices = std::max(1.0, bins[i].bin.width / slice);
    weighted += sum * std::max(0.0, slices * squares[i] / (sum * sum) - 1);
    all += sum;
  }
  if (all > 0) found.coefficient_of_variation = std::sqrt(weighted / all);
  return found;
}

std::size_t hour_of_week(std::int64_t time_us, std::int64_t offset_s) {
  constexpr std::int64_t hours_per_week = 168;
  constexpr std::int64_t monday = 72;  // hour of the week at the epoch: 1970 began on a Thursday
  const std::int64_t hours = floor_divide(floor_divide(time_us, us_per_s) + offset_s, hour_s) + monday;
  return static_cast<std::size_t>(hours - floor_divide(hours, hours_per_week) * hours_per_week);
}

WeekRates week_rates(const Trace& trace, std::int64_t offset_s) {
  constexpr std::size_t hours_per_day = 24;
  std::array<TrafficBin, 168> sums{};
  for (const TimedBin& timed : equal_bins(trace, hour_s, offset_s))
    add(timed.bin, sums[hour_of_week(timed.start_us, offset_s)]);
  WeekRates rates{};
  for (std::size_t i = 0; i < sums.size(); ++i)
    if (sums[i].width > Time{}) rates[i / hours_per_day][i % hours_per_day] = token_rate(sums[i]);
  return rates;
}

}  // namespace breakeven
