// SPDX-License-Identifier: MIT
#include "io/json/document.hpp"

#include "check.hpp"
#include "cli/diagnostics_text.hpp"

namespace {

using namespace breakeven;
using fuzz::require;

// Each number, string and word is found again by its pointer.
void locate_all(const io::Text& text, const Json& value, const std::string& pointer, int& left) {
  if (--left < 0) return;
  if (value.is_object()) {
    for (const auto& [key, member] : value.members()) locate_all(text, member, io::child(pointer, key), left);
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) locate_all(text, value[i], io::child(pointer, i), left);
  } else {
    const io::Location place = io::locate(text, pointer);
    const std::string found = place.excerpt.substr(place.column - 1, place.length);
    require(io::parse_json(found) == value, "a value is at its place");
  }
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const io::Text text{"fuzz", fuzz::text_of(data, size)};
  io::Diagnostics problems;
  const auto document = io::parse_json(text, problems);
  require(document.has_value() == problems.empty(), "there is a document or a problem");
  fuzz::require_sound(problems, text.content);
  app::diagnostics_text(problems, false);
  if (!document) return 0;
  int left = 50;
  locate_all(text, *document, "", left);
  io::Diagnostics again;
  const auto read_back = io::parse_json({"again", document->dump()}, again);
  require(read_back && *read_back == *document, "what is written is read back");
  return 0;
}
