// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace breakeven {

/// Request counts by number of tokens, in memory independent of the number of requests. Lengths below 100,000 are
/// exact, and so is the greatest of all; others are rounded down to three significant digits.
class LengthCounts {
 public:
  static constexpr std::uint64_t greatest = 1'000'000'000'000;
  static constexpr std::uint64_t exact_below = 100'000;  // from there on three digits are kept

  LengthCounts();

  /// Domain: length <= greatest.
  void add(std::uint64_t length, std::uint64_t requests = 1) {
    counts_[bucket(length)] += requests;
    if (length >= exact_below && requests > 0) longest_rounded_ = std::max(longest_rounded_, length);
  }
  void merge(const LengthCounts& other);

  std::uint64_t total() const;
  /// The ceil(share · total)-th smallest, the nearest rank; absent without requests. Domain: 0 < share <= 1.
  std::optional<std::uint64_t> percentile(double share) const;

 private:
  static std::size_t bucket(std::uint64_t length) { return length < exact_below ? length : rounded_bucket(length); }
  static std::size_t rounded_bucket(std::uint64_t length);
  static std::uint64_t least_of(std::size_t bucket);

  std::vector<std::uint64_t> counts_;
  std::uint64_t longest_rounded_ = 0;  // of the lengths that are rounded, as it is
};

}  // namespace breakeven
