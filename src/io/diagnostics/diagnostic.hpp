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

/// The location of a problem: a place in a file, or an argument. Lines and columns count from 1, columns in bytes; 0 is
/// unknown.
struct Location {
  std::string file{};
  std::string pointer{};  // RFC 6901
  std::size_t line = 0;
  std::size_t column = 0;
  std::string argument{};
  std::string excerpt{};          // the line in the file; if it is long, the part around the column
  std::size_t excerpt_start = 0;  // where the excerpt begins in the line
  std::size_t length = 1;         // of the underlined text
};

/// A problem, its location and how to fix it. Lower case, no full stop; only `help` says how to fix it.
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
/// Adds `found` unless its message is already there.
void add_once(Diagnostic found, Diagnostics& diagnostics);

/// `text` with control bytes and invalid UTF-8 escaped, so the content of a file or argument cannot control a terminal.
std::string printable(std::string_view text);

/// "did you mean X?", or nothing if no candidate is near; `before` precedes each candidate.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates,
                         std::string_view before = {});

/// The same, or "WHAT are …" with all candidates if none is near.
std::string suggestion(std::string_view word, std::span<const std::string_view> candidates, std::string_view what);

/// The candidate nearest to `word`, if it is near enough to be a misspelling.
std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace breakeven::io
