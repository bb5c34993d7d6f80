// SPDX-License-Identifier: MIT
// dstackai/gpuhunt PROVIDER.csv: one row per machine, place and term, with the price of the whole machine and the
// memory of one GPU (src/gpuhunt/_internal/models.py). Only the file's name gives the provider.
#include "io/import/format_functions.hpp"
#include "io/import/gpu_prices/entry.hpp"

namespace breakeven::io {
namespace {

void read_gpuhunt_row(ImportRun& run, const Json& row, const Path& path) {
  const std::string machine = text_at(row, "instance_name");
  const std::string is_spot = text_at(row, "spot");
  const bool has_term = is_spot == "True" || is_spot == "False";
  GpuEntry entry(run, machine + "/" + text_at(row, "location") + (is_spot == "True" ? "/spot" : "/on_demand"), path);
  if (text_at(row, "gpu_name").empty()) return entry.refuse(Reason::without_gpu);
  if (!has_term) entry.refuse(Reason::unreadable, "spot is neither True nor False");
  entry.offer.provider = *run.context.provider;
  run.file.options_used.insert("--provider");
  entry.offer.term = is_spot == "True" ? Term::spot : Term::on_demand;
  entry.price(row, "price", entry.gpu_count(row, "gpu_count"));
  GpuDescription gpu{.name = text_at(row, "gpu_name"), .elsewhere = machine};
  if (const Json* memory = row.find("gpu_memory")) gpu.memory_gb = entry.number(*memory, "gpu_memory");
  entry.offer.gpu = entry.gpu_described(gpu);
  entry.add();
}

}  // namespace

bool is_gpuhunt(const Json& document) {
  return has_columns(document, {"instance_name", "price", "gpu_count", "gpu_name", "spot"});
}

void import_gpuhunt(ImportRun& run) { for_each_element(run, read_gpuhunt_row); }

}  // namespace breakeven::io
