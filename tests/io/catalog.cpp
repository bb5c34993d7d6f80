// SPDX-License-Identifier: MIT
// Catalogs are written as they are read, and layered by id.
#include "io/catalog/catalog.hpp"

#include <string>

#include "catch.hpp"
#include "io/catalog/fields.hpp"
#include "io/date.hpp"
#include "io/files.hpp"
#include "test_data.hpp"

namespace {

using namespace breakeven;
using breakeven::test::Draw;

io::Text written(const Catalog& catalog, int indent = 1) {
  return {"written.json", io::write_catalog(catalog).dump(indent)};
}

Catalog read(const io::Text& text, Catalog below = {}) {
  io::Diagnostics problems;
  io::read_catalog(text, below, problems);
  for (const io::Diagnostic& problem : problems)
    FAIL_CHECK(problem.code << " " << problem.message << " " << problem.location->pointer);
  return below;
}

std::string code_of(const Catalog& catalog, Catalog below = {}) {
  io::Diagnostics problems;
  io::read_catalog(written(catalog), below, problems);
  return problems.empty() ? "none" : std::string(problems.front().code);
}

Catalog shipped() {
  io::Diagnostics problems;
  const auto text = io::read_file(std::string(BREAKEVEN_SOURCE_DIR) + "/data/catalog.json", problems);
  REQUIRE(text);
  return read(*text);
}

Date random_date(Draw& draw) { return Date(std::chrono::days(draw.integer(0, 30'000))); }

std::string random_word(Draw& draw) {
  static const std::vector<std::string> parts{"a",  "Z",  "9", "-",    "/", ".", " ",   "\"",
                                              "\\", "\n", "é", "日本", "~", "{", "\x7f"};
  std::string word = "w";
  for (auto length = draw.integer(0, 8); length > 0; --length)
    word += parts[static_cast<std::size_t>(draw.integer(0, static_cast<std::int64_t>(parts.size()) - 1))];
  return word;
}

std::vector<std::string> random_words(Draw& draw) {
  std::vector<std::string> words;
  for (auto count = draw.integer(0, 3); count > 0; --count) words.push_back(random_word(draw));
  return words;
}

std::optional<double> maybe(Draw& draw, double low, double high) {
  return draw.one_in(2) ? std::nullopt : std::optional(draw.scale(low, high));
}
std::optional<double> maybe_count(Draw& draw) {
  return draw.one_in(2) ? std::nullopt : std::optional(static_cast<double>(draw.integer(1, 1'000'000'000)));
}

Citation random_citation(Draw& draw) {
  return {random_word(draw), random_date(draw), draw.one_in(2) ? "" : random_word(draw),
          draw.one_in(2) ? "" : random_word(draw)};
}

// Random bands come from numbers that convert to quantities and back without loss: those of the file's own unit.
template <Dimension D, Scale S>
Range<Quantity<D>> random_band(Draw& draw, Unit<D, S> unit) {
  const auto low = static_cast<double>(draw.integer(0, 1000));
  const double high = draw.one_in(2) ? low : low + static_cast<double>(draw.integer(0, 1000));
  return {low * unit, high * unit};
}
template <Dimension D, Scale S>
std::optional<Range<Quantity<D>>> maybe_band(Draw& draw, Unit<D, S> unit) {
  return draw.one_in(2) ? std::nullopt : std::optional(random_band(draw, unit));
}

ListPrices random_prices(Draw& draw) {
  return {random_band(draw, io::usd_per_mtok), maybe_band(draw, io::usd_per_mtok), maybe_band(draw, io::usd_per_mtok),
          maybe_band(draw, io::usd_per_mtok)};
}

std::vector<ContextTier> random_tiers(Draw& draw) {
  std::vector<ContextTier> tiers;
  for (auto count = draw.integer(0, 3); count > 0; --count)
    tiers.push_back({100 * static_cast<double>(tiers.size() + 1) * io::tok_per_request, random_prices(draw)});
  return tiers;
}

std::vector<ServiceTierPrices> random_services(Draw& draw) {
  std::vector<ServiceTierPrices> services;
  for (const ServiceTier tier : {ServiceTier::batch, ServiceTier::flex, ServiceTier::priority}) {
    if (draw.one_in(2)) continue;
    services.push_back({.tier = tier, .prices = random_prices(draw), .context_tiers = random_tiers(draw)});
    services.back().prices.output = random_band(draw, io::usd_per_mtok);
    if (draw.one_in(4)) services.back().context_tiers.push_back({1000 * io::tok_per_request, {}});
  }
  return services;
}

ApiOffer random_api_offer(Draw& draw) {
  ApiOffer offer{.id = random_word(draw),
                 .provider = random_word(draw),
                 .model = random_word(draw),
                 .prices = random_prices(draw),
                 .context_tiers = {},
                 .request_fee = maybe_band(draw, io::usd_per_request),
                 .batch_discount_ratio = maybe(draw, 0.01, 1),
                 .cited = random_citation(draw)};
  const bool flat = draw.one_in(2);
  if (flat) offer.prices = random_band(draw, io::usd_per_mtok);
  if (flat) return offer;
  offer.context_tiers = random_tiers(draw);
  offer.service_tiers = random_services(draw);
  return offer;
}

ThroughputRecord random_record(Draw& draw, const Catalog& catalog) {
  ThroughputRecord record{.id = random_word(draw),
                          .model = catalog.models.front().id,
                          .gpu = catalog.gpus.front().id,
                          .gpus_per_replica = draw.integer(1, 64),
                          .engine = random_word(draw),
                          .precision = random_word(draw),
                          .shape = {static_cast<double>(draw.integer(0, 9'000)) * io::tok_per_request,
                                    static_cast<double>(draw.integer(1, 9'000)) * io::tok_per_request},
                          .throughput = OutputRate{draw.scale(1, 1e6) * io::tok_per_s},
                          .load = std::nullopt,
                          .concurrency = maybe(draw, 1, 1e6),
                          .ttft_ms = maybe(draw, 1, 1e6),
                          .tpot_ms = maybe(draw, 1, 1e6),
                          .ttft_p99_ms = maybe(draw, 1, 1e6),
                          .tpot_p99_ms = maybe(draw, 1, 1e6),
                          .kind = draw.one_in(2) ? RecordKind::measured : RecordKind::estimated,
                          .cited = random_citation(draw)};
  if (draw.one_in(2)) record.load = draw.one_in(2) ? Load::offline : Load::online;
  if (draw.one_in(3)) record.throughput = TotalRate{draw.scale(1, 1e6) * io::tok_per_s};
  if (draw.one_in(3))
    record.throughput = PhaseRates{draw.scale(1, 1e6) * io::tok_per_s, draw.scale(1, 1e6) * io::tok_per_s,
                                   (draw.one_in(2) ? 0 : draw.scale(1e-12, 1e-6)) * io::s_per_tok2};
  return record;
}

template <class Entry>
void add_unique(std::vector<Entry>& entries, Entry entry) {
  if (!find(entries, entry.id)) entries.push_back(std::move(entry));
}

Catalog random_catalog(Draw& draw) {
  Catalog catalog;
  catalog.as_of = random_date(draw);
  for (auto count = draw.integer(1, 6); count > 0; --count) {
    add_unique(catalog.gpus,
               Gpu{random_word(draw), random_word(draw), random_words(draw), draw.scale(1, 500), draw.scale(1, 1e4),
                   maybe(draw, 1, 1e4), maybe(draw, 1, 1e4), maybe(draw, 1, 1e4), random_citation(draw)});
    add_unique(catalog.gpu_offers, GpuOffer{random_word(draw), catalog.gpus.front().id, random_word(draw),
                                            static_cast<Term>(draw.integer(0, 3)), random_band(draw, io::usd_per_hour),
                                            draw.integer(1, 8), random_citation(draw)});
    add_unique(catalog.api_offers, random_api_offer(draw));
    add_unique(catalog.models, Model{random_word(draw),
                                     random_words(draw),
                                     draw.one_in(2) ? "" : random_word(draw),
                                     draw.scale(1e6, 1e12),
                                     maybe(draw, 1e6, 1e12),
                                     maybe_count(draw),
                                     maybe_count(draw),
                                     maybe_count(draw),
                                     maybe_count(draw),
                                     maybe_count(draw),
                                     maybe_count(draw),
                                     maybe_count(draw),
                                     maybe_count(draw),
                                     maybe_count(draw),
                                     maybe_count(draw),
                                     maybe_count(draw),
                                     maybe_count(draw),
                                     maybe(draw, 1e6, 1e12),
                                     maybe(draw, 1e6, 1e12),
                                     draw.one_in(2) ? "" : random_word(draw),
                                     random_citation(draw)});
    add_unique(catalog.throughputs, random_record(draw, catalog));
  }
  return catalog;
}

Gpu gpu(const std::string& id, double memory_gib) {
  Gpu entry;
  entry.id = entry.name = id;
  entry.memory_gib = memory_gib;
  entry.bandwidth_gb_per_s = 1;
  entry.cited.source = "s";
  return entry;
}

GpuOffer offer(const std::string& id, const std::string& of_gpu) {
  return {.id = id,
          .gpu = of_gpu,
          .provider = "p",
          .price = {1.0 * io::usd_per_hour, 1.0 * io::usd_per_hour},
          .cited = {"s", Date(), "", ""}};
}

}  // namespace

TEST_CASE("the shipped catalog is read, written and read again without a change") {
  const Catalog catalog = shipped();
  CHECK(catalog.gpu_offers.size() > 50);
  CHECK(read(written(catalog)) == catalog);
  CHECK(read(written(catalog, -1)) == catalog);
  CHECK(written(read(written(catalog))).content == written(catalog).content);
}

TEST_CASE("random catalogs are written and read without a change") {
  Draw draw(21);
  for (int round = 0; round < 300; ++round) {
    const Catalog catalog = random_catalog(draw);
    const io::Text text = written(catalog);
    CHECK(io::catalog_text(catalog) == written(catalog, 2).content);
    INFO(text.content);
    CHECK(read(text) == catalog);
  }
}

TEST_CASE("an entry of a later layer replaces that of its id, where that stood") {
  Catalog below;
  below.as_of = Date(std::chrono::days(100));
  below.gpus = {gpu("a", 1), gpu("b", 2), gpu("c", 3)};
  Catalog above;
  above.as_of = Date(std::chrono::days(50));
  above.gpus = {gpu("d", 4), gpu("b", 20)};
  const Catalog layered = read(written(above), below);
  REQUIRE(layered.gpus.size() == 4);
  CHECK(layered.gpus[0] == below.gpus[0]);
  CHECK(layered.gpus[1] == above.gpus[1]);
  CHECK(layered.gpus[2] == below.gpus[2]);
  CHECK(layered.gpus[3] == above.gpus[0]);
  CHECK(layered.as_of == below.as_of);
  CHECK(read(written(layered)) == layered);
  CHECK(read(written(above), layered) == layered);
}

TEST_CASE("references are resolved in the file and below it, not above") {
  Catalog gpus;
  gpus.gpus = {gpu("a", 1)};
  Catalog offers;
  offers.gpu_offers = {offer("p/a", "a")};
  CHECK(code_of(offers) == "BE-P002");
  CHECK(code_of(offers, gpus) == "none");
  Catalog both = gpus;
  both.gpu_offers = offers.gpu_offers;
  CHECK(code_of(both) == "none");
}

TEST_CASE("an empty catalog is one, too") {
  CHECK(read(written({})) == Catalog{});
  CHECK(io::catalog_text({}) == written({}, 2).content);
  const Catalog catalog = shipped();
  CHECK(read(written({}), catalog) == catalog);
}

TEST_CASE("an entry of every section lacks each of its keys in turn") {
  Draw draw(22);
  const Catalog catalog = shipped();
  const Json document = io::write_catalog(catalog);
  for (const auto* section : {"gpus", "gpu_offers", "api_offers", "models", "throughputs"}) {
    for (const auto& [key, value] : document.at(section)[0].members()) {
      INFO(section << " " << key);
      Json broken = document;
      broken[section][0][key] = nullptr;
      Catalog ignored;
      io::Diagnostics problems;
      io::read_catalog({"f", broken.dump()}, ignored, problems);
      REQUIRE_FALSE(problems.empty());
      CHECK(problems.front().code == "BE-S003");
      CHECK(problems.front().location->pointer == "/" + std::string(section) + "/0/" + key);
      std::erase_if(broken[section][0].members(),
                    [&key = key](const Json::Member& member) { return member.key == key; });
      broken[section][0]["_" + key] = value;
      problems.clear();
      io::read_catalog({"f", broken.dump()}, ignored, problems);
      REQUIRE_FALSE(problems.empty());
      CHECK(problems.back().severity == io::Severity::error);
    }
  }
}

TEST_CASE("days of the calendar are read and written") {
  for (int day = -10'000; day < 60'000; day += 7) {
    const Date date{std::chrono::days(day)};
    CHECK(io::parse_date(io::format_date(date)) == date);
  }
  for (const std::string_view text : {"", "2026", "2026-02-29", "2026-02-30", "2026-13-01", "2026-00-01", "2026-01-00",
                                      "2026-1-01", "2026/01/01", "2026-01-01 ", " 2026-01-01", "-026-01-01",
                                      "2026--1-01", "2026-+1-01", "20260-1-01", "2100-02-29", "2026-01-0x"}) {
    INFO(text);
    CHECK_FALSE(io::parse_date(text));
  }
  CHECK(io::parse_date("2024-02-29"));
  CHECK(io::parse_date("2000-02-29"));
}
