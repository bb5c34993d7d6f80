// SPDX-License-Identifier: MIT
#include "views/purchase.hpp"

#include "inputs/value_text.hpp"
#include "io/catalog/fields.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"
#include "views/assumptions.hpp"

namespace breakeven::app {
namespace {

using report::Align;

std::string hourly_text(Money month, Time hours) { return text::money(month / hours / io::usd_per_hour) + " usd"; }

std::string gpu_count_text(double count) { return text::count(count) + (count == 1 ? " GPU" : " GPUs"); }

report::Table owned_table(const Purchase& purchase) {
  const OwnedCost& owned = purchase.owned;
  const auto counted = [](bool counts, Money amount) { return counts ? usd_text(amount) : std::string("not given"); };
  report::Table table{.columns = {{"One owned GPU"}, {"Cost per month", Align::right}}, .rows = {}};
  table.rows = {{"Capital", usd_text(owned.capital)},
                {"Power", counted(purchase.counts_power, owned.power)},
                {"Colocation", counted(purchase.counts_colocation, owned.colocation)},
                {"Support", counted(purchase.counts_support, owned.support)},
                {"All", usd_text(owned.total())}};
  return table;
}

report::Table alternatives_table(const Purchase& purchase) {
  const Alternative& rent = purchase.rent;
  const Alternative& api = purchase.api;
  const Alternative& whole = api.is_priced() ? api : rent;
  const auto rented = [&](Money month) {
    return rent.is_priced() ? usd_text(whole.owned + (month - rent.owned) * whole.gpu_count) : "-";
  };
  report::Table table{.columns = {{""}, {"Buy", Align::right}, {"Rent", Align::right}, {"API", Align::right}},
                      .rows = {}};
  table.rows.push_back({"GPU-hour, today", hourly_text(purchase.owned.total(), purchase.powered),
                        rent.is_priced() ? hourly_text(rent.today, purchase.powered) : "-", "-"});
  table.rows.push_back({"Month of " + gpu_count_text(whole.gpu_count) + ", today", usd_text(whole.owned),
                        rented(rent.today), api.is_priced() ? usd_text(api.today) : "-"});
  if (rent.annual_decline != 0 || api.annual_decline != 0)
    table.rows.push_back({"Month, levelized over its life", usd_text(whole.owned), rented(rent.mean_over_life),
                          api.is_priced() ? usd_text(api.mean_over_life) : "-"});
  return table;
}

// "pays back after 17.1 months", or that it never does, and why.
std::string payback_text(const Result<double>& payback, const Alternative& alternative, double life) {
  const std::string verb = alternative.gpu_count == 1 ? "pays back " : "pay back ";
  if (payback.status == Status::always) return verb + "at once";
  if (!payback.value) return "never " + verb + "(" + std::string(payback.reason) + ")";
  return verb + "after " + text::times(*payback.value) + " months" +
         (*payback.value > life ? ", beyond the life of " + text::plain(life) : "");
}

// Paybacks compare the price with the monthly savings only.
std::string_view set_aside(const Ownership& ownership) {
  const bool counts_more = ownership.residual != 0 || ownership.cost_of_capital != 0;
  return counts_more ? ", residual value and cost of capital aside" : "";
}

std::string payback_sentence(const Alternative& alternative, const std::string& against, const Purchase& purchase) {
  if (!alternative.is_priced()) return "Not held against " + against + ": " + std::string(alternative.reason) + ".";
  const double life = purchase.ownership.life_months;
  std::string text =
      text::format("Against {}, {} of {} {}", against, gpu_count_text(alternative.gpu_count),
                   usd_text(alternative.hardware), payback_text(alternative.static_payback, alternative, life));
  const double decline = alternative.annual_decline;
  if (decline != 0)
    text += text::format("; with prices {} {} a year {} {}", decline < 0 ? "rising" : "falling",
                         text::percent(decline < 0 ? -decline : decline), alternative.gpu_count == 1 ? "it" : "they",
                         payback_text(alternative.payback, alternative, life));
  return text + std::string(set_aside(purchase.ownership)) + ".";
}

std::string hours_sentence(const Purchase& purchase) {
  const auto& months = purchase.rent.static_payback.value;
  if (!purchase.rent.is_priced() || !months) return "";
  return "Buying is cheaper than renting at today's price from " + text::count(*months * (purchase.powered / hour)) +
         " h of use on" + std::string(set_aside(purchase.ownership)) + ".";
}

std::string purchase_assumptions(const Purchase& purchase) {
  const Ownership& ownership = purchase.ownership;
  std::string text = "Assumes a life of " + text::plain(ownership.life_months) + " months, " +
                     text::plain(purchase.powered / hour) + " h/month of use, ";
  text += ownership.residual == 0 ? "no residual value, "
                                  : text::percent(ownership.residual) + " of the price as residual value, ";
  return text + (ownership.cost_of_capital == 0
                     ? std::string("and no cost of capital.")
                     : "and a cost of capital of " + text::percent(ownership.cost_of_capital) + " a year.");
}

std::string_view verdict_words(PurchaseVerdict verdict) {
  static constexpr std::array<std::string_view, 3> words{"buying", "renting", "the API"};
  return words.at(static_cast<std::size_t>(verdict));
}

std::string purchase_headline(const Purchase& purchase) {
  const auto ways = purchase.candidates();
  if (ways.empty())
    return text::format("An owned GPU costs {}/month, {} for each hour of use.", usd_text(purchase.owned.total()),
                        hourly_text(purchase.owned.total(), purchase.powered));
  if (purchase.verdict() == PurchaseVerdict::tie)
    return text::format("It is a tie: {} and {} cost {}/month.", verdict_words(ways[0].first),
                        verdict_words(ways[1].first), usd_text(ways[0].second));
  std::string first(verdict_words(ways.front().first));
  first.front() = static_cast<char>(first.front() - 'a' + 'A');
  std::string text = text::format("{} is {} at {}/month", first, ways.size() > 2 ? "cheapest" : "cheaper",
                                  usd_text(ways.front().second));
  for (std::size_t i = 1; i < ways.size(); ++i)
    text += text::format("{} {} costs {}", i == 1 ? ";" : ",", verdict_words(ways[i].first), usd_text(ways[i].second));
  return text + ".";
}

// What a GPU costs its owner, then the alternatives and the paybacks, the verdict last.
std::vector<report::Block> purchase_blocks(const Purchase& purchase, const Question& question,
                                           const AnswerContext& context) {
  std::vector<report::Block> blocks{owned_table(purchase)};
  if (!purchase.candidates().empty()) blocks.emplace_back(alternatives_table(purchase));
  if (context.verbose) blocks.emplace_back(inputs_table(context.inputs));
  report::Paragraph sentences;
  for (std::string sentence : {payback_sentence(purchase.rent, "renting", purchase), hours_sentence(purchase),
                               payback_sentence(purchase.api, "the API", purchase), purchase_assumptions(purchase)})
    if (!sentence.empty()) sentences.lines.push_back(std::move(sentence));
  if (question.gpu_offer || question.record || question.api_offer)
    sentences.lines.push_back(assumption_sentences(question).front());
  blocks.emplace_back(std::move(sentences));
  blocks.emplace_back(report::Headline{purchase_headline(purchase)});
  return blocks;
}

// Verdict, and the owned cost of one GPU per month and per hour.
std::string purchase_brief(const Purchase& purchase) {
  const Money month = purchase.owned.total();
  return text::format("{} {} {}", name(purchase.verdict()), text::plain(month / usd),
                      text::plain(month / purchase.powered / io::usd_per_hour));
}

Json component_document(std::string_view component, bool counts, Money amount) {
  return {{"component", component},
          {"status", counts ? "priced" : "not_applicable"},
          {"usd_per_month", counts ? Json(amount / usd) : Json()},
          {"reason", counts ? Json() : Json("not given")}};
}

Json owned_document(const Purchase& purchase) {
  const OwnedCost& owned = purchase.owned;
  return {{"usd_per_month", owned.total() / usd},
          {"usd_per_gpu_hour", owned.total() / purchase.powered / io::usd_per_hour},
          {"breakdown", Json::array({component_document("capital", true, owned.capital),
                                     component_document("power", purchase.counts_power, owned.power),
                                     component_document("colocation", purchase.counts_colocation, owned.colocation),
                                     component_document("support", purchase.counts_support, owned.support)})}};
}

Json alternative_document(const Alternative& alternative) {
  const auto figure = [&](double value) { return alternative.is_priced() ? Json(value) : Json(); };
  const auto payback = [&](Result<double> months) {
    if (!alternative.is_priced()) months.reason = alternative.reason;
    return break_even_document(months);
  };
  return {{"status", alternative.status},
          {"reason", alternative.is_priced() ? Json() : Json(alternative.reason)},
          {"gpu_count", alternative.is_priced() ? count_of(alternative.gpu_count) : Json()},
          {"hardware_usd", figure(alternative.hardware / usd)},
          {"owned_usd_per_month", figure(alternative.owned / usd)},
          {"running_usd_per_month", figure(alternative.running / usd)},
          {"usd_per_month", figure(alternative.today / usd)},
          {"mean_usd_per_month", figure(alternative.mean_over_life / usd)},
          {"static_payback_months", payback(alternative.static_payback)},
          {"payback_months", payback(alternative.payback)}};
}

Json rent_document(const Purchase& purchase) {
  Json document = alternative_document(purchase.rent);
  Result<double> hours = purchase.rent.static_payback;
  if (hours.value) *hours.value *= purchase.powered / hour;
  if (!purchase.rent.is_priced()) hours.reason = purchase.rent.reason;
  document["break_even_hours"] = break_even_document(hours);
  return document;
}

Json purchase_document(const Purchase& purchase, const Json& settings) {
  Json document = document_header("breakeven.buy");
  document["verdict"] = name(purchase.verdict());
  document["settings"] = settings;
  document["owned_per_gpu"] = owned_document(purchase);
  document["rent_per_gpu"] = rent_document(purchase);
  document["api"] = alternative_document(purchase.api);
  return document;
}

}  // namespace

report::Report buy_report(const Purchase& purchase, const Question& question, const AnswerContext& context) {
  report::Report report{.document = purchase_document(purchase, context.settings),
                        .blocks = purchase_blocks(purchase, question, context),
                        .brief = purchase_brief(purchase)};
  close_document(report.document, context.inputs, context.problems);
  return report;
}

}  // namespace breakeven::app
