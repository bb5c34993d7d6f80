// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <utility>

#include "io/csv.hpp"
#include "io/files.hpp"
#include "io/json/document.hpp"

namespace breakeven::io {

/// A foreign file as one document, whatever its form: JSON lines and table rows are elements of an array; the fields of
/// a row are strings by the header's names, absent if empty. Python's `Infinity` and `NaN` are read as strings. Lines
/// and rows are read one by one on demand: a hundred thousand would not fit into a processor's caches.
class Content {
 public:
  /// An element that cannot be read; it is null in the document.
  struct Broken {
    std::size_t index;
    std::string what;
  };

  /// Absent, with diagnostics, if the file as a whole cannot be read. `text` must outlive the content.
  static std::optional<Content> read(const Text& text, Diagnostics& problems);

  /// The part that formats are recognized by: the document; for lines, an array of the first readable one; for rows, an
  /// array of one row with the first text of each column.
  const Json& sample() const { return document_; }
  const Json& document();
  /// Calls `visit` with the index, the element and the array that contains it, for each readable element. For lines
  /// that array has only the line and is valid until the next; for rows it is the sample.
  template <class Visit>
  void for_each_element(Visit visit) {
    if (form_ == Form::csv && !is_whole_) {
      Rows rows(*this);
      while (const Json* row = rows.next()) visit(rows.index(), *row, document_);
      return;
    }
    if (are_lines()) {
      Json array = Json::array();
      Json& element = array.push_back({});
      broken_.clear();
      broken_count_ = 0;
      for (std::size_t index = 0; index < starts_.size(); ++index)
        if (read_line(index, element)) visit(index, std::as_const(element), std::as_const(array));
      return;
    }
    std::size_t index = 0;
    for (const Json& element : document_) {
      if (!element.is_null()) visit(index, element, document_);
      ++index;
    }
  }
  /// The first unreadable elements, and the number of all; for lines, among those read so far.
  const std::vector<Broken>& broken() const { return broken_; }
  std::size_t broken_count() const { return broken_count_; }
  bool is_json() const { return form_ == Form::json; }
  /// Whether elements are lines, each of which may come from another program.
  bool are_lines() const { return form_ == Form::json_lines && !is_whole_; }
  /// "JSON", "JSON lines" or "CSV".
  std::string_view form() const;
  /// The location of the value at `pointer` in the document.
  Location locate(const Text& text, std::string_view pointer) const;

 private:
  enum class Form { json, json_lines, csv };

  bool find_lines(const Text& text, Diagnostics& problems);
  // False if the line cannot be read; it is then added to the broken ones.
  bool read_line(std::size_t index, Json& value);
  bool read_table(const Text& text, Diagnostics& problems);
  // Where a line or row begins. Compact, because a file may have millions.
  struct Start {
    std::uint32_t offset;
    std::uint32_t line;
  };
  static_assert(largest_file <= std::numeric_limits<std::uint32_t>::max());
  void add_start(std::size_t offset, std::size_t line);
  void add_broken(std::size_t index, std::string what);

  // The readable rows one by one, as objects that are valid until the next.
  class Rows {
   public:
    explicit Rows(const Content& content);
    const Json* next();
    std::size_t index() const { return read_count_ - 1; }

   private:
    const Content& content_;
    CsvReader reader_;
    std::vector<CsvField> fields_{};
    Json object_;
    std::size_t read_count_ = 0;
  };
  // The problem with a row; empty if it can be read.
  std::string flaw_of(const std::vector<CsvField>& row) const;
  // `is_in_sample` tells for each column whether the sample has it.
  void add_to_sample(const std::vector<CsvField>& row, std::vector<bool>& is_in_sample);
  std::size_t offset_in_line(const Text& text, std::size_t start, std::string_view pointer) const;
  std::size_t offset_in_row(const Text& text, std::size_t start, std::string_view pointer) const;

  Form form_ = Form::json;
  const Text* text_ = nullptr;
  bool is_whole_ = true;  // whether the document is complete
  Json document_{};
  std::vector<std::string> header_{};
  std::vector<Start> starts_{};
  std::vector<Broken> broken_{};
  std::size_t broken_count_ = 0;
};

}  // namespace breakeven::io
