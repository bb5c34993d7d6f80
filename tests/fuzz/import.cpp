// SPDX-License-Identifier: MIT
#include "io/import/import.hpp"

#include "check.hpp"
#include "cli/diagnostics_text.hpp"
#include "io/catalog/catalog.hpp"

namespace {

breakeven::Catalog known_gpus() {
  breakeven::Catalog catalog;
  for (const char* name : {"Fuzzed H100 SXM5 80GB", "Fuzzed L40S 48GB"}) {
    breakeven::Gpu& gpu = catalog.gpus.emplace_back();
    gpu.id = gpu.name = name;
    gpu.aliases = {std::string(name).substr(7)};
    gpu.memory_gib = catalog.gpus.size() == 1 ? 80 : 48;
  }
  return catalog;
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace breakeven;
  using fuzz::require;
  const io::Text text{"fuzz", fuzz::text_of(data, size)};
  io::ImportContext context;
  context.as_of = Date(std::chrono::days(20'000));
  context.provider = "Acme";
  context.below = known_gpus;
  Catalog catalog;
  io::Diagnostics problems;
  const io::ImportedFile file = io::import_file(text, nullptr, context, catalog, problems);
  fuzz::require_sound(problems, text.content);
  const io::Diagnostics left_out = io::not_imported(file, text, size % 2 == 0);
  fuzz::require_sound(left_out, text.content);
  app::diagnostics_text(left_out, true);
  require(file.format != nullptr || !problems.empty(), "what is not read has a problem");
  if (!problems.empty()) return 0;
  require(file.imported_count <= file.entry_count, "no more is imported than there is");
  Catalog again = known_gpus();
  io::read_catalog({"again", io::write_catalog(catalog).dump()}, again, problems);
  require(problems.empty(), "what is imported can be read");
  again.gpus.erase(again.gpus.begin(), again.gpus.begin() + 2);
  require(again == catalog, "nothing is lost on the way");
  return 0;
}
