// SPDX-License-Identifier: MIT
// Catch2 2 and 3 alike: use only what both have, such as CHECK_THAT(x, Catch::Matchers::WithinRel(v, e)), not Approx.
#pragma once

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
