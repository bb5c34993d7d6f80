// SPDX-License-Identifier: MIT
#include "io/traces/read_traces.hpp"

#include <algorithm>

#include "io/traces/histogram.hpp"
#include "io/traces/trace_file.hpp"

namespace breakeven::io {
namespace {

constexpr std::size_t most_shown = 10;

std::string ratio_text(double ratio) {
  std::string text = std::to_string(ratio * 100);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text + "%";
}

std::vector<std::string> notes_of(const std::vector<BadTraceRow>& bad_rows) {
  std::vector<std::string> notes;
  for (const BadTraceRow& bad : bad_rows)
    notes.push_back(printable(bad.file) + ":" + std::to_string(bad.line) + ": " + bad.what);
  return notes;
}

bool is_too_bad(const TraceReading& reading, const TraceOptions& options, Diagnostics& problems) {
  const auto bad = static_cast<double>(reading.bad_row_count);
  const auto all = static_cast<double>(reading.row_count);
  if (bad <= options.greatest_bad_ratio * all) return false;
  problems.push_back({.code = "BE-T003",
                      .message = std::to_string(reading.bad_row_count) + " of " + std::to_string(reading.row_count) +
                                 " rows cannot be read, more than " + ratio_text(options.greatest_bad_ratio),
                      .notes = notes_of(reading.bad_rows),
                      .help = "mend them, say with --columns which column is what, or allow more with --max-bad"});
  return true;
}

void refuse_traces(std::string message, std::string help, Diagnostics& problems) {
  problems.push_back({.code = "BE-T004", .message = std::move(message), .help = std::move(help)});
}

std::optional<TraceReading> nothing_in(std::span<const std::string> paths, std::vector<std::string> bad_rows,
                                       Diagnostics& problems) {
  problems.push_back({.code = "BE-T001",
                      .message = "no request in it was answered",
                      .location = Location{.file = printable(paths.front())},
                      .notes = std::move(bad_rows),
                      .help = "give a log of requests, one a row"});
  return std::nullopt;
}

// Whether the files are of one kind and their times have one origin.
bool go_together(const std::vector<TraceFileSums>& files, Diagnostics& problems) {
  const auto differ = [&](auto is) {
    return std::any_of(files.begin(), files.end(), [&](const auto& file) { return is(file) != is(files.front()); });
  };
  if (differ([](const TraceFileSums& file) { return !file.rows.bins.empty(); })) {
    refuse_traces("some files are logs of requests and others histograms", "give those of one kind", problems);
    return false;
  }
  if (differ([](const TraceFileSums& file) { return is_relative(file.rows.span().first_ns); })) {
    refuse_traces("the times of some files count from a start of their own and those of others from 1970",
                  "give those of one kind, or --time-unit", problems);
    return false;
  }
  return true;
}

}  // namespace

std::optional<TraceReading> read_traces(std::span<const std::string> paths, const TraceOptions& options,
                                        std::istream& standard_input, const ReadProgress& progress,
                                        Diagnostics& problems) {
  std::vector<TraceFileSums> files;
  for (const std::string& path : paths) {
    auto source = open_bytes(path, standard_input, problems);
    if (!source) continue;
    if (auto sums = read_trace_file(std::move(*source), options, progress, problems)) files.push_back(std::move(*sums));
  }
  if (has_errors(problems) || files.empty()) return std::nullopt;
  TraceReading reading;
  for (TraceFileSums& file : files) {
    reading.files.push_back(file.file);
    for (BadTraceRow& bad : file.bad_rows)
      if (reading.bad_rows.size() < most_shown) reading.bad_rows.push_back(std::move(bad));
    reading.row_count += file.rows.row_count;
    reading.bad_row_count += file.rows.bad_row_count;
  }
  if (is_too_bad(reading, options, problems)) return std::nullopt;
  std::erase_if(files, [](const TraceFileSums& file) { return file.rows.span().is_empty(); });
  if (files.empty()) return nothing_in(paths, notes_of(reading.bad_rows), problems);
  if (!go_together(files, problems)) return std::nullopt;
  TraceRows all = std::move(files.front().rows);
  for (std::size_t i = 1; i < files.size(); ++i) all.merge(std::move(files[i].rows));
  reading.is_relative = is_relative(all.span().first_ns);
  reading.backward_count = all.backward_count;
  reading.knows_cached = all.knows_cached;
  if (all.prefix.input_tok > 0) reading.prefix = all.prefix;
  if (!all.bins.empty()) {
    auto trace = histogram_trace(std::move(all.bins), problems);
    if (!trace) return std::nullopt;
    reading.trace = std::move(*trace);
  } else {
    reading.trace = all.sums.finish(std::max(options.slice_s, all.least_slice_s));
    reading.requests = std::move(all.requests);
    // Compare all fields, so requests of equal time have the same order whichever thread read them.
    std::sort(reading.requests.begin(), reading.requests.end());
  }
  const auto& slices = reading.trace.slices;
  if (std::none_of(slices.begin(), slices.end(), [](const TraceSlice& slice) { return slice.sums.requests > 0; }))
    return nothing_in(paths, notes_of(reading.bad_rows), problems);
  return reading;
}

}  // namespace breakeven::io
