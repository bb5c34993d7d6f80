// SPDX-License-Identifier: MIT
// Workers that scale to zero: the reference vectors, what must hold of any of them, and a simulation.
#include <algorithm>
#include <array>
#include <cmath>

#include "breakeven/compare.hpp"
#include "catch.hpp"
#include "core/serverless/exponential_sum.hpp"
#include "test_data.hpp"

namespace breakeven {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using nlohmann::json;

Frequency per_second(double rate) { return rate * 3600 * Frequency::from_held(1); }

Serverless workers_of(const json& row, Concurrency concurrency) {
  return {.price = 0.001 * (usd / second),
          .cold_start = row.at("tau").get<double>() * second,
          .keep_alive = row.at("T").get<double>() * second,
          .service = row.at("S").get<double>() * second,
          .concurrency = concurrency};
}

Serverless random_workers(test::Draw& draw) {
  return {.price = draw.scale(1e-4, 1e-2) * (usd / second),
          .cold_start = (draw.one_in(4) ? 0 : draw.scale(1, 200)) * second,
          .keep_alive = (draw.one_in(4) ? 0 : draw.scale(1, 600)) * second,
          .service = draw.scale(0.5, 30) * second,
          .concurrency = draw.one_in(2) ? Concurrency::one : Concurrency::many};
}

void check_golden(const json& rows, Concurrency concurrency) {
  for (const json& row : rows) {
    INFO(row.dump());
    const WorkerTime time = worker_time(workers_of(row, concurrency), per_second(row.at("lam").get<double>()));
    CHECK_THAT(time.on(), WithinRel(row.at("phi").get<double>(), 1e-12));
    CHECK_THAT(time.off, WithinRel(row.at("p_cold").get<double>(), 1e-12));
  }
}

// A worker whose requests arrive at random, event by event. Requests that are served together take the same time.
class Simulation {
 public:
  Simulation(const Serverless& serverless, double rate, std::uint64_t seed)
      : service_(serverless.service / second),
        keep_(serverless.keep_alive / second),
        cold_(serverless.cold_start / second),
        rate_(rate),
        is_many_(serverless.concurrency == Concurrency::many),
        draw_(seed) {}

  WorkerTime run(int cycles) {
    next_ = gap();
    for (int i = 0; i < cycles; ++i) run_cycle();
    return {.off = off_ / next_, .starting = starting_ / next_, .serving = serving_ / next_, .idle = idle_ / next_};
  }
  double cold_start_ratio() const { return starts_ / requests_; }
  double waiting_ratio() const { return waiting_ / requests_; }

 private:
  double gap() { return -std::log(1 - draw_.real(0, 1)) / rate_; }

  void run_cycle() {
    off_ += next_ - stopped_;
    const double ready = next_ + cold_;
    starting_ += cold_;
    double queued = 0;
    for (; next_ < ready || queued == 0; next_ += gap()) ++queued;
    ++starts_;
    waiting_ += queued;
    requests_ += queued;
    double busy_from = ready;
    double end = ready + (is_many_ ? service_ : queued * service_);
    while (true) {
      for (; next_ <= end; next_ += gap(), ++requests_) end = is_many_ ? next_ + service_ : end + service_;
      serving_ += end - busy_from;
      stopped_ = end + keep_;
      idle_ += std::min(next_, stopped_) - end;
      if (next_ > stopped_) return;
      busy_from = next_;
      end = next_ + service_;
      next_ += gap();
      ++requests_;
    }
  }

  double service_;
  double keep_;
  double cold_;
  double rate_;
  bool is_many_;
  test::Draw draw_;
  double next_ = 0;
  double stopped_ = 0;
  double off_ = 0, starting_ = 0, serving_ = 0, idle_ = 0;
  double starts_ = 0, waiting_ = 0, requests_ = 0;
};

Scenario three_way(const json& inputs, double api_per_request) {
  Scenario scenario;
  scenario.self_host.gpu_price = inputs.at("g").get<double>() * (usd / hour);
  // As fast that one replica carries every rate at which the paths cross.
  scenario.self_host.throughput = TotalRate{1e5 * token / second};
  scenario.workload.shape = RequestShape{.input = 1500.0 * token / request, .output = 300.0 * token / request};
  scenario.workload.input_share = scenario.workload.shape->input_share();
  scenario.workload.demand = 1000.0 * request;
  scenario.api = test::flat_price(api_per_request / 1800 * (usd / token));
  scenario.serverless = Serverless{.price = inputs.at("serverless_per_s").get<double>() * (usd / second),
                                   .cold_start = inputs.at("tau").get<double>() * second,
                                   .keep_alive = inputs.at("T").get<double>() * second,
                                   .service = inputs.at("S").get<double>() * second};
  return scenario;
}

double rate_of(const std::optional<Requests>& requests) { return *requests / request / (730 * 3600); }

}  // namespace

