// SPDX-License-Identifier: MIT
#include <zstd.h>

#include <vector>

#include "io/traces/bytes/source.hpp"

namespace breakeven::io {
namespace {

struct Zstandard {
  explicit Zstandard(ReadBytes source) : packed(std::move(source)) {}
  Zstandard(const Zstandard&) = delete;
  Zstandard& operator=(const Zstandard&) = delete;
  ~Zstandard() { ZSTD_freeDStream(stream); }

  std::size_t unpack(char* to, std::size_t size, std::string& failure);

  ReadBytes packed;
  ZSTD_DStream* stream = ZSTD_createDStream();
  std::vector<char> buffer = std::vector<char>(ZSTD_DStreamInSize());
  ZSTD_inBuffer input{buffer.data(), 0, 0};
  bool is_within_frame = false;
};

std::size_t Zstandard::unpack(char* to, std::size_t size, std::string& failure) {
  ZSTD_outBuffer output{};
  output.dst = to;
  output.size = size;
  while (output.pos == 0) {
    if (input.pos == input.size) input = {buffer.data(), packed(buffer.data(), buffer.size(), failure), 0};
    if (input.size == 0) {
      if (failure.empty() && is_within_frame) failure = "the Zstandard file is cut off";
      return 0;
    }
    const std::size_t left = ZSTD_decompressStream(stream, &output, &input);
    if (ZSTD_isError(left) != 0) {
      failure = std::string("the Zstandard file is damaged: ") + ZSTD_getErrorName(left);
      return 0;
    }
    is_within_frame = left > 0;
  }
  return output.pos;
}

}  // namespace

ReadBytes unpack_zstandard(ReadBytes packed) {
  const auto zstandard = std::make_shared<Zstandard>(std::move(packed));
  return [zstandard](char* to, std::size_t size, std::string& failure) { return zstandard->unpack(to, size, failure); };
}

}  // namespace breakeven::io
