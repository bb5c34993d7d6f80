// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "breakeven/compare.hpp"
#include "inputs/question.hpp"
#include "views/document.hpp"

namespace breakeven::app {

/// The path's object in the JSON of compare; without a path every figure is null.
Json serverless_document(const std::optional<ServerlessAnswer>& answer);

/// The text about the path: whether it is cheapest, its cold starts, and what is approximate. Domain: the path exists.
std::vector<std::string> serverless_sentences(const Comparison& comparison, const Question& question);

}  // namespace breakeven::app
