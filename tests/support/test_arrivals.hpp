// SPDX-License-Identifier: MIT
// Poisson arrivals, the same on every platform.
#pragma once

#include <cmath>
#include <functional>
#include <vector>

#include "breakeven/detail/arrival_clock.hpp"
#include "core/numerics/elementary.hpp"
#include "test_data.hpp"

namespace breakeven::test {

inline TimedRequest at(double seconds, double work_s) { return {std::llround(seconds * 1e9), work_s}; }

using Work = std::function<double(Draw&)>;

inline Work exponential(double mean_s) {
  return [mean_s](Draw& draw) { return -mean_s * elementary::log(1 - draw.real(0, 1)); };
}
inline Work constant(double work_s) {
  return [work_s](Draw&) { return work_s; };
}

/// `count` requests that arrive at `rate` a second.
inline std::vector<TimedRequest> poisson(std::uint64_t seed, std::size_t count, double rate, const Work& work) {
  Draw draw(seed);
  const Work gap = exponential(1 / rate);
  std::vector<TimedRequest> trace(count);
  std::int64_t now = 0;
  for (TimedRequest& request : trace) {
    now += std::llround(gap(draw) * 1e9);
    request = {now, work(draw)};
  }
  return trace;
}

}  // namespace breakeven::test
