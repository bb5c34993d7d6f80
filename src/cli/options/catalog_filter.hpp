// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/catalog_filter.hpp"
#include "cli/arguments.hpp"

namespace breakeven::app {

inline FilterWords filter_words(const Arguments& arguments) {
  return {.gpu = arguments.value("gpu"),
          .provider = arguments.value("provider"),
          .model = arguments.value("model"),
          .term = arguments.value("term")};
}

}  // namespace breakeven::app
