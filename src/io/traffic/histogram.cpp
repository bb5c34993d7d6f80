// SPDX-License-Identifier: MIT
#include "io/traffic/histogram.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace breakeven::io {
namespace {

constexpr std::int64_t ns_per_s = 1'000'000'000;

std::optional<Trace> refuse(std::string message, std::string help, Diagnostics& problems) {
  problems.push_back({.code = "BE-T004", .message = std::move(message), .help = std::move(help)});
  return std::nullopt;
}

// What the rows say.
std::int64_t told_width_of(const std::vector<HistogramRow>& bins) {
  std::int64_t width_ns = 0;
  for (const HistogramRow& bin : bins) width_ns = std::gcd(width_ns, bin.width_ns);
  return width_ns;
}

// Else how far most bins are from the next: gaps are where nothing came.
std::int64_t usual_step_of(const std::vector<HistogramRow>& bins) {
  std::map<std::int64_t, std::size_t> counts;
  for (std::size_t i = 1; i < bins.size(); ++i)
    if (bins[i].start_ns > bins[i - 1].start_ns) ++counts[bins[i].start_ns - bins[i - 1].start_ns];
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? 0 : most->first;
}

}  // namespace

std::optional<Trace> histogram_trace(std::vector<HistogramRow> bins, Diagnostics& problems) {
  std::sort(bins.begin(), bins.end(),
            [](const HistogramRow& a, const HistogramRow& b) { return a.start_ns < b.start_ns; });
  const std::int64_t told_ns = told_width_of(bins);
  const std::int64_t width_ns = told_ns > 0 ? told_ns : usual_step_of(bins);
  if (width_ns == 0)
    return refuse("one bin alone does not say how wide it is", "give a column of ends: --columns end=COLUMN", problems);
  if (width_ns % ns_per_s != 0 || bins.front().start_ns % ns_per_s != 0)
    return refuse("the bins do not begin and end at whole seconds", "give bins of a second or more", problems);
  const auto is_other = [&](const HistogramRow& bin) {
    return (bin.width_ns > 0 && bin.width_ns != width_ns) || (bin.start_ns - bins.front().start_ns) % width_ns != 0;
  };
  if (std::any_of(bins.begin(), bins.end(), is_other))
    return refuse("the bins are not all of one width",
                  "give bins that are equally wide, or a column of ends: --columns end=COLUMN", problems);
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
