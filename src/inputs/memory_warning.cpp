// SPDX-License-Identifier: MIT
#include "inputs/memory_warning.hpp"

#include <algorithm>

#include "breakeven/memory_fit.hpp"
#include "breakeven/precision.hpp"
#include "inputs/warnings.hpp"
#include "text/format.hpp"

namespace breakeven::app {
namespace {

constexpr std::string_view misfit_help = "breakeven fit shows the memory, and how many GPUs it takes";

bool is_fitting(Placement placement, const Precision& precision) {
  placement.weight_bytes = weight_bytes(placement.architecture, precision);
  return fit(placement).fits();
}

}  // namespace

bool is_misfit(const Model& model, const Gpu& gpu, std::int64_t gpus) {
  const auto architecture = architecture_of(model);
  if (!architecture) return false;
  const Placement placement{.architecture = *architecture, .gpu_memory = gpu.memory_gib, .gpus = gpus};
  const auto all = precisions();
  return std::none_of(all.begin(), all.end(), [&](const Precision& one) { return is_fitting(placement, one); });
}

bool is_misfit(const Catalog& catalog, const ThroughputRecord& record) {
  const Model* model = find(catalog.models, record.model);
  const Gpu* gpu = find(catalog.gpus, record.gpu);
  if (!model || !gpu) return false;
  if (record.kind == RecordKind::estimated) return is_misfit(*model, *gpu, record.gpus_per_replica);
  const Precision* precision = find_precision(record.precision);
  const auto architecture = architecture_of(*model);
  if (!precision || !architecture) return false;
  return !is_fitting({.architecture = *architecture,
                      .gpu_memory = gpu->memory_gib,
                      .gpus = record.gpus_per_replica,
                      .shape = record.shape},
                     *precision);
}

void warn_of_misfit(const Question& question, const Catalog& catalog, io::Diagnostics& warnings) {
  if (question.record) {
    const ThroughputRecord& record = *question.record;
    if (is_misfit(catalog, record))
      warnings.push_back(warning(
          "BE-W015",
          text::format("{} in {} should not fit the memory of {} x {}, and the throughput record '{}' says that "
                       "it does",
                       record.model, record.precision, record.gpus_per_replica, record.gpu, record.id),
          std::string(misfit_help)));
    return;
  }
  const auto& named = at(question.inputs, key("gpu"));
  const auto& model_id = at(question.inputs, key("model"));
  const Model* model = model_id ? find(catalog.models, model_id->id) : nullptr;
  const Gpu* gpu = question.gpu_offer ? find(catalog.gpus, question.gpu_offer->gpu)
                   : named            ? find(catalog.gpus, named->id)
                                      : nullptr;
  const auto gpus = static_cast<std::int64_t>(at(question.inputs, key("gpus_per_replica"))->number);
  if (model && gpu && is_misfit(*model, *gpu, gpus))
    warnings.push_back(warning("BE-W015",
                               text::format("{} does not fit the memory of {} x {} in any precision: no replica can "
                                            "deliver this throughput",
                                            model->id, gpus, gpu->id),
                               text::format("{}; give them by --gpus", misfit_help)));
}

}  // namespace breakeven::app
