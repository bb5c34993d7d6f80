// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace breakeven::io {

/// Finds separators one by one in text that has another one ahead and is followed by 64 readable bytes.
class Separators {
 public:
  Separators(const char* text, char delimiter) : at_(text), delimiter_(delimiter), found_(found_in(text)) {}

  /// The next delimiter or newline.
  const char* next() {
    while (found_ == 0) found_ = found_in(at_ += width);
    const char* const separator = at_ + std::countr_zero(found_);
    found_ &= found_ - 1;
    return separator;
  }

 private:
  static constexpr int width = 64;

  // One bit for each of the next 64 bytes, set if it is a separator.
#if defined(__SSE2__)
  std::uint64_t found_in(const char* text) const {
    const __m128i delimiters = _mm_set1_epi8(delimiter_);
    const __m128i newlines = _mm_set1_epi8('\n');
    std::uint64_t found = 0;
    for (int i = 0; i < width; i += 16) {
      const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + i));
      const __m128i equal = _mm_or_si128(_mm_cmpeq_epi8(bytes, delimiters), _mm_cmpeq_epi8(bytes, newlines));
      found |= static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(equal))) << static_cast<unsigned>(i);
    }
    return found;
  }
#else
  std::uint64_t found_in(const char* text) const {
    std::uint64_t found = 0;
    for (int i = 0; i < width; ++i)
      found |= static_cast<std::uint64_t>(text[i] == delimiter_ || text[i] == '\n') << static_cast<unsigned>(i);
    return found;
  }
#endif

  const char* at_;
  char delimiter_;
  std::uint64_t found_;
};

}  // namespace breakeven::io
