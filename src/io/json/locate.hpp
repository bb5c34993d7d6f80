// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "io/json/document.hpp"

namespace breakeven::io {

// Own code, because positions need nlohmann/json 3.12 (JSON_DIAGNOSTIC_POSITIONS) and Debian 12 has 3.11.2.

/// The location of the byte at `offset`, with its line as the excerpt.
Location place_of(const Text& text, std::size_t offset, std::size_t length);

/// The same if the line number, counted from 1, is known.
Location place_on_line(const Text& text, std::size_t offset, std::size_t length, std::size_t line);

/// The locations of all values of a parsed text, found in one pass.
class Places {
 public:
  /// `text` must outlive the places.
  explicit Places(const Text& text);

  /// Like io::locate(), without another pass over the text.
  Location locate(std::string_view pointer, Part part = Part::value) const;

 private:
  struct Offsets {
    std::size_t key;
    std::size_t value;
  };

  const Text& text_;
  std::map<std::string, Offsets, std::less<>> offsets_;  // by pointer
  std::vector<std::size_t> lines_{0};                    // start of each line
};

/// Reports problems of a parsed text at their location, up to `most_problems`.
class Reporter {
 public:
  Reporter(const Text& text, Diagnostics& problems) : text_(text), places_(text), problems_(problems) {}

  const Text& text() const { return text_; }
  Diagnostics& problems() const { return problems_; }
  bool is_full() const { return problems_.size() >= most_problems; }
  Location locate(const Path& path, Part part = Part::value) const { return places_.locate(path.pointer(), part); }
  void refuse(std::string_view code, const Path& path, std::string message, std::string help = {},
              Part part = Part::value) const;

 private:
  const Text& text_;
  Places places_;
  Diagnostics& problems_;
};

}  // namespace breakeven::io