TEST_CASE("the golden vectors of one worker are reproduced") {
  const json golden = test::read_data("golden_serverless.json");
  CHECK(golden.at("serverless_unlimited_concurrency").size() == 5);
  check_golden(golden.at("serverless_unlimited_concurrency"), Concurrency::many);
  CHECK(golden.at("serverless_one_at_a_time").size() == 4);
  check_golden(golden.at("serverless_one_at_a_time"), Concurrency::one);
}

TEST_CASE("the golden regions of three paths are reproduced") {
  const json golden = test::read_data("golden_serverless.json").at("three_way");
  CHECK(golden.at("cases").size() == 3);
  for (const json& row : golden.at("cases")) {
    INFO(row.at("name").get<std::string>());
    const Comparison answer = compare(three_way(golden.at("inputs"), row.at("api_per_request").get<double>()));
    const ServerlessBreakEvens& ties = answer.serverless->break_even;
    CHECK_THAT(rate_of(ties.api.value), WithinRel(row.at("lam_api_serverless").get<double>(), 1e-9));
    CHECK_THAT(rate_of(ties.self_host.value), WithinRel(row.at("lam_serverless_alwayson").get<double>(), 1e-9));
    const double tokens = *answer.break_even.volume.value / token;
    CHECK_THAT(tokens / 1800 / (730 * 3600), WithinRel(row.at("lam_api_alwayson").get<double>(), 1e-9));
    const auto exact = std::count_if(ties.cheapest.begin(), ties.cheapest.end(),
                                     [](const RateSpan& span) { return !span.is_approximate; });
    CHECK((exact > 0) == row.at("serverless_ever_best").get<bool>());
    if (exact == 0) continue;
    CHECK(ties.cheapest.front().from == *ties.api.value);
    CHECK(*ties.cheapest.front().until == *ties.self_host.value);
  }
}

TEST_CASE("without a cold start the tie with a worker that is always on has a closed form") {
  test::Draw draw(5);
  for (int i = 0; i < 200; ++i) {
    json inputs = test::read_data("golden_serverless.json").at("three_way").at("inputs");
    inputs["tau"] = 0;
    const double premium = draw.real(1.05, 5);
    inputs["serverless_per_s"] = premium * 2.5 / 3600;
    const Comparison answer = compare(three_way(inputs, 0.01));
    const double sum = inputs.at("S").get<double>() + inputs.at("T").get<double>();
    CHECK_THAT(rate_of(answer.serverless->break_even.self_host.value),
               WithinRel(-std::log(1 - 1 / premium) / sum, 1e-9));
  }
}

TEST_CASE("a worker that costs no more per second than a replica is never dearer than it") {
  json inputs = test::read_data("golden_serverless.json").at("three_way").at("inputs");
  inputs["serverless_per_s"] = 2.5 / 3600 * 0.999;
  const Comparison answer = compare(three_way(inputs, 0.01));
  CHECK(answer.serverless->break_even.self_host.status == Status::always);
}

TEST_CASE("states share the time, and a request costs less the more there are") {
  test::Draw draw(6);
  for (int i = 0; i < 500; ++i) {
    const Serverless workers = random_workers(draw);
    const double service = workers.service / second;
    const double most = workers.concurrency == Concurrency::one ? 0.999 / service : 10 / service;
    double off = 1;
    double per_request = lone_request_cost(workers) / (usd / request);
    for (double rate = 1e-9; rate < most; rate *= 2) {
      INFO(i << " at " << rate << "/s");
      const WorkerTime time = worker_time(workers, per_second(rate));
      CHECK_THAT(time.on() + time.off, WithinAbs(1, 1e-12));
      CHECK((time.off < off || off == 0));
      const double cost = workers.price / (usd / second) * billed_ratio(workers, time) / rate;
      CHECK(cost < per_request * (1 + 1e-12));
      off = time.off;
      per_request = cost;
    }
  }
}

