// SPDX-License-Identifier: MIT
// breakeven check: every operator on every kind of figure fails where it should, and nothing is green by accident.
#ifdef __clang__
#include "catch.hpp"
// clang reads the nested braces of these documents as lists where g++ reads objects of one member.
TEST_CASE("skipped with clang: the documents of these tests are written for g++") {
  WARN("checks are tested in the build of g++ alone");
}
#else
#include <algorithm>
#include <array>
#include <map>

#include "answers.hpp"
#include "temporary_directory.hpp"

namespace {

using breakeven::test::Outcome;
using breakeven::test::run_words;
using breakeven::test::TemporaryDirectory;
using Json = nlohmann::ordered_json;

const Json asked = {{"gpu_usd_per_hour", 2.5}, {"tok_per_s", 2500}, {"api_usd_per_mtok", 0.6}, {"tok_per_month", 1e9}};

Json file_of(Json checks, const Json& defaults = asked) {
  return {
      {"schema", "breakeven.checks"}, {"schema_version", "1.0"}, {"defaults", defaults}, {"checks", std::move(checks)}};
}

Json check_of(const std::string& metric, const Json& comparison, const std::string& name = "a check") {
  return {{"name", name}, {"expect", {{metric, comparison}}}};
}

Outcome run(const Json& file, const std::vector<std::string>& options = {},
            const std::vector<std::string>& environment = {}) {
  std::vector<std::string> words{"check", "-"};
  words.insert(words.end(), options.begin(), options.end());
  return run_words(words, file.dump(), environment);
}

Json document(const Json& file, std::vector<std::string> options = {}) {
  options.insert(options.end(), {"-f", "json"});
  const Outcome outcome = run(file, options);
  INFO(outcome.err);
  REQUIRE(!outcome.out.empty());
  return Json::parse(outcome.out);
}

int exit_of(const std::string& metric, const Json& comparison) {
  const Outcome outcome = run(file_of({check_of(metric, comparison)}));
  INFO(metric << " " << comparison.dump() << "\n" << outcome.out << outcome.err);
  return outcome.exit_code;
}

// Comparisons that hold for a value, and the same ones spoilt.
struct Pair {
  Json holds;
  Json fails;
};

// Braces mean an object to one compiler and a list to another.
Json one(const char* name, Json value) {
  Json object = Json::object();
  object[name] = std::move(value);
  return object;
}

std::vector<Pair> pairs_of_number(double value) {
  const double more = value + std::max(1.0, value / 2);
  const double less = value - value / 4;
  return {
      {one("is", value), one("is", more)},
      {one("not", more), one("not", value)},
      {one("min", value), one("min", more)},
      {one("max", value), one("max", less)},
      {one("above", less), one("above", value)},
      {one("below", more), one("below", value)},
      {{{"near", value}, {"tolerance", 0.25}}, {{"near", more}, {"tolerance", 0.25}}},
      {{{"near", more}, {"tolerance_ratio", 1.0}}, {{"near", more + 1}, {"tolerance_ratio", 1e-6}}},
      {one("one_of", Json::array({less, value})), one("one_of", Json::array({less, more}))},
      {{{"min", less}, {"max", more}}, {{"min", more}, {"max", more}}},
  };
}

std::vector<Pair> pairs_of_word(const std::string& word, const std::string& other) {
  return {{one("is", word), one("is", other)},
          {one("not", other), one("not", word)},
          {one("one_of", Json::array({word})), one("one_of", Json::array({other}))}};
}

void check_pairs(const std::string& metric, const std::vector<Pair>& pairs) {
  for (const Pair& pair : pairs) {
    CHECK(exit_of(metric, pair.holds) == 0);
    CHECK(exit_of(metric, pair.fails) == 1);
  }
}

}  // namespace

