// SPDX-License-Identifier: MIT
#include "views/sensitivity.hpp"

#include <algorithm>
#include <cmath>

#include "inputs/value_text.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

using report::Align;

std::string_view elasticity_status(const std::optional<double>& elasticity) {
  return elasticity ? "at" : "not_applicable";
}

Json sensitivity_row(const Sensitivity& found) {
  return {{"key", row(found.key).key},
          {"value", found.value},
          {"low", found.low},
          {"high", found.high},
          {"saving_usd_per_month_at_low", Json(found.saving_at_low)},
          {"saving_usd_per_month_at_high", Json(found.saving_at_high)},
          {"swing_status", std::isfinite(found.swing()) ? "priced" : "infeasible"},
          {"swing_usd_per_month", std::isfinite(found.swing()) ? Json(found.swing()) : Json()},
          {"self_host_elasticity_status", elasticity_status(found.self_host_elasticity)},
          {"self_host_usd_per_mtok_elasticity", Json(found.self_host_elasticity)},
          {"api_elasticity_status", elasticity_status(found.api_elasticity)},
          {"api_usd_per_mtok_elasticity", Json(found.api_elasticity)},
          {"switching_status", found.switching_value ? "at" : "never"},
          {"switching_value", Json(found.switching_value)}};
}

std::string saving_text(const std::optional<double>& saving) { return saving ? text::money(*saving) : "infeasible"; }

std::string elasticity_text(const std::optional<double>& elasticity) {
  if (!elasticity) return "-";
  const double rounded = std::round(*elasticity * 1000) / 1000;
  return text::significant(rounded, 3);
}

report::Table sensitivity_table(const std::vector<Sensitivity>& rows) {
  report::Table table{.columns = {{"Input"},
                                  {"Low", Align::right},
                                  {"High", Align::right},
                                  {"Saves at low", Align::right},
                                  {"at high", Align::right},
                                  {"Elasticity", Align::right},
                                  {"of API", Align::right},
                                  {"Switches at", Align::right}},
                      .rows = {}};
  for (const Sensitivity& found : rows)
    table.rows.push_back({std::string(row(found.key).key), value_text(found.key, found.low),
                          value_text(found.key, found.high), saving_text(found.saving_at_low),
                          saving_text(found.saving_at_high), elasticity_text(found.self_host_elasticity),
                          elasticity_text(found.api_elasticity),
                          found.switching_value ? value_text(found.key, *found.switching_value) : "never"});
  return table;
}

std::vector<report::Picture> sensitivity_pictures(const std::vector<Sensitivity>& rows, double saving) {
  report::Bars bars{.title = "What self-hosting saves [usd/month]",
                    .center = saving,
                    .center_label = text::money(saving),
                    .caption = "Each bar is one input from its low to its high, the others held."};
  for (const Sensitivity& found : rows) {
    if (!std::isfinite(found.swing()) || found.swing() == 0) continue;
    const bool rises = *found.saving_at_high >= *found.saving_at_low;
    const double left = rises ? found.low : found.high;
    const double right = rises ? found.high : found.low;
    bars.bars.push_back({.name = std::string(row(found.key).key),
                         .low = std::min(*found.saving_at_low, *found.saving_at_high),
                         .high = std::max(*found.saving_at_low, *found.saving_at_high),
                         .low_label = value_text(found.key, left),
                         .high_label = value_text(found.key, right)});
  }
  return {std::move(bars)};
}

std::string saving_sentence(double saving) {
  const std::string amount = text::money(std::abs(saving)) + " usd/month";
  return (saving >= 0 ? "Self-hosting saves " : "Self-hosting costs ") + amount + (saving >= 0 ? "" : " more");
}

std::string sensitivity_headline(const std::vector<Sensitivity>& rows, double saving) {
  if (rows.empty() || rows.front().swing() == 0) return saving_sentence(saving) + ", and no input moves that.";
  const bool prices_all = std::isfinite(rows.front().swing());
  return saving_sentence(saving) + "; " + std::string(row(rows.front().key).key) +
         (prices_all ? " moves that most." : " can make it infeasible.");
}

}  // namespace

report::Report sensitivity_report(const std::vector<Sensitivity>& rows, double saving, double swing,
                                  const AnswerContext& context) {
  report::Report report{.document = document_header("breakeven.sensitivity"), .rows = std::vector<Json>()};
  for (const Sensitivity& found : rows) report.rows->push_back(sensitivity_row(found));
  report.document["swing_ratio"] = swing;
  report.document["saving_usd_per_month"] = saving;
  report.document["rows"] = *report.rows;
  close_document(report.document, context.inputs, context.problems);
  report.blocks = {
      sensitivity_table(rows),
      report::Paragraph{{text::format(
          "Inputs move one at a time, over their range or by {} to both sides. An elasticity is the percent "
          "by which the cost per Mtok rises with one percent of the input.",
          text::percent(swing))}},
      report::Headline{sensitivity_headline(rows, saving)}};
  report.brief = rows.empty() ? "none" : std::string(row(rows.front().key).key);
  report.pictures = [rows, saving] { return sensitivity_pictures(rows, saving); };
  return report;
}

}  // namespace breakeven::app