TEST_CASE("a request that comes alone costs the limit") {
  test::Draw draw(7);
  for (int i = 0; i < 100; ++i) {
    Serverless workers = random_workers(draw);
    workers.bills_cold_start = draw.one_in(2);
    workers.bills_idle = draw.one_in(2);
    constexpr double rare = 1e-9;
    const double cost =
        workers.price / (usd / second) * billed_ratio(workers, worker_time(workers, per_second(rare))) / rare;
    CHECK_THAT(cost, WithinRel(lone_request_cost(workers) / (usd / request), 1e-5));
  }
}

TEST_CASE("a simulation agrees with the closed forms for whatever is billed") {
  constexpr std::array<std::array<double, 4>, 4> cases{
      {{0.01, 5, 30, 20}, {0.05, 5, 5, 60}, {0.1, 2, 10, 0}, {0.15, 5, 0, 40}}};
  for (const auto& [rate, service, keep, cold] : cases)
    for (const Concurrency concurrency : {Concurrency::many, Concurrency::one}) {
      Serverless workers{.cold_start = cold * second,
                         .keep_alive = keep * second,
                         .service = service * second,
                         .concurrency = concurrency};
      INFO(rate << " " << service << " " << keep << " " << cold << (concurrency == Concurrency::one ? " one" : ""));
      Simulation simulation(workers, rate, 8);
      const WorkerTime met = simulation.run(200'000);
      const ServerlessUse use = serverless_use(workers, {per_second(rate), 0.001 * second});
      CHECK_THAT(simulation.cold_start_ratio(), WithinRel(*use.cold_start_ratio, 0.01));
      CHECK_THAT(simulation.waiting_ratio(), WithinRel(*use.waiting_ratio, 0.01));
      for (const bool bills_cold_start : {true, false})
        for (const bool bills_idle : {true, false}) {
          workers.bills_cold_start = bills_cold_start;
          workers.bills_idle = bills_idle;
          CHECK_THAT(billed_ratio(workers, met), WithinAbs(billed_ratio(workers, use.time), 0.004));
        }
    }
}

TEST_CASE("no keep-alive time between none and for ever costs least") {
  test::Draw draw(9);
  int kept = 0;
  for (int i = 0; i < 300; ++i) {
    Serverless workers = random_workers(draw);
    workers.bills_cold_start = draw.one_in(2);
    workers.bills_idle = !draw.one_in(4);
    workers.cold_start_penalty = (draw.one_in(2) ? 0 : draw.scale(1e-3, 1)) * (usd / request);
    const double rate = draw.scale(1e-5, 0.9) / (workers.service / second);
    const auto cost = [&](Time keep_alive) {
      workers.keep_alive = keep_alive;
      const WorkerTime time = worker_time(workers, per_second(rate));
      return workers.price / (usd / second) * billed_ratio(workers, time) +
             rate * (time.off + time.starting) * (workers.cold_start_penalty / (usd / request));
    };
    const Result<Time> best = best_keep_alive(workers, {per_second(rate), 0.0001 * second});
    const bool for_ever = best.status == Status::always;
    kept += for_ever ? 1 : 0;
    const double least = cost((for_ever ? 1e5 / rate : 0) * second);
    for (const double gaps : {0.0, 0.1, 1.0, 3.0, 30.0, 1e5}) CHECK(least <= cost(gaps / rate * second) * (1 + 1e-12));
    const bool costs_nothing_else = workers.cold_start_penalty == RequestFee{} && workers.bills_idle;
    if (costs_nothing_else) CHECK_FALSE(for_ever);
  }
  CHECK(kept > 20);
}

TEST_CASE("an overflow is as frequent as Erlang says") {
  CHECK_THAT(erlang_loss(3, 2), WithinRel(4.0 / 19, 1e-14));
  CHECK(erlang_loss(0, 2) == 1);
  CHECK(erlang_loss(2, 0) == 0);
  CHECK_THAT(erlang_loss(1, 0.5), WithinRel(1.0 / 3, 1e-14));
  CHECK(erlang_loss(1e6, 10) == 0);
}

TEST_CASE("more than the warm workers carry is served by others") {
  Serverless workers{.price = 0.001 * (usd / second),
                     .cold_start = 40.0 * second,
                     .service = 8.0 * second,
                     .warm_workers = 2,
                     .warm_price = 0.0008 * (usd / second)};
  const auto use_at = [&](double load) { return serverless_use(workers, {per_second(load), 1.0 * second}); };
  CHECK(use_at(1.5).flexible_workers == 0);
  CHECK_THAT(serverless_cost(workers, use_at(1.5)) / usd, WithinRel(2 * 0.0008 * 3600 * 730, 1e-12));
  CHECK_THAT(use_at(2.5).flexible_workers, WithinRel(0.5, 1e-12));
  CHECK_FALSE(use_at(2.5).cold_start_ratio);
  workers.concurrency = Concurrency::one;
  const ServerlessUse use = use_at(0.125);
  CHECK_THAT(use.overflow / per_second(0.125), WithinRel(0.2, 1e-12));
  CHECK(use.cold_start_ratio);
  CHECK_FALSE(use.approximation.empty());
}

TEST_CASE("the regions of random questions are where serverless costs least") {
  test::Draw draw(10);
  int found = 0;
  for (int i = 0; i < 400; ++i) {
    Scenario scenario = test::random_scenario(draw);
    scenario.workload.shape = RequestShape{.input = draw.scale(100, 5'000) * token / request,
                                           .output = draw.scale(50, 1'000) * token / request};
    scenario.workload.input_share = scenario.workload.shape->input_share();
    scenario.serverless = random_workers(draw);
    scenario.serverless->bills_cold_start = !draw.one_in(3);
    scenario.serverless->bills_idle = !draw.one_in(3);
    if (scenario.serverless->concurrency == Concurrency::many && draw.one_in(4)) scenario.serverless->warm_workers = 2;
    scenario.serverless->warm_price = scenario.serverless->price * 0.7;
    const ServerlessBreakEvens ties = compare(scenario).serverless->break_even;
    if (!ties.reason.empty() || ties.cheapest.size() == 64) continue;
    found += ties.cheapest.empty() ? 0 : 1;
    const double capacity =
        replica(scenario.self_host, scenario.workload).capacity / scenario.workload.shape->total() / request;
    for (int point = 0; point < 40; ++point) {
      const double requests = draw.scale(capacity * 1e-5, capacity * 12);
      const auto is_in = [&](const RateSpan& span) {
        return span.from / request < requests && (!span.until || requests < *span.until / request);
      };
      const bool wins = std::any_of(ties.cheapest.begin(), ties.cheapest.end(), is_in);
      scenario.workload.demand = requests * request;
      const Comparison answer = compare(scenario);
      INFO(i << ": " << requests << " requests, " << name(answer.verdict));
      if (answer.verdict != Verdict::tie) CHECK((answer.verdict == Verdict::serverless) == wins);
    }
  }
  CHECK(found > 50);
}

TEST_CASE("no root of an exponential sum is left out") {
  // (e^x − 2)·(x − 1)·(x − 3), and a sum that has none.
  const ExponentialSum sum{{1, {3, -4, 1}}, {0, {-6, 8, -2}}};
  const auto value = [](double x) { return (std::exp(x) - 2) * (x - 1) * (x - 3); };
  const std::vector<double> roots = sign_changes(sum, 0, 10, value);
  REQUIRE(roots.size() == 3);
  CHECK_THAT(roots[0], WithinRel(std::log(2), 1e-14));
  CHECK_THAT(roots[1], WithinRel(1, 1e-14));
  CHECK_THAT(roots[2], WithinRel(3, 1e-14));
  CHECK(sign_changes({{1, {1}}, {0, {1}}}, 0, 5, [](double x) { return std::exp(x) + 1; }).empty());
}

}  // namespace breakeven