TEST_CASE("every operator passes what holds, and fails what does not, for each kind of figure") {
  const Json answer = breakeven::test::document(
      "compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume 1B/month");
  check_pairs("self_host.usd_per_month", pairs_of_number(answer.at("self_host").at("usd_per_month").get<double>()));
  check_pairs("break_even.tok_per_month.crossing_count", pairs_of_number(1));
  check_pairs("break_even.tok_per_month.crossings.0.tok_per_month",
              pairs_of_number(answer.at("break_even").at("tok_per_month").at("value").get<double>()));
  check_pairs("inputs.gpu_usd_per_hour.value", pairs_of_number(2.5));
  check_pairs("verdict", pairs_of_word("api", "self_host"));
  check_pairs("break_even.utilization_ratio.status", pairs_of_word("at", "never"));
  check_pairs("inputs.gpu_usd_per_hour.source", pairs_of_word("check", "option"));
  check_pairs("break_even.tok_per_month.crossings.0.touch",
              {{one("is", false), one("is", true)}, {one("not", true), one("not", false)}});
  check_pairs("catalog.gpu_offers.gmi/h100-sxm.usd_per_gpu_hour", pairs_of_number(2));
  check_pairs("catalog.gpu_offers.gmi/h100-sxm.term", pairs_of_word("on_demand", "spot"));
  check_pairs("catalog.gpu_offers.gmi/h100-sxm.cited.source", {{one("not", nullptr), one("is", "hearsay")}});
}

TEST_CASE("nothing passes no bound, and the report names the status") {
  const Json cheap = {{"gpu_usd_per_hour", 2.5}, {"tok_per_s", 700}, {"api_usd_per_mtok", 0.1}, {"tok_per_month", 1e9}};
  const std::string metric = "break_even.utilization_ratio.value";
  for (const Json& bound :
       {Json{{"max", 0.4}}, Json{{"min", 0}}, Json{{"below", 0.9}}, Json{{"above", 0}},
        Json{{"near", 0.4}, {"tolerance", 9}}, Json{{"is", 0.4}}, Json{{"not", 0.4}}, Json{{"one_of", {0.4, 0.5}}}}) {
    INFO(bound.dump());
    const Outcome outcome = run(file_of({check_of(metric, bound)}, cheap));
    CHECK(outcome.exit_code == 1);
    CHECK(outcome.out.find("null (never: ") != std::string::npos);
    const Json one = document(file_of({check_of(metric, bound)}, cheap)).at("checks").at(0);
    CHECK(one.at("actual").is_null());
    CHECK(one.at("actual_status") == "never");
  }
  CHECK(run(file_of({check_of(metric, {{"is", nullptr}})}, cheap)).exit_code == 0);
  CHECK(run(file_of({check_of(metric, {{"one_of", {0.4, nullptr}}})}, cheap)).exit_code == 0);
  CHECK(run(file_of({check_of(metric, {{"is", nullptr}})})).exit_code == 1);
  CHECK(run(file_of({check_of("break_even.tok_per_month.crossings.7.to", {{"is", "api"}})})).exit_code == 1);
}

TEST_CASE("a catalog's bands answer with their midpoint and their ends, its entries with their age") {
  const std::string band = "catalog.gpu_offers.own/gpu.with.dots.usd_per_gpu_hour";
  const Json cited = {{"source", "price list"}, {"as_of", "2026-11-01"}};
  TemporaryDirectory directory;
  directory.file("prices.json", Json{{"schema", "breakeven.catalog"},
                                     {"schema_version", "1.0"},
                                     {"as_of", "2026-11-01"},
                                     {"gpu_offers",
                                      {{{"id", "own/gpu.with.dots"},
                                        {"gpu", "h100-sxm"},
                                        {"provider", "Own"},
                                        {"term", "on_demand"},
                                        {"usd_per_gpu_hour", {{"low", 1}, {"high", 4}}},
                                        {"cited", cited}},
                                       {{"id", "own/gpu"},
                                        {"gpu", "h100-sxm"},
                                        {"provider", "Own"},
                                        {"term", "spot"},
                                        {"usd_per_gpu_hour", 3},
                                        {"cited", cited}}}}}
                                    .dump());
  Json file = file_of({{{"name", "band"},
                        {"expect",
                         {{band, {{"is", 2.5}}},
                          {band + ".low", {{"is", 1}}},
                          {band + ".high", {{"is", 4}}},
                          {"catalog.gpu_offers.own/gpu.usd_per_gpu_hour.low", {{"is", 3}}},
                          {"catalog.gpu_offers.own/gpu.term", {{"is", "spot"}}},
                          {"catalog.gpu_offers.own/gpu.age_days", {{"is", 20}}},
                          {"catalog.gpu_offers.own/gpu.cited.url", {{"is", nullptr}}}}}}});
  file["catalogs"] = {"prices.json"};
  directory.file("checks.json", file.dump());
  const Outcome outcome = run_words({"check", directory.path("checks.json")});
  INFO(outcome.out << outcome.err);
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.out.find("7 passed, 0 failed, 0 skipped\n") != std::string::npos);
  const Outcome later = run_words({"check", directory.path("checks.json"), "--today", "2026-11-22"});
  CHECK(later.exit_code == 1);
  CHECK(later.out.find("age_days is 21 on 2026-11-22, and must be 20") != std::string::npos);
}

