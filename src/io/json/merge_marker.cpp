// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "io/json/document.hpp"
#include "io/json/locate.hpp"

namespace breakeven::io {

bool is_merge_marker(std::string_view line) {
  constexpr std::array<std::string_view, 4> markers{"<<<<<<<", "|||||||", "=======", ">>>>>>>"};
  return std::any_of(markers.begin(), markers.end(), [&](std::string_view marker) {
    return line.starts_with(marker) &&
           (line.size() == marker.size() || line[marker.size()] == ' ' || line[marker.size()] == '\r');
  });
}

Diagnostic merge_marker(const Text& text, std::size_t offset) {
  constexpr std::size_t length = 7;
  return {.code = "BE-J007",
          .message = "a merge that was never finished",
          .location = place_of(text, offset, length),
          .help = "keep one of the two sides, and remove the lines <<<<<<<, ======= and >>>>>>>"};
}

}  // namespace breakeven::io
