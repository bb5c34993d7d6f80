// SPDX-License-Identifier: MIT
// Reads traces from texts, packed or not.
#pragma once

#include <zlib.h>
#include <zstd.h>

#include <sstream>

#include "breakeven/profile.hpp"
#include "catch.hpp"
#include "io/traces/read_traces.hpp"

namespace breakeven::test {

struct Read {
  std::optional<io::TraceReading> reading;
  io::Diagnostics problems;
  TraceSums sums;
};

inline Read read(const std::string& text, io::TraceOptions options = {}) {
  std::istringstream input(text);
  Read result;
  result.reading = io::read_traces(std::vector<std::string>{"-"}, options, input, {}, result.problems);
  if (result.reading)
    for (const TraceSlice& slice : result.reading->trace.slices) result.sums += slice.sums;
  return result;
}

// All rows may be bad: it is counted what is wrong with them.
inline Read read_all(const std::string& text) { return read(text, {.greatest_bad_ratio = 1}); }

inline std::string zipped(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, text.size()) + 64, '\0');
  std::string copy = text;
  stream.next_in = reinterpret_cast<Bytef*>(copy.data());
  stream.avail_in = static_cast<uInt>(copy.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

inline std::string zstandard(const std::string& text) {
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 1));
  return packed;
}

inline const std::string three_rows = "time,input_tok,output_tok\n0,100,20\n60,50,10\n61,7,3\n";

}  // namespace breakeven::test
