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

/// A whole file, and its name in diagnostics.
struct Text {
  std::string name;
  std::string content;
};

/// Whether there is text to read. Reports NUL bytes and text of white space only.
bool has_text(const Text& text, Diagnostics& problems);

/// Whether the line is a merge conflict marker.
bool is_merge_marker(std::string_view line);
/// The diagnostic for the merge marker that begins at `offset`.
Diagnostic merge_marker(const Text& text, std::size_t offset);

/// Limit of nested arrays and objects.
inline constexpr std::size_t deepest_json = 64;

/// Strict JSON with comments. Duplicate keys, NUL bytes, numbers that overflow or underflow to 0, and more than 64
/// levels are errors with line and column.
std::optional<Json> parse_json(const Text& text, Diagnostics& problems);
/// The same without diagnostics.
std::optional<Json> parse_json(std::string_view text);

/// The location of the value at `pointer`, or of the key that the pointer ends in, found by scanning the text again;
/// for a repeated key, the `occurrence`-th. If it is absent, the location of its parent.
enum class Part { value, key };
Location locate(const Text& text, std::string_view pointer, Part part = Part::value, int occurrence = 1);

/// `pointer` with one more step, escaped by RFC 6901.
std::string child(std::string_view pointer, std::string_view key);
std::string child(std::string_view pointer, std::size_t index);

/// A place in a document as a chain of steps, built into a pointer only for a diagnostic. The previous steps must
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

/// Reads the keys of one object, reports problems at their location, and rejects keys that were never requested.
class ObjectReader {
 public:
  /// `value` and `path` must outlive the reader. A value that is not an object is reported and has no keys.
  ObjectReader(const Text& text, const Json& value, const Path& path, Diagnostics& problems);

  /// The key's value, or null if it is absent; a missing required key is reported.
  const Json* find(std::string_view key, bool required = false);
  std::optional<std::string> string(std::string_view key, bool required = false);
  std::optional<double> number(std::string_view key, const Domain& domain, bool required = false);

  /// Checks a value from find().
  std::optional<double> number_of(const Json& value, const Path& path, const Domain& domain);

  /// Reports a problem with a key's value, or with the whole object if the key is empty.
  void problem(std::string_view code, std::string_view key, std::string message, std::string help = {},
               Part part = Part::value);
  void wrong_kind(std::string_view key, std::string_view expected, const Json& found);
  /// Reports every key that was not requested with find(). Call it last.
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

/// At most this many problems are reported per file.
inline constexpr std::size_t most_problems = 20;

}  // namespace breakeven::io
