// SPDX-License-Identifier: MIT
#include "views/compare/uncertainty.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "inputs/value_text.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

using report::Align;
using report::Table;

std::string_view extent(bool anywhere, bool everywhere) {
  if (!anywhere) return "none";
  return everywhere ? "bounded" : "partly";
}

Json bounds_document(const Bounds& bounds) {
  const auto number = [&](double value) { return bounds.anywhere() ? Json(value) : Json(); };
  return {{"status", extent(bounds.anywhere(), bounds.everywhere)},
          {"low", number(bounds.low)},
          {"high", number(bounds.high)},
          {"approximate", bounds.approximate}};
}

// The nested member at a path such as "self_host.usd_per_mtok", created if it is missing.
Json& member_at(Json& document, std::string_view path) {
  const std::size_t dot = path.find('.');
  Json& member = document[path.substr(0, dot)];
  return dot == std::string_view::npos ? member : member_at(member, path.substr(dot + 1));
}

constexpr std::array quantile_table{std::pair{"p05", &Quantiles::p05}, std::pair{"p25", &Quantiles::p25},
                                    std::pair{"p50", &Quantiles::p50}, std::pair{"p75", &Quantiles::p75},
                                    std::pair{"p95", &Quantiles::p95}};

Json quantiles_document(const Quantiles& quantiles) {
  const auto is_finite = [&](const auto& row) { return std::isfinite(quantiles.*row.second); };
  const bool anywhere = std::any_of(quantile_table.begin(), quantile_table.end(), is_finite);
  const bool everywhere = std::all_of(quantile_table.begin(), quantile_table.end(), is_finite);
  Json document{{"status", extent(anywhere, everywhere)}};
  for (const auto& row : quantile_table) document[row.first] = is_finite(row) ? Json(quantiles.*row.second) : Json();
  return document;
}

std::string bounds_text(const FigureBounds& figure, double number) {
  return (figure.bounds.approximate ? "~" : "") + measured_text(figure.metric->measure, number);
}

std::string side_saving(double saving) { return text::money(std::abs(saving)) + " usd/month"; }

std::string verdict_sentence(const RangeAnswer& answer) {
  const Bounds& saving = answer.saving;
  const auto between = [&](double least, double most) {
    return text::money(least) + " to " + text::money(most) + " usd/month";
  };
  if (answer.verdict == Verdict::self_host)
    return "Self-hosting is cheaper over the whole range, by " + between(saving.low, saving.high) + ".";
  if (answer.verdict == Verdict::api)
    return "API is cheaper over the whole range, by " + between(-saving.high, -saving.low) + ".";
  if (answer.verdict) return "It is " + std::string(name(*answer.verdict)) + " over the whole range.";
  std::string text = "It depends";
  if (answer.decided_by) text += ", most on " + std::string(row(*answer.decided_by).key);
  if (saving.anywhere() && saving.high > 0) text += ": self-hosting saves up to " + side_saving(saving.high);
  if (saving.anywhere() && saving.low < 0)
    text += std::string(saving.high > 0 ? ", and" : ":") + " costs up to " + side_saving(saving.low) + " more";
  if (saving.anywhere() && !saving.everywhere) text += "; in part of the range it is infeasible";
  return text + ".";
}

std::string band_text(Key key, const InputValue& value) {
  return text::format("{} {} to {}", row(key).key, value_text(key, value.low),
                      exact_text(row(key).measure, value.high));
}

std::string quantile_text(std::size_t figure, double number) {
  constexpr std::array measures{Measure::monthly_money, Measure::token_price, Measure::monthly_tokens};
  constexpr std::array absent{"infeasible", "none", "never"};
  return std::isfinite(number) ? measured_text(measures.at(figure), number) : absent.at(figure);
}

}  // namespace

Json range_document(const RangeAnswer& answer) {
  Json document = Json::object();
  for (const FigureBounds& figure : answer.figures)
    member_at(document, figure.metric->path) = bounds_document(figure.bounds);
  document["verdict"] = answer.verdict ? name(*answer.verdict) : std::string_view("depends");
  document["decided_by"] = answer.decided_by ? Json(row(*answer.decided_by).key) : Json();
  return document;
}

