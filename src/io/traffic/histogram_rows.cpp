// SPDX-License-Identifier: MIT
// The rows of histograms: bins that others made, and the sums of `breakeven traffic sql`.
#include <charconv>
#include <cmath>

#include "io/traffic/trace_rows.hpp"

namespace breakeven::io {
namespace {

constexpr double largest_sum = 1e18;
constexpr double largest_product = 1e300;

bool is_absent(std::string_view text) { return text.empty() || text == "null" || text == "NULL" || text == "\\N"; }

}  // namespace

ResultParts& ResultParts::operator+=(const ResultParts& other) {
  slices += other.slices;
  input_lengths += other.input_lengths;
  output_lengths += other.output_lengths;
  bad_row_counts += other.bad_row_counts;
  return *this;
}

std::string ResultParts::flaw() const {
  if (bad_row_counts != 1)
    return "the query's result has " + std::to_string(bad_row_counts) + " rows of part bad_rows, and should have one";
  if (slices == input_lengths && slices == output_lengths) return "";
  const auto count = [](double number) { return std::to_string(static_cast<std::uint64_t>(number)); };
  return "the query's result is not whole: its slices have " + count(slices) + " requests, its input lengths " +
         count(input_lengths) + " and its output lengths " + count(output_lengths);
}

// Sums of tokens may be fractional: those of rates times lengths are.
bool TraceRows::take_sum(const RowFields& fields, Role role, double& sum, RowPlace place) {
  const std::string_view text = of(fields, role);
  if (is_absent(text)) return refuse(place, role, text, "missing"), false;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), sum);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(sum))
    return refuse(place, role, text, "not a number"), false;
  if (sum < 0) return refuse(place, role, text, "negative"), false;
  const bool is_product = role == Role::input_output || role == Role::output_output;
  if (sum > (is_product ? largest_product : largest_sum)) return refuse(place, role, text, "too large"), false;
  return true;
}

bool TraceRows::take_bin_sums(const RowFields& fields, TraceSums& sums_of_bin, RowPlace place) {
  const auto take_known = [&](Role role, double& sum) {
    return is_absent(of(fields, role)) || take_sum(fields, role, sum, place);
  };
  if (!take_sum(fields, Role::requests, sums_of_bin.requests, place) ||
      !take_known(Role::failed_requests, sums_of_bin.failed_requests) ||
      !take_sum(fields, Role::input, sums_of_bin.input_tok, place) ||
      !take_known(Role::cached_input, sums_of_bin.cached_input_tok) ||
      !take_sum(fields, Role::output, sums_of_bin.output_tok, place))
    return false;
  if (sums_of_bin.cached_input_tok > sums_of_bin.input_tok)
    return refuse(place, Role::cached_input, of(fields, Role::cached_input), "more than the input"), false;
  if (sums_of_bin.requests == 0 && sums_of_bin.input_tok + sums_of_bin.output_tok > 0)
    return refuse(place, Role::requests, of(fields, Role::requests), "0 where there are tokens"), false;
  return true;
}

