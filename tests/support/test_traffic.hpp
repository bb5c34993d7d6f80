// SPDX-License-Identifier: MIT
// Traffic for tests: the worked day of tests/data/golden_day.json, and random traces.
#pragma once

#include <vector>

#include "breakeven/load_curve.hpp"
#include "catch.hpp"
#include "test_data.hpp"

namespace breakeven::test {

inline constexpr Time month = 730.0 * hour;

/// What requests of these shapes, arrived in an hour, add up to.
inline TrafficBin hour_of(const std::vector<RequestShape>& shapes, double cache_hit = 0) {
  TrafficBin bin{.width = 1.0 * hour};
  for (const RequestShape& shape : shapes) {
    const double input = shape.input.held();
    const double output = shape.output.held();
    bin.requests += 1.0 * request;
    bin.input += input * token;
    bin.output += output * token;
    bin.input_output_tok2 += input * output;
    bin.output_output_tok2 += output * output;
  }
  bin.cached_input = bin.input * cache_hit;
  return bin;
}

/// The worked day, an hour a bin, served by replicas of 2.5 Mtok and 2.50 usd an hour, or at a flat price.
struct GoldenDay {
  nlohmann::json document = read_data("golden_day.json");
  std::vector<TrafficBin> traffic{};
  Scenario scenario{};

  explicit GoldenDay(double api_usd_per_mtok) {
    for (const auto& mtok_in_hour : document.at("mtok_per_hour"))
      traffic.push_back({.width = 1.0 * hour, .input = mtok_in_hour.get<double>() * mtok});
    scenario.self_host.gpu_price = document.at("replica_usd_per_hour").get<double>() * usd / hour;
    scenario.self_host.throughput = TotalRate{document.at("replica_mtok_per_hour").get<double>() * mtok / hour};
    scenario.api = flat_price(api_usd_per_mtok * usd / mtok);
  }
  std::vector<LoadBin> loads() const {
    return load_curve(traffic, scenario.self_host, scenario.api, scenario.workload);
  }
};

/// Loads of 1 to 40 bins up to about `most` replicas, each at its own price: some idle, some of whole replicas. Prices
/// of the API are about what replicas cost at one usd an hour.
inline std::vector<LoadBin> random_loads(Draw& draw, double most) {
  std::vector<LoadBin> bins(static_cast<std::size_t>(draw.integer(1, 40)));
  for (LoadBin& bin : bins) {
    bin.width = (draw.one_in(2) ? 1 : draw.real(0.1, 3)) * hour;
    bin.replicas = draw.one_in(6) ? 0 : draw.real(0, most);
    if (draw.one_in(4)) bin.replicas = std::round(bin.replicas);
    const double replica_hours = bin.replicas * (bin.width / hour);
    bin.tokens = replica_hours * draw.real(1, 2) * mtok;
    bin.requests = bin.tokens / (1000.0 * token / request);
    bin.api = replica_hours * draw.scale(0.5, 5) * usd;
    bin.marginal = draw.one_in(2) ? Money{} : bin.api * draw.real(0, 0.3);
  }
  return bins;
}

}  // namespace breakeven::test
