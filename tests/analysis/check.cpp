// SPDX-License-Identifier: MIT
// breakeven check: every operator on every kind of figure passes what holds and fails what does not.
#include <algorithm>

#include "check_files.hpp"
#include "temporary_directory.hpp"

using namespace breakeven::test;

namespace {

int exit_of(const std::string& metric, const Json& comparison) {
  const Outcome outcome = run_checks(file_of(list(check_of(metric, comparison))));
  INFO(metric << " " << comparison.dump() << "\n" << outcome.out << outcome.err);
  return outcome.exit_code;
}

Json report_on(const Json& file, std::vector<std::string> options = {}) {
  options.insert(options.end(), {"-f", "json"});
  const Outcome outcome = run_checks(file, options);
  INFO(outcome.err);
  REQUIRE(!outcome.out.empty());
  return Json::parse(outcome.out);
}

// Comparisons that hold for a value, and the same ones spoilt.
struct Pair {
  Json holds;
  Json fails;
};

std::vector<Pair> pairs_of_number(double value) {
  const double more = value + std::max(1.0, value / 2);
  const double less = value - value / 4;
  return {
      {object("is", value), object("is", more)},
      {object("not", more), object("not", value)},
      {object("min", value), object("min", more)},
      {object("max", value), object("max", less)},
      {object("above", less), object("above", value)},
      {object("below", more), object("below", value)},
      {object("near", value, "tolerance", 0.25), object("near", more, "tolerance", 0.25)},
      {object("near", more, "tolerance_ratio", 1.0), object("near", more + 1, "tolerance_ratio", 1e-6)},
      {object("one_of", list(less, value)), object("one_of", list(less, more))},
      {object("min", less, "max", more), object("min", more, "max", more)},
  };
}

std::vector<Pair> pairs_of_word(const std::string& word, const std::string& other) {
  return {{object("is", word), object("is", other)},
          {object("not", other), object("not", word)},
          {object("one_of", list(word)), object("one_of", list(other))}};
}

void check_pairs(const std::string& metric, const std::vector<Pair>& pairs) {
  for (const Pair& pair : pairs) {
    CHECK(exit_of(metric, pair.holds) == 0);
    CHECK(exit_of(metric, pair.fails) == 1);
  }
}

Json catalog_of(const Json& gpu_offers) {
  return object("schema", "breakeven.catalog", "schema_version", "1.0", "as_of", "2026-11-01", "gpu_offers",
                gpu_offers);
}

Json offer(const char* id, const char* term, const Json& price) {
  return object("id", id, "gpu", "h100-sxm", "provider", "Own", "term", term, "usd_per_gpu_hour", price, "cited",
                object("source", "price list", "as_of", "2026-11-01"));
}

}  // namespace

TEST_CASE("every operator passes what holds, and fails what does not, for each kind of figure") {
  const Json answer =
      document("compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume 1B/month");
  check_pairs("self_host.usd_per_month", pairs_of_number(answer.at("self_host").at("usd_per_month").get<double>()));
  check_pairs("break_even.tok_per_month.crossing_count", pairs_of_number(1));
  check_pairs("break_even.tok_per_month.crossings.0.tok_per_month",
              pairs_of_number(answer.at("break_even").at("tok_per_month").at("value").get<double>()));
  check_pairs("inputs.gpu_usd_per_hour.value", pairs_of_number(2.5));
  check_pairs("verdict", pairs_of_word("api", "self_host"));
  check_pairs("break_even.utilization_ratio.status", pairs_of_word("at", "never"));
  check_pairs("inputs.gpu_usd_per_hour.source", pairs_of_word("check", "option"));
  check_pairs("break_even.tok_per_month.crossings.0.touch",
              {{object("is", false), object("is", true)}, {object("not", true), object("not", false)}});
  check_pairs("catalog.gpu_offers.lambda/h100-sxm.usd_per_gpu_hour", pairs_of_number(4.29));
  check_pairs("catalog.gpu_offers.lambda/h100-sxm.term", pairs_of_word("on_demand", "spot"));
  check_pairs("catalog.gpu_offers.lambda/h100-sxm.cited.source", {{object("not", nullptr), object("is", "hearsay")}});
}

