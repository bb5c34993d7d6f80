// SPDX-License-Identifier: MIT
#pragma once

#include "breakeven/catalog.hpp"
#include "inputs/question.hpp"

namespace breakeven::app {

/// Whether a replica's GPUs cannot hold the model, by the formula of MODEL 2.9 and with the usual memory for an engine:
/// in the precision of a measured or published record, with one request of its shape; else in whatever precision there
/// is. False where the catalog does not say enough.
bool is_misfit(const Catalog& catalog, const ThroughputRecord& record);
bool is_misfit(const Model& model, const Gpu& gpu, std::int64_t gpus);

/// The warning of a question whose replicas cannot hold the model. A record stands all the same.
void warn_of_misfit(const Question& question, const Catalog& catalog, io::Diagnostics& warnings);

}  // namespace breakeven::app
