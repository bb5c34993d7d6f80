// SPDX-License-Identifier: MIT
#include "io/catalog/pack.hpp"

#include <stdexcept>

#include "catch.hpp"
#include "io/catalog/catalog.hpp"
#include "io/embedded.hpp"
#include "io/files.hpp"

using namespace breakeven;

namespace {

Catalog catalog_of_the_source() {
  io::Diagnostics problems;
  Catalog catalog;
  const auto text = io::read_file(BREAKEVEN_SOURCE_DIR "/data/catalog.json", problems);
  if (text) io::read_catalog(*text, catalog, problems);
  REQUIRE(problems.empty());
  return catalog;
}

}  // namespace

TEST_CASE("the built-in catalog is data/catalog.json") {
  const Catalog built_in = io::unpack(embedded::packed_catalog());
  CHECK(built_in == catalog_of_the_source());
  CHECK(io::pack(built_in) == embedded::packed_catalog());
}

TEST_CASE("service tiers are packed with the rest") {
  io::Diagnostics problems;
  Catalog catalog;
  const auto text = io::read_file(BREAKEVEN_SOURCE_DIR "/tests/data/service_tiers.json", problems);
  if (text) io::read_catalog(*text, catalog, problems);
  REQUIRE(problems.empty());
  REQUIRE(catalog.api_offers.front().service_tiers.size() == 2);
  CHECK(io::unpack(io::pack(catalog)) == catalog);
}

TEST_CASE("a packed catalog that is cut short is refused") {
  const std::string packed = io::pack(catalog_of_the_source());
  for (const std::size_t kept : {std::size_t{0}, std::size_t{7}, packed.size() / 2, packed.size() - 1})
    CHECK_THROWS_AS(io::unpack(std::string_view(packed).substr(0, kept)), std::out_of_range);
}

TEST_CASE("the built-in catalog is as large as it claims to be") {
  const Catalog catalog = catalog_of_the_source();
  CHECK(catalog.gpus.size() >= 14);
  CHECK(catalog.gpu_offers.size() >= 60);
  CHECK(catalog.api_offers.size() >= 60);
  CHECK(catalog.models.size() >= 15);
  CHECK(catalog.throughputs.size() >= 60);
}
