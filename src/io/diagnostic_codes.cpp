// SPDX-License-Identifier: MIT
#include <array>

#include "io/diagnostic.hpp"

namespace breakeven::io {
namespace {

constexpr std::array codes{
    DiagnosticCode{"BE-Q005", "a quantity without its unit or currency",
                   "An option's price, rate, volume or duration needs its unit: a shell turns an unquoted $2.50/h into .50/h.",
                   "breakeven compare --gpu-price 2.5", "breakeven compare --gpu-price 2.5usd/h"},
};

}  // namespace

std::span<const DiagnosticCode> diagnostic_codes() { return codes; }

}  // namespace breakeven::io