Json uncertainty_document(const MonteCarloAnswer& answer, const MonteCarloOptions& options) {
  const Uncertainty& found = answer.uncertainty;
  Json quantiles = Json::object();
  for (std::size_t i = 0; i < monte_carlo_figures.size(); ++i)
    quantiles[std::string(monte_carlo_figures.at(i))] = quantiles_document(found.quantiles.at(i));
  Json shares = Json::object();
  for (std::size_t i = 0; i < answer.keys.size(); ++i)
    shares[std::string(row(answer.keys[i]).key)] = found.variance_share[i];
  return {{"draw_count", found.draw_count},
          {"clamped_count", found.clamped_count},
          {"seed", options.simulation.seed},
          {"distribution", name(options.distribution)},
          {"self_host_cheaper_probability", found.self_host_cheaper_probability},
          {"standard_error", found.standard_error},
          {"quantiles", std::move(quantiles)},
          {"variance_share", std::move(shares)}};
}

std::vector<report::Block> range_blocks(const RangeAnswer& answer, const InputSet& inputs) {
  Table table{.columns = {{"Over the ranges"}, {"Low", Align::right}, {"High", Align::right}, {"", Align::left}},
              .rows = {}};
  for (const FigureBounds& figure : answer.figures) {
    if (!figure.bounds.anywhere()) continue;
    const auto text = [&](double number) { return bounds_text(figure, number); };
    table.rows.push_back(
        {std::string(figure.metric->path), text(figure.bounds.low), text(figure.bounds.high),
         std::string(unit_of(figure.metric->measure)) + (figure.bounds.everywhere ? "" : " (in part of the range)")});
  }
  report::Paragraph sentences;
  std::string ranges = "Ranges:";
  for (std::size_t i = 0; i < input_count; ++i)
    if (inputs[i] && inputs[i]->low < inputs[i]->high)
      ranges += (ranges.back() == ':' ? " " : ", ") + band_text(Key{i}, *inputs[i]);
  sentences.lines.push_back(ranges + ".");
  const auto is_approximate = [](const FigureBounds& figure) {
    return figure.bounds.anywhere() && figure.bounds.approximate;
  };
  if (std::any_of(answer.figures.begin(), answer.figures.end(), is_approximate))
    sentences.lines.emplace_back("Bounds with ~ are approximate: an extreme may lie between the values tried.");
  return {std::move(table), std::move(sentences), report::Headline{verdict_sentence(answer)}};
}

std::vector<report::Block> monte_carlo_blocks(const MonteCarloAnswer& answer, const MonteCarloOptions& options) {
  const Uncertainty& found = answer.uncertainty;
  Table table{.columns = {{"Share of draws below"}}, .rows = {}};
  for (const char* share : {"5%", "25%", "50%", "75%", "95%"}) table.columns.push_back({share, Align::right});
  constexpr std::array titles{"Self-hosting saves, usd/month", "Self-host usd/Mtok", "First break-even, tok/month"};
  for (std::size_t i = 0; i < titles.size(); ++i) {
    auto& cells = table.rows.emplace_back(std::vector<std::string>{titles.at(i)});
    for (const auto& row : quantile_table) cells.push_back(quantile_text(i, found.quantiles.at(i).*row.second));
  }
  report::Paragraph sentences;
  std::vector<std::size_t> order(answer.keys.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return found.variance_share[a] > found.variance_share[b]; });
  std::string shares = "What decides:";
  for (const std::size_t i : order)
    shares += text::format("{} {} {}", shares.back() == ':' ? "" : ",", row(answer.keys[i]).key,
                           text::percent(found.variance_share[i]));
  sentences.lines.push_back(shares + " of the variance.");
  sentences.lines.push_back(text::format("{} draws, {}, seed {}{}.", text::count(static_cast<double>(found.draw_count)),
                                         name(options.distribution), options.simulation.seed,
                                         found.clamped_count > 0
                                             ? text::format("; {} were set to the bound of an input's domain",
                                                            text::count(static_cast<double>(found.clamped_count)))
                                             : ""));
  const std::string headline =
      text::format("Self-hosting is cheaper with a probability of {} (standard error {}).",
                   text::percent(found.self_host_cheaper_probability), text::percent(found.standard_error));
  return {std::move(table), std::move(sentences), report::Headline{headline}};
}

}  // namespace breakeven::app