TEST_CASE("what would be green by accident is an error with a place") {
  struct Row {
    std::string what;
    Json file;
    std::string code;
    std::string says;
  };
  const Json good = check_of("verdict", {{"is", "api"}});
  const std::vector<Row> rows{
      {"no checks", file_of(Json::array()), "BE-C001", "checks nothing"},
      {"an empty expectation", file_of({{{"name", "x"}, {"expect", Json::object()}}}), "BE-C001", "expects nothing"},
      {"no expectation", file_of({{{"name", "x"}}}), "BE-S002", "\"expect\" is missing"},
      {"a figure without operators", file_of({check_of("verdict", Json::object())}), "BE-C001",
       "nothing is expected of"},
      {"a bare value", file_of({check_of("verdict", "api")}), "BE-C001", "write {\"is\": \"api\"}"},
      {"only a tolerance", file_of({check_of("verdict", {{"tolerance", 1}})}), "BE-C006", "without \"near\""},
      {"an unknown operator", file_of({check_of("verdict", {{"equals", "api"}})}), "BE-C002", "operators are is, not"},
      {"an unknown figure", file_of({check_of("verdikt", {{"is", "api"}})}), "BE-C003", "did you mean verdict?"},
      {"a figure deep inside", file_of({check_of("self_host.usd_per_token", {{"max", 9}})}), "BE-C003",
       "there is no 'usd_per_token'"},
      {"an object", file_of({check_of("break_even.utilization_ratio", {{"max", 9}})}), "BE-C003", "such as .value"},
      {"a list", file_of({check_of("break_even.tok_per_month.crossings", {{"is", 1}})}), "BE-C003", "such as .0"},
      {"more path than answer", file_of({check_of("verdict.value", {{"is", "api"}})}), "BE-C003", "before 'value'"},
      {"an unknown section", file_of({check_of("catalog.gpu_offer.gmi/h100-sxm.term", {{"is", "spot"}})}), "BE-C003",
       "did you mean"},
      {"an unknown key of an entry", file_of({check_of("catalog.gpu_offers.gmi/h100-sxm.price", {{"max", 9}})}),
       "BE-C003", "there is no 'price'"},
      {"an unknown entry", file_of({check_of("catalog.gpu_offers.gmi/h100-sxn.usd_per_gpu_hour", {{"max", 9}})}),
       "BE-P003", "did you mean gmi/h100-sxm?"},
      {"a word the figure never is", file_of({check_of("verdict", {{"not", "self-host"}})}), "BE-C004",
       "did you mean self_host?"},
      {"every word it can be", file_of({check_of("verdict", {{"one_of", {"self_host", "api", "tie", "infeasible"}}})}),
       "BE-C004", "cannot fail"},
      {"its only word", file_of({check_of("api.status", {{"is", "priced"}})}), "BE-C004", "cannot fail"},
      {"a bound that nothing is below", file_of({check_of("self_host.replica_count", {{"min", 1}})}), "BE-C004",
       "cannot fail"},
      {"less than it ever is", file_of({check_of("self_host.replica_count", {{"not", 0}})}), "BE-C004", "never 0"},
      {"a text for an input's number", file_of({check_of("inputs.gpu_usd_per_hour.value", {{"not", "9usd/h"}})}),
       "BE-C004", "a number"},
      {"a bound on an input's id", file_of({check_of("inputs.gpu.value", {{"min", 3}})}), "BE-C004",
       "compares numbers"},
      {"an id with a key behind a dot",
       file_of({check_of("catalog.gpu_offers.gmi/h100-sxm.cited.age_days", {{"max", 9}})}), "BE-P003",
       "no catalog has"},
      {"an id that is the beginning of another",
       file_of({check_of("catalog.api_offers.baseten/glm-5.3.cache_read_usd_per_mtok", {{"is", nullptr}})}), "BE-P003",
       "baseten/glm-5.3"},
      {"a percentage for a share",
       file_of({check_of("self_host.usd_per_mtok", {{"near", 9}, {"tolerance_ratio", 15}})}), "BE-S004", "at most 1"},
      {"a blank name", file_of({check_of("verdict", {{"is", "api"}}, " ")}), "BE-S005", "blank"},
      {"inputs of the catalog alone",
       file_of({{{"name", "x"}, {"given", {{"gpu", "nosuch"}}}, {"expect", {{"catalog.age_days", {{"max", 900}}}}}}}),
       "BE-C008", "catalog alone"},
      {"a range in a list",
       file_of({{{"name", "x"}, {"for_each", {{"tok_per_month", {"1e8..2e9"}}}}, {"expect", good.at("expect")}}}),
       "BE-S003", "1e9..1e10/4"},
      {"a range without a number",
       file_of({{{"name", "x"}, {"for_each", {{"tok_per_month", "1e8..2e9"}}}, {"expect", good.at("expect")}}}),
       "BE-U010", "'1e8..2e9'"},
      {"a bad option",
       file_of({{{"name", "x"},
                 {"command", "solve"},
                 {"options", {{"for", "nosuch"}}},
                 {"expect", {{"status", {{"is", "at"}}}}}}}),
       "BE-U009", "/options/for"},
      {"a percentage for a ratio", file_of({check_of("break_even.utilization_ratio.value", {{"max", 40}})}), "BE-C004",
       "written 0.4"},
      {"null where there is never null", file_of({check_of("verdict", {{"not", nullptr}})}), "BE-C004", "never null"},
      {"a bound on a word", file_of({check_of("verdict", {{"max", 1}})}), "BE-C004", "compares numbers"},
      {"a word for a number", file_of({check_of("self_host.usd_per_mtok", {{"not", "2"}})}), "BE-C004",
       "without quotes"},
      {"a bound in quotes", file_of({check_of("self_host.usd_per_mtok", {{"max", "2"}})}), "BE-C004", "takes a number"},
      {"a list for a value", file_of({check_of("verdict", {{"is", {"api"}}})}), "BE-C004", "takes one value"},
      {"an empty list", file_of({check_of("verdict", {{"one_of", Json::array()}})}), "BE-C004",
       "takes a list of values"},
      {"near without a tolerance", file_of({check_of("self_host.usd_per_mtok", {{"near", 2}})}), "BE-C006",
       "has no tolerance"},
      {"near with two",
       file_of({check_of("self_host.usd_per_mtok", {{"near", 2}, {"tolerance", 1}, {"tolerance_ratio", 1}})}),
       "BE-C006", "keep one"},
      {"a share of 0", file_of({check_of("self_host.usd_per_mtok", {{"near", 0}, {"tolerance_ratio", 1}})}), "BE-C006",
       "write a \"tolerance\""},
      {"a tolerance below 0", file_of({check_of("self_host.usd_per_mtok", {{"near", 2}, {"tolerance", -1}})}),
       "BE-S004", "must be above 0"},
      {"two checks of one name", file_of({good, good}), "BE-C005", "rename one"},
      {"an unknown input", file_of({{{"name", "x"}, {"given", {{"gpu_price", 1}}}, {"expect", good.at("expect")}}}),
       "BE-U009", "unknown input"},
      {"an unknown default", file_of({good}, {{"gpu_usd_per_hr", 1}}), "BE-U009", "did you mean gpu_usd_per_hour?"},
      {"an unknown key", file_of({{{"name", "x"}, {"expects", 1}, {"expect", good.at("expect")}}}), "BE-S001",
       "did you mean expect?"},
      {"an unknown command", file_of({{{"name", "x"}, {"command", "fit"}, {"expect", good.at("expect")}}}), "BE-S006",
       "known ones are compare, rank"},
      {"an unknown severity", file_of({{{"name", "x"}, {"severity", "info"}, {"expect", good.at("expect")}}}),
       "BE-S006", "error, warning"},
      {"an unknown option", file_of({{{"name", "x"}, {"options", {{"ranges", true}}}, {"expect", good.at("expect")}}}),
       "BE-S001", "did you mean range?"},
      {"a flag that is off", file_of({{{"name", "x"}, {"options", {{"range", false}}}, {"expect", good.at("expect")}}}),
       "BE-S003", "must be true"},
      {"a part that no option asks for", file_of({check_of("range.verdict", {{"is", "api"}})}), "BE-C007",
       "has no \"range\""},
      {"no values to repeat",
       file_of({{{"name", "x"}, {"for_each", {{"tok_per_month", Json::array()}}}, {"expect", good.at("expect")}}}),
       "BE-C001", "no values"},
      {"an input without effect",
       file_of({{{"name", "x"},
                 {"command", "rank"},
                 {"given", {{"model", "llama-3.3-70b"}, {"tok_per_s", 1}}},
                 {"expect", {{"rows.0.kind", {{"is", "api"}}}}}}}),
       "BE-C008", "no effect on rank"},
      {"a missing input", file_of({good}, Json::object()), "BE-U005", "inputs are missing"},
      {"a value outside its domain",
       file_of({{{"name", "x"}, {"given", {{"max_utilization_ratio", 2}}}, {"expect", good.at("expect")}}}), "BE-Q008",
       "must be above 0 and at most 1"},
      {"a catalog",
       {{"schema", "breakeven.catalog"}, {"schema_version", "1.0"}, {"as_of", "2026-01-01"}},
       "BE-S009",
       "expected \"breakeven.checks\""},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    const Outcome outcome = run(row.file);
    INFO(outcome.out << outcome.err);
    CHECK(outcome.exit_code == 2);
    CHECK(outcome.err.find("error[" + row.code + "]: ") != std::string::npos);
    CHECK(outcome.err.find(row.says) != std::string::npos);
    CHECK(outcome.err.find("\n --> <stdin>:1:") != std::string::npos);
    CHECK(run(row.file, {"--exit-zero"}).exit_code == 2);
  }
}

