// SPDX-License-Identifier: MIT

#include <algorithm>

#include "io/catalog/fields.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"
#include "views/traffic/report.hpp"
#include "views/traffic/times.hpp"

namespace breakeven::app {
namespace {

using report::Align;

std::string rate_text(TokenRate rate) { return text::with_unit(text::volume(rate / io::tok_per_s), "tok/s"); }

std::string tokens_text(Tokens tokens) { return text::with_unit(text::volume(tokens / token), "tok"); }

std::string mean_text(Tokens tokens, Requests requests) {
  return text::significant(tokens / requests / (token / request), 3);
}

// Three digits if no more are kept.
std::string length_text(std::uint64_t length) {
  const auto number = static_cast<double>(length);
  return length < LengthCounts::exact_below ? text::count(number) : text::volume(number);
}

report::Table totals_table(const TrafficProfile& profile, const io::TraceReading& reading) {
  const TrafficBin& total = profile.total;
  report::Table table{.columns = {{""}, {"Total", Align::right}, {"Mean of a request", Align::right}}, .rows = {}};
  const bool has_lengths = reading.trace.input_lengths.percentile(1).has_value();
  if (has_lengths)
    for (const std::string_view title : {"p50", "p95", "p99", "Longest"})
      table.columns.push_back({std::string(title), Align::right});
  const auto row = [&](std::string name, Tokens tokens, const LengthCounts* lengths) {
    std::vector<std::string> cells{std::move(name), tokens_text(tokens), mean_text(tokens, total.requests)};
    if (has_lengths)
      for (const double share : {0.5, 0.95, 0.99, 1.0})
        cells.push_back(lengths ? length_text(lengths->percentile(share).value_or(0)) : "-");
    table.rows.push_back(std::move(cells));
  };
  row("Input", total.input, &reading.trace.input_lengths);
  if (reading.knows_cached) row("  of it cached", total.cached_input, nullptr);
  row("Output", total.output, &reading.trace.output_lengths);
  return table;
}

report::Table load_table(const Traffic& traffic, const TrafficProfile& profile) {
  report::Table table{.columns = {{"Load, in bins of " + width_text(traffic.bin_s)},
                                  {"tok/s", Align::right},
                                  {"of the mean", Align::right}},
                      .rows = {}};
  const auto row = [&](std::string name, TokenRate rate) {
    const bool has_mean = profile.mean > TokenRate{};
    table.rows.push_back({std::move(name), text::significant(rate / io::tok_per_s, 4),
                          has_mean ? text::times(rate / profile.mean) : "-"});
  };
  row("Mean", profile.mean);
  row("Half of the time at most", rate_percentile(traffic.bins, 0.5));
  row("95% of the time at most", rate_percentile(traffic.bins, 0.95));
  const TimedBin& peak = traffic.bins[profile.peak_bin];
  row("Peak, " + clock_text(traffic, peak.start_us), token_rate(peak.bin));
  if (profile.burstiness) row("Busiest " + width_text(traffic.reading.trace.slice_s), profile.burstiness->peak);
  return table;
}

// Shows the unit of numeric times: it is guessed from their size unless given.
std::string format_text(const io::TraceFile& file) {
  std::string text(file.format);
  if (file.time_form != io::TimeForm::iso) text += ", times in " + std::string(name(file.time_form));
  return text;
}

std::string files_sentence(const io::TraceReading& reading) {
  std::string text = reading.files.size() == 1 ? io::printable(reading.files.front().name)
                                               : text::format("{} files", reading.files.size());
  text += text::format(": {} ({})", text::counted(static_cast<double>(reading.row_count), "row"),
                       format_text(reading.files.front()));
  if (reading.bad_row_count > 0)
    text += text::format(", of which {} could not be read", text::count(static_cast<double>(reading.bad_row_count)));
  constexpr std::size_t most_told = 3;
  for (std::size_t i = 0; i < std::min(most_told, reading.bad_rows.size()); ++i)
    text += text::format("{} {}line {}, {}", i == 0 ? ":" : ";",
                         reading.files.size() == 1 ? "" : io::printable(reading.bad_rows[i].file) + " ",
                         reading.bad_rows[i].line, reading.bad_rows[i].what);
  return text + (reading.bad_row_count > most_told ? "; and more." : ".");
}

std::string requests_sentence(const Traffic& traffic, const TrafficProfile& profile) {
  std::string text = text::format(
      "{} in {}, from {} on", text::counted(profile.total.requests / request, "request"),
      span_text(profile.total.width),
      clock_text(traffic, profile.observed.start_us) + (traffic.reading.is_relative ? "" : " " + zone_text(traffic)));
  if (profile.failed_requests > 0)
    text += text::format("; {} more failed and are not counted", text::count(profile.failed_requests));
  return text + ".";
}

std::string prefix_sentence(const io::TraceReading& reading) {
  if (!reading.prefix) return "";
  return text::format(
      "A prefix cache that forgets nothing would have had {} of the input (--cache-hit {} counts on that).",
      text::percent(reading.prefix->ratio()), text::significant(reading.prefix->ratio(), 3));
}

std::string order_sentence(const io::TraceReading& reading) {
  if (reading.backward_count == 0) return "";
  return text::counted(static_cast<double>(reading.backward_count), "time") +
         " a row is earlier than the one before it; the order does not matter here.";
}

std::string burst_sentence(const Traffic& traffic, const TrafficProfile& profile) {
  if (!profile.burstiness) return "";
  constexpr double rounding = 1e-6;
  const double variation = profile.burstiness->coefficient_of_variation;
  return text::format("Inside a bin, loads over {} vary by {} of their mean.",
                      width_text(traffic.reading.trace.slice_s),
                      text::percent(std::abs(variation) < rounding ? 0 : variation));
}

}  // namespace

std::vector<report::Block> profile_blocks(const Traffic& traffic, const TrafficProfile& profile) {
  std::vector<report::Block> blocks{totals_table(profile, traffic.reading), load_table(traffic, profile)};
  report::Paragraph sentences;
  for (std::string& sentence : std::vector<std::string>{
           files_sentence(traffic.reading), requests_sentence(traffic, profile), burst_sentence(traffic, profile),
           prefix_sentence(traffic.reading), order_sentence(traffic.reading)})
    if (!sentence.empty()) sentences.lines.push_back(std::move(sentence));
  blocks.emplace_back(std::move(sentences));
  return blocks;
}

std::string profile_headline(const Traffic& traffic, const TrafficProfile& profile) {
  if (profile.mean == TokenRate{}) return "The requests have no tokens.";
  return text::format("The peak {} has {} times the mean load, {} against {}{}.", width_text(traffic.bin_s),
                      text::times(profile.peak_to_average(traffic)),
                      rate_text(token_rate(traffic.bins[profile.peak_bin].bin)), rate_text(profile.mean),
                      profile.empty_bins == 0 ? ""
                                              : text::format("; {} of {} bins have none",
                                                             text::count(static_cast<double>(profile.empty_bins)),
                                                             text::count(static_cast<double>(traffic.bins.size()))));
}

std::string profile_brief(const TrafficProfile& profile) {
  return text::plain(profile.total.requests / request) + " " + text::plain(profile.total.input / token) + " " +
         text::plain(profile.total.output / token);
}

}  // namespace breakeven::app
