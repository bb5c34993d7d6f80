// SPDX-License-Identifier: MIT
// What tests are made of: documents of tests/data, and numbers from a fixed seed.
#pragma once

#include <cmath>
#include <cstdint>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "breakeven/cost.hpp"
#include "breakeven/scenario.hpp"

namespace breakeven::test {

inline nlohmann::json read_data(const std::string& file_name) {
  const std::string path = BREAKEVEN_SOURCE_DIR "/tests/data/" + file_name;
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  return nlohmann::json::parse(file);
}

inline RequestShape shape(double input_tok, double output_tok) {
  return {input_tok * token / request, output_tok * token / request};
}

inline Money sum(const std::vector<CostLine>& lines) {
  Money total;
  for (const CostLine& line : lines) total += line.cost;
  return total;
}

/// A flat price for input, cached input and output alike.
inline Api flat_price(TokenPrice price) {
  return {.input = price, .output = price, .cache_read = price, .cache_write = price};
}

struct ScenarioKey {
  const char* key;
  void (*set)(Scenario&, double);
};

/// The keys that the data use. A later row may overwrite what an earlier one sets.
inline constexpr ScenarioKey scenario_keys[] = {
    {"gpu_usd_per_hour", [](Scenario& s, double x) { s.self_host.gpu_price = x * usd / hour; }},
    {"gpus_per_replica", [](Scenario& s, double x) { s.self_host.gpus_per_replica = std::llround(x); }},
    {"tok_per_s", [](Scenario& s, double x) { s.self_host.throughput = TotalRate{x * token / second}; }},
    {"overhead_multiplier", [](Scenario& s, double x) { s.self_host.overhead_multiplier = x; }},
    {"fixed_usd_per_month", [](Scenario& s, double x) { s.self_host.fixed = x * usd; }},
    {"replica_usd_per_month", [](Scenario& s, double x) { s.self_host.replica_fixed = x * usd; }},
    {"marginal_usd_per_mtok", [](Scenario& s, double x) { s.self_host.marginal = x * usd / mtok; }},
    {"spare_replicas", [](Scenario& s, double x) { s.self_host.spare_replicas = std::llround(x); }},
    {"min_replicas", [](Scenario& s, double x) { s.self_host.min_replicas = std::llround(x); }},
    {"max_replicas", [](Scenario& s, double x) { s.self_host.max_replicas = std::llround(x); }},
    {"max_utilization_ratio", [](Scenario& s, double x) { s.self_host.max_utilization = Fraction(x); }},
    {"derate_ratio", [](Scenario& s, double x) { s.self_host.derate = Fraction(x); }},
    {"hours_per_month", [](Scenario& s, double x) { s.self_host.billed = s.self_host.serving = x * hour; }},
    {"api_usd_per_mtok", [](Scenario& s, double x) { s.api = flat_price(x * usd / mtok); }},
    {"api_input_usd_per_mtok", [](Scenario& s, double x) { s.api.input = x * usd / mtok; }},
    {"api_output_usd_per_mtok", [](Scenario& s, double x) { s.api.output = x * usd / mtok; }},
    {"input_share_ratio", [](Scenario& s, double x) { s.workload.input_share = Fraction(x); }},
    {"tok_per_month", [](Scenario& s, double x) { s.workload.demand = x * token; }},
    {"utilization_ratio", [](Scenario& s, double x) { s.workload.demand = Utilization{Fraction(x)}; }},
};

/// The scenario that `inputs`, by JSON key, describe; the rest has its defaults, and the rate is 1 tok/s. Throws on an
/// unknown key.
inline Scenario scenario_of(const nlohmann::json& inputs) {
  Scenario scenario;
  scenario.self_host.throughput = TotalRate{1.0 * token / second};
  std::size_t known = 0;
  for (const auto& [key, set] : scenario_keys) {
    if (!inputs.contains(key)) continue;
    set(scenario, inputs.at(key).get<double>());
    ++known;
  }
  if (known != inputs.size()) throw std::invalid_argument("unknown key in " + inputs.dump());
  return scenario;
}

/// The same numbers on every platform, which the distributions of <random> do not promise.
class Draw {
 public:
  explicit Draw(std::uint64_t seed) : bits_(seed) {}

