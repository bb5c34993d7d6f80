// SPDX-License-Identifier: MIT
#include "breakeven/selection.hpp"

#include <chrono>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "catch.hpp"
#include "test_data.hpp"

namespace breakeven {
namespace {

using std::chrono::June;
using std::chrono::May;
using Ids = std::vector<std::string>;

constexpr Date day(std::chrono::month month, unsigned day_of_month) {
  return std::chrono::year{2026} / month / std::chrono::day{day_of_month};
}

using test::shape;

ThroughputRecord record(std::string id, RequestShape measured, RecordKind kind = RecordKind::published,
                        Date as_of = day(June, 1)) {
  ThroughputRecord result;
  result.id = std::move(id);
  result.model = "llama";
  result.gpu = "h100";
  result.shape = measured;
  result.throughput = OutputRate{500 * token / second};
  result.kind = kind;
  result.cited.as_of = as_of;
  return result;
}

GpuOffer gpu_offer(std::string id, std::string provider, double low, double high, Date as_of = day(June, 1)) {
  GpuOffer offer;
  offer.id = std::move(id);
  offer.gpu = "h100";
  offer.provider = std::move(provider);
  offer.price = {low * usd / hour, high * usd / hour};
  offer.cited.as_of = as_of;
  return offer;
}

ApiOffer api_offer(std::string id, std::string provider, std::string model, Date as_of) {
  ApiOffer offer;
  offer.id = std::move(id);
  offer.provider = std::move(provider);
  offer.model = std::move(model);
  offer.cited.as_of = as_of;
  return offer;
}

template <class Entry>
Ids ids(const std::vector<const Entry*>& entries) {
  Ids result;
  for (const Entry* entry : entries) result.push_back(entry->id);
  return result;
}

Ids fit(const Catalog& catalog, const std::optional<RequestShape>& asked) {
  return ids(records_by_nearness(catalog, "llama", "h100", asked));
}

}  // namespace

TEST_CASE("the distance of shapes is the sum of the ratios' logarithms") {
  CHECK(shape_distance(shape(1000, 100), shape(1000, 100)) == 0);
  CHECK_THAT(shape_distance(shape(1000, 100), shape(2000, 25)), Catch::Matchers::WithinRel(std::log(8.0), 1e-12));
  CHECK(shape_distance(shape(1000, 100), shape(2000, 25)) == shape_distance(shape(2000, 25), shape(1000, 100)));
  CHECK(shape_distance(shape(1000, 0), shape(1000, 0)) == 0);
  CHECK(shape_distance(shape(1000, 0), shape(1000, 1)) == std::numeric_limits<double>::infinity());
}

TEST_CASE("shapes differ where input or output is more than twofold") {
  const RequestShape asked = shape(1500, 300);
  CHECK_FALSE(shapes_differ_twofold(asked, shape(3000, 600)));
  CHECK_FALSE(shapes_differ_twofold(asked, shape(750, 150)));
  CHECK_FALSE(shapes_differ_twofold(asked, shape(3000, 150)));
  CHECK(shapes_differ_twofold(asked, shape(3001, 300)));
  CHECK(shapes_differ_twofold(asked, shape(1500, 149)));
  CHECK(shapes_differ_twofold(asked, shape(1500, 0)));
}

TEST_CASE("records fit by shape, then kind, then date, then id; estimates come last") {
  Catalog catalog;
  catalog.throughputs = {record("b", shape(1000, 1000)),
                         record("far", shape(8000, 1000), RecordKind::measured),
                         record("estimated", shape(1000, 1000), RecordKind::estimated, day(June, 9)),
                         record("measured", shape(1000, 1000), RecordKind::measured, day(May, 1)),
                         record("new", shape(1000, 1000), RecordKind::published, day(June, 2)),
                         record("a", shape(1000, 1000))};
  ThroughputRecord other = record("other", shape(1000, 1000), RecordKind::measured);
  other.gpu = "a100";
  catalog.throughputs.push_back(other);

  CHECK(fit(catalog, shape(1000, 1000)) == Ids{"measured", "new", "a", "b", "far", "estimated"});
  CHECK(fit(catalog, shape(9000, 1000)) == Ids{"far", "measured", "new", "a", "b", "estimated"});
  CHECK(fit(catalog, std::nullopt) == Ids{"far", "measured", "new", "a", "b", "estimated"});
  CHECK(records_by_nearness(catalog, "llama", "b200", std::nullopt).empty());
  CHECK(records_by_nearness(catalog, "gpt", "h100", std::nullopt).empty());
}

TEST_CASE("on-demand offers are those that each provider asks now, by their midpoint") {
  Catalog catalog;
  catalog.gpu_offers = {gpu_offer("a/h100", "A", 1.5, 3), gpu_offer("b/h100", "B", 2.2, 2.2),
                        gpu_offer("b/h100@2026-05", "B", 1, 1, day(May, 1))};
  CHECK(ids(on_demand_by_price(catalog, "h100")) == Ids{"b/h100", "a/h100"});
  CHECK(on_demand_by_price(catalog, "b200").empty());

  GpuOffer spot = gpu_offer("c/spot", "C", 0.5, 0.5);
  spot.term = Term::spot;
  GpuOffer other = gpu_offer("c/a100", "C", 0.5, 0.5);
  other.gpu = "a100";
  catalog.gpu_offers.insert(catalog.gpu_offers.end(), {spot, other, gpu_offer("aa/h100", "AA", 2.1, 2.3)});
  CHECK(ids(on_demand_by_price(catalog, "h100")) == Ids{"aa/h100", "b/h100", "a/h100"});
}

TEST_CASE("prices of more than 90 days before the newest are left out, unless there are no others") {
  Catalog catalog;
  const Date today = day(June, 1);
  catalog.api_offers = {api_offer("x/m", "X", "m", today)};
  catalog.gpu_offers = {gpu_offer("a/h100", "A", 1, 1, today - std::chrono::days(90)),
                        gpu_offer("b/h100", "B", 2, 2, today - std::chrono::days(91)),
                        gpu_offer("c/h100", "C", 3, 3, today - std::chrono::days(400))};
  CHECK(newest_price(catalog) == today);
  CHECK(ids(on_demand_by_price(catalog, "h100")) == Ids{"a/h100"});
  catalog.gpu_offers.erase(catalog.gpu_offers.begin());
  CHECK(ids(on_demand_by_price(catalog, "h100")) == Ids{"b/h100", "c/h100"});
}

TEST_CASE("of several prices the lowest, the median or the highest is chosen") {
  for (const std::size_t count : {1U, 2U, 3U, 4U, 23U}) {
    CHECK(index_of(PriceChoice::low, count) == 0);
    CHECK(index_of(PriceChoice::median, count) == (count - 1) / 2);
    CHECK(index_of(PriceChoice::high, count) == count - 1);
  }
}

TEST_CASE("an offer is superseded by a newer one of the same provider, thing and term") {
  Catalog catalog;
  GpuOffer spot = gpu_offer("a/spot", "A", 1, 1, day(May, 1));
  spot.term = Term::spot;
  catalog.gpu_offers = {gpu_offer("a/old", "A", 1, 1, day(May, 1)), gpu_offer("a/pcie", "A", 2, 2), spot,
                        gpu_offer("a/sxm", "A", 3, 3), gpu_offer("b/old", "B", 1, 1, day(May, 1))};
  CHECK(ids(newest_gpu_offers(catalog)) == Ids{"a/pcie", "a/spot", "a/sxm", "b/old"});

  catalog.api_offers = {api_offer("a/m", "A", "m", day(May, 2)), api_offer("a/m@old", "A", "m", day(May, 1)),
                        api_offer("a/n", "A", "n", day(May, 1)), api_offer("b/m", "B", "m", day(May, 1))};
  CHECK(ids(newest_api_offers(catalog)) == Ids{"a/m", "a/n", "b/m"});
  CHECK(newest_gpu_offers(Catalog{}).empty());
}

TEST_CASE("a record's rate is applied as measured") {
  ThroughputRecord measured = record("r", shape(3000, 1000));
  CHECK(applied_throughput(measured, true) == Throughput{TotalRate{2000 * token / second}});
  measured.throughput = TotalRate{1800 * token / second};
  CHECK(applied_throughput(measured, false) == measured.throughput);

  measured.throughput = PhaseRates{6000 * token / second, 2000 * token / second};
  CHECK(applied_throughput(measured, false) == measured.throughput);
  measured.throughput =
      PhaseRates{6000 * token / second, 2000 * token / second, 1e-6 * second * request / token / token};
  CHECK(applied_throughput(measured, true) == measured.throughput);
  const Throughput without_shape = applied_throughput(measured, false);
  REQUIRE(std::holds_alternative<TotalRate>(without_shape));
  const double seconds = 0.5 + 0.5 + 1e-6 * 1000 * 3500;
  CHECK_THAT(std::get<TotalRate>(without_shape).rate / (token / second),
             Catch::Matchers::WithinRel(4000 / seconds, 1e-12));
}

TEST_CASE("a context tier holds above its bound, not at it") {
  const auto prices = [](double input) {
    ListPrices result;
    result.input = Range<TokenPrice>{input * usd / mtok, input * usd / mtok};
    return result;
  };
  const ListPrices base = prices(1);
  const std::vector<ContextTier> tiers{{200'000 * token / request, prices(2)}, {500'000 * token / request, prices(4)}};
  CHECK(prices_at(base, tiers, shape(1'000, 500'000)) == base);
  CHECK(prices_at(base, tiers, shape(200'000, 1)) == base);
  CHECK(prices_at(base, tiers, shape(200'001, 1)) == tiers[0].prices);
  CHECK(prices_at(base, tiers, shape(500'000, 1)) == tiers[0].prices);
  CHECK(prices_at(base, tiers, shape(500'001, 1)) == tiers[1].prices);
  CHECK(prices_at(base, tiers, std::nullopt) == base);
  CHECK(prices_at(base, {}, shape(1e9, 1)) == base);
}

TEST_CASE("a service tier has prices and context tiers of its own") {
  const auto prices = [](double input) {
    return ListPrices{.input = Range<TokenPrice>{input * (usd / mtok), input * (usd / mtok)}};
  };
  ApiOffer offer;
  offer.prices = prices(4);
  offer.context_tiers = {{200'000 * token / request, prices(8)}};
  offer.service_tiers = {{ServiceTier::batch, prices(1), {}},
                         {ServiceTier::flex, prices(2), {{100'000 * token / request, prices(3)}}}};
  REQUIRE(find(offer, ServiceTier::batch) == &offer.service_tiers[0]);
  CHECK(find(offer, ServiceTier::priority) == nullptr);
  CHECK(prices_at(offer, std::nullopt, shape(300'000, 1)) == prices(8));
  CHECK(prices_at(offer, ServiceTier::batch, shape(300'000, 1)) == prices(1));
  CHECK(prices_at(offer, ServiceTier::flex, shape(100'000, 1)) == prices(2));
  CHECK(prices_at(offer, ServiceTier::flex, shape(100'001, 1)) == prices(3));
  CHECK(prices_at(offer, ServiceTier::flex, std::nullopt) == prices(2));
  CHECK(context_tiers(offer, ServiceTier::batch).empty());
}

}  // namespace breakeven
