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

/// What people are told of the path: if it is cheapest, its cold starts, and what is approximate. Domain: there is
/// the path.
std::vector<std::string> serverless_sentences(const Comparison& comparison, const Question& question);

}  // namespace breakeven::app
