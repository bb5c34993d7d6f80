// SPDX-License-Identifier: MIT
#pragma once

#include "cli/run.hpp"
#include "io/json/document.hpp"

namespace breakeven::app {

/// A document that its schema accepts: for a file, a starting point; for an answer, what `run` returns.
Json schema_example(std::string_view name, int (*run)(const Process&));

}  // namespace breakeven::app
