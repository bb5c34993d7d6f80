// SPDX-License-Identifier: MIT
#include <sstream>

#include "breakeven/profile.hpp"
#include "check.hpp"
#include "io/traces/read_traces.hpp"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace breakeven;
  using fuzz::require;
  std::istringstream input(fuzz::text_of(data, size));
  const std::vector<std::string> paths{"-"};
  io::TraceOptions options;
  options.greatest_bad_ratio = 1;
  options.keeps_requests = true;
  io::Diagnostics problems;
  const auto reading = io::read_traces(paths, options, input, {}, problems);
  require(reading.has_value() != io::has_errors(problems), "what is not read has a problem");
  if (!reading) return 0;
  TraceSums sums;
  for (const TraceSlice& slice : reading->trace.slices) sums += slice.sums;
  require(sums.requests > 0, "there are requests");
  require(sums.cached_input_tok <= sums.input_tok, "no more is cached than there is");
  require(reading->bad_row_count <= reading->row_count, "bad rows are rows");
  const std::int64_t bin_s = reading->trace.slice_s * 60;
  constexpr double many = 10'000;
  if (bin_count(reading->trace, bin_s) > many) return 0;
  double requests = 0;
  for (const TimedBin& timed : bins_of(reading->trace, bin_s)) {
    require(timed.bin.width > Time{}, "a bin has a width");
    requests += timed.bin.requests / request;
  }
  require(requests == sums.requests || requests > 1e15, "the bins hold all requests");
  return 0;
}
