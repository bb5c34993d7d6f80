// SPDX-License-Identifier: MIT
// Random numbers that are the same on every platform: std::mt19937_64 is specified to the bit, the distributions of
// <random> are not (MODEL 2.10).
#pragma once

#include <cstdint>
#include <random>

namespace breakeven {

/// The output function of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
constexpr std::uint64_t mix_bits(std::uint64_t bits) {
  bits += 0x9e3779b97f4a7c15;
  bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
  bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
  return bits ^ (bits >> 31);
}

/// The generator for one of a seed's independent streams.
inline std::mt19937_64 stream_of(std::uint64_t seed, std::uint64_t stream) {
  return std::mt19937_64(mix_bits(mix_bits(seed) + stream));
}

/// Odd multiples of 2^-53 in (0, 1): never 0 or 1, and p is as likely as 1 − p.
inline double draw_probability(std::mt19937_64& generator) {
  return (static_cast<double>(generator() >> 12) + 0.5) * 0x1p-52;
}

}  // namespace breakeven
