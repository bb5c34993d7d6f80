// SPDX-License-Identifier: MIT
#pragma once

#include "breakeven/units.hpp"

namespace breakeven {

/// What arrived in one span of a trace (MODEL 2.8). Failed requests are not in it.
struct TrafficBin {
  Time width{};  // of the span, as far as the trace covers it; > 0
  Requests requests{};
  Tokens input{};  // cached ones included
  Tokens cached_input{};
  Tokens output{};
  double input_output_tok2 = 0;   // sum over the requests of input · output tokens, for the context cost of MODEL 2.2
  double output_output_tok2 = 0;  // sum over the requests of the squared output tokens

  constexpr Tokens total() const { return input + output; }
};

}  // namespace breakeven