TEST_CASE("no bound of an age passes for a date that is to come") {
  const Json file = file_of({check_of("catalog.gpu_offers.gmi/h100-sxm.age_days", {{"max", 9000}})});
  CHECK(run(file).exit_code == 0);
  const Outcome early = run(file, {"--today", "1980-01-01"});
  CHECK(early.exit_code == 2);
  CHECK(early.err.find("is after today's, 1980-01-01") != std::string::npos);
}

TEST_CASE("of ids with dots that one is meant behind which a key stands") {
  TemporaryDirectory directory;
  const auto offer = [](const char* id, double price) {
    return Json{
        {"id", id},       {"gpu", "h100-sxm"},         {"provider", "P"},
        {"term", "spot"}, {"usd_per_gpu_hour", price}, {"cited", {{"source", "price list"}, {"as_of", "2026-06-01"}}}};
  };
  directory.file("own.json", Json{{"schema", "breakeven.catalog"},
                                  {"schema_version", "1.0"},
                                  {"as_of", "2026-06-15"},
                                  {"gpu_offers", {offer("a", 2), offer("a.usd_per_gpu_hour", 9)}}}
                                 .dump());
  const Json file = file_of({{{"name", "x"},
                              {"expect",
                               {{"catalog.gpu_offers.a.usd_per_gpu_hour", {{"is", 2}}},
                                {"catalog.gpu_offers.a.usd_per_gpu_hour.usd_per_gpu_hour", {{"is", 9}}}}}}});
  const Outcome outcome = run(file, {"--catalog", directory.path("own.json")});
  INFO(outcome.out << outcome.err);
  CHECK(outcome.exit_code == 0);
}

