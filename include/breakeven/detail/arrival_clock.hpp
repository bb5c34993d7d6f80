// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <stdexcept>

namespace breakeven {

/// A request of a trace.
struct TimedRequest {
  std::int64_t arrival_ns = 0;  // since any epoch
  double work_s = 0;            // replica time at full load (MODEL 2.2), >= 0
};

/// Seconds from the first arrival of a trace to each arrival.
class ArrivalClock {
 public:
  explicit ArrivalClock(const TimedRequest& first) : first_ns_(first.arrival_ns), last_ns_(first.arrival_ns) {}

  /// Throws std::invalid_argument if the request arrives before the previous one, or its work is negative.
  double next(const TimedRequest& arrived) {
    if (arrived.arrival_ns < last_ns_) throw std::invalid_argument("requests are in ascending order of arrival");
    if (!(arrived.work_s >= 0)) throw std::invalid_argument("work is not negative");
    last_ns_ = arrived.arrival_ns;
    const auto since = static_cast<std::uint64_t>(arrived.arrival_ns) - static_cast<std::uint64_t>(first_ns_);
    return static_cast<double>(since) * 1e-9;
  }

 private:
  std::int64_t first_ns_;
  std::int64_t last_ns_;
};

}  // namespace breakeven
