// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "breakeven/memory_fit.hpp"
#include "breakeven/precision.hpp"
#include "breakeven/roofline.hpp"
#include "inputs/question.hpp"

namespace breakeven::app {

/// A model, the GPUs of one replica, and what to work out for them.
struct FitQuestion {
  std::string model{};       // its readable name
  const Gpu* gpu = nullptr;  // null if only the memory is given
  const Precision* precision = nullptr;
  const Precision* cache_precision = nullptr;  // null if the cache's bytes are given
  Placement placement{};
  bool weights_are_measured = false;
  bool asks_concurrency = false;
  bool gives_overhead = false;               // else the usual one is assumed
  bool is_text_part = false;                 // of a model whose other towers are not counted
  const ThroughputRecord* record = nullptr;  // the catalog's best match for this exact replica
};

struct FitAnswer {
  FitQuestion question{};
  Fit fit{};
  std::optional<Deployment> fewest{};
  std::optional<RooflineEstimate> estimate{};
  std::string_view no_estimate{};  // why there is none
};

FitAnswer answer_fit(FitQuestion question);

/// Warns about the answer: weights that do not fit, few requests at once, an estimate, a precision that the GPU lacks
/// or that is assumed, GPUs over which the model does not split.
void warn_of_fit(const FitAnswer& answer, io::Diagnostics& warnings);

}  // namespace breakeven::app
