// SPDX-License-Identifier: MIT
// `compare --range`: bounds hold every corner and every point inside, are reached where they are exact, and say what
// decides.
#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "analysis/metrics.hpp"
#include "answers.hpp"
#include "catch.hpp"
#include "inputs/question.hpp"
#include "process.hpp"
#include "test_data.hpp"
#include "text/numbers.hpp"

namespace breakeven {
namespace {

using app::Key;
using app::key;
using nlohmann::json;
using test::Draw;
using test::run_line;

struct Band {
  Key input;
  double low;
  double high;

  bool is_range() const { return low < high; }
  bool is_whole() const { return app::row(input).domain.integer; }
};
using Bands = std::vector<Band>;
using Point = std::vector<double>;

// A question that may have ranges in any of its inputs, up to `most` of them.
class RandomBands {
 public:
  RandomBands(Draw& draw, int most) : draw_(draw), left_(most) {}

  Bands all() {
    const bool shaped = draw_.one_in(2);
    self_host(shaped);
    sizing();
    api(shaped);
    workload(shaped);
    return bands_;
  }

 private:
  // A number, or one in three times a range around it within [least, most].
  void add(Key input, double number, double least = 0, double most = 1e15) {
    Band band{input, number, number};
    if (left_ > 0 && draw_.one_in(3)) {
      --left_;
      band = {input, number * draw_.real(0.5, 1), number * draw_.real(1, 2)};
    }
    if (band.is_whole()) band = {input, std::round(band.low), std::round(band.high)};
    bands_.push_back({input, std::clamp(band.low, least, most), std::clamp(band.high, least, most)});
  }
  void maybe(Key input, double number, double least = 0, double most = 1e15) {
    if (draw_.one_in(3)) add(input, number, least, most);
  }

