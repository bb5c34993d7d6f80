// SPDX-License-Identifier: MIT
#include "io/traces/bytes/source.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <istream>

namespace breakeven::io {
namespace {

using namespace std::string_view_literals;

struct Packing {
  std::string_view magic;
  ReadBytes (*unpack)(ReadBytes packed);
};

constexpr std::array packings{Packing{"\x1f\x8b"sv, unpack_gzip}, Packing{"\x28\xb5\x2f\xfd"sv, unpack_zstandard}};

// A skippable frame, with which a Zstandard file may begin; its first byte is from 0x50 to 0x5f.
bool is_skippable_frame(std::string_view beginning) {
  return beginning.size() == 4 && beginning.front() >= '\x50' && beginning.front() <= '\x5f' &&
         beginning.substr(1) == "\x2a\x4d\x18";
}

ReadBytes of_descriptor(int number) {
  const std::shared_ptr<int> descriptor(new int(number), [](const int* open_number) {
    ::close(*open_number);
    delete open_number;
  });
  return [descriptor](char* buffer, std::size_t size, std::string& failure) -> std::size_t {
    for (;;) {
      const ssize_t got = ::read(*descriptor, buffer, size);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno == EINTR) continue;
      failure = std::strerror(errno);
      return 0;
    }
  };
}

ReadBytes of_stream(std::istream& stream) {
  return [&stream](char* buffer, std::size_t size, std::string& failure) -> std::size_t {
    stream.read(buffer, static_cast<std::streamsize>(size));
    if (stream.bad()) failure = "the stream broke off";
    return static_cast<std::size_t>(stream.gcount());
  };
}

std::size_t fill(const ReadBytes& read, char* buffer, std::size_t size, std::string& failure) {
  std::size_t filled = 0;
  while (filled < size) {
    const std::size_t got = read(buffer + filled, size - filled, failure);
    if (got == 0) break;
    filled += got;
  }
  return filled;
}

// Reads the peeked bytes first, then the rest.
ReadBytes put_back(std::string looked_at, ReadBytes rest) {
  return [looked_at = std::move(looked_at), at = std::size_t{0}, rest = std::move(rest)](
             char* buffer, std::size_t size, std::string& failure) mutable -> std::size_t {
    if (at == looked_at.size()) return rest(buffer, size, failure);
    const std::size_t got = looked_at.copy(buffer, size, at);
    at += got;
    return got;
  };
}

ReadBytes counted(ReadBytes read, std::shared_ptr<std::atomic<std::uint64_t>> taken) {
  return [read = std::move(read), taken = std::move(taken)](char* buffer, std::size_t size, std::string& failure) {
    const std::size_t got = read(buffer, size, failure);
    *taken += got;
    return got;
  };
}

std::optional<ByteSource> refuse_source(const std::string& path, const std::string& what, Diagnostics& problems) {
  problems.push_back({.code = "BE-S010",
                      .message = "cannot read " + (path.empty() ? "''" : printable(path)) + ": " + what,
                      .location = Location{.file = printable(path)}});
  return std::nullopt;
}

}  // namespace

std::optional<ByteSource> open_bytes(const std::string& path, std::istream& standard_input, Diagnostics& problems) {
  ByteSource source;
  if (path == "-") {
    source.name = "<stdin>";
    source.read = of_stream(standard_input);
  } else {
    const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (number < 0) return refuse_source(path, std::strerror(errno), problems);
    source.name = path;
    source.read = of_descriptor(number);
    struct stat status {};
    if (::fstat(number, &status) != 0) return refuse_source(path, std::strerror(errno), problems);
    if (S_ISDIR(status.st_mode)) return refuse_source(path, "it is a directory", problems);
    if (S_ISREG(status.st_mode)) source.size = static_cast<std::uint64_t>(status.st_size);
  }
  source.read = counted(std::move(source.read), source.taken);
  std::string failure;
  std::string beginning(4, '\0');
  beginning.resize(fill(source.read, beginning.data(), beginning.size(), failure));
  if (!failure.empty()) return refuse_source(path, failure, problems);
  const auto packing = std::find_if(packings.begin(), packings.end(),
                                    [&](const Packing& row) { return beginning.starts_with(row.magic); });
  const bool is_skippable = is_skippable_frame(beginning);
  source.read = put_back(std::move(beginning), std::move(source.read));
  if (is_skippable) source.read = unpack_zstandard(std::move(source.read));
  if (packing != packings.end()) source.read = packing->unpack(std::move(source.read));
  return source;
}

}  // namespace breakeven::io
