// SPDX-License-Identifier: MIT
#include "views/forecast.hpp"

#include <algorithm>

#include "io/catalog/fields.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"
#include "views/assumptions.hpp"

namespace breakeven::app {
namespace {

using report::Align;

std::string_view winner_words(Verdict verdict) {
  static constexpr std::array<std::string_view, 4> words{"self-host", "API", "tie", "infeasible"};
  return words.at(static_cast<std::size_t>(verdict));
}

std::string usd_or_dash(const std::optional<Money>& amount) { return amount ? text::money(*amount / usd) : "-"; }

bool is_month_shown(const ForecastAnswer& answer, std::size_t month, bool verbose) {
  constexpr std::size_t few = 36;
  constexpr std::size_t year = 12;
  const auto flips_then = [&](const WinnerChange& flip) { return static_cast<std::size_t>(flip.month) == month; };
  return verbose || answer.months.size() <= few || month % year == 0 || month + 1 == answer.months.size() ||
         std::any_of(answer.flips.begin(), answer.flips.end(), flips_then);
}

report::Table months_table(const ForecastAnswer& answer, bool verbose) {
  report::Table table{.columns = {{"Month", Align::right},
                                  {"tok/month", Align::right},
                                  {"usd/GPU-h", Align::right},
                                  {"API usd/Mtok", Align::right},
                                  {"Replicas", Align::right},
                                  {"Self-host usd", Align::right},
                                  {"API usd", Align::right},
                                  {"Cheaper"}},
                      .rows = {}};
  for (std::size_t i = 0; i < answer.months.size(); ++i) {
    if (!is_month_shown(answer, i, verbose)) continue;
    const auto& [gpu_price, comparison] = answer.months[i];
    table.rows.push_back({std::to_string(i), text::volume(comparison.volume / token),
                          text::money(gpu_price / io::usd_per_hour),
                          text::per_mtok(comparison.api.effective_price / io::usd_per_mtok),
                          text::count(comparison.self_host.replica_count), usd_or_dash(comparison.self_host.cost),
                          usd_or_dash(comparison.api.cost), std::string(winner_words(comparison.verdict))});
  }
  return table;
}

std::string flips_sentence(const std::vector<WinnerChange>& flips) {
  constexpr std::size_t most = 9;
  if (flips.size() < 2) return "";
  std::string text = "The cheaper side changes in month";
  for (std::size_t i = 0; i < flips.size() && i < most; ++i)
    text += text::format("{} {} ({})", i == 0 ? "" : ",", flips[i].month, winner_words(flips[i].to));
  return text + (flips.size() > most ? ", …" : "") + ".";
}

std::string break_even_sentence(const ForecastAnswer& answer) {
  const auto& [status, months, needed, reason] = answer.months_to_break_even;
  if (status != Status::at) return "";
  const double volume = *answer.months.front().comparison.break_even.volume.value / token;
  return text::format("At today's prices the volume grows to the break-even of {}tok/month in {} months.",
                      text::volume(volume), text::times(*months));
}

std::string totals_sentence(const HorizonCost& cost, const std::string& beginning) {
  const std::string text = beginning + " " + usd_or_dash(cost.api) + " usd all on the API";
  const std::string switching = " and " + usd_or_dash(cost.switching) + " usd on each month's cheaper side";
  if (!cost.self_host) return text + switching + "; self-hosting cannot serve all of them.";
  return text + ", " + usd_or_dash(cost.self_host) + " usd all self-hosted" + switching + ".";
}

std::string trend_text(std::string_view what, double decline) {
  return text::format("{} by {} a year", what, text::percent(decline < 0 ? -decline : decline));
}

std::string trends_sentence(const Trends& trends) {
  const double growth = trends.monthly_growth;
  if (growth == 0 && trends.gpu_decline == 0 && trends.api_decline == 0) return "Every month is as month 0, today.";
  std::vector<std::string> moves;
  if (growth != 0)
    moves.push_back(text::format("the volume {} by {} a month, compounded", growth < 0 ? "shrinks" : "grows",
                                 text::percent(growth < 0 ? -growth : growth)));
  if (trends.gpu_decline != 0)
    moves.push_back(
        trend_text(trends.gpu_decline < 0 ? "the GPU price rises" : "the GPU price falls", trends.gpu_decline));
  if (trends.api_decline != 0)
    moves.push_back(trend_text(trends.api_decline < 0 ? "API prices rise" : "API prices fall", trends.api_decline));
  std::string text = "Month 0 is today; from then on";
  for (std::size_t i = 0; i < moves.size(); ++i)
    text += (i == 0 ? " " : i + 1 == moves.size() ? " and " : ", ") + moves[i];
  return text + ".";
}

std::string_view cheaper_now(Verdict verdict) {
  static constexpr std::array<std::string_view, 4> words{"self-hosting is cheaper", "the API is cheaper",
                                                         "both sides cost the same", "self-hosting is infeasible"};
  return words.at(static_cast<std::size_t>(verdict));
}

std::string capitalized(std::string text) {
  text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

std::string forecast_headline(const ForecastAnswer& answer) {
  const std::size_t last = answer.months.size() - 1;
  const std::string first = capitalized(std::string(cheaper_now(answer.months.front().comparison.verdict)));
  if (answer.flips.empty()) return text::format("{} in all {} months.", first, answer.months.size());
  const WinnerChange& flip = answer.flips.front();
  if (answer.flips.size() == 1)
    return text::format(
        "{} until month {}, when {}{}.", first, flip.month, cheaper_now(flip.to),
        static_cast<std::size_t>(flip.month) < last ? text::format(", and stays so up to month {}", last) : "");
  return text::format("{} until month {}, when {}; the side changes {} times in all, and at the end, in month {}, {}.",
                      first, flip.month, cheaper_now(flip.to), answer.flips.size(), last,
                      cheaper_now(answer.flips.back().to));
}

}  // namespace

std::vector<report::Block> forecast_blocks(const ForecastAnswer& answer, bool verbose) {
  std::vector<report::Block> blocks{months_table(answer, verbose)};
  const std::string months = std::to_string(answer.months.size());
  report::Paragraph sentences;
  std::vector<std::string> all{flips_sentence(answer.flips), break_even_sentence(answer),
                               totals_sentence(horizon_cost(answer.months), months + " months cost")};
  if (answer.discount_rate)
    all.push_back(totals_sentence(horizon_cost(answer.months, *answer.discount_rate),
                                  "Worth today, at " + text::percent(*answer.discount_rate) + " a year, they cost"));
  all.push_back(trends_sentence(answer.trends));
  for (std::string& assumption : assumption_sentences(answer.question)) all.push_back(std::move(assumption));
  for (std::string& sentence : all)
    if (!sentence.empty()) sentences.lines.push_back(std::move(sentence));
  if (verbose) blocks.emplace_back(inputs_table(answer.question.inputs));
  blocks.emplace_back(std::move(sentences));
  blocks.emplace_back(report::Headline{forecast_headline(answer)});
  return blocks;
}

std::string forecast_brief(const ForecastAnswer& answer) {
  const auto& first = answer.months.front().comparison.verdict;
  return text::format(
      "{} {} {}", name(first),
      answer.flips.empty() ? std::string(name(flip_status(answer))) : std::to_string(answer.flips.front().month),
      name(answer.months.back().comparison.verdict));
}

}  // namespace breakeven::app
