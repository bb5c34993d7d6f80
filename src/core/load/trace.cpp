// SPDX-License-Identifier: MIT
#include "breakeven/trace.hpp"

#include <algorithm>
#include <array>

namespace breakeven {
namespace {

constexpr std::int64_t ns_per_s = 1'000'000'000;
constexpr std::array<std::int64_t, 4> widths_s{1, 60, 3'600, 86'400};

std::int64_t wider(std::int64_t slice_s) {
  const auto next = std::upper_bound(widths_s.begin(), widths_s.end(), slice_s);
  return next == widths_s.end() ? slice_s : *next;
}

bool is_empty(const TraceSums& sums) { return sums.requests == 0 && sums.failed_requests == 0; }

}  // namespace

TraceSums& TraceSums::operator+=(const TraceSums& other) {
  requests += other.requests;
  failed_requests += other.failed_requests;
  input_tok += other.input_tok;
  cached_input_tok += other.cached_input_tok;
  output_tok += other.output_tok;
  input_output_tok2 += other.input_output_tok2;
  output_output_tok2 += other.output_output_tok2;
  return *this;
}

Trace widened(Trace trace, std::int64_t slice_s) {
  if (slice_s <= trace.slice_s) return trace;
  std::vector<TraceSlice> wide;
  for (const TraceSlice& slice : trace.slices) {
    const std::int64_t start_s = floor_divide(slice.start_s, slice_s) * slice_s;
    if (wide.empty() || wide.back().start_s != start_s) wide.push_back({start_s});
    wide.back().sums += slice.sums;
  }
  trace.slices = std::move(wide);
  trace.slice_s = slice_s;
  return trace;
}

bool TraceAccumulator::is_width(double seconds) {
  return std::any_of(widths_s.begin(), widths_s.end(),
                     [&](std::int64_t width_s) { return seconds == static_cast<double>(width_s); });
}

TraceAccumulator::TraceAccumulator(std::int64_t slice_s) : slice_s_(slice_s) {}

TraceSums& TraceAccumulator::find(std::int64_t time_ns) {
  const std::int64_t second = floor_divide(time_ns, ns_per_s);
  TraceSums& found = find_slice(floor_divide(second, slice_s_));
  const std::int64_t start_s = floor_divide(second, slice_s_) * slice_s_;
  // Near the ends of the 64-bit range, do not cache the slice: its nanoseconds would overflow.
  constexpr std::int64_t most_s = std::numeric_limits<std::int64_t>::max() / ns_per_s - widths_s.back();
  if (start_s < -most_s || start_s > most_s) return found;
  slice_ = &found;
  slice_from_ns_ = start_s * ns_per_s;
  slice_to_ns_ = slice_from_ns_ + slice_s_ * ns_per_s - 1;
  return found;
}

// The set of pages depends on the requests, not on their order, and so does the final width.
TraceSums& TraceAccumulator::find_slice(std::int64_t index) {
  const std::int64_t number = floor_divide(index, page_slices);
  if (pages_.size() >= most_pages && !pages_.contains(number) && wider(slice_s_) > slice_s_) {
    const std::int64_t second = index * slice_s_;
    widen(wider(slice_s_));
    return find_slice(floor_divide(second, slice_s_));
  }
  Page& page = pages_[number];
  if (page.empty()) page.resize(static_cast<std::size_t>(page_slices));
  return page[static_cast<std::size_t>(index - number * page_slices)];
}

void TraceAccumulator::widen(std::int64_t slice_s) {
  const std::vector<TraceSlice> narrow = slices();
  pages_.clear();
  slice_s_ = slice_s;
  slice_from_ns_ = 1;
  slice_to_ns_ = 0;
  for (const TraceSlice& slice : narrow) add(slice);
}

std::vector<TraceSlice> TraceAccumulator::slices() const {
  std::vector<TraceSlice> found;
  for (const auto& [number, page] : pages_)
    for (std::size_t i = 0; i < page.size(); ++i)
      if (!is_empty(page[i]))
        found.push_back({(number * page_slices + static_cast<std::int64_t>(i)) * slice_s_, page[i]});
  return found;
}

void TraceAccumulator::add(const TraceSlice& slice) { find_slice(floor_divide(slice.start_s, slice_s_)) += slice.sums; }

void TraceAccumulator::include(const TimeSpan& answered) {
  if (answered.is_empty()) return;
  answered_.include(answered.first_ns);
  answered_.include(answered.last_ns);
}

void TraceAccumulator::merge(const TraceAccumulator& other) {
  if (other.slice_s_ > slice_s_) widen(other.slice_s_);
  for (const TraceSlice& slice : other.slices()) add(slice);
  include(other.answered_);
  input_lengths_.merge(other.input_lengths_);
  output_lengths_.merge(other.output_lengths_);
}

Trace TraceAccumulator::finish(std::int64_t slice_s) {
  if (slice_s > slice_s_) widen(slice_s);
  Trace trace{.slice_s = slice_s_,
              .is_histogram = false,
              .slices = slices(),
              .answered = answered_,
              .input_lengths = std::move(input_lengths_),
              .output_lengths = std::move(output_lengths_)};
  std::sort(trace.slices.begin(), trace.slices.end(),
            [](const TraceSlice& a, const TraceSlice& b) { return a.start_s < b.start_s; });
  return trace;
}

}  // namespace breakeven
