// SPDX-License-Identifier: MIT
#include "breakeven/detail/length_histogram.hpp"

#include <cmath>
#include <numeric>

namespace breakeven {
namespace {

// Buckets are the three leading digits, 100 to 999, of each decade from 10^5 to 10^12.
constexpr std::size_t buckets_per_decade = 900;
constexpr std::size_t decades = 8;
constexpr std::uint64_t least_leading_digits = 100;
constexpr std::uint64_t first_rounding = 1'000;

}  // namespace

LengthCounts::LengthCounts() : counts_(exact_below + decades * buckets_per_decade) {}

void LengthCounts::merge(const LengthCounts& other) {
  for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += other.counts_[i];
  longest_rounded_ = std::max(longest_rounded_, other.longest_rounded_);
}

std::uint64_t LengthCounts::total() const { return std::accumulate(counts_.begin(), counts_.end(), std::uint64_t{0}); }

std::optional<std::uint64_t> LengthCounts::percentile(double share) const {
  const std::uint64_t all = total();
  if (all == 0) return std::nullopt;
  const auto rank = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(all)));
  if (rank >= all && longest_rounded_ > 0) return longest_rounded_;
  std::uint64_t below = 0;
  for (std::size_t i = 0; i < counts_.size(); ++i)
    if ((below += counts_[i]) >= rank) return least_of(i);
  return least_of(counts_.size() - 1);
}

std::size_t LengthCounts::rounded_bucket(std::uint64_t length) {
  std::size_t decade = 0;
  std::uint64_t rounding = first_rounding;
  for (; length / rounding >= 10 * least_leading_digits; ++decade) rounding *= 10;
  return exact_below + decade * buckets_per_decade + (length / rounding - least_leading_digits);
}

std::uint64_t LengthCounts::least_of(std::size_t bucket) {
  if (bucket < exact_below) return bucket;
  const std::size_t rounded = bucket - exact_below;
  std::uint64_t rounding = first_rounding;
  for (std::size_t decade = rounded / buckets_per_decade; decade > 0; --decade) rounding *= 10;
  return (least_leading_digits + rounded % buckets_per_decade) * rounding;
}

}  // namespace breakeven