  void self_host(bool shaped) {
    add(key("gpu_usd_per_hour"), draw_.scale(0.3, 8));
    maybe(key("gpu_discount_ratio"), draw_.real(0, 0.5), 0, 1);
    maybe(key("gpus_per_replica"), static_cast<double>(draw_.integer(1, 4)), 1);
    const double rate = draw_.scale(300, 30'000);
    if (draw_.one_in(3)) {
      add(key("prefill_tok_per_s"), rate * 3);
      add(key("decode_tok_per_s"), rate / 2);
      if (shaped && draw_.one_in(2)) add(key("context_s_per_tok2"), draw_.scale(1e-9, 1e-7));
    } else if (draw_.one_in(2)) {
      add(key("output_tok_per_s"), rate / 4);
    } else {
      add(key("tok_per_s"), rate);
    }
    maybe(key("overhead_multiplier"), draw_.real(1, 2), 1);
    maybe(key("fixed_usd_per_month"), draw_.scale(10, 5'000));
    maybe(key("replica_usd_per_month"), draw_.scale(10, 500));
    maybe(key("marginal_usd_per_mtok"), draw_.scale(0.001, 0.1));
    if (draw_.one_in(4)) add(key("hours_per_month"), 700, 1, 744);
    if (draw_.one_in(6)) add(key("serving_hours_per_month"), 250, 1, 300);
  }

  void sizing() {
    maybe(key("spare_replicas"), static_cast<double>(draw_.integer(0, 3)));
    maybe(key("min_replicas"), static_cast<double>(draw_.integer(1, 4)), 1);
    if (draw_.one_in(6)) add(key("max_replicas"), static_cast<double>(draw_.integer(10, 20)), 10);
    maybe(key("max_utilization_ratio"), draw_.real(0.6, 1), 0.5, 1);
    maybe(key("peak_to_average_ratio"), draw_.real(1, 2), 1);
    maybe(key("derate_ratio"), draw_.real(0.6, 1), 0.1, 1);
  }

  void api(bool shaped) {
    const double price = draw_.scale(0.1, 10);
    if (draw_.one_in(2)) {
      add(key("api_usd_per_mtok"), price);
    } else {
      add(key("api_input_usd_per_mtok"), price);
      add(key("api_output_usd_per_mtok"), price * draw_.real(1, 5));
      add(key("api_cache_read_usd_per_mtok"), price / 10);
      add(key("api_cache_write_usd_per_mtok"), price * 1.25);
    }
    if (shaped) maybe(key("api_usd_per_request"), draw_.scale(1e-5, 1e-3));
    maybe(key("api_discount_ratio"), draw_.real(0, 0.4), 0, 1);
    maybe(key("batch_discount_ratio"), 0.5, 0, 1);
    maybe(key("batch_share_ratio"), draw_.real(0, 1), 0, 1);
    maybe(key("api_token_ratio"), draw_.real(0.7, 1.4));
  }

  void workload(bool shaped) {
    if (shaped) {
      add(key("input_tok"), draw_.scale(100, 20'000));
      add(key("output_tok"), draw_.scale(50, 2'000));
    } else {
      add(key("input_share_ratio"), draw_.real(0.1, 0.9), 0, 0.95);
    }
    maybe(key("cache_hit_ratio"), draw_.real(0, 0.4), 0, 0.7);
    maybe(key("cache_write_ratio"), draw_.real(0, 0.3), 0, 0.3);
    if (draw_.one_in(4)) return add(key("utilization_ratio"), draw_.real(0.02, 0.25), 0, 1);
    if (shaped && draw_.one_in(2)) return add(key("requests_per_month"), draw_.scale(1e4, 1e7));
    add(key("tok_per_month"), draw_.scale(1e8, 5e10));
  }

  Draw& draw_;
  int left_;
  Bands bands_;
};

json range_of(const std::vector<std::string>& words) {
  const test::Outcome outcome = test::run_words(words);
  INFO(outcome.err);
  REQUIRE(outcome.exit_code == 0);
  return json::parse(outcome.out).at("range");
}

json range_of(const std::string& line) {
  return range_of(test::parse_command_line("breakeven compare --range -f json " + line).words);
}

std::vector<std::string> words_of(const Bands& bands) {
  std::vector<std::string> words{"compare", "--range", "-f", "json"};
  for (const Band& band : bands) {
    words.emplace_back("--set");
    words.push_back(std::string(app::row(band.input).key) + "=" + text::plain(band.low) +
                    (band.is_range() ? ".." + text::plain(band.high) : ""));
  }
  return words;
}

// The question of one point, resolved as any other; nothing where it contradicts itself.
std::optional<app::Question> question_at(const Bands& bands, const Point& point) {
  std::vector<app::Given> given;
  for (std::size_t i = 0; i < bands.size(); ++i)
    given.push_back(
        {.key = bands[i].input, .value = point[i], .origin = "test", .unit_policy = app::UnitPolicy::optional});
  io::Diagnostics problems;
  static const Catalog no_catalog;
  app::Question question = app::resolve(
      app::effective_inputs(given, problems), {}, []() -> const Catalog& { return no_catalog; }, Date{}, problems);
  if (io::has_errors(problems)) return std::nullopt;
  return question;
}

json at_path(const json& document, std::string_view path) {
  std::string pointer = "/" + std::string(path);
  std::replace(pointer.begin(), pointer.end(), '.', '/');
  return document.at(json::json_pointer(pointer));
}

struct Tally {
  int points = 0;
  int exact = 0;
  int outside = 0;  // of figures that end inside
  int approximate = 0;
};

bool holds(const json& bounds, double number, double slack) {
  if (bounds.at("status") == "none") return false;
  const auto low = bounds.at("low").get<double>();
  const auto high = bounds.at("high").get<double>();
  return number >= low - slack * (high - low) - 1e-12 * std::abs(low) &&
         number <= high + slack * (high - low) + 1e-12 * std::abs(high);
}

// An exact bound holds the number to 1e-12. An approximate one comes of inner points an eighth of the range apart, and
// a number between two of them is less than a quarter of the bounds away: twice the step, for what turns or jumps
// there. Where a figure ends inside the range nothing is known of how far it goes, so those are counted only.
void check_number(const json& bounds, const std::optional<double>& number, Tally& tally) {
  const auto approximate = bounds.at("approximate").get<bool>();
  const bool ends_inside = bounds.at("status") != "bounded";
  if (!number) {
    CHECK((ends_inside || approximate));
    return;
  }
  ++(approximate ? tally.approximate : tally.exact);
  if (ends_inside && !holds(bounds, *number, 0)) ++tally.outside;
  CHECK((ends_inside || holds(bounds, *number, approximate ? 0.25 : 0)));
}

void check_point(const json& range, const Bands& bands, const Point& point, Tally& tally) {
  const auto question = question_at(bands, point);
  if (!question) return;
  ++tally.points;
  const Comparison comparison = compare(question->scenario);
  for (const app::Metric& metric : app::metrics()) {
    if (metric.path.starts_with("serverless.")) continue;
    INFO(metric.path);
    check_number(at_path(range, metric.path), metric.figure({*question, comparison}).value, tally);
  }
  const bool proved = !range.at("saving_usd_per_month").at("approximate").get<bool>();
  if (range.at("verdict") != "depends" && proved) CHECK(range.at("verdict") == name(comparison.verdict));
}

Point random_point(const Bands& bands, Draw& draw) {
  Point point;
  for (const Band& band : bands)
    point.push_back(!band.is_range() ? band.low
                    : band.is_whole()
                        ? static_cast<double>(draw.integer(std::llround(band.low), std::llround(band.high)))
                        : draw.real(band.low, band.high));
  return point;
}

std::vector<Point> corners_of(const Bands& bands) {
  std::vector<Point> corners{{}};
  for (const Band& band : bands) {
    const std::size_t count = corners.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (band.is_range()) corners.push_back(corners[i]), corners.back().push_back(band.high);
      corners[i].push_back(band.low);
    }
  }
  return corners;
}

std::size_t range_count(const Bands& bands) {
  return static_cast<std::size_t>(
      std::count_if(bands.begin(), bands.end(), [](const Band& b) { return b.is_range(); }));
}

bool has_range_of(const Bands& bands, std::initializer_list<Key> keys) {
  return std::any_of(bands.begin(), bands.end(), [&](const Band& band) {
    return band.is_range() && std::find(keys.begin(), keys.end(), band.input) != keys.end();
  });
}

void check_bounds(const json& range, const std::string& path, double low, double high) {
  const json bounds = at_path(range, path);
  INFO(path << " " << bounds.dump());
  REQUIRE(bounds.at("status") == "bounded");
  CHECK_FALSE(bounds.at("approximate").get<bool>());
  const double slack = 1e-9 * std::max({std::abs(low), std::abs(high), 1.0});
  CHECK_THAT(bounds.at("low").get<double>(), Catch::Matchers::WithinAbs(low, slack));
  CHECK_THAT(bounds.at("high").get<double>(), Catch::Matchers::WithinAbs(high, slack));
}

}  // namespace

TEST_CASE("bounds hold every corner and every point inside") {
  Draw draw(20260615);
  Tally tally;
  std::set<Key> ranges;
  while (tally.points < 14'000) {
    const Bands bands = RandomBands(draw, 5).all();
    if (range_count(bands) == 0) continue;
    const std::vector<std::string> words = words_of(bands);
    std::string line;
    for (const std::string& word : words) line += word + " ";
    INFO(line);
    const test::Outcome outcome = test::run_words(words);
    if (outcome.exit_code == 2 && outcome.err.find("BE-M005") != std::string::npos) continue;
    INFO(outcome.err);
    REQUIRE(outcome.exit_code == 0);
    const json range = json::parse(outcome.out).at("range");
    for (const Band& band : bands)
      if (band.is_range()) ranges.insert(band.input);
    for (const Point& corner : corners_of(bands)) check_point(range, bands, corner, tally);
    for (int i = 0; i < 30; ++i) check_point(range, bands, random_point(bands, draw), tally);
  }
  CHECK(tally.exact > 50'000);
  CHECK(tally.outside * 100 < tally.approximate);
  CHECK(ranges.size() >= 30);
}

TEST_CASE("exact bounds are reached at corners, where the capacity and the demand stay") {
  Draw draw(20260616);
  int reached = 0;
  for (int i = 0; i < 400; ++i) {
    const Bands bands = RandomBands(draw, 3).all();
    const bool climbs =
        has_range_of(bands, {key("tok_per_month"), key("requests_per_month"), key("tok_per_s"), key("output_tok_per_s"),
                             key("derate_ratio"), key("serving_hours_per_month"), key("max_utilization_ratio"),
                             key("peak_to_average_ratio")});
    if (range_count(bands) == 0 || climbs) continue;
    const test::Outcome outcome = test::run_words(words_of(bands));
    if (outcome.exit_code != 0) continue;
    const json range = json::parse(outcome.out).at("range");
    for (const app::Metric& metric : app::metrics()) {
      if (metric.path.starts_with("serverless.")) continue;
      const json bounds = at_path(range, metric.path);
      if (bounds.at("approximate").get<bool>() || metric.path == "saving_usd_per_month") continue;
      double low = INFINITY;
      double high = -INFINITY;
      for (const Point& corner : corners_of(bands)) {
        const auto question = question_at(bands, corner);
        REQUIRE(question);
        const double figure = *metric.figure({*question, compare(question->scenario)}).value;
        low = std::min(low, figure);
        high = std::max(high, figure);
      }
      INFO(metric.path);
      CHECK_THAT(bounds.at("low").get<double>(), Catch::Matchers::WithinRel(low, 1e-12));
      CHECK_THAT(bounds.at("high").get<double>(), Catch::Matchers::WithinRel(high, 1e-12));
      ++reached;
    }
  }
  CHECK(reached > 1'000);
}

TEST_CASE("a range of the volume climbs the staircase") {
  const std::string words = "--gpu-price 2.5usd/h --throughput 700tok/s --api-price 1.2usd/Mtok ";
  constexpr double full = 1.2e-6 * 700 * 3600 * 730 - 1825;
  check_bounds(range_of(words + "--volume 1..1.8B/month"), "saving_usd_per_month", -625, 335);
  // At the ends it is -625 and -1250; at one full replica 382.52, and with the next one begun a replica less.
  check_bounds(range_of(words + "--volume 1..2B/month"), "saving_usd_per_month", full - 1825, full);
  const json range = range_of(words + "--volume 1..2B/month");
  CHECK(range.at("verdict") == "depends");
  CHECK(range.at("decided_by") == "tok_per_month");
  check_bounds(range, "self_host.replica_count", 1, 2);
  check_bounds(range, "self_host.utilization_ratio", 0.5, 1);
  CHECK_FALSE(at_path(range, "self_host.utilization_ratio").at("approximate").get<bool>());
}

TEST_CASE("steps begin at the minimum of replicas") {
  // Each replica loses: the saving is greatest where the minimum of three is full, inside the range.
  const json range = range_of(
      "--gpu-price 2.5usd/h --throughput 700tok/s --api-price 0.9usd/Mtok --min-replicas 3 --volume 1..20B/month");
  constexpr double capacity = 700.0 * 3600 * 730;
  check_bounds(range, "saving_usd_per_month", 0.9e3 - 3 * 1825, 0.9e-6 * capacity * 3 - 3 * 1825);
}

TEST_CASE("a faster replica may be one less, and full in between") {
  // 4 Btok/month: three replicas at 700 tok/s, two from 761 tok/s on, one from 1,522 tok/s on.
  const json range =
      range_of("--gpu-price 2.5usd/h --throughput 700..2500tok/s --api-price 0.6usd/Mtok --volume 4B/month");
  check_bounds(range, "self_host.replica_count", 1, 3);
  check_bounds(range, "self_host.utilization_ratio", 0.5, 1);
  check_bounds(range, "self_host.capacity_tok_per_month", 4e9, 8e9);
}

TEST_CASE("the verdict is a side's where it is so over the whole range, and depends otherwise") {
  const std::string rest = "--throughput 2500tok/s --api-price 0.59..0.90usd/Mtok --volume 3B/month";
  const json self_host = range_of("--gpu-price 0.40..0.60usd/h " + rest);
  CHECK(self_host.at("verdict") == "self_host");
  CHECK(self_host.at("decided_by").is_null());
  check_bounds(self_host, "saving_usd_per_month", 0.59e3 * 3 - 0.6 * 730, 0.9e3 * 3 - 0.4 * 730);
  const json api = range_of("--gpu-price 4..5usd/h " + rest);
  CHECK(api.at("verdict") == "api");
  check_bounds(api, "saving_usd_per_month", 0.59e3 * 3 - 5 * 730, 0.9e3 * 3 - 4 * 730);
  const json depends = range_of("--gpu-price 2..3.5usd/h " + rest);
  CHECK(depends.at("verdict") == "depends");
  CHECK(depends.at("decided_by") == "gpu_usd_per_hour");
  check_bounds(depends, "saving_usd_per_month", 0.59e3 * 3 - 3.5 * 730, 0.9e3 * 3 - 2 * 730);
  CHECK(range_of("--gpu-price 2.4..2.5usd/h " + rest).at("decided_by") == "api_usd_per_mtok");
}

TEST_CASE("a tie and an infeasible question stay so") {
  CHECK(range_of("--gpu-price 0usd/h --throughput 1..2tok/s --api-price 0usd/Mtok --volume 1B/month").at("verdict") ==
        "tie");
  const json range = range_of(
      "--gpu-price 2..3usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume 9B/month --max-replicas 1");
  CHECK(range.at("verdict") == "infeasible");
  CHECK(range.at("decided_by").is_null());
  CHECK(at_path(range, "self_host.usd_per_month").at("status") == "none");
  CHECK(at_path(range, "self_host.usd_per_month").at("low").is_null());
  CHECK(at_path(range, "api.usd_per_month").at("status") == "bounded");
}

TEST_CASE("what becomes infeasible decides, and its bounds are of the part that is feasible") {
  const json range = range_of(
      "--gpu-price 2..2.1usd/h --throughput 1500..3000tok/s --api-price 2usd/Mtok --volume 9B/month --max-replicas 2");
  CHECK(range.at("verdict") == "depends");
  CHECK(range.at("decided_by") == "tok_per_s");
  const json cost = at_path(range, "self_host.usd_per_month");
  CHECK(cost.at("status") == "partly");
  CHECK(cost.at("approximate").get<bool>());
  CHECK_THAT(cost.at("low").get<double>(), Catch::Matchers::WithinRel(2 * 2 * 730.0, 1e-12));
  CHECK_THAT(cost.at("high").get<double>(), Catch::Matchers::WithinRel(2 * 2.1 * 730, 1e-12));
}

TEST_CASE("a figure that ends inside the range is bounded in part, and approximately") {
  // At no GPU price does self-hosting tie with 1,000 usd of fixed cost against 600 usd.
  const json range = range_of(
      "--gpu-price 1usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume 1B/month --fixed 100..1000usd/month");
  const json price = at_path(range, "break_even.gpu_usd_per_hour");
  CHECK(price.at("status") == "partly");
  CHECK(price.at("approximate").get<bool>());
  CHECK(at_path(range, "self_host.usd_per_request").at("status") == "none");
}

TEST_CASE("ranges of the catalog carry through") {
  const json range =
      range_of("--gpu south/h100-sxm --api west/llama-70b --throughput 2500tok/s --volume 3B/month" + test::market);
  check_bounds(range, "self_host.usd_per_month", 2 * 730, 3 * 730);
  check_bounds(range, "api.usd_per_month", 1500, 2700);
  CHECK(range.at("verdict") == "depends");
}

TEST_CASE("whole numbers have whole ends") {
  const json range = range_of(
      "--gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume 1B/month --spares 0..3 --gpus "
      "1..2");
  check_bounds(range, "self_host.usd_per_month", 1825, 1825 * 4 * 2);
}

TEST_CASE("sixteen ranges are all tried") {
  const json range = range_of(
      "--gpu-price 2..3usd/h --throughput 1500..2500tok/s --api-in 0.3..0.4usd/Mtok --api-out 1..2usd/Mtok "
      "--volume 1..9B/month --overhead 1..1.2 --fixed 1..2kusd/month --replica-fixed 1..9usd/month "
      "--marginal 0.01..0.02usd/Mtok --spares 0..1 --gpus 1..2 --derate 80%..90% --max-util 70%..80% --peak 1..1.5 "
      "--api-discount 5%..10% --gpu-discount 0%..10%");
  CHECK(range.at("verdict") == "depends");
  CHECK_FALSE(at_path(range, "self_host.usd_per_month").at("approximate").get<bool>());
}

}  // namespace breakeven
