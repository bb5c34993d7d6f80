// SPDX-License-Identifier: MIT

#include <array>
#include <cmath>

#include "io/catalog/fields.hpp"
#include "views/document.hpp"
#include "views/traffic/report.hpp"
#include "views/traffic/times.hpp"

namespace breakeven::app {
namespace {

constexpr std::array<std::pair<std::string_view, double>, 5> percentiles{
    {{"p50", 0.5}, {"p90", 0.9}, {"p95", 0.95}, {"p99", 0.99}, {"max", 1}}};

// A whole number as an integer; the sums of a histogram can have a fraction.
Json amount_of(double number) { return std::floor(number) == number ? count_of(number) : Json(number); }

Json rate_percentiles(const Traffic& traffic) {
  Json document = Json::object();
  for (const auto& [name, share] : percentiles)
    document[std::string(name)] = rate_percentile(traffic.bins, share) / io::tok_per_s;
  return document;
}

Json length_percentiles(const LengthCounts& lengths) {
  Json document = Json{{"status", lengths.percentile(1) ? "at" : "not_applicable"}};
  for (const auto& [name, share] : percentiles) {
    const auto length = lengths.percentile(share);
    document[std::string(name)] = length ? Json(*length) : Json();
  }
  return document;
}

Json burstiness_document(const Traffic& traffic, const std::optional<Burstiness>& burstiness, TokenRate mean) {
  const auto figure = [&](auto of) { return burstiness ? Json(of(*burstiness)) : Json(); };
  return Json{{"status", burstiness ? "at" : "not_applicable"},
              {"reason", burstiness ? Json() : Json("nothing narrower than the bins is known")},
              {"slice_s", traffic.reading.trace.slice_s},
              {"peak_tok_per_s", figure([](const Burstiness& b) { return b.peak / io::tok_per_s; })},
              {"peak_to_average_ratio", figure([&](const Burstiness& b) { return b.peak / mean; })},
              {"coefficient_of_variation", figure([](const Burstiness& b) { return b.coefficient_of_variation; })}};
}

Json week_document(const std::optional<WeekRates>& week) {
  static constexpr std::array<std::string_view, 7> days{"monday", "tuesday",  "wednesday", "thursday",
                                                        "friday", "saturday", "sunday"};
  Json document = Json{
      {"status", week ? "at" : "not_applicable"},
      {"reason", week ? Json() : Json("it takes times of the calendar, a day of them, and bins of an hour at most")}};
  Json rates = Json::object();
  for (std::size_t day = 0; day < days.size(); ++day) {
    Json hours = Json::array();
    if (week)
      for (const auto& rate : (*week)[day]) hours.push_back(rate ? Json(*rate / io::tok_per_s) : Json());
    rates[std::string(days[day])] = std::move(hours);
  }
  document["tok_per_s"] = std::move(rates);
  return document;
}

Json bin_document(const Traffic& traffic, const TimedBin& timed) {
  const TrafficBin& bin = timed.bin;
  const std::int64_t end_us = timed.start_us + std::llround(bin.width / second * 1e6);
  const bool knows_cached = traffic.reading.knows_cached;
  return Json{{"start", time_text(traffic, timed.start_us)},
              {"end", time_text(traffic, end_us)},
              {"hours", bin.width / hour},
              {"requests", amount_of(bin.requests / request)},
              {"input_tok", amount_of(bin.input / token)},
              {"cached_input_tok", knows_cached ? Json(amount_of(bin.cached_input / token)) : Json()},
              {"output_tok", amount_of(bin.output / token)},
              {"tok_per_s", token_rate(bin) / io::tok_per_s}};
}

}  // namespace

Json reading_document(const Traffic& traffic) {
  const io::TraceReading& reading = traffic.reading;
  Json files = Json::array();
  for (const io::TraceFile& file : reading.files) {
    Json columns = Json::array();
    for (const io::RoleRow& role : io::roles())
      if (const auto& name = of(file.columns, role.role); !name.empty())
        columns.push_back(Json{{"role", role.name}, {"column", io::printable(name)}});
    files.push_back(Json{{"name", io::printable(file.name)},
                         {"format", file.format},
                         {"form", file.is_json ? "json_lines" : "csv"},
                         {"time_unit", name(file.time_form)},
                         {"columns", std::move(columns)},
                         {"row_count", file.row_count}});
  }
  Json bad_rows = Json::array();
  for (const io::BadTraceRow& bad : reading.bad_rows)
    bad_rows.push_back(Json{{"file", io::printable(bad.file)}, {"line", bad.line}, {"what", bad.what}});
  const auto& prefix = reading.prefix;
  return Json{{"files", std::move(files)},
              {"row_count", reading.row_count},
              {"bad_row_count", reading.bad_row_count},
              {"bad_rows", std::move(bad_rows)},
              {"out_of_order_count", reading.backward_count},
              {"prefix_cache", Json{{"status", prefix ? "at" : "not_applicable"},
                                    {"reason", prefix ? Json() : Json("no prefix blocks are known")},
                                    {"achievable_hit_ratio", prefix ? Json(prefix->ratio()) : Json()}}}};
}

Json profile_document(const Traffic& traffic, const TrafficProfile& profile) {
  const io::TraceReading& reading = traffic.reading;
  const TrafficBin& total = profile.total;
  const bool has_tokens = total.total() > Tokens{};
  Json document = Json{{"clock", reading.is_relative ? "relative" : "utc"},
                       {"utc_offset_s", traffic.offset_s},
                       {"start", time_text(traffic, profile.observed.start_us)},
                       {"end", time_text(traffic, profile.observed.end_us)},
                       {"hours", total.width / hour},
                       {"requests", amount_of(total.requests / request)},
                       {"failed_requests", amount_of(profile.failed_requests)},
                       {"input_tok", amount_of(total.input / token)},
                       {"cached_input_status", reading.knows_cached ? "at" : "unknown"},
                       {"cached_input_tok", reading.knows_cached ? amount_of(total.cached_input / token) : Json()},
                       {"output_tok", amount_of(total.output / token)},
                       {"tok", amount_of(total.total() / token)},
                       {"mix_status", has_tokens ? "at" : "not_applicable"},
                       {"input_share_ratio", has_tokens ? Json(total.input / total.total()) : Json()},
                       {"mean_input_tok", total.input / total.requests / (token / request)},
                       {"mean_output_tok", total.output / total.requests / (token / request)},
                       {"bin_s", traffic.bin_s},
                       {"bin_count", traffic.bins.size()},
                       {"empty_bin_count", profile.empty_bins},
                       {"mean_tok_per_s", profile.mean / io::tok_per_s},
                       {"peak_tok_per_s", token_rate(traffic.bins[profile.peak_bin].bin) / io::tok_per_s},
                       {"peak_start", time_text(traffic, traffic.bins[profile.peak_bin].start_us)}};
  document["peak_to_average_status"] = has_tokens ? "at" : "not_applicable";
  document["peak_to_average_ratio"] = has_tokens ? Json(profile.peak_to_average(traffic)) : Json();
  document["tok_per_s"] = rate_percentiles(traffic);
  document["input_length_tok"] = length_percentiles(reading.trace.input_lengths);
  document["output_length_tok"] = length_percentiles(reading.trace.output_lengths);
  document["burstiness"] = burstiness_document(traffic, profile.burstiness, profile.mean);
  document["week"] = week_document(profile.week);
  return document;
}

std::vector<Json> bin_rows(const Traffic& traffic) {
  std::vector<Json> rows;
  for (const TimedBin& timed : traffic.bins) rows.push_back(bin_document(traffic, timed));
  return rows;
}

}  // namespace breakeven::app
