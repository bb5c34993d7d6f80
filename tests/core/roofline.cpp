// SPDX-License-Identifier: MIT
// The roofline against numbers that a separate program worked out from MODEL 2.9.
#include "breakeven/roofline.hpp"
#include "breakeven/precision.hpp"
#include "catch.hpp"

namespace breakeven {
namespace {

using Catch::Matchers::WithinRel;

constexpr double h100_operations = 989e12;
constexpr double h100_bandwidth = 3350e9;

Placement dense() {
  const Architecture llama{
      .params = 8'030'261'248, .layers = 32, .cache = GroupedCache{8, 128}, .attention_heads = 32, .hidden_size = 4096};
  return {.architecture = llama,
          .weight_bytes = 2 * llama.params,
          .gpu_memory = 79.6474609375,
          .shape = RequestShape{1000.0 * token / request, 500.0 * token / request}};
}

Placement mixture() {
  Placement placement = dense();
  placement.architecture = {.params = 46'702'792'704,
                            .active_params = 12'879'425'536,
                            .layers = 32,
                            .cache = GroupedCache{8, 128},
                            .attention_heads = 32,
                            .hidden_size = 4096,
                            .experts = 8,
                            .experts_per_token = 2};
  placement.weight_bytes = 2 * placement.architecture.params;
  placement.gpus = 2;
  return placement;
}

RooflineEstimate estimate(const Placement& placement, double most_batch = most_in_flight) {
  return roofline(placement, fit(placement), h100_operations, h100_bandwidth, most_batch);
}

}  // namespace

TEST_CASE("a dense model's roofline") {
  const RooflineEstimate full = estimate(dense());
  CHECK_THAT(full.batch, WithinRel(355.3664, 1e-12));
  CHECK_THAT(full.prefill / (token / second), WithinRel(30295.295203218247, 1e-12));
  CHECK_THAT(full.decode / (token / second), WithinRel(7051.4755800195435, 1e-12));
  CHECK_THAT(full.output / (token / second), WithinRel(4811.598470965007, 1e-12));
  CHECK_THAT(full.total / full.output, WithinRel(3.0, 1e-12));
  CHECK(full.band.low == 0.6);
  CHECK(full.band.high == 1.4);
}

TEST_CASE("a step takes as long as its arithmetic where that is more than its reading") {
  constexpr double slow = 10e12;
  const RooflineEstimate found = roofline(dense(), fit(dense()), slow, h100_bandwidth);
  CHECK_THAT(found.decode / (token / second), WithinRel(slow * 0.5 / (2 * 8'030'261'248.0), 1e-12));
}

TEST_CASE("a mixture of experts reads the experts that its batch asks for") {
  const RooflineEstimate one = estimate(mixture(), 1);
  const RooflineEstimate four = estimate(mixture(), 4);
  CHECK_THAT(one.decode / (token / second), WithinRel(125.36552709363983, 1e-12));
  CHECK_THAT(four.decode / (token / second), WithinRel(182.80233574754368, 1e-12));
  CHECK(one.band.low == 0.5);
  CHECK(one.band.high == 1.8);
}

TEST_CASE("a cache that is copied is read by every GPU") {
  Placement placement = dense();
  placement.architecture.cache = LatentCache{512, 64};
  placement.gpus = 1;
  const double alone = estimate(placement, 1).decode / (token / second);
  placement.gpus = 2;
  const double both = estimate(placement, 1).decode / (token / second);
  const double cache = 32.0 * 576 * 2 * 1250;
  const double weights = placement.weight_bytes;
  CHECK_THAT(both / alone, WithinRel((weights + cache) / (weights / 2 + cache), 1e-12));
}

TEST_CASE("the prefill of windowed layers grows with the length, not its square") {
  Placement placement = dense();
  placement.architecture.sliding_layers = 32;
  placement.architecture.sliding_window = 100;
  placement.shape = RequestShape{10'000.0 * token / request, 1.0 * token / request};
  const double operations = 2 * placement.architecture.params * 1e4 + 2 * 32 * 4096 * 1e4 * 100;
  CHECK_THAT(estimate(placement).prefill / (token / second),
             WithinRel(1e4 / (operations / (h100_operations * 0.5)), 1e-12));
}

}  // namespace breakeven
