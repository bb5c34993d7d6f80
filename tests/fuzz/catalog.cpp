// SPDX-License-Identifier: MIT
#include "io/catalog/catalog.hpp"

#include "check.hpp"
#include "cli/diagnostics_text.hpp"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace breakeven;
  using fuzz::require;
  const io::Text text{"fuzz", fuzz::text_of(data, size)};
  Catalog catalog;
  io::Diagnostics problems;
  io::read_catalog(text, catalog, problems);
  fuzz::require_sound(problems, text.content);
  require(problems.size() <= 2 * io::most_problems, "problems are few");
  app::diagnostics_text(problems, true);
  if (!problems.empty()) return 0;
  Catalog again;
  io::read_catalog({"again", io::write_catalog(catalog).dump()}, again, problems);
  require(problems.empty(), "what is written is read back");
  require(again == catalog, "nothing is lost on the way");
  return 0;
}
