// SPDX-License-Identifier: MIT
// Catch2 2 and 3 alike: use only what both have, such as CHECK_THAT(x, Catch::Matchers::WithinRel(v, e)), not Approx.
#pragma once

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

namespace breakeven::test {

/// Equal but for rounding.
inline auto is(double value) { return Catch::Matchers::WithinRel(value, 1e-12); }

}  // namespace breakeven::test
