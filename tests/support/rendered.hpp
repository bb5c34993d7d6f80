// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "catch.hpp"
#include "report/report.hpp"

namespace breakeven::test {

/// A report in a format.
inline std::string rendered(std::string_view format, const report::Report& report, const report::Style& style = {}) {
  const report::Format* found = report::find_format(format);
  REQUIRE(found);
  std::string text;
  found->write(report, style, [&](std::string_view piece) { text += piece; });
  return text;
}

}  // namespace breakeven::test
