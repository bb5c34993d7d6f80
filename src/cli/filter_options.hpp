// SPDX-License-Identifier: MIT
#pragma once

#include "cli/arguments.hpp"
#include "cli/filters.hpp"

namespace breakeven::cli {

inline FilterWords filter_words(const Arguments& arguments) {
  return {.gpu = arguments.value("gpu"),
          .provider = arguments.value("provider"),
          .model = arguments.value("model"),
          .term = arguments.value("term")};
}

}  // namespace breakeven::cli
