// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <memory>
#include <optional>
#include <string>

#include "io/json/document.hpp"

namespace breakeven::io {

inline constexpr std::size_t largest_file = std::size_t{64} << 20U;

/// The whole file, or a diagnostic: absent, unreadable, a directory, over 64 MiB.
std::optional<Text> read_file(const std::string& path, Diagnostics& problems);
/// The whole stream, named "<stdin>", with the same limit.
std::optional<Text> read_stream(std::istream& stream, Diagnostics& problems);

/// Writes a file completely or not at all: pieces go to a temporary file beside it, which commit() renames over it.
/// Links are followed; devices and pipes are written directly. An uncommitted temporary file is removed.
class OutputFile {
 public:
  /// Opens the file before any work is done; null and a diagnostic if it cannot be written.
  static std::unique_ptr<OutputFile> open(const std::string& path, Diagnostics& problems);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  /// Write errors are reported by commit().
  void write(std::string_view piece);
  bool commit(Diagnostics& problems);

 private:
  struct State;
  explicit OutputFile(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace breakeven::io
