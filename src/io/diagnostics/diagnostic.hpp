// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven::io {

enum class Severity { error, warning };

/// Where something is wrong: a place in a file, or an argument. Lines and columns count from 1, columns in bytes; 0 is
/// unknown.
struct Location {
  std::string file{};
  std::string pointer{};  // RFC 6901
  std::size_t line = 0;
  std::size_t column = 0;
  std::string argument{};
  std::string excerpt{};          // the line as it stands in the file, or of a long one the part around the column
  std::size_t excerpt_start = 0;  // where that part begins in the line
  std::size_t length = 1;         // of what the caret underlines
};

/// What is wrong, where, and how to mend it. Lower case, no full stop; only `help` says how to fix.
struct Diagnostic {
  std::string_view code;  // an entry of data/diagnostics.json
  std::string message{};
  std::optional<Location> location{};
  std::vector<std::string> notes{};
  std::string help{};
  Severity severity = Severity::error;
};

using Diagnostics = std::vector<Diagnostic>;

bool has_errors(const Diagnostics& diagnostics);
/// Adds what is not there yet with the same message.
void add_once(Diagnostic found, Diagnostics& diagnostics);

/// `text` with control bytes and invalid UTF-8 escaped, so a file's or an argument's content cannot steer a
/// terminal.
std::string printable(std::string_view text);

/// "did you mean X?", or nothing if no candidate is near; `before` stands before each that is named.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates,
                         std::string_view before = {});

/// The same, or else "WHAT are …": all candidates.
std::string suggestion(std::string_view word, std::span<const std::string_view> candidates, std::string_view what);

/// The candidate nearest to `word`, if it is near enough to be a misspelling.
std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace breakeven::io