TEST_CASE("a selection of no checks is an error, a selection of some skips the others") {
  const Json file = file_of({check_of("verdict", {{"is", "api"}}, "the API wins"),
                             check_of("verdict", {{"is", "self_host"}}, "self-hosting wins")});
  CHECK(run(file).exit_code == 1);
  CHECK(run(file, {"--run", "API"}).exit_code == 0);
  CHECK(run(file, {"--run", "^self"}).exit_code == 1);
  CHECK(run(file, {"--run", "wins$"}).exit_code == 1);
  CHECK(run(file, {"--run", "API"}).out.ends_with("\n1 passed, 0 failed, 1 skipped\n"));
  const Outcome none = run(file, {"--run", "api"});
  CHECK(none.exit_code == 2);
  CHECK(none.err.find("error[BE-C011]") == 0);
  CHECK(run(file, {"--run", "("}).err.find("error[BE-U010]: --run '(' cannot be read") == 0);
}

TEST_CASE("severity, --fail-on and --exit-zero decide what fails the run") {
  Json warning = check_of("verdict", {{"is", "self_host"}}, "w");
  warning["severity"] = "warning";
  const Json file = file_of({warning});
  CHECK(run(file).exit_code == 0);
  CHECK(run(file).out.find("  warn   w\n") != std::string::npos);
  CHECK(run(file, {"--fail-on", "warning"}).exit_code == 1);
  CHECK(run(file, {"--fail-on", "warning", "--exit-zero"}).exit_code == 0);
  CHECK(run(file, {"--fail-on", "info"}).exit_code == 2);
  CHECK(document(file).at("summary").at("failed") == 1);
  CHECK(run(file_of({check_of("verdict", {{"is", "self_host"}})}), {"--exit-zero"}).exit_code == 0);
}

