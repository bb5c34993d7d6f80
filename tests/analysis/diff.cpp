// SPDX-License-Identifier: MIT
// `diff`: what differs between two catalogs or two answers, held against catalogs whose differences are known because
// the test made them, and against `compare` with each of the two.
#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>

#include "answers.hpp"
#include "catch.hpp"
#include "cli/command_table.hpp"
#include "process.hpp"
#include "temporary_directory.hpp"
#include "test_data.hpp"

namespace breakeven {
namespace {

using Catch::Matchers::WithinRel;
using json = nlohmann::ordered_json;
using test::answered;
using test::document;
using test::Draw;
using test::run_line;
using test::TemporaryDirectory;

const json cited{{"source", "price list"}, {"as_of", "2026-06-15"}};

// A market of a few GPU offers; `gpu_offers` maps ids to prices, a number or a band.
json catalog(const json& gpu_offers, const json& api_offers = json::object()) {
  json made{{"schema", "breakeven.catalog"}, {"schema_version", "1.0"}, {"as_of", "2026-06-15"}};
  made["gpus"] = {{{"id", "h100-sxm"},
                   {"name", "H100"},
                   {"memory_gib", 80},
                   {"bandwidth_gb_per_s", 3350},
                   {"tflops", json::object()},
                   {"cited", cited}}};
  for (const auto& [id, price] : gpu_offers.items())
    made["gpu_offers"].push_back({{"id", id},
                                  {"gpu", "h100-sxm"},
                                  {"provider", "Someone"},
                                  {"term", "on_demand"},
                                  {"usd_per_gpu_hour", price},
                                  {"cited", cited}});
  for (const auto& [id, price] : api_offers.items())
    made["api_offers"].push_back(
        {{"id", id}, {"provider", "Someone"}, {"model", "llama"}, {"usd_per_mtok", price}, {"cited", cited}});
  return made;
}

// Two documents as files, and what diff says of them.
class Two {
 public:
  Two(const json& before, const json& after)
      : words_("diff " + files_.file("before.json", before.dump()) + " " + files_.file("after.json", after.dump())) {}

  std::string line(const std::string& more = "") const { return words_ + " " + more; }
  json diff(const std::string& more = "--no-builtin") const { return document(line(more)); }
  std::string path(const std::string& name) const { return files_.path(name); }
  int exit_code(const std::string& more) const { return run_line("breakeven " + line(more)).exit_code; }