TEST_CASE("nothing passes no bound, and the report names the status") {
  const Json cheap = object("gpu_usd_per_hour", 2.5, "tok_per_s", 700, "api_usd_per_mtok", 0.1, "tok_per_month", 1e9);
  const std::string metric = "break_even.utilization_ratio.value";
  for (const Json& bound :
       {object("max", 0.4), object("min", 0), object("below", 0.9), object("above", 0),
        object("near", 0.4, "tolerance", 9), object("is", 0.4), object("not", 0.4), object("one_of", list(0.4, 0.5))}) {
    INFO(bound.dump());
    const Json file = file_of(list(check_of(metric, bound)), cheap);
    const Outcome outcome = run_checks(file);
    CHECK(outcome.exit_code == 1);
    CHECK(outcome.out.find("null (never: ") != std::string::npos);
    const Json first = report_on(file).at("checks").at(0);
    CHECK(first.at("actual").is_null());
    CHECK(first.at("actual_status") == "never");
  }
  CHECK(run_checks(file_of(list(check_of(metric, object("is", nullptr))), cheap)).exit_code == 0);
  CHECK(run_checks(file_of(list(check_of(metric, object("one_of", list(0.4, nullptr)))), cheap)).exit_code == 0);
  CHECK(exit_of(metric, object("is", nullptr)) == 1);
  CHECK(exit_of("break_even.tok_per_month.crossings.7.to", object("is", "api")) == 1);
}

TEST_CASE("a catalog's bands answer with their midpoint and their ends, its entries with their age") {
  const std::string band = "catalog.gpu_offers.own/gpu.with.dots.usd_per_gpu_hour";
  TemporaryDirectory directory;
  directory.file("prices.json", catalog_of(list(offer("own/gpu.with.dots", "on_demand", object("low", 1, "high", 4)),
                                                offer("own/gpu", "spot", 3)))
                                    .dump());
  const Json expected =
      object(band, object("is", 2.5), band + ".low", object("is", 1), band + ".high", object("is", 4),
             "catalog.gpu_offers.own/gpu.usd_per_gpu_hour.low", object("is", 3), "catalog.gpu_offers.own/gpu.term",
             object("is", "spot"), "catalog.gpu_offers.own/gpu.age_days", object("is", 20),
             "catalog.gpu_offers.own/gpu.cited.url", object("is", nullptr));
  Json file = file_of(list(object("name", "band", "expect", expected)));
  file["catalogs"] = list("prices.json");
  directory.file("checks.json", file.dump());
  const Outcome outcome = run_words({"check", directory.path("checks.json")});
  INFO(outcome.out << outcome.err);
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.out.find("7 passed, 0 failed, 0 skipped\n") != std::string::npos);
  const Outcome later = run_words({"check", directory.path("checks.json"), "--today", "2026-11-22"});
  CHECK(later.exit_code == 1);
  CHECK(later.out.find("age_days is 21 on 2026-11-22, and must be 20") != std::string::npos);
}

TEST_CASE("of ids with dots that one is meant behind which a key stands") {
  TemporaryDirectory directory;
  directory.file("own.json", catalog_of(list(offer("a", "spot", 2), offer("a.usd_per_gpu_hour", "spot", 9))).dump());
  const Json expected = object("catalog.gpu_offers.a.usd_per_gpu_hour", object("is", 2),
                               "catalog.gpu_offers.a.usd_per_gpu_hour.usd_per_gpu_hour", object("is", 9));
  const Outcome outcome =
      run_checks(file_of(list(object("name", "x", "expect", expected))), {"--catalog", directory.path("own.json")});
  INFO(outcome.out << outcome.err);
  CHECK(outcome.exit_code == 0);
}

TEST_CASE("severity, --fail-on and --exit-zero decide what fails the run") {
  Json warning = check_of("verdict", object("is", "self_host"), "w");
  warning["severity"] = "warning";
  const Json file = file_of(list(warning));
  CHECK(run_checks(file).exit_code == 0);
  CHECK(run_checks(file).out.find("  warn   w\n") != std::string::npos);
  CHECK(run_checks(file, {"--fail-on", "warning"}).exit_code == 1);
  CHECK(run_checks(file, {"--fail-on", "warning", "--exit-zero"}).exit_code == 0);
  CHECK(run_checks(file, {"--fail-on", "info"}).exit_code == 2);
  CHECK(report_on(file).at("summary").at("failed") == 1);
  CHECK(run_checks(file_of(list(check_of("verdict", object("is", "self_host")))), {"--exit-zero"}).exit_code == 0);
}

