// SPDX-License-Identifier: MIT
// Reserved, on demand, spot or the API, layer by layer: the worked day, and every choice tried one by one.
#include "breakeven/layers.hpp"

#include <algorithm>
#include <functional>

#include "catch.hpp"
#include "test_traffic.hpp"

namespace breakeven {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

using test::is;

Time width_of(const std::vector<LoadBin>& bins) {
  Time width;
  for (const LoadBin& bin : bins) width += bin.width;
  return width;
}

// What a bin costs beyond its replicas where `count` are on.
Money traffic_cost(const LoadBin& bin, double count) {
  if (bin.replicas <= 0) return {};
  const double served = std::min(1.0, count / bin.replicas);
  return bin.api * (1 - served) + bin.marginal * served;
}

// Every number of reserved replicas with every sequence of numbers on by the hour that ends as it began.
Money cheapest(const std::vector<LoadBin>& bins, const LayerTerms& terms, int most) {
  HourlyPrice price = *terms.on_demand;
  if (terms.spot) price = std::min(price, *terms.spot);
  Money best = Money::from_held(1e300);
  for (int reserved = 0; reserved <= most; ++reserved)
    for (int first = 0; reserved + first <= most; ++first) {
      const std::function<void(std::size_t, int, int, Money)> extend = [&](std::size_t i, int before, int peak,
                                                                           Money cost) {
        if (i == bins.size()) {
          const int ever = reserved + peak;
          if (before == first)
            best = std::min(best, cost + terms.replica_fixed * ever + (ever > 0 ? terms.fixed : Money{}));
          return;
        }
        for (int on = 0; reserved + on <= most; ++on) {
          const Money started = price * terms.start_up * std::max(0, on - before);
          extend(i + 1, on, std::max(peak, on),
                 cost + started + price * bins[i].width * on + traffic_cost(bins[i], reserved + on));
        }
      };
      extend(0, first, 0, *terms.reserved * width_of(bins) * reserved);
    }
  return best;
}

}  // namespace

TEST_CASE("the golden mix of layers is reproduced") {
  const auto golden = test::read_data("golden_day.json").at("layers");
  const test::GoldenDay day(golden.at("api_usd_per_mtok").get<double>());
  const LayerTerms terms{.reserved = golden.at("reserved_usd_per_hour").get<double>() * usd / hour,
                         .on_demand = golden.at("on_demand_usd_per_hour").get<double>() * usd / hour};
  const LayerMix mix = layer_mix(day.loads(), terms, 24.0 * hour);
  CHECK_THAT(mix.cost / usd, is(golden.at("usd_per_day").get<double>()));
  CHECK_THAT(mix.all_api / usd, is(153.6));
  std::size_t known = 0;
  for (const auto& row : golden.at("rows")) {
    const auto number = row.at("layer").get<double>();
    for (const Layer& layer : mix.layers) {
      if (number < layer.span.first || number > layer.span.last) continue;
      ++known;
      INFO(row.dump());
      CHECK_THAT(*layer.reserved / usd, is(row.at("reserved_usd").get<double>()));
      CHECK_THAT(*layer.by_the_hour / usd, is(row.at("on_demand_or_api_usd").get<double>()));
      CHECK_THAT(layer.on / hour, is(row.at("on_demand_hours").get<double>()));
      CHECK((layer.choice == LayerChoice::reserved) == (row.at("choice").get<std::string>() == "reserved"));
    }
  }
  CHECK(known == 4);  // the fifth has nothing to serve
}