 private:
  TemporaryDirectory files_;
  std::string words_;
};

// The only element of `list` that has these members.
json only(const json& list, const json& members) {
  std::vector<json> found;
  for (const json& element : list) {
    bool has_all = true;
    for (const auto& [key, value] : members.items()) has_all = has_all && element.at(key) == value;
    if (has_all) found.push_back(element);
  }
  INFO(list.dump(1) << members.dump());
  REQUIRE(found.size() == 1);
  return found.front();
}

std::vector<json> column(const json& list, const std::string& key) {
  std::vector<json> values;
  for (const json& element : list) values.push_back(element.at(key));
  return values;
}

const std::string question = "--throughput 2500tok/s --volume 1B/month --gpu own/h100 --api own/llama ";

}  // namespace

TEST_CASE("two catalogs differ exactly in what was put in, taken out and priced anew") {
  Draw draw(20261121);
  for (int round = 0; round < 40; ++round) {
    std::map<std::string, std::pair<std::optional<double>, std::optional<double>>> prices;
    json before = json::object();
    json after = json::object();
    for (int i = 0; i < 12; ++i) {
      const std::string id = "own/offer-" + std::to_string(i);
      auto& [old_price, new_price] = prices[id];
      if (!draw.one_in(4)) before[id] = *(old_price = draw.scale(0.1, 10));
      if (!draw.one_in(4)) after[id] = *(new_price = draw.one_in(3) ? old_price.value_or(1) : draw.scale(0.1, 10));
    }
    const Two two(catalog(before), catalog(after));
    const json answer = two.diff();
    std::set<std::string> reported;
    double last = INFINITY;
    for (const json& change : answer.at("changes")) {
      if (change.at("key") != "usd_per_gpu_hour") continue;
      INFO(change.dump());
      const auto id = change.at("id").get<std::string>();
      CHECK(reported.insert(id).second);
      const auto& [old_price, new_price] = prices.at(id);
      CHECK(change.at("section") == "gpu_offers");
      CHECK(change.at("before").is_null() == !old_price);
      CHECK(change.at("after").is_null() == !new_price);
      CHECK(change.at("kind") == (!old_price ? "added" : !new_price ? "removed" : "changed"));
      if (old_price) CHECK_THAT(change.at("before").get<double>(), WithinRel(*old_price, 1e-12));
      if (new_price) CHECK_THAT(change.at("after").get<double>(), WithinRel(*new_price, 1e-12));
      if (!old_price || !new_price) continue;
      CHECK_THAT(change.at("change_ratio").get<double>() + 1, WithinRel(*new_price / *old_price, 1e-9));
      const double size = std::abs(std::log(*new_price / *old_price));
      CHECK(size <= last + 1e-8);
      last = size;
    }
    for (const auto& [id, both] : prices) {
      INFO(id);
      CHECK(reported.contains(id) == (both.first != both.second));
    }
  }
}

TEST_CASE("the way back undoes every change") {
  const json before = catalog({{"own/a", 1}, {"own/b", 2}, {"own/c", 3}, {"own/same", 1}});
  const json after = catalog({{"own/a", 1.5}, {"own/b", 1}, {"own/d", 4}, {"own/same", 1}});
  const json there = Two(before, after).diff();
  const json back = Two(after, before).diff();
  CHECK(there.at("summary").at("changed_count") == 2);
  CHECK(there.at("summary").at("added_count") == back.at("summary").at("removed_count"));
  REQUIRE(there.at("changes").size() == back.at("changes").size());
  for (const json& change : there.at("changes")) {
    const json undone = only(back.at("changes"), {{"id", change.at("id")}, {"key", change.at("key")}});
    CHECK(undone.at("before") == change.at("after"));
    CHECK(undone.at("after") == change.at("before"));
    if (change.at("kind") == "changed")
      CHECK_THAT((1 + change.at("change_ratio").get<double>()) * (1 + undone.at("change_ratio").get<double>()),
                 WithinRel(1.0, 1e-12));
  }
}

TEST_CASE("verdicts flip and figures move as compare says with each catalog") {
  Draw draw(7);
  int flips = 0;
  for (int round = 0; round < 25; ++round) {
    const Two two(catalog({{"own/h100", draw.scale(0.2, 5)}}, {{"own/llama", draw.scale(0.2, 2)}}),
                  catalog({{"own/h100", draw.scale(0.2, 5)}}, {{"own/llama", draw.scale(0.2, 2)}}));
    const json answer = two.diff("--no-builtin " + question);
    const json before = document("compare --no-builtin --catalog " + two.path("before.json") + " " + question);
    const json after = document("compare --no-builtin --catalog " + two.path("after.json") + " " + question);
    if (before.at("verdict") != after.at("verdict")) {
      ++flips;
      CHECK(answer.at("flipped") ==
            json::parse(R"([{"scenario": "given", "before": )" + before.at("verdict").dump() + R"(, "after": )" +
                        after.at("verdict").dump() + R"(, "before_reason": null, "after_reason": null}])"));
    } else {
      CHECK(answer.at("flipped").empty());
    }
    for (const char* path : {"self_host.usd_per_month", "api.usd_per_mtok", "break_even.tok_per_month",
                             "break_even.utilization_ratio", "saving_usd_per_month"}) {
      const bool is_tie = std::string(path).starts_with("break_even");
      std::string pointer = "/" + std::string(path) + (is_tie ? "/value" : "");
      if (const auto dot = pointer.find('.'); dot != std::string::npos) pointer[dot] = '/';
      const json::json_pointer place(pointer);
      INFO(path);
      const json move = only(answer.at("moved"), {{"key", path}});
      CHECK(move.at("before") == before.at(place));
      CHECK(move.at("after") == after.at(place));
      const bool are_numbers = before.at(place).is_number() && after.at(place).is_number();
      CHECK(move.at("change_ratio").is_number() == (are_numbers && (before.at(place) < 0) == (after.at(place) < 0)));
    }
  }
  CHECK(flips > 3);
  CHECK(flips < 22);
}

TEST_CASE("a price that becomes a band is compared end by end") {
  const Two two(catalog({{"own/a", 2}, {"own/b", {{"low", 1}, {"high", 2}}}}),
                catalog({{"own/a", {{"low", 2}, {"high", 3}}}, {"own/b", 1.5}}));
  const json changes = two.diff().at("changes");
  CHECK(changes.size() == 3);
  CHECK(only(changes, {{"id", "own/a"}}).at("key") == "usd_per_gpu_hour.high");
  CHECK(only(changes, {{"id", "own/b"}, {"key", "usd_per_gpu_hour.low"}}).at("change_ratio") == 0.5);
  CHECK(only(changes, {{"id", "own/b"}, {"key", "usd_per_gpu_hour.high"}}).at("change_ratio") == -0.25);
}

TEST_CASE("a new citation alone is counted, and is no change") {
  const json before = catalog({{"own/a", 2}, {"own/b", 3}});
  json after = catalog({{"own/a", 2}, {"own/b", 4}});
  for (json& offer : after.at("gpu_offers")) offer["cited"]["as_of"] = "2026-07-01";
  const Two both(before, after);
  CHECK(both.diff().at("changes").size() == 1);
  CHECK(both.diff().at("summary").at("recited_count") == 1);
  after["gpu_offers"][1]["usd_per_gpu_hour"] = 3;
  const Two none(before, after);
  CHECK(none.diff().at("summary").at("recited_count") == 2);
  CHECK(none.exit_code("--no-builtin --exit-code") == 0);
  CHECK(answered(none.line("--no-builtin")).ends_with("Nothing changed.\n"));
}

TEST_CASE("what is no number has no ratio, and 0 has none to grow by") {
  const json before = catalog({{"own/a", 0}, {"own/b", 2}});
  json after = catalog({{"own/a", 1}, {"own/b", 2.2}});
  after["gpu_offers"][1]["term"] = "spot";
  const json changes = Two(before, after).diff().at("changes");
  CHECK(column(changes, "key") == std::vector<json>{"usd_per_gpu_hour", "usd_per_gpu_hour", "term"});
  CHECK(column(changes, "id") == std::vector<json>{"own/a", "own/b", "own/b"});
  CHECK(changes[0].at("change_ratio").is_null());
  CHECK_THAT(changes[1].at("change_ratio").get<double>(), WithinRel(0.1, 1e-9));
  CHECK(changes[2].at("change_ratio").is_null());
}

TEST_CASE("each catalog lies over the ones that compare would use") {
  const Two two(catalog({{"lambda/h100-sxm", 9}}), catalog({{"own/h100", 9}}));
  const json changes = two.diff("").at("changes");
  const json price = only(changes, {{"id", "lambda/h100-sxm"}, {"key", "usd_per_gpu_hour"}});
  CHECK(price.at("kind") == "changed");
  CHECK(price.at("before") == 9);
  CHECK(only(changes, {{"id", "own/h100"}, {"key", "usd_per_gpu_hour"}}).at("kind") == "added");
  const json over_another = two.diff("--no-builtin --catalog " + two.path("after.json")).at("changes");
  CHECK(column(over_another, "kind") == std::vector<json>(4, "removed"));
  CHECK(document("diff builtin --no-builtin " + two.path("after.json")).at("summary").at("removed_count") > 500);
  CHECK(answered("diff -q builtin " + two.path("after.json")) == "4 1 0 0\n");
}

TEST_CASE("a question that one catalog cannot answer flips, and one that none can is an error") {
  const json full = catalog({{"own/h100", 2}}, {{"own/llama", 1}});
  const json without_offer = catalog({{"own/other", 2}}, {{"own/llama", 1}});
  const json flip = Two(full, without_offer).diff("--no-builtin " + question).at("flipped").at(0);
  CHECK(flip.at("before") == "api");
  CHECK(flip.at("after") == "unanswerable");
  CHECK(flip.at("before_reason").is_null());
  CHECK(flip.at("after_reason") == "no catalog has the gpu 'own/h100'");
  CHECK(Two(without_offer, full).diff("--no-builtin " + question).at("flipped").at(0).at("before") == "unanswerable");
  const Two neither(without_offer, without_offer);
  CHECK(neither.exit_code("--no-builtin " + question) == 2);
}

TEST_CASE("the environment completes a question, and asks none") {
  const Two two(catalog({{"own/h100", 2}}, {{"own/llama", 1}}), catalog({{"own/h100", 3}}, {{"own/llama", 1}}));
  const auto ask = [&](const std::string& words) {
    const auto outcome = test::run_line("BREAKEVEN_TOK_PER_MONTH=1B/month breakeven " + two.line(words) + " -f json");
    INFO(outcome.err);
    REQUIRE(outcome.exit_code == 0);
    return json::parse(outcome.out);
  };
  CHECK(ask("--no-builtin").at("moved").empty());
  const json answer = ask("--no-builtin --throughput 2500tok/s --gpu own/h100 --api own/llama");
  CHECK_FALSE(answer.at("moved").empty());
  CHECK(answer.at("inputs").at("tok_per_month").at("source") == "env");
  CHECK_FALSE(answer.at("inputs").contains("gpu_usd_per_hour"));
}

TEST_CASE("the exit code says whether something changed where it is asked to") {
  const Two two(catalog({{"own/a", 1}}), catalog({{"own/a", 2}}));
  CHECK(two.exit_code("--no-builtin") == 0);
  CHECK(two.exit_code("--no-builtin --exit-code") == 1);
  const Two same(catalog({{"own/a", 1}}), catalog({{"own/a", 1}}));
  CHECK(same.exit_code("--no-builtin --exit-code") == 0);
  CHECK(answered(same.line("-q")) == "0 0 0 0\n");
}

TEST_CASE("two answers to compare differ in their figures and inputs, not in where these came from") {
  const std::string asked = "compare --throughput 2500tok/s --volume 1B/month --api-price 0.6usd/Mtok ";
  const json cheap = document(asked + "--gpu-price 0.5usd/h");
  const json dear = document(asked + "--gpu-price 2.5usd/h");
  const json answer = Two(cheap, dear).diff("");
  const json price = only(answer.at("changes"), {{"key", "inputs.gpu_usd_per_hour"}});
  CHECK(price.at("id") == "compare");
  CHECK(price.at("section").get<std::string>().empty());
  CHECK(price.at("change_ratio") == 4);
  CHECK(only(answer.at("changes"), {{"key", "self_host.breakdown.gpu_hours.usd_per_month"}}).at("after") == 1825);
  CHECK(only(answer.at("flipped"), {{"scenario", "compare"}}).at("after") == "api");
  CHECK(answer.at("moved").empty());
  const json set = document(asked + "--set gpu_usd_per_hour=0.5");
  CHECK(Two(cheap, set).diff("").at("changes").empty());
}

TEST_CASE("rows of two answers are the same by what they are of, not by where they stand") {
  const std::string sweep = "sweep --throughput 2500tok/s --api-price 0.6usd/Mtok --gpu-price 2.5usd/h --vary ";
  const json some = document(sweep + "tok_per_month=1B,2B,4B");
  const json more = document(sweep + "tok_per_month=1B,4B,3B");
  const json changes = Two(some, more).diff("").at("changes");
  std::set<std::string> rows;
  for (const json& change : changes)
    if (change.at("section") == "rows")
      rows.insert(change.at("kind").get<std::string>() + " " + change.at("id").get<std::string>());
  CHECK(rows == std::set<std::string>{"added tok_per_month=3000000000", "removed tok_per_month=2000000000"});

  const std::string rank = "rank --model llama-3.3-70b --shape 3000:1000 --provider Nebius --volume ";
  json reversed = document(rank + "10B/month");
  const json ranked = reversed;
  std::reverse(reversed["rows"].begin(), reversed["rows"].end());
  const json answer = Two(ranked, reversed).diff("");
  CHECK(answer.at("changes").empty());
  CHECK(only(answer.at("flipped"), {{"scenario", "rank"}}).at("before") == ranked.at("rows").at(0).at("id"));
}

TEST_CASE("a check flips with its status, wherever its line has gone") {
  const auto checks = [](const char* status, int line) {
    json made{{"schema", "breakeven.check"}, {"schema_version", "1.0"}};
    for (const char* metric : {"verdict", "saving_usd_per_month"})
      made["checks"].push_back({{"name", "stays cheap"},
                                {"status", metric == std::string("verdict") ? "passed" : status},
                                {"metric", metric},
                                {"operator", "max"},
                                {"location", {{"line", line}}}});
    return made;
  };
  const json answer = Two(checks("passed", 3), checks("failed", 9)).diff("");
  CHECK(answer.at("changes").size() == 1);
  const json flip = only(answer.at("flipped"), {{"scenario", "stays cheap saving_usd_per_month max"}});
  CHECK(flip.at("before") == "passed");
  CHECK(flip.at("after") == "failed");
}

TEST_CASE("answers of every command are compared") {
  for (const app::CommandRow& command : app::commands()) {
    if (command.name.starts_with("catalog") || command.name == "schema" || command.name == "traffic sql") continue;
    INFO(command.name);
    const json before = document("schema " + std::string(command.name) + " --example");
    json after = before;
    after["a figure of tomorrow"] = 1;
    CHECK(Two(before, before).exit_code("--exit-code") == 0);
    CHECK(Two(before, after).diff("").at("summary").at("added_count") == 0);
    only(Two(before, after).diff("").at("changes"), {{"key", "a figure of tomorrow"}});
  }
}

TEST_CASE("any document of an answer's schema is compared, whatever its shape") {
  const auto answer = [](const char* members) {
    json made = json::parse(members);
    made["schema"] = "breakeven.compare";
    made["schema_version"] = "1.0";
    return made;
  };
  const std::vector<json> shapes{
      answer(R"({})"),
      answer(R"({"rows": 1, "inputs": 2, "vary": 3, "verdict": 4})"),
      answer(R"({"rows": {"0": {"id": 1}}, "inputs": {"a": {"value": {"b": []}}, "c": null}, "vary": [{"key": 1}]})"),
      answer(
          R"({"rows": [{"id": "a"}, {"id": "a", "throughput_record": null}], "inputs": [], "vary": [{"key": "id"}]})"),
      answer(R"({"rows": [{"id": ["a"]}, 5, null], "verdict": {"low": 1, "high": 2}, "": {"": 0}})"),
      answer(R"({"rows": [{"id": "b", "x": 1, "usd.low": 2}], "verdict": null})")};
  for (const json& before : shapes)
    for (const json& after : shapes) {
      INFO(before.dump() << after.dump());
      const Two two(before, after);
      CHECK(two.exit_code("--exit-code") == (before == after ? 0 : 1));
    }
}

TEST_CASE("names from files cannot steer a terminal, nor break a table of Markdown") {
  const Two two(catalog({{"own/a", 1}}), catalog({{"own/a", 1}, {"own/\x1b[31m|b", 2}}));
  for (const char* format : {"table", "markdown"}) {
    const std::string text = answered(two.line("--no-builtin -f " + std::string(format)));
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find("own/") != std::string::npos);
  }
  CHECK(answered(two.line("--no-builtin -f markdown")).find("\\|b") != std::string::npos);
}

}  // namespace breakeven
