// SPDX-License-Identifier: MIT
#include "io/traces/histogram.hpp"

#include <algorithm>
#include <map>

#include "breakeven/profile.hpp"
#include "io/traces/time.hpp"

namespace breakeven::io {
namespace {

std::optional<Trace> refuse_histogram(std::string message, std::string help, Diagnostics& problems) {
  problems.push_back({.code = "BE-T004", .message = std::move(message), .help = std::move(help)});
  return std::nullopt;
}

template <class Next>
std::int64_t commonest(std::size_t count, Next next) {
  std::map<std::int64_t, std::size_t> counts;
  for (std::size_t i = 0; i < count; ++i)
    if (const std::int64_t width_ns = next(i); width_ns > 0) ++counts[width_ns];
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? 0 : most->first;
}

// The width that most rows give, or else the commonest distance between bins; larger gaps are empty bins.
std::int64_t width_of(const std::vector<HistogramRow>& bins) {
  const std::int64_t told_ns = commonest(bins.size(), [&](std::size_t i) { return bins[i].width_ns; });
  if (told_ns > 0) return told_ns;
  return commonest(bins.size() - 1, [&](std::size_t i) { return bins[i + 1].start_ns - bins[i].start_ns; });
}

// A grid of equal bins. The first may begin late and the last end early, if the trace did.
class Grid {
 public:
  Grid(const std::vector<HistogramRow>& bins, std::int64_t width_ns)
      : width_ns_(width_ns), first_ns_(bins.front().start_ns), last_ns_(bins.back().start_ns) {
    const bool is_one = first_ns_ == last_ns_;
    origin_ns_ = is_one ? first_ns_ : last_ns_;
  }

  bool is_of_seconds() const { return width_ns_ % ns_per_s == 0 && origin_ns_ % ns_per_s == 0; }

  bool has(const HistogramRow& bin) const {
    const bool begins_there = (bin.start_ns - origin_ns_) % width_ns_ == 0;
    if (begins_there && (bin.width_ns == 0 || bin.width_ns == width_ns_)) return true;
    if (begins_there && bin.start_ns == last_ns_) return true;
    return bin.start_ns == first_ns_ && bin.width_ns > 0 && (bin.start_ns + bin.width_ns - origin_ns_) % width_ns_ == 0;
  }

  std::int64_t start_of(const HistogramRow& bin) const {
    return origin_ns_ + floor_divide(bin.start_ns - origin_ns_, width_ns_) * width_ns_;
  }

 private:
  std::int64_t width_ns_;
  std::int64_t first_ns_;
  std::int64_t last_ns_;
  std::int64_t origin_ns_;
};

}  // namespace

std::optional<Trace> histogram_trace(std::vector<HistogramRow> bins, Diagnostics& problems) {
  std::sort(bins.begin(), bins.end(),
            [](const HistogramRow& a, const HistogramRow& b) { return a.start_ns < b.start_ns; });
  const std::int64_t width_ns = width_of(bins);
  if (width_ns == 0)
    return refuse_histogram("one bin alone does not say how wide it is", "give a column of ends: --columns end=COLUMN",
                            problems);
  const Grid grid(bins, width_ns);
  if (!grid.is_of_seconds())
    return refuse_histogram("the bins do not begin and end at whole seconds", "give bins of a second or more",
                            problems);
  if (!std::all_of(bins.begin(), bins.end(), [&](const HistogramRow& bin) { return grid.has(bin); }))
    return refuse_histogram("the bins are not all of one width",
                            "give bins that are equally wide, or a column of ends: --columns end=COLUMN", problems);
  Trace trace{.slice_s = width_ns / ns_per_s, .is_histogram = true};
  for (const HistogramRow& bin : bins) {
    const std::int64_t start_s = grid.start_of(bin) / ns_per_s;
    if (trace.slices.empty() || trace.slices.back().start_s != start_s) trace.slices.push_back({start_s});
    trace.slices.back().sums += bin.sums;
  }
  const std::int64_t last_ns = bins.back().width_ns > 0 ? bins.back().width_ns : width_ns;
  trace.answered = {bins.front().start_ns, bins.back().start_ns + last_ns};
  return trace;
}

}  // namespace breakeven::io
