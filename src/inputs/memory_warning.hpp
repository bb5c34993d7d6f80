// SPDX-License-Identifier: MIT
#pragma once

#include "breakeven/catalog.hpp"
#include "inputs/question.hpp"

namespace breakeven::app {

/// Whether a replica's GPUs cannot hold the model, by the formula of MODEL 2.9 with the usual engine memory. A measured
/// or published record is checked at its precision with one request of its shape; anything else at every precision.
/// False if the catalog lacks the data.
bool is_misfit(const Catalog& catalog, const ThroughputRecord& record);
bool is_misfit(const Model& model, const Gpu& gpu, std::int64_t gpus);

/// Warns if the question's replicas cannot hold the model; the record still counts.
void warn_of_misfit(const Question& question, const Catalog& catalog, io::Diagnostics& warnings);

}  // namespace breakeven::app
