// SPDX-License-Identifier: MIT
#pragma once

#include "breakeven/units.hpp"

namespace breakeven {

/// The traffic of one span of a trace (MODEL 2.8), without failed requests.
struct TrafficBin {
  Time width{};  // of the part that the trace covers; > 0
  Requests requests{};
  Tokens input{};  // cached ones included
  Tokens cached_input{};
  Tokens output{};
  double input_output_tok2 = 0;   // sum over the requests of input · output tokens, for the context cost of MODEL 2.2
  double output_output_tok2 = 0;  // sum over the requests of the squared output tokens

  constexpr Tokens total() const { return input + output; }
};

}  // namespace breakeven