TEST_CASE("what is given on a higher level displaces what is given below") {
  Json check = check_of("inputs.tok_per_month.value", object("is", 4e9));
  CHECK(run_checks(file_of(list(check))).exit_code == 1);
  CHECK(run_checks(file_of(list(check)), {"--volume", "4B/month"}).exit_code == 0);
  CHECK(run_checks(file_of(list(check)), {}, {"BREAKEVEN_TOK_PER_MONTH=4B/month"}).exit_code == 0);
  check["given"] = object("tok_per_month", "4B/month");
  CHECK(run_checks(file_of(list(check))).exit_code == 0);
  CHECK(run_checks(file_of(list(check)), {"--volume", "1B/month"}).exit_code == 1);
  check["for_each"] = object("tok_per_month", list(4e9));
  const Outcome displaced = run_checks(file_of(list(check)), {"--volume", "1B/month"});
  CHECK(displaced.exit_code == 2);
  CHECK(displaced.err.find("error[BE-U011]: --volume has no effect on these checks") == 0);
  check["given"] = object("utilization_ratio", 0.1);
  check.erase("for_each");
  const Json share = check_of("inputs.utilization_ratio.value", object("is", 0.1), "default");
  const Json answer = report_on(file_of(list(share, check)));
  CHECK(answer.at("checks").at(0).at("status") == "failed");
  CHECK(answer.at("checks").at(0).at("actual_status") == "absent");
}

TEST_CASE("a check is repeated for all combinations of values and ranges") {
  Json check = check_of("verdict", object("is", "api"));
  check["for_each"] = object("tok_per_month", list("1B/month", 4e9), "gpu_usd_per_hour", "1..3usd/h/3");
  const Json answer = report_on(file_of(list(check)));
  const Json& checks = answer.at("checks");
  REQUIRE(checks.size() == 6);
  for (std::size_t i = 0; i < 6; ++i) {
    const double volume = i < 3 ? 1e9 : 4e9;
    const double price = static_cast<double>(i % 3) + 1;
    CHECK(checks[i].at("point").at("gpu_usd_per_hour") == price);
    CHECK(checks[i].at("status") == (0.6e-6 * volume < price * 730 ? "passed" : "failed"));
  }
  CHECK(answer.at("summary").at("passed") == 3);
  CHECK(run_checks(file_of(list(check))).out.find("at tok_per_month 4 B, gpu_usd_per_hour 1") != std::string::npos);
}

TEST_CASE("checks ask other commands, with their options") {
  const auto asks = [](const char* command, const Json& options, const Json& given, const Json& expect) {
    return object("name", command, "command", command, "options", options, "given", given, "expect", expect);
  };
  const Json model = object("model", "llama-3.3-70b", "tok_per_month", 1e11, "input_tok", 3000, "output_tok", 1000);
  const Json file = file_of(
      list(asks("rank", object("all_records", true), model,
                object("rows.0.kind", object("one_of", list("self_host")), "rows.0.rank", object("is", 1))),
           asks("solve", object("for", "gpu_usd_per_hour"), object(),
                object("solutions.0.value", object("near", 600.0 / 730, "tolerance", 1e-9))),
           asks("sensitivity", object(), object(), object("saving_usd_per_month", object("is", -1225))),
           asks("forecast", object("growth", "10%/month", "months", 14), object(),
                object("last_verdict", object("is", "self_host"))),
           asks("commit", object("commit", "1y", "discount", "35%"), object("gpu_usd_per_hour", 2),
                object("verdict", object("is", "commit"))),
           asks("compare", object("range", true, "monte_carlo", 100), object("gpu_usd_per_hour", "2..3usd/h"),
                object("range.verdict", object("is", "api"), "range.self_host.usd_per_month.high", object("is", 2190),
                       "uncertainty.quantiles.self_host.usd_per_mtok.p50", object("min", 1)))));
  const Outcome outcome = run_checks(file, {"-v"});
  INFO(outcome.out << outcome.err);
  // Whatever the verdicts are called, no question may be left open.
  CHECK(outcome.err.empty());
  CHECK(outcome.exit_code <= 1);
}

TEST_CASE("the example to start from passes") {
  const Outcome outcome = run_words({"check", "-"}, answered("schema checks --example"));
  INFO(outcome.out << outcome.err);
  CHECK(outcome.exit_code == 0);
}