TEST_CASE("what is given on a higher level displaces what is given below") {
  Json check = check_of("inputs.tok_per_month.value", {{"is", 4e9}});
  CHECK(run(file_of({check})).exit_code == 1);
  CHECK(run(file_of({check}), {"--volume", "4B/month"}).exit_code == 0);
  CHECK(run(file_of({check}), {}, {"BREAKEVEN_TOK_PER_MONTH=4B/month"}).exit_code == 0);
  check["given"] = {{"tok_per_month", "4B/month"}};
  CHECK(run(file_of({check})).exit_code == 0);
  CHECK(run(file_of({check}), {"--volume", "1B/month"}).exit_code == 1);
  check["for_each"] = {{"tok_per_month", {4e9}}};
  const Outcome displaced = run(file_of({check}), {"--volume", "1B/month"});
  CHECK(displaced.exit_code == 2);
  CHECK(displaced.err.find("error[BE-U011]: --volume has no effect on these checks") == 0);
  check["given"] = {{"utilization_ratio", 0.1}};
  check.erase("for_each");
  const Json answer = document(file_of({check_of("inputs.utilization_ratio.value", {{"is", 0.1}}, "default"), check}));
  CHECK(answer.at("checks").at(0).at("status") == "failed");
  CHECK(answer.at("checks").at(0).at("actual_status") == "absent");
}

TEST_CASE("a check is repeated for all combinations of values and ranges") {
  Json check = check_of("verdict", {{"is", "api"}});
  check["for_each"] = {{"tok_per_month", {"1B/month", 4e9}}, {"gpu_usd_per_hour", "1..3usd/h/3"}};
  const Json answer = document(file_of({check}));
  const Json& checks = answer.at("checks");
  REQUIRE(checks.size() == 6);
  for (std::size_t i = 0; i < 6; ++i) {
    const double volume = i < 3 ? 1e9 : 4e9;
    const double price = static_cast<double>(i % 3) + 1;
    CHECK(checks[i].at("point").at("gpu_usd_per_hour") == price);
    CHECK(checks[i].at("status") == (0.6e-6 * volume < price * 730 ? "passed" : "failed"));
  }
  CHECK(answer.at("summary").at("passed") == 3);
  CHECK(run(file_of({check})).out.find("at tok_per_month 4 B, gpu_usd_per_hour 1") != std::string::npos);
}

