// SPDX-License-Identifier: MIT
// What five articles claim about renting GPUs and paying per token: tests/data/claims.json, one claim a row, one number
// of it a figure. Each figure is computed by the core, and what the article printed is held against it.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "breakeven/compare.hpp"
#include "catch.hpp"
#include "test_data.hpp"

namespace breakeven {
namespace {

using nlohmann::json;

struct AnsweredQuestion {
  Scenario scenario;
  Comparison comparison;
};

json held(double value) { return value; }
template <Dimension D>
json held(Quantity<D> value) {
  return value.held();
}
template <class Value>
json held(const std::optional<Value>& value) {
  return value ? held(*value) : json();
}
json text(std::string_view word) { return std::string(word); }

struct Metric {
  std::string_view name;
  json (*value)(const AnsweredQuestion&);
};

constexpr Metric metrics[] = {
    {"verdict", [](const AnsweredQuestion& a) { return text(name(a.comparison.verdict)); }},
    {"saving_usd_per_month", [](const AnsweredQuestion& a) { return held(a.comparison.saving); }},
    {"saving_ratio",
     [](const AnsweredQuestion& a) { return held(a.comparison.saving.value() / a.comparison.api.cost); }},
    {"self_host_over_api",
     [](const AnsweredQuestion& a) { return held(a.comparison.self_host.cost.value() / a.comparison.api.cost); }},
    {"demand.s_at_full_load",
     [](const AnsweredQuestion& a) {
       const TokenRate rate = full_load_rate(a.scenario.self_host.throughput, a.scenario.workload);
       return held(a.comparison.volume / (rate * (1 * second)));
     }},
    {"self_host.usd_per_month", [](const AnsweredQuestion& a) { return held(a.comparison.self_host.cost); }},
    {"self_host.usd_per_mtok", [](const AnsweredQuestion& a) { return held(a.comparison.self_host.per_token); }},
    {"self_host.usd_per_mtok_at_full_load",
     [](const AnsweredQuestion& a) { return held(a.comparison.self_host.per_token_at_full_load); }},
    {"self_host.capacity_tok_per_month",
     [](const AnsweredQuestion& a) { return held(a.comparison.self_host.capacity); }},
    {"self_host.utilization_ratio", [](const AnsweredQuestion& a) { return held(a.comparison.self_host.utilization); }},
    {"self_host.tok_per_s_delivered",
     [](const AnsweredQuestion& a) {
       const TokenRate rate = full_load_rate(a.scenario.self_host.throughput, a.scenario.workload);
       return held(rate * a.comparison.self_host.utilization);
     }},
    {"api.usd_per_month", [](const AnsweredQuestion& a) { return held(a.comparison.api.cost); }},
    {"break_even.utilization_ratio.status",
     [](const AnsweredQuestion& a) { return text(name(a.comparison.break_even.utilization.status)); }},
    {"break_even.utilization_ratio.needed",
     [](const AnsweredQuestion& a) { return held(a.comparison.break_even.utilization.needed); }},
    {"break_even.tok_per_s", [](const AnsweredQuestion& a) { return held(a.comparison.break_even.throughput.value); }},
    {"break_even.tok_per_month.status",
     [](const AnsweredQuestion& a) { return text(name(a.comparison.break_even.volume.status)); }},
    {"break_even.tok_per_month", [](const AnsweredQuestion& a) { return held(a.comparison.break_even.volume.value); }},
    {"break_even.gpu_usd_per_hour",
     [](const AnsweredQuestion& a) { return held(a.comparison.break_even.gpu_price.value); }},
    {"break_even.api_usd_per_mtok",
     [](const AnsweredQuestion& a) { return held(a.comparison.break_even.api_price.value); }},
};

/// A figure that sets two answers against each other: the second has the inputs of the first, but for those it names.
struct Relation {
  const char* key;
  double (*of)(double, double);
};

constexpr Relation relations[] = {
    {"over", [](double a, double b) { return a / b; }},
    {"minus", [](double a, double b) { return a - b; }},
    {"below", [](double a, double b) { return 1 - a / b; }},
};

const Metric* find_metric(std::string_view metric) {
  const auto* found =
      std::find_if(std::begin(metrics), std::end(metrics), [&](const Metric& m) { return m.name == metric; });
  return found == std::end(metrics) ? nullptr : found;
}

json value_of(const Metric& metric, const json& given) {
  const Scenario scenario = test::scenario_of(given);
  return metric.value({scenario, compare(scenario)});
}

json value_of(const json& figure) {
  const Metric* metric = find_metric(figure.at("metric").get<std::string>());
  REQUIRE(metric);
  const json value = value_of(*metric, figure.at("given"));
  for (const auto& [key, of] : relations) {
    if (!figure.contains(key)) continue;
    json other = figure.at("given");
    other.update(figure.at(key));
    return of(value.get<double>(), value_of(*metric, other).get<double>());
  }
  return value;
}

void check_computed(const json& figure) {
  const json value = value_of(figure);
  const json& expected = figure.at("expected");
  if (expected.is_number() && value.is_number())
    CHECK_THAT(value.get<double>(), Catch::Matchers::WithinRel(expected.get<double>(), 1e-9));
  else
    CHECK(value == expected);
}

// `means` is the interval that the printed digits or words stand for.
void check_printed(const json& figure) {
  const double truth = figure.at("expected").get<double>();
  const double slack = 1e-9 * std::abs(truth);
  const auto means = figure.at("means").get<std::array<double, 2>>();
  const bool agrees = figure.at("agrees").get<bool>();
  CHECK((means[0] - slack <= truth && truth <= means[1] + slack) == agrees);
  if (!agrees) CHECK_FALSE(figure.value("reason", "").empty());
}

struct VerdictRule {
  std::string_view verdict;
  bool (*holds)(std::ptrdiff_t agreeing, std::ptrdiff_t disagreeing);
};

bool nothing_printed(std::ptrdiff_t agreeing, std::ptrdiff_t disagreeing) { return agreeing + disagreeing == 0; }
bool something_printed(std::ptrdiff_t agreeing, std::ptrdiff_t disagreeing) { return agreeing + disagreeing > 0; }
bool all_agree(std::ptrdiff_t agreeing, std::ptrdiff_t disagreeing) { return agreeing > 0 && disagreeing == 0; }
bool some_agree(std::ptrdiff_t agreeing, std::ptrdiff_t) { return agreeing > 0; }
bool some_disagree(std::ptrdiff_t, std::ptrdiff_t disagreeing) { return disagreeing > 0; }

constexpr VerdictRule verdict_rules[] = {
    {"reproduced", all_agree},       {"rounded", something_printed}, {"needs_720h", some_agree},
    {"needs_730h", some_agree},      {"derived", nothing_printed},   {"not_checkable", nothing_printed},
    {"inconsistent", some_disagree}, {"infeasible", some_disagree},  {"unit_error", some_disagree},
    {"partly", some_disagree},
};

bool verdict_holds(const json& claim) {
  const auto count = [&](bool agrees) {
    return std::count_if(claim.at("figures").begin(), claim.at("figures").end(), [&](const json& figure) {
      return figure.contains("printed") && figure.at("agrees").get<bool>() == agrees;
    });
  };
  const auto verdict = claim.at("verdict").get<std::string>();
  for (const VerdictRule& rule : verdict_rules)
    if (rule.verdict == verdict) return rule.holds(count(true), count(false));
  return false;
}

}  // namespace

TEST_CASE("every claim of the articles is answered by the core as it is recorded") {
  const json document = test::read_data("claims.json");
  for (const json& claim : document.at("claims")) {
    INFO(claim.at("id").get<std::string>() << ": " << claim.at("claim").get<std::string>());
    CHECK(document.at("articles").contains(claim.at("article").get<std::string>()));
    CHECK_FALSE(claim.at("figures").empty());
    CHECK(verdict_holds(claim));
    for (const json& figure : claim.at("figures")) {
      INFO(figure.dump());
      if (!claim.contains("waiting")) check_computed(figure);
      if (figure.contains("printed")) check_printed(figure);
    }
  }
}

TEST_CASE("no claim is missing") {
  constexpr std::array claims_of_article{6, 8, 15, 9, 19};
  std::set<std::string> expected;
  for (std::size_t article = 0; article < claims_of_article.size(); ++article)
    for (int i = 1; i <= claims_of_article[article]; ++i)
      expected.insert("S" + std::to_string(article) + "-" + std::to_string(i));
  const json document = test::read_data("claims.json");
  std::set<std::string> recorded;
  for (const json& claim : document.at("claims")) CHECK(recorded.insert(claim.at("id").get<std::string>()).second);
  CHECK(expected.size() == 57);
  CHECK(recorded == expected);
}

TEST_CASE("claims wait only for what the core cannot answer yet") {
  const json document = test::read_data("claims.json");
  int waiting = 0;
  for (const json& claim : document.at("claims")) {
    if (!claim.contains("waiting")) continue;
    ++waiting;
    for (const json& figure : claim.at("figures")) CHECK_FALSE(find_metric(figure.at("metric").get<std::string>()));
  }
  CHECK(waiting == 3);
}

}  // namespace breakeven
