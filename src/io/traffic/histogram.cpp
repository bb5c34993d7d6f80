// SPDX-License-Identifier: MIT
#include "io/traffic/histogram.hpp"

#include <algorithm>
#include <numeric>

namespace breakeven::io {
namespace {

constexpr std::int64_t ns_per_s = 1'000'000'000;

std::optional<Trace> refuse(std::string message, std::string help, Diagnostics& problems) {
  problems.push_back({.code = "BE-T004", .message = std::move(message), .help = std::move(help)});
  return std::nullopt;
}

// What the rows say, or else the greatest width of which all starts are multiples apart.
std::int64_t width_of(const std::vector<HistogramRow>& bins) {
  std::int64_t width_ns = 0;
  for (const HistogramRow& bin : bins)
    width_ns = std::gcd(width_ns, bin.width_ns > 0 ? bin.width_ns : bin.start_ns - bins.front().start_ns);
  return width_ns;
}

}  // namespace

std::optional<Trace> histogram_trace(std::vector<HistogramRow> bins, Diagnostics& problems) {
  std::sort(bins.begin(), bins.end(),
            [](const HistogramRow& a, const HistogramRow& b) { return a.start_ns < b.start_ns; });
  const std::int64_t width_ns = width_of(bins);
  if (width_ns == 0)
    return refuse("one bin alone does not say how wide it is", "give a column of ends: --columns end=COLUMN", problems);
  if (width_ns % ns_per_s != 0 || bins.front().start_ns % ns_per_s != 0)
    return refuse("the bins do not begin and end at whole seconds", "give bins of a second or more", problems);
  const auto is_other = [&](const HistogramRow& bin) {
    return (bin.width_ns > 0 && bin.width_ns != width_ns) || (bin.start_ns - bins.front().start_ns) % width_ns != 0;
  };
  if (std::any_of(bins.begin(), bins.end(), is_other))
    return refuse("the bins are not all of one width", "give bins that are equally wide", problems);
  Trace trace{.slice_s = width_ns / ns_per_s, .is_histogram = true};
  for (const HistogramRow& bin : bins) {
    const std::int64_t start_s = bin.start_ns / ns_per_s;
    if (trace.slices.empty() || trace.slices.back().start_s != start_s) trace.slices.push_back({start_s});
    trace.slices.back().sums += bin.sums;
  }
  trace.answered = {bins.front().start_ns, bins.back().start_ns + width_ns};
  return trace;
}

}  // namespace breakeven::io
