// SPDX-License-Identifier: MIT
// The first two bytes choose what is measured and whether a bare number is read; the rest is the quantity.
#include "inputs/quantity.hpp"

#include <cmath>

#include "check.hpp"

namespace {

using namespace breakeven;
using fuzz::require;

void require_sound(const app::Amount& amount) {
  require(std::isfinite(amount.number), "a number is finite");
  require(amount.month_power >= -1 && amount.month_power <= 1, "a month counts once");
  require(!std::isnan(amount.in_month(744)), "a number in a month is one");
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  constexpr int measure_count = static_cast<int>(app::Measure::id) + 1;
  const auto measure = static_cast<app::Measure>(data[0] % measure_count);
  const auto bare = data[1] % 2 == 0 ? app::UnitPolicy::optional : app::UnitPolicy::required;
  const auto parsed = app::parse_quantity(fuzz::text_of(data + 2, size - 2), measure, bare);
  if (const auto* range = std::get_if<app::AmountRange>(&parsed)) {
    require_sound(range->low);
    require_sound(range->high);
  } else {
    const auto& problem = std::get<app::QuantityProblem>(parsed);
    fuzz::require_sound({{.code = problem.code, .message = problem.message, .help = problem.help}}, "");
    require(problem.message.size() < 1000, "a message is short");
  }
  return 0;
}
