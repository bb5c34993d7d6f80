// SPDX-License-Identifier: MIT
#include "cli/options/traffic_reader.hpp"

#include <chrono>
#include <cmath>

#include "cli/options/columns.hpp"
#include "cli/options/traffic.hpp"
#include "inputs/number.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

io::Diagnostic unreadable(std::string_view option, std::string_view text, std::string_view what, std::string help) {
  return {.code = "BE-U010",
          .message = text::format("--{} '{}' {}", option, io::printable(text), what),
          .location = io::Location{.argument = "--" + std::string(option)},
          .help = std::move(help)};
}

io::ColumnNames read_column_names(Session& session) {
  io::ColumnNames names;
  for (const MappedColumn& column : mapped_columns(session, io::role_names()))
    of(names, *io::find_role(column.role)) = unquoted(column.column);
  return names;
}

std::int64_t read_offset(Session& session) {
  const auto text = session.arguments().value(option::utc_offset.name);
  if (!text) return 0;
  const bool has_form = text->size() == 6 && (text->front() == '+' || text->front() == '-') && (*text)[3] == ':';
  const auto number_at = [&](std::size_t place) {
    const auto number = has_form ? read_whole_number<int>(text->substr(place, 2), 0, s_per_minute - 1) : std::nullopt;
    return number.value_or(-1);
  };
  const int hours = number_at(1);
  const int minutes = number_at(4);
  constexpr int most_hours = 14;
  constexpr int quarter = 15;
  if (hours < 0 || hours > most_hours || minutes < 0 || minutes % quarter != 0) {
    session.problems().push_back(
        unreadable(option::utc_offset.name, *text, "is no offset from UTC", "write +HH:MM or -HH:MM, such as -08:00"));
    return 0;
  }
  const std::int64_t offset = hours * s_per_hour + minutes * s_per_minute;
  return text->front() == '-' ? -offset : offset;
}

// Shows reading progress on a terminal, once reading takes longer than a second.
class Progress {
 public:
  explicit Progress(Session& session) : session_(session) {}
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() {
    if (shown_) session_.show_progress("");
  }

  void operator()(std::uint64_t taken, std::optional<std::uint64_t> of) {
    using namespace std::chrono_literals;
    const auto now = Clock::now();
    if (now - last_ < (shown_ ? 100ms : 1000ms)) return;
    last_ = now;
    shown_ = true;
    const auto done = static_cast<double>(taken);
    session_.show_progress(of && *of > 0 ? text::format("reading: {:.0f}%", 100 * done / static_cast<double>(*of))
                                         : "reading: " + text::volume(done) + "B");
  }

 private:
  using Clock = std::chrono::steady_clock;
  Session& session_;
  Clock::time_point last_ = Clock::now();
  bool shown_ = false;
};

void refuse_bins(Session& session, std::string message, std::string help) {
  session.problems().push_back({.code = "BE-T005",
                                .message = std::move(message),
                                .location = io::Location{.argument = "--bin"},
                                .help = std::move(help)});
}

// The bin width asked for, or one that shows the shape of a trace of this length.
std::int64_t chosen_bin(const Trace& trace, std::optional<std::int64_t> asked_s) {
  if (asked_s) return *asked_s;
  const bool is_long = observed_time(trace).length() >= s_per_day * second;
  return std::max(is_long ? s_per_hour : s_per_minute, trace.slice_s);
}

bool fits(Session& session, const Trace& trace, std::int64_t bin_s) {
  constexpr double most_bins = 1e6;
  if (bin_s % trace.slice_s != 0) {
    refuse_bins(session,
                text::format("bins of {} s cannot be made of {} of {} s", bin_s,
                             trace.is_histogram ? "a histogram's" : "the sums", trace.slice_s),
                text::format("write a multiple, such as --bin {}s", trace.slice_s));
    return false;
  }
  if (bin_count(trace, bin_s) > most_bins) {
    refuse_bins(session,
                text::format("the trace covers {} days, more than a million bins of {} s",
                             text::count(observed_time(trace).length() / (s_per_day * second)), bin_s),
                "write a wider --bin, or look for a time that is far from the others");
    return false;
  }
  return true;
}

}  // namespace

std::optional<std::int64_t> read_bin(Session& session, Settings& settings) {
  const auto hours = settings.read(option::bin);
  if (!hours) return std::nullopt;
  const auto bin_s = static_cast<std::int64_t>(std::llround(*hours * s_per_hour));
  const double exact = *hours * s_per_hour;
  if (std::abs(exact - static_cast<double>(bin_s)) > 1e-6)
    session.problems().push_back(unreadable(option::bin.name, *session.arguments().value(option::bin.name),
                                            "is not a whole number of seconds", "write 1min, 15min, 1h or 1day"));
  return bin_s;
}

std::int64_t slice_of(std::int64_t bin_s) {
  constexpr std::int64_t least_bin_of_minutes = 600;
  return bin_s >= least_bin_of_minutes && bin_s % s_per_minute == 0 ? s_per_minute : 1;
}

std::optional<Traffic> read_traffic(Session& session, Settings& settings, bool keeps_requests) {
  io::TraceOptions options{
      .columns = read_column_names(session), .time_form = asked_time_form(session), .keeps_requests = keeps_requests};
  const auto asked_s = read_bin(session, settings);
  const std::int64_t offset_s = read_offset(session);
  if (asked_s) options.slice_s = slice_of(*asked_s);
  if (const auto bad = settings.read(option::max_bad)) options.greatest_bad_ratio = *bad;
  std::vector<std::string> paths = session.arguments().positionals;
  if (io::has_errors(session.problems())) return std::nullopt;
  std::istream* const standard_input = session.standard_input(paths);
  if (!standard_input) return std::nullopt;
  Progress progress(session);
  auto reading = io::read_traces(
      paths, options, *standard_input, [&](std::uint64_t taken, auto of) { progress(taken, of); }, session.problems());
  if (!reading) return std::nullopt;
  const std::int64_t bin_s = chosen_bin(reading->trace, asked_s);
  if (!asked_s && !reading->trace.is_histogram) reading->trace = widened(std::move(reading->trace), slice_of(bin_s));
  if (!fits(session, reading->trace, bin_s)) return std::nullopt;
  Traffic traffic{.reading = std::move(*reading), .bin_s = bin_s, .offset_s = offset_s, .bins = {}};
  traffic.bins = bins_of(traffic.reading.trace, bin_s, offset_s);
  return traffic;
}

}  // namespace breakeven::app
