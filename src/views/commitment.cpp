// SPDX-License-Identifier: MIT
#include "views/commitment.hpp"

#include <cmath>

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

// The difference in dollars; without a price, as a share of the on-demand cost.
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

// Prices or their ratios first, then the break-evens, the verdict last.
std::vector<report::Block> commitment_blocks(const CommitmentAnswer& answer, const AnswerContext& context) {
  std::vector<report::Block> blocks{commitment_costs(answer)};
  if (context.verbose) blocks.emplace_back(inputs_table(context.inputs));
  blocks.emplace_back(report::Paragraph{{discount_sentence(answer), decline_sentence(answer), usage_sentence(answer),
                                         commitment_assumptions(answer, context.inputs)}});
  blocks.emplace_back(report::Headline{commitment_headline(answer)});
  return blocks;
}

// Verdict, break-even discount, and break-even decline or its status.
std::string commitment_brief(const CommitmentAnswer& answer) {
  const auto& decline = answer.break_even_decline;
  return text::format("{} {} {}", name(answer.verdict()), text::plain(answer.break_even_discount),
                      decline.status == Status::at ? text::plain(*decline.value) : std::string(name(decline.status)));
}

Json commitment_cost_document(const CommitmentAnswer& answer) {
  const bool priced = answer.price.has_value();
  const auto figure = [&](auto&& of) { return priced ? Json(of()) : Json(); };
  const double on_demand = answer.on_demand_ratio;
  const double committed = answer.committed_ratio();
  return {{"status", priced ? "priced" : "not_applicable"},
          {"reason", priced ? Json() : Json("no GPU price is given")},
          {"committed_usd_per_hour", figure([&] { return *answer.price / io::usd_per_hour * committed; })},
          {"on_demand_usd_per_hour",
           figure([&] { return *answer.price / io::usd_per_hour * on_demand / answer.commitment.usage; })},
          {"committed_usd", figure([&] { return answer.cost(committed) / usd; })},
          {"on_demand_usd", figure([&] { return answer.cost(on_demand) / usd; })},
          {"saving_usd", figure([&] { return answer.cost(on_demand) / usd - answer.cost(committed) / usd; })}};
}

Json commitment_document(const CommitmentAnswer& answer, const Json& settings) {
  Json document = document_header("breakeven.commit");
  document["verdict"] = name(answer.verdict());
  document["settings"] = settings;
  document["usage_ratio"] = answer.commitment.usage;
  document["committed_ratio"] = answer.committed_ratio();
  document["on_demand_ratio"] = answer.on_demand_ratio;
  document["cost_per_gpu"] = commitment_cost_document(answer);
  document["break_even"] = {{"discount_ratio", answer.break_even_discount},
                            {"gpu_decline_ratio_per_year", break_even_document(answer.break_even_decline)},
                            {"usage_ratio", break_even_document(answer.break_even_usage)}};
  return document;
}

}  // namespace

report::Report commit_report(const CommitmentAnswer& answer, const AnswerContext& context) {
  report::Report report{.document = commitment_document(answer, context.settings),
                        .blocks = commitment_blocks(answer, context),
                        .brief = commitment_brief(answer)};
  close_document(report.document, context.inputs, context.problems);
  return report;
}

}  // namespace breakeven::app
