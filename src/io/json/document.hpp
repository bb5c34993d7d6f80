// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/diagnostics/diagnostic.hpp"
#include "io/domain.hpp"
#include "text/json.hpp"

namespace breakeven::io {

/// A whole file, and the name by which diagnostics call it.
struct Text {
  std::string name;
  std::string content;
};

/// Whether there is text to read: NUL bytes, and nothing but white space, are reported.
bool has_text(const Text& text, Diagnostics& problems);

/// Whether the line is one that a merge leaves where two sides differ.
bool is_merge_marker(std::string_view line);
/// What is said of the one that begins at `offset`.
Diagnostic merge_marker(const Text& text, std::size_t offset);

/// Of arrays and objects in each other.
inline constexpr std::size_t deepest_json = 64;

/// Strict JSON with comments: duplicate keys, NUL bytes, numbers that overflow or underflow to 0, and more than 64
/// levels are errors with line and column.
std::optional<Json> parse_json(const Text& text, Diagnostics& problems);
/// The same without saying what is wrong.
std::optional<Json> parse_json(std::string_view text);

/// The place of the value at `pointer`, or of its key (where the pointer ends in one), found by scanning the text
/// again; of a key that occurs several times the `occurrence`-th. The place of what holds it if it is absent.
enum class Part { value, key };
Location locate(const Text& text, std::string_view pointer, Part part = Part::value, int occurrence = 1);

/// `pointer` with one more step, escaped as RFC 6901 says.
std::string child(std::string_view pointer, std::string_view key);
std::string child(std::string_view pointer, std::size_t index);

/// A place in a document as a chain of steps, spelled out only when something is wrong there. The steps before it must
/// outlive it.
class Path {
 public:
  Path() = default;
  Path(const Path& parent, std::string_view key) : parent_(&parent), key_(key) {}
  Path(const Path& parent, std::size_t index) : parent_(&parent), index_(index) {}

  std::string pointer() const;
  /// The last step.
  std::string name() const;

 private:
  const Path* parent_ = nullptr;
  std::string_view key_;
  std::optional<std::size_t> index_;
};

/// Reads the keys of one object, says what is wrong at its place, and refuses keys that were never asked for.
class ObjectReader {
 public:
  /// `value` and `path` must outlive the reader. A value that is not an object is reported, and then has no keys.
  ObjectReader(const Text& text, const Json& value, const Path& path, Diagnostics& problems);

  /// The key's value, or null if it is absent; a required one is reported.
  const Json* find(std::string_view key, bool required = false);
  std::optional<std::string> string(std::string_view key, bool required = false);
  std::optional<double> number(std::string_view key, const Domain& domain, bool required = false);

  /// Checks a value that find() gave.
  std::optional<double> number_of(const Json& value, const Path& path, const Domain& domain);

  /// A problem with a key's value, or with the whole object where the key is empty.
  void problem(std::string_view code, std::string_view key, std::string message, std::string help = {},
               Part part = Part::value);
  void wrong_kind(std::string_view key, std::string_view expected, const Json& found);
  /// Reports every key that find() was not asked for. Call it last.
  void refuse_unknown_keys();

  const Path& path() const { return path_; }
  const Text& text() const { return text_; }
  Diagnostics& problems() { return problems_; }

 private:
  bool has_most_problems() const;

  const Text& text_;
  const Json& value_;
  const Path& path_;
  Diagnostics& problems_;
  std::array<std::string_view, 32> known_{};
  std::size_t known_count_ = 0;
};

/// "a number", "a string", …
std::string_view kind_of(const Json& value);

/// The problems of one file are counted to here; those beyond it are not reported.
inline constexpr std::size_t most_problems = 20;

}  // namespace breakeven::io