void TraceRows::read_bin(const RowFields& fields, RowPlace place) {
  HistogramRow bin;
  if (columns_->bin_s && time_.form() != TimeForm::iso) bin.width_ns = *columns_->bin_s * 1'000'000'000;
  if (!take_time(fields, Role::time, bin.start_ns, place) || !take_bin_sums(fields, bin.sums, place)) return;
  if (!of(columns_->names, Role::end).empty()) {
    std::int64_t end_ns = 0;
    if (!take_time(fields, Role::end, end_ns, place)) return;
    if (end_ns <= bin.start_ns) return refuse(place, Role::end, of(fields, Role::end), "not after the start");
    bin.width_ns = end_ns - bin.start_ns;
  }
  if (!is_absent(of(fields, Role::width))) {
    double width_s = 0;
    if (!take_sum(fields, Role::width, width_s, place)) return;
    constexpr double longest_s = 366 * 86'400.0;
    if (!(width_s >= 1 && width_s <= longest_s) || std::floor(width_s) != width_s)
      return refuse(place, Role::width, of(fields, Role::width), "not whole seconds of at most a year");
    bin.width_ns = static_cast<std::int64_t>(width_s) * 1'000'000'000;
  }
  // Nothing is known of the requests but their mean.
  if (bin.sums.requests > 0) {
    bin.sums.input_output_tok2 = bin.sums.input_tok * bin.sums.output_tok / bin.sums.requests;
    bin.sums.output_output_tok2 = bin.sums.output_tok * bin.sums.output_tok / bin.sums.requests;
  }
  knows_cached = knows_cached || !is_absent(of(fields, Role::cached_input));
  const Outcome outcome = says_outcome_ ? outcome_of(fields, place) : Outcome::good;
  if (outcome == Outcome::unknown) return;
  if (outcome == Outcome::failed) bin.sums = {.failed_requests = bin.sums.requests + bin.sums.failed_requests};
  pass(bin.start_ns);
  bins.push_back(bin);
}

void TraceRows::read_slice(const RowFields& fields, RowPlace place) {
  HistogramRow slice;
  TimeSpan answered;
  double width_s = 0;
  if (!take_time(fields, Role::time, slice.start_ns, place) || !take_sum(fields, Role::width, width_s, place)) return;
  if (!TraceAccumulator::is_width(width_s))
    return refuse(place, Role::width, of(fields, Role::width), "not 1, 60, 3600 or 86400");
  const std::int64_t width_ns = static_cast<std::int64_t>(width_s) * 1'000'000'000;
  if (slice.start_ns % width_ns != 0)
    return refuse(place, Role::time, of(fields, Role::time), "not the beginning of a slice");
  least_slice_s = std::max(least_slice_s, static_cast<std::int64_t>(width_s));
  if (!take_bin_sums(fields, slice.sums, place)) return;
  if (slice.sums.requests > 0) {
    if (!take_sum(fields, Role::input_output, slice.sums.input_output_tok2, place) ||
        !take_sum(fields, Role::output_output, slice.sums.output_output_tok2, place) ||
        !take_time(fields, Role::first, answered.first_ns, place) ||
        !take_time(fields, Role::last, answered.last_ns, place))
      return;
    if (answered.first_ns < slice.start_ns || answered.last_ns < answered.first_ns ||
        answered.last_ns >= slice.start_ns + width_ns)
      return refuse(place, Role::first, of(fields, Role::first), "not in the slice, before the last time");
    knows_cached = knows_cached || !is_absent(of(fields, Role::cached_input));
  }
  parts.slices += slice.sums.requests;
  row_count += static_cast<std::uint64_t>(slice.sums.requests + slice.sums.failed_requests);
  sums.add(TraceSlice{slice.start_ns / 1'000'000'000, slice.sums});
  sums.include(answered);
  span_.include(slice.start_ns);
}

void TraceRows::read_sums(const RowFields& fields, RowPlace place) {
  const std::string_view part = of(fields, Role::part);
  if (part == "slice") return read_slice(fields, place);
  double requests_of_part = 0;
  if (!take_sum(fields, Role::requests, requests_of_part, place)) return;
  const auto count = static_cast<std::uint64_t>(requests_of_part);
  if (part == "bad_rows") {
    ++parts.bad_row_counts;
    if (count > 0) refuse(place, std::to_string(count) + " rows that the query refused", count);
    return;
  }
  const bool is_input = part == "input_length";
  if (!is_input && part != "output_length") return refuse(place, Role::part, part, "no known one");
  std::uint64_t length = 0;
  if (!take_count(fields, Role::length, length, place)) return;
  (is_input ? parts.input_lengths : parts.output_lengths) += requests_of_part;
  if (is_input)
    sums.add_input_length(length, count);
  else
    sums.add_output_length(length, count);
}

}  // namespace breakeven::io
