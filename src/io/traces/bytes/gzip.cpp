// SPDX-License-Identifier: MIT
#include <zlib.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "io/traces/bytes/source.hpp"

namespace breakeven::io {
namespace {

constexpr std::size_t packed_size = 65536;
constexpr int window_of_gzip = 15 + 16;

struct Gzip {
  explicit Gzip(ReadBytes source) : packed(std::move(source)) { inflateInit2(&stream, window_of_gzip); }
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;
  ~Gzip() { inflateEnd(&stream); }

  bool take_more(std::string& failure) {
    if (stream.avail_in > 0) return true;
    stream.next_in = buffer.data();
    stream.avail_in = static_cast<uInt>(packed(reinterpret_cast<char*>(buffer.data()), buffer.size(), failure));
    return stream.avail_in > 0;
  }

  std::size_t unpack(char* to, std::size_t size, std::string& failure);

  ReadBytes packed;
  z_stream stream{};
  std::vector<Bytef> buffer = std::vector<Bytef>(packed_size);
  bool is_within_member = false;
};

std::size_t Gzip::unpack(char* to, std::size_t size, std::string& failure) {
  const auto room = static_cast<uInt>(std::min<std::size_t>(size, std::numeric_limits<uInt>::max()));
  stream.next_out = reinterpret_cast<Bytef*>(to);
  stream.avail_out = room;
  while (stream.avail_out == room) {
    if (!take_more(failure)) {
      if (failure.empty() && is_within_member) failure = "the gzip file is cut off";
      return 0;
    }
    is_within_member = true;
    const int status = inflate(&stream, Z_NO_FLUSH);
    if (status == Z_STREAM_END) {
      is_within_member = false;
      inflateReset(&stream);
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      failure = std::string("the gzip file is damaged: ") + (stream.msg ? stream.msg : "it cannot be unpacked");
      return 0;
    }
  }
  return room - stream.avail_out;
}

}  // namespace

ReadBytes unpack_gzip(ReadBytes packed) {
  const auto gzip = std::make_shared<Gzip>(std::move(packed));
  return [gzip](char* to, std::size_t size, std::string& failure) { return gzip->unpack(to, size, failure); };
}

}  // namespace breakeven::io
