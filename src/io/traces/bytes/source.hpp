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

/// Takes the next bytes, at most `size`, and returns how many; 0 at the end, and where `failure` says what went wrong.
using ReadBytes = std::function<std::size_t(char* buffer, std::size_t size, std::string& failure)>;

/// A file that is read once, from its first byte to its last.
struct ByteSource {
  std::string name{};                   // for diagnostics
  std::optional<std::uint64_t> size{};  // of the file as it lies there, if it is known
  std::shared_ptr<std::atomic<std::uint64_t>> taken = std::make_shared<std::atomic<std::uint64_t>>(0);  // of that size
  ReadBytes read{};  // unpacked, where the file is packed
};

/// A file, or standard input for "-", whatever its size. What gzip or Zstandard packed is unpacked. Absent, and a
/// diagnostic, if there is no such file. `standard_input` must outlive the source.
std::optional<ByteSource> open_bytes(const std::string& path, std::istream& standard_input, Diagnostics& problems);

/// The bytes that a stream of gzip members, or of Zstandard frames, holds. A stream that is cut off or damaged fails.
ReadBytes unpack_gzip(ReadBytes packed);
ReadBytes unpack_zstandard(ReadBytes packed);

}  // namespace breakeven::io
