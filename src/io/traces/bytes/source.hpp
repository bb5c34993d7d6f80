// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>

#include "io/diagnostics/diagnostic.hpp"

namespace breakeven::io {

/// Reads the next bytes, at most `size`, and returns how many; 0 at the end, or on an error described in `failure`.
using ReadBytes = std::function<std::size_t(char* buffer, std::size_t size, std::string& failure)>;

/// A file that is read once, from start to end.
struct ByteSource {
  std::string name{};                   // for diagnostics
  std::optional<std::uint64_t> size{};  // of the file on disk, if known
  std::shared_ptr<std::atomic<std::uint64_t>> taken = std::make_shared<std::atomic<std::uint64_t>>(0);  // of that size
  ReadBytes read{};                                                                                     // decompressed
};

/// A file, or standard input for "-", of any size. Decompresses gzip and Zstandard. Absent, with a diagnostic, if there
/// is no such file. `standard_input` must outlive the source.
std::optional<ByteSource> open_bytes(const std::string& path, std::istream& standard_input, Diagnostics& problems);

/// Decompresses gzip members, or Zstandard frames. A truncated or damaged stream fails.
ReadBytes unpack_gzip(ReadBytes packed);
ReadBytes unpack_zstandard(ReadBytes packed);

}  // namespace breakeven::io