  /// In [low, high], both included.
  std::int64_t integer(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(bits_() % static_cast<std::uint64_t>(high - low + 1));
  }
  bool one_in(std::int64_t count) { return integer(1, count) == 1; }
  /// In [low, high).
  double real(double low, double high) { return low + (high - low) * static_cast<double>(bits_() >> 11) * 0x1p-53; }
  /// In [low, high), each factor alike. Domain: low > 0.
  double scale(double low, double high) { return low * std::pow(high / low, real(0, 1)); }

 private:
  std::mt19937_64 bits_;
};

inline Throughput random_throughput(Draw& draw, bool shape_known) {
  const double rate = draw.scale(300, 30'000);
  if (draw.one_in(3)) return OutputRate{rate / 4 * token / second};
  if (draw.one_in(2)) return TotalRate{rate * token / second};
  PhaseRates rates{.prefill = 3 * rate * token / second, .decode = rate / 2 * token / second};
  if (shape_known) rates.context = draw.scale(1e-8, 1e-6) * second * request / token / token;
  return rates;
}

inline Workload random_workload(Draw& draw) {
  Workload workload{.input_share = Fraction(draw.real(0, 0.95))};
  if (draw.one_in(2)) {
    workload.shape = RequestShape{.input = draw.scale(100, 20'000) * token / request,
                                  .output = draw.scale(50, 2'000) * token / request};
    workload.input_share = workload.shape->input_share();
  }
  workload.cache_hit = Fraction(draw.one_in(2) ? 0 : draw.real(0, 0.7));
  workload.cache_write = Fraction(draw.one_in(2) ? 0 : draw.real(0, 0.3));
  return workload;
}

/// Any scenario of which a month may come near a break-even; the demand is up to six replicas' capacity above the
/// minimum.
inline Scenario random_scenario(Draw& draw) {
  Scenario scenario;
  scenario.workload = random_workload(draw);
  SelfHost& self_host = scenario.self_host;
  self_host.gpu_price = draw.scale(0.3, 8) * usd / hour;
  self_host.gpu_discount = Fraction(draw.one_in(2) ? 0 : draw.real(0, 0.6));
  self_host.gpus_per_replica = draw.integer(1, 4);
  self_host.throughput = random_throughput(draw, scenario.workload.shape.has_value());
  self_host.overhead_multiplier = draw.one_in(2) ? 1 : draw.real(1, 3);
  self_host.fixed = (draw.one_in(2) ? 0 : draw.scale(10, 10'000)) * usd;
  self_host.replica_fixed = (draw.one_in(2) ? 0 : draw.scale(1, 300)) * usd;
  self_host.marginal = (draw.one_in(2) ? 0 : draw.scale(0.001, 0.1)) * usd / mtok;
  self_host.spare_replicas = draw.one_in(2) ? 0 : draw.integer(1, 3);
  self_host.min_replicas = draw.one_in(2) ? 1 : draw.integer(2, 5);
  if (draw.one_in(4)) self_host.max_replicas = self_host.min_replicas + draw.integer(0, 8);
  self_host.max_utilization = Fraction(draw.one_in(2) ? 1 : draw.real(0.5, 1));
  self_host.peak_to_average = draw.one_in(2) ? 1 : draw.real(1, 3);
  self_host.derate = Fraction(draw.one_in(2) ? 1 : draw.real(0.5, 1));
  self_host.billed = draw.real(100, 744) * hour;
  self_host.serving = self_host.billed * (draw.one_in(2) ? 1 : draw.real(0.5, 1));

  Api& api = scenario.api;
  const double price = draw.scale(0.1, 20);
  api.input = price * usd / mtok;
  api.output = price * draw.real(1, 6) * usd / mtok;
  api.cache_read = price * 0.1 * usd / mtok;
  api.cache_write = price * 1.25 * usd / mtok;
  if (scenario.workload.shape && draw.one_in(2)) api.request_fee = draw.scale(1e-5, 1e-3) * usd / request;
  api.discount = Fraction(draw.one_in(2) ? 0 : draw.real(0, 0.4));
  api.batch_discount = Fraction(0.5);
  api.batch_share = Fraction(draw.one_in(2) ? 0 : draw.real(0, 1));
  api.token_ratio = draw.one_in(2) ? 1 : draw.real(0.7, 1.4);

  const double steps = static_cast<double>(self_host.min_replicas) + draw.real(-1, 6);
  scenario.workload.demand = replica(self_host, scenario.workload).capacity * steps;
  return scenario;
}

}  // namespace breakeven::test
