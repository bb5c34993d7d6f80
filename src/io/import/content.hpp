// SPDX-License-Identifier: MIT
#pragma once

#include "io/csv.hpp"
#include "io/json.hpp"

namespace breakeven::io {

/// A foreign file as one document, whatever its form: lines of JSON and rows of a table are elements of an array, the
/// fields of a row strings by the names of its header, absent where they are empty. `Infinity` and `NaN`, which
/// Python writes, are read as strings.
class Content {
 public:
  /// What an element that cannot be read is told by; in the document it is null.
  struct Broken {
    std::size_t index;
    std::string what;
  };

  /// Nothing, and diagnostics, where the file as a whole cannot be read.
  static std::optional<Content> read(const Text& text, Diagnostics& problems);

  const Json& document() const { return document_; }
  const std::vector<Broken>& broken() const { return broken_; }
  bool is_json() const { return form_ == Form::json; }
  /// "JSON", "JSON lines" or "CSV".
  std::string_view form() const;
  /// The place of the value at `pointer` into the document.
  Location locate(const Text& text, std::string_view pointer) const;

 private:
  enum class Form { json, json_lines, csv };

  bool read_lines(const Text& text, Diagnostics& problems);
  bool read_table(const Text& text, Diagnostics& problems);
  // Where an element of lines or rows begins.
  struct Start {
    std::size_t offset;
    std::size_t line;
  };

  Json object_of_row(std::vector<CsvField>& row) const;
  void add_row(Start start, Json value, std::string what);
  std::size_t offset_in_line(const Text& text, std::size_t start, std::string_view pointer) const;
  std::size_t offset_in_row(const Text& text, std::size_t start, std::string_view pointer) const;

  Form form_ = Form::json;
  Json document_{};
  std::vector<std::string> header_{};
  std::vector<Start> starts_{};
  std::vector<Broken> broken_{};
};

}  // namespace breakeven::io
