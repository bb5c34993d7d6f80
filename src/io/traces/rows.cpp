// SPDX-License-Identifier: MIT
#include "io/traces/rows.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "text/characters.hpp"

namespace breakeven::io {
namespace {

constexpr std::string_view missing = "missing";
constexpr std::uint64_t tok_per_prefix_block = 512;
constexpr std::size_t most_told = 10;
constexpr double largest_sum = 1e18;
constexpr double largest_product = 1e300;

bool is_nothing(std::string_view text) {
  return text.empty() || text == "null" || text == "NULL" || text == "None" || text == "NaN" || text == "nan" ||
         text == "\\N";
}

// Reads a token count that is not plain digits; returns what is wrong with it, or nothing.
std::string_view read_unusual(std::string_view text, double& number) {
  text = text::trimmed(text);
  if (is_nothing(text)) return missing;
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (end != text.data() + text.size() || error == std::errc::invalid_argument) return "not a number";
  if (error == std::errc::result_out_of_range) return "out of range";
  if (!(number >= 0)) return number < 0 ? "negative" : "not a number";
  if (number > static_cast<double>(LengthCounts::greatest)) return "above 1e12";
  return "";
}

std::string_view read_count(std::string_view text, std::uint64_t& count) {
  constexpr std::size_t most_digits = 12;
  std::uint64_t value = 0;
  std::size_t i = 0;
  for (; i < text.size() && i < most_digits; ++i) {
    const auto digit = static_cast<unsigned>(text[i]) - '0';
    if (digit > 9) break;
    value = value * 10 + digit;
  }
  if (i == text.size() && i > 0) return count = value, "";
  double number = 0;
  if (const std::string_view flaw = read_unusual(text, number); !flaw.empty()) return flaw;
  if (std::floor(number) != number) return "fractional";
  return count = static_cast<std::uint64_t>(number), "";
}

}  // namespace

TraceRows::TraceRows(const TraceColumns& columns, TimeForm time_form, Options options)
    : sums(options.slice_s),
      columns_(&columns),
      options_(options),
      says_cached_(!of(columns.names, Role::cached_input).empty()),
      says_outcome_(!of(columns.names, Role::status).empty() || !of(columns.names, Role::error).empty() ||
                    !of(columns.names, Role::success).empty()),
      time_(time_form) {}

void TraceRows::refuse(RowPlace place, std::string what, std::uint64_t rows) {
  row_count += rows;
  bad_row_count += rows;
  if (bad_rows.size() < most_told) bad_rows.push_back({place, std::move(what)});
}

void TraceRows::refuse(RowPlace place, Role role, std::string_view value, std::string_view flaw) {
  constexpr std::size_t most_shown = 40;
  // Concatenated files repeat the header.
  if (!value.empty() && value == of(columns_->names, role)) return refuse(place, "it is the header again");
  std::string what = std::string(row(role).name) + " is " + std::string(flaw);
  if (flaw != missing)
    what += ": '" + printable(value.substr(0, most_shown)) + (value.size() > most_shown ? "…'" : "'");
  refuse(place, std::move(what));
}

void TraceRows::read(const RowFields& fields, RowPlace place) {
  if (!columns_->is_histogram()) return read_request(fields, place);
  if (of(columns_->names, Role::part).empty()) return read_bin(fields, place);
  read_sums(fields, place);
}

void TraceRows::read(const RowFields& fields, const std::vector<std::uint64_t>& prefix_blocks, RowPlace place) {
  input_tok_ = 0;
  read(fields, place);
  if (input_tok_ == 0) return;
  const auto new_one = std::find_if(prefix_blocks.begin(), prefix_blocks.end(),
                                    [&](std::uint64_t block) { return !seen_blocks_.contains(block); });
  const auto hits = static_cast<std::uint64_t>(new_one - prefix_blocks.begin());
  prefix.hit_tok += std::min(hits * tok_per_prefix_block, input_tok_);
  prefix.input_tok += input_tok_;
  seen_blocks_.insert(new_one, prefix_blocks.end());
}

void TraceRows::merge(TraceRows&& other) {
  sums.merge(other.sums);
  bins.insert(bins.end(), other.bins.begin(), other.bins.end());
  requests.insert(requests.end(), other.requests.begin(), other.requests.end());
  parts += other.parts;
  prefix.hit_tok += other.prefix.hit_tok;
  prefix.input_tok += other.prefix.input_tok;
  row_count += other.row_count;
  bad_row_count += other.bad_row_count;
  backward_count += other.backward_count;
  knows_cached = knows_cached || other.knows_cached;
  least_slice_s = std::max(least_slice_s, other.least_slice_s);
  if (!other.span_.is_empty()) {
    span_.include(other.span_.first_ns);
    span_.include(other.span_.last_ns);
  }
  bad_rows.insert(bad_rows.end(), std::make_move_iterator(other.bad_rows.begin()),
                  std::make_move_iterator(other.bad_rows.end()));
  std::sort(bad_rows.begin(), bad_rows.end(), [](const BadRow& a, const BadRow& b) { return a.place < b.place; });
  if (bad_rows.size() > most_told) bad_rows.resize(most_told);
}

bool TraceRows::take_time(const RowFields& fields, Role role, std::int64_t& time_ns, RowPlace place) {
  const std::string_view text = of(fields, role);
  TimeReader& reader = role == Role::first || role == Role::last ? microseconds_ : time_;
  auto time = reader.read(text);
  if (!time) time = reader.read(text::trimmed(text));
  if (!time) {
    const bool is_iso = reader.form() == TimeForm::iso;
    const std::string form =
        is_iso ? "of ISO 8601 in the years 1678 to 2261" : "in " + std::string(name(reader.form()));
    return refuse(place, role, text, is_nothing(text::trimmed(text)) ? std::string(missing) : "not a time " + form),
           false;
  }
  time_ns = *time;
  return true;
}

bool TraceRows::take_count(const RowFields& fields, Role role, std::uint64_t& count, RowPlace place) {
  const std::string_view flaw = read_count(of(fields, role), count);
  if (flaw.empty()) return true;
  return refuse(place, role, of(fields, role), flaw), false;
}

Outcome TraceRows::outcome_of(const RowFields& fields, RowPlace place) {
  Outcome outcome = Outcome::good;
  for (const OutcomeColumn& column : outcome_columns) {
    const Role role = *find_role(column.role);
    if (of(columns_->names, role).empty()) continue;
    const std::string_view word = of(fields, role);
    const Outcome said = io::outcome_of(column, word);
    if (said == Outcome::unknown)
      return refuse(place, role, word, word.empty() ? missing : "no known word or HTTP status"), said;
    if (said == Outcome::failed) outcome = said;
  }
  return outcome;
}

// Counts a good row.
void TraceRows::pass(std::int64_t time_ns) {
  ++row_count;
  if (!first_ns_) first_ns_ = time_ns;
  if (previous_ns_ && time_ns < *previous_ns_) ++backward_count;
  previous_ns_ = time_ns;
  span_.include(time_ns);
}

void TraceRows::read_request(const RowFields& fields, RowPlace place) {
  TraceRequest request;
  if (!take_time(fields, Role::time, request.time_ns, place)) return;
  const Outcome outcome = says_outcome_ ? outcome_of(fields, place) : Outcome::good;
  if (outcome == Outcome::unknown) return;
  if (outcome == Outcome::good) {
    if (!take_count(fields, Role::input, request.input_tok, place) ||
        !take_count(fields, Role::output, request.output_tok, place))
      return;
    if (const auto cached = of(fields, Role::cached_input); says_cached_ && !is_nothing(cached)) {
      if (!take_count(fields, Role::cached_input, request.cached_input_tok, place)) return;
      if (request.cached_input_tok > request.input_tok)
        return refuse(place, Role::cached_input, cached, "more than the input");
      knows_cached = true;
    }
  }
  pass(request.time_ns);
  if (outcome == Outcome::failed || (columns_->no_output_is_failed && request.output_tok == 0))
    return sums.add_failed(request.time_ns);
  sums.add(request);
  input_tok_ = request.input_tok;
  if (options_.keeps_requests) requests.push_back(request);
}

// Sums of tokens may be fractional, such as rates times lengths.
bool TraceRows::take_sum(const RowFields& fields, Role role, double& sum, RowPlace place) {
  const std::string_view text = of(fields, role);
  if (is_nothing(text)) return refuse(place, role, text, "missing"), false;
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
    return is_nothing(of(fields, role)) || take_sum(fields, role, sum, place);
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
  if (!is_nothing(of(fields, Role::width))) {
    double width_s = 0;
    if (!take_sum(fields, Role::width, width_s, place)) return;
    constexpr double longest_s = 366 * 86'400.0;
    if (!(width_s >= 1 && width_s <= longest_s) || std::floor(width_s) != width_s)
      return refuse(place, Role::width, of(fields, Role::width), "not whole seconds of at most a year");
    bin.width_ns = static_cast<std::int64_t>(width_s) * 1'000'000'000;
  }
  // Only the mean of the requests is known.
  if (bin.sums.requests > 0) {
    bin.sums.input_output_tok2 = bin.sums.input_tok * bin.sums.output_tok / bin.sums.requests;
    bin.sums.output_output_tok2 = bin.sums.output_tok * bin.sums.output_tok / bin.sums.requests;
  }
  knows_cached = knows_cached || !is_nothing(of(fields, Role::cached_input));
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
    knows_cached = knows_cached || !is_nothing(of(fields, Role::cached_input));
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
  is_input ? sums.add_input_length(length, count) : sums.add_output_length(length, count);
}

}  // namespace breakeven::io
