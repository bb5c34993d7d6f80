// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace breakeven {

/// Request counts by number of tokens, in memory independent of the number of requests. Lengths below 100,000 are
/// exact; others are rounded down to three significant digits.
class LengthCounts {
 public:
  static constexpr std::uint64_t greatest = 1'000'000'000'000;
  static constexpr std::uint64_t exact_below = 100'000;  // from there on three digits are kept

  LengthCounts();

  /// Domain: length <= greatest.
  void add(std::uint64_t length, std::uint64_t requests = 1) { counts_[bucket(length)] += requests; }
  void merge(const LengthCounts& other);

  std::uint64_t total() const;
  /// The ceil(share · total)-th smallest, the nearest rank; absent without requests. Domain: 0 < share <= 1.
  std::optional<std::uint64_t> percentile(double share) const;

 private:
  static std::size_t bucket(std::uint64_t length) { return length < exact_below ? length : rounded_bucket(length); }
  static std::size_t rounded_bucket(std::uint64_t length);
  static std::uint64_t least_of(std::size_t bucket);

  std::vector<std::uint64_t> counts_;
};

}  // namespace breakeven
