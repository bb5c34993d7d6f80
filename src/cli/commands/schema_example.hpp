// SPDX-License-Identifier: MIT
#pragma once

#include "cli/run.hpp"
#include "io/json/document.hpp"

namespace breakeven::app {

/// A document that its schema accepts: of a file, one to start from; of an answer, what `run` answers.
Json schema_example(std::string_view name, int (*run)(const Process&));

}  // namespace breakeven::app