TEST_CASE("layer by layer is the cheapest of all mixes") {
  test::Draw draw(51);
  for (int i = 0; i < 1500; ++i) {
    INFO("case " << i);
    const int most = static_cast<int>(draw.integer(1, 3));
    std::vector<LoadBin> bins = test::random_loads(draw, most);
    bins.resize(std::min<std::size_t>(bins.size(), 5));
    LayerTerms terms{.reserved = draw.real(0.3, 1.5) * usd / hour, .on_demand = draw.real(0.5, 2.5) * usd / hour};
    if (draw.one_in(2)) terms.spot = draw.real(0.4, 2) * usd / hour;
    if (draw.one_in(2)) terms.start_up = draw.real(0, 1) * hour;
    if (draw.one_in(2)) terms.replica_fixed = draw.real(0, 2) * usd;
    if (draw.one_in(2)) terms.fixed = draw.real(0, 3) * usd;
    if (draw.one_in(3)) terms.max_replicas = static_cast<double>(draw.integer(1, 2));
    const int allowed = terms.max_replicas ? std::min(most, static_cast<int>(*terms.max_replicas)) : most;
    const LayerMix mix = layer_mix(bins, terms, width_of(bins));
    const Money best = cheapest(bins, terms, allowed);
    CHECK_THAT(mix.cost / usd, WithinRel(best / usd, 1e-11) || WithinAbs(best / usd, 1e-11));
  }
}

TEST_CASE("spans hold layers that are filled alike") {
  test::Draw draw(52);
  for (int i = 0; i < 500; ++i) {
    const std::vector<LoadBin> bins = test::random_loads(draw, draw.scale(0.5, 300));
    const std::vector<LayerSpan> spans = layer_spans(bins, 1e9);
    double next = 1;
    for (const LayerSpan& span : spans) {
      CHECK(span.first == next);
      next = span.last + 1;
      for (const LoadBin& bin : bins)
        CHECK(layer_fill(bin.replicas, span.first) == layer_fill(bin.replicas, span.last));
    }
    for (const LoadBin& bin : bins) CHECK(bin.replicas <= next - 1);
    CHECK(spans.size() <= 2 * bins.size() + 1);
  }
}

TEST_CASE("a month is as many traces as it is long") {
  const test::GoldenDay day(1.2);
  const LayerTerms terms{.reserved = 1.75 * usd / hour,
                         .on_demand = 2.5 * usd / hour,
                         .start_up = 0.1 * hour,
                         .replica_fixed = 100.0 * usd};
  LayerTerms per_day = terms;
  per_day.replica_fixed = terms.replica_fixed / 30;
  const LayerMix month = layer_mix(day.loads(), terms, 720.0 * hour);
  CHECK_THAT(month.cost / usd, is(30 * (layer_mix(day.loads(), per_day, 24.0 * hour).cost / usd)));
  CHECK_THAT(month.layers.at(1).on / hour, is(30 * 13));
  CHECK_THAT(month.layers.at(1).starts, is(30));
}

TEST_CASE("what is not to be had is not chosen") {
  const test::GoldenDay day(1.2);
  CHECK(layer_mix(day.loads(), {}, 24.0 * hour).cost == layer_mix(day.loads(), {}, 24.0 * hour).all_api);
  const LayerMix reserved = layer_mix(day.loads(), {.reserved = 1.75 * usd / hour}, 24.0 * hour);
  CHECK_FALSE(reserved.layers.front().by_the_hour.has_value());
  CHECK_THAT(reserved.cost / usd, is(42 + 78 * 1.2));
  const LayerMix spot = layer_mix(day.loads(), {.spot = 0.1 * usd / hour}, 24.0 * hour);
  CHECK(spot.layers.front().choice == LayerChoice::by_the_hour);
  CHECK(spot.layers.front().on == 24.0 * hour);
  const LayerMix dear =
      layer_mix(day.loads(), {.on_demand = 9.0 * usd / hour, .replica_fixed = 5.0 * usd}, 24.0 * hour);
  CHECK(*dear.layers.front().by_the_hour == dear.layers.front().api);  // never on, so that nothing is kept
  CHECK_THROWS_AS(layer_mix({}, {}, 24.0 * hour), std::domain_error);
}

}  // namespace breakeven
