// SPDX-License-Identifier: MIT
#include "views/commitment.hpp"

#include <array>
#include <cmath>

#include "breakeven/tolerance.hpp"
#include "inputs/value_text.hpp"
#include "io/catalog/fields.hpp"
#include "io/date.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"
#include "views/assumptions.hpp"

namespace breakeven::app {
namespace {

using report::Align;

std::string months_text(double months) { return text::plain(months) + (months == 1 ? " month" : " months"); }

report::Table commitment_costs(const CommitmentAnswer& answer) {
  report::Table table{.columns = {{""}, {"Commit", Align::right}, {"On demand", Align::right}}, .rows = {}};
  const double committed = answer.committed_ratio();
  const double on_demand = answer.on_demand_ratio;
  const double usage = answer.commitment.usage;
  if (answer.price) {
    const auto hourly = [&](double ratio) { return text::money(*answer.price / io::usd_per_hour * ratio) + " usd"; };
    table.rows.push_back({"Mean price per hour", hourly(committed), hourly(on_demand / usage)});
    table.rows.push_back({"Cost of " + months_text(answer.commitment.months), usd_text(answer.cost(committed)),
                          usd_text(answer.cost(on_demand))});
  }
  table.rows.push_back({"Paid hours", text::percent(1), text::percent(usage)});
  table.rows.push_back({"Of all hours at today's price", text::percent(committed), text::percent(on_demand)});
  return table;
}

std::string discount_sentence(const CommitmentAnswer& answer) {
  const double needed = answer.break_even_discount;
  if (needed < 0)
    return text::format("It would pay at a premium of up to {} too; this is a discount of {}.", text::percent(-needed),
                        text::percent(answer.commitment.discount));
  return text::format("It pays from a discount of {}; this is {}.", text::percent(needed),
                      text::percent(answer.commitment.discount));
}

std::string decline_sentence(const CommitmentAnswer& answer) {
  const auto& decline = answer.break_even_decline;
  const double asked = answer.commitment.annual_decline;
  if (decline.status == Status::always) return "It pays however fast the price falls.";
  if (!decline.value) return "It does not pay even if the price stays as it is.";
  return text::format("It stops paying where the price falls by {} a year; here it {} by {}.",
                      text::percent(*decline.value), asked < 0 ? "rises" : "falls", text::percent(std::abs(asked)));
}

std::string usage_sentence(const CommitmentAnswer& answer) {
  const auto& usage = answer.break_even_usage;
  if (!usage.value) return "It would not pay even where on demand is used for all of the hours.";
  return text::format("It pays where on demand is used for {} of the hours or more; this is {}.",
                      text::percent(*usage.value), text::percent(answer.commitment.usage));
}

std::string commitment_assumptions(const CommitmentAnswer& answer, const InputSet& inputs) {
  const auto& price = at(inputs, key("gpu_usd_per_hour"));
  std::string text = "Assumes ";
  if (price && price->cited)
    text += text::format("{} usd/h from {} ({}); ", text::money(price->number), io::printable(price->origin),
                         io::format_date(price->cited->as_of));
  text += "a commitment paid for all of " + text::plain(answer.hours_per_month) + " h/month";
  return text + (answer.commitment.annual_decline == 0
                     ? ", and an on-demand price that stays as it is."
                     : ", and an on-demand price that changes steadily from today on.");
}

// By how much in dollars, or without a price as a share of what on demand costs.
std::string commitment_headline(const CommitmentAnswer& answer) {
  const double committed = answer.committed_ratio();
  const double on_demand = answer.on_demand_ratio;
  const std::string over = " over " + months_text(answer.commitment.months);
  switch (answer.verdict()) {
    case CommitmentVerdict::commit:
      return "The commitment pays: it saves " +
             (answer.price ? usd_text(answer.cost(on_demand - committed)) + " per GPU"
                           : text::percent(1 - committed / on_demand) + " of the on-demand cost") +
             over + ".";
    case CommitmentVerdict::on_demand:
      return "The commitment does not pay: it costs " +
             (answer.price ? usd_text(answer.cost(committed - on_demand)) + " more per GPU"
                           : text::times(committed / on_demand) + " times as much as on demand") +
             over + ".";
    default:
      return "It is a tie: commitment and on demand cost the same" + over + ".";
  }
}

}  // namespace

std::string_view name(CommitmentVerdict verdict) {
  static constexpr std::array<std::string_view, 3> names{"commit", "on_demand", "tie"};
  return names.at(static_cast<std::size_t>(verdict));
}

CommitmentVerdict CommitmentAnswer::verdict() const {
  const double gap = on_demand_ratio - committed_ratio();
  if (std::abs(gap) <= tie_tolerance * std::max(on_demand_ratio, committed_ratio())) return CommitmentVerdict::tie;
  return gap > 0 ? CommitmentVerdict::commit : CommitmentVerdict::on_demand;
}

CommitmentAnswer commitment_answer(const Commitment& commitment, const InputSet& inputs) {
  CommitmentAnswer answer{
      .commitment = commitment,
      .hours_per_month = at(inputs, key("hours_per_month"))->number,
      .price = {},
      .on_demand_ratio = commitment.usage * mean_price_factor(commitment.annual_decline, commitment.months),
      .break_even_discount = commitment_break_even_discount(commitment),
      .break_even_decline = commitment_break_even_decline(commitment),
      .break_even_usage = commitment_break_even_usage(commitment)};
  if (const auto& price = at(inputs, key("gpu_usd_per_hour"))) answer.price = price->number * io::usd_per_hour;
  return answer;
}

std::vector<report::Block> commitment_blocks(const CommitmentAnswer& answer, const InputSet& inputs, bool verbose) {
  std::vector<report::Block> blocks{commitment_costs(answer)};
  if (verbose) blocks.emplace_back(inputs_table(inputs));
  blocks.emplace_back(report::Paragraph{{discount_sentence(answer), decline_sentence(answer), usage_sentence(answer),
                                         commitment_assumptions(answer, inputs)}});
  blocks.emplace_back(report::Headline{commitment_headline(answer)});
  return blocks;
}

std::string commitment_brief(const CommitmentAnswer& answer) {
  const auto& decline = answer.break_even_decline;
  return text::format("{} {} {}", name(answer.verdict()), text::plain(answer.break_even_discount),
                      decline.status == Status::at ? text::plain(*decline.value) : std::string(name(decline.status)));
}

}  // namespace breakeven::app