TEST_CASE("checks ask other commands, with their options") {
  const auto one = [](const char* command, const Json& options, const Json& given, const Json& expect) {
    return Json{{"name", command}, {"command", command}, {"options", options}, {"given", given}, {"expect", expect}};
  };
  const Json none = Json::object();
  const Json model = {{"model", "llama-3.3-70b"}, {"tok_per_month", 1e11}, {"input_tok", 3000}, {"output_tok", 1000}};
  const Json file = file_of(
      {one("rank", {{"all_records", true}}, model,
           {{"rows.0.kind", {{"one_of", {"self_host"}}}}, {"rows.0.rank", {{"is", 1}}}}),
       one("solve", {{"for", "gpu_usd_per_hour"}}, none,
           {{"solutions.0.value", {{"near", 600.0 / 730}, {"tolerance", 1e-9}}}}),
       one("sensitivity", none, none, {{"self_host_saving_usd_per_month", {{"is", -1225}}}}),
       one("forecast", {{"growth", "10%/month"}, {"months", 14}}, none, {{"last_verdict", {{"is", "self_host"}}}}),
       one("commit", {{"commit", "1y"}, {"discount", "35%"}}, {{"gpu_usd_per_hour", 2}},
           {{"verdict", {{"is", "commit"}}}}),
       one("compare", {{"range", true}, {"monte_carlo", 100}}, {{"gpu_usd_per_hour", "2..3usd/h"}},
           {{"range.verdict", {{"is", "api"}}},
            {"range.self_host.usd_per_month.high", {{"is", 2190}}},
            {"uncertainty.quantiles.self_host.usd_per_mtok.p50", {{"min", 1}}}})});
  const Outcome outcome = run(file, {"-v"});
  INFO(outcome.out << outcome.err);
  // Whatever the verdicts are called, no question may be left open.
  CHECK(outcome.err.empty());
  CHECK(outcome.exit_code <= 1);
}

TEST_CASE("a failed check has a place, and a file that cannot be asked leaves the others their answers") {
  const Json broken = {{"name", "b"}, {"given", {{"gpu", "no-such-gpu"}}}, {"expect", {{"verdict", {{"is", "api"}}}}}};
  const Json file = file_of({check_of("verdict", {{"is", "self_host"}}, "a"), broken});
  TemporaryDirectory directory;
  directory.file("checks.json", file.dump(2));
  const Outcome outcome =
      run_words({"check", "checks.json", "--report", "junit=r.xml", "--report", "text"}, {}, {}, directory.path());
  INFO(outcome.out << outcome.err);
  CHECK(outcome.exit_code == 2);
  CHECK(outcome.out.find("verdict is api, and must be self_host  (checks.json:15:11)") != std::string::npos);
  CHECK(outcome.out.ends_with("\n  1 could not be checked\n\n0 passed, 1 failed, 0 skipped\n"));
  CHECK(outcome.err.find("asked by the check \"b\"") != std::string::npos);
  CHECK(directory.content("r.xml").find(
            "<testsuites name=\"breakeven check\" tests=\"2\" failures=\"1\" errors=\"1\">") != std::string::npos);
}

TEST_CASE("an option that reaches some of the checks says so, and reports hold what cannot be read") {
  const Json price = check_of("catalog.gpu_offers.gmi/h100-sxm.usd_per_gpu_hour", {{"max", 3}}, "price");
  const Outcome partly =
      run(file_of({check_of("verdict", {{"is", "api"}}, "verdict"), price}), {"--set", "gpu_usd_per_hour=100"});
  CHECK(partly.exit_code == 0);
  CHECK(partly.err.find("warning[BE-W013]: --set gpu_usd_per_hour has no effect on 1 of 2 checks") == 0);
  const Outcome unread = run(file_of({check_of("verdikt", {{"is", "api"}})}), {"--report", "github"});
  CHECK(unread.exit_code == 2);
  CHECK(unread.out.starts_with("::error file=<stdin>,line=1,col="));
  CHECK(unread.out.ends_with("1 could not be checked\n0 passed, 0 failed, 0 skipped\n"));
  CHECK(run(file_of({check_of("verdikt", {{"is", "api"}})}), {"--report", "junit"}).out.find("errors=\"1\"") !=
        std::string::npos);
}

TEST_CASE("the example to start from passes") {
  const std::string example = breakeven::test::answered("schema checks --example");
  const Outcome outcome = run_words({"check", "-"}, example);
  INFO(outcome.out << outcome.err);
  CHECK(outcome.exit_code == 0);
}
#endif
