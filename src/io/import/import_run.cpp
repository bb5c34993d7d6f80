// SPDX-License-Identifier: MIT
#include "io/import/import.hpp"

namespace breakeven::io {
namespace {

// What references may name: GPUs and models of the catalogs below and of the entries imported so far.
Catalog known_entries(const ImportContext& context, const Catalog& imported) {
  Catalog all = context.below();
  all.gpus.insert(all.gpus.end(), imported.gpus.begin(), imported.gpus.end());
  all.models.insert(all.models.end(), imported.models.begin(), imported.models.end());
  return all;
}

}  // namespace

const Names& ImportRun::names() {
  if (!known_names) known_names.emplace(known_entries(context, catalog));
  return *known_names;
}

const GpuChips& ImportRun::chips() {
  if (!known_chips) known_chips.emplace(known_entries(context, catalog).gpus);
  return *known_chips;
}

RecordIds& ImportRun::record_ids() {
  if (!known_records) known_records.emplace(catalog.throughputs);
  return *known_records;
}

}  // namespace breakeven::io
