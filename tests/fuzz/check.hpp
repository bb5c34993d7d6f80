// SPDX-License-Identifier: MIT
// What holds of every diagnostic, whatever the input was.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "cli/diagnostic_codes.hpp"

namespace breakeven::fuzz {

/// Ends the run where a promise is broken, in every kind of build.
inline void require(bool kept, std::string_view promise) {
  if (kept) return;
  std::cerr << "broken: " << promise << std::endl;
  std::abort();
}

inline std::string text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

inline bool is_printable(std::string_view text) { return io::printable(text) == text; }

inline void require_sound(const io::Diagnostics& problems, std::string_view content) {
  for (const io::Diagnostic& problem : problems) {
    const auto& codes = app::diagnostic_codes();
    const auto is_this = [&](const io::DiagnosticCode& row) { return row.code == problem.code; };
    require(std::any_of(codes.begin(), codes.end(), is_this), "a code is in the table");
    require(!problem.message.empty() && is_printable(problem.message), "a message is printable");
    require(is_printable(problem.help), "a help line is printable");
    if (!problem.location || problem.location->line == 0) continue;
    const io::Location& place = *problem.location;
    const auto lines = 1 + std::count(content.begin(), content.end(), '\n');
    require(place.line <= static_cast<std::size_t>(lines), "a line is one of the text");
    require(place.column > place.excerpt_start && place.column <= place.excerpt_start + place.excerpt.size() + 1,
            "a column is one of the excerpt");
    require(content.find(place.excerpt) != std::string_view::npos, "an excerpt is of the text");
  }
}

}  // namespace breakeven::fuzz
