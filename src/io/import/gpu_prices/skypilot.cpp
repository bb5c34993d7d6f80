// SPDX-License-Identifier: MIT
// skypilot-org/skypilot-catalog catalogs/VERSION/CLOUD/vms.csv: one row per machine, region and zone, with its
// on-demand and spot prices. Only the file's path gives the cloud. Columns may be in any order. Google Cloud's GPUs
// have rows of their own without a machine, whose price is extra.
#include <algorithm>

#include "io/import/format_functions.hpp"
#include "io/import/gpu_prices/entry.hpp"

namespace breakeven::io {
namespace {

// Gpus[0] of the column GpuInfo, a dictionary as Python prints it, with single quotes. Null if it is something else.
Json first_gpu(const Json& row) {
  for (const std::string_view column : {"GpuInfo", "GPUInfo"}) {
    std::string text = text_at(row, column);
    std::replace(text.begin(), text.end(), '\'', '"');
    Diagnostics unread;
    const auto info = text.empty() ? std::nullopt : parse_json({"GpuInfo", text}, unread);
    const Json* gpus = info ? info->find("Gpus") : nullptr;
    if (gpus && gpus->is_array() && !gpus->empty()) return gpus->front();
  }
  return nullptr;
}

GpuDescription skypilot_gpu(const Json& row) {
  constexpr double mib_per_gib = 1024;
  const Json gpu = first_gpu(row);
  const Json* memory = gpu.find("MemoryInfo");
  const Json* mib = memory ? memory->find("SizeInMiB") : nullptr;
  GpuDescription described{.name = text_at(row, "AcceleratorName"),
                           .elsewhere = text_at(row, "InstanceType") + " " + text_at(gpu, "Name")};
  // RunPod's are 80 MiB: a size below 1 GiB is in another unit.
  if (mib && mib->is_number() && mib->number() >= mib_per_gib) described.memory_gb = mib->number() / mib_per_gib;
  return described;
}

struct PriceColumn {
  std::string_view key;
  Term term;
  std::string_view id_part;
};
constexpr PriceColumn on_demand{"Price", Term::on_demand, "/on_demand"};
constexpr PriceColumn spot{"SpotPrice", Term::spot, "/spot"};

void read_skypilot_offer(ImportRun& run, const Json& row, const Path& path, const GpuDescription& gpu,
                         const PriceColumn& column) {
  const std::string machine = text_at(row, "InstanceType");
  std::string key = machine.empty() ? text_at(row, "AcceleratorName") : machine;
  for (const std::string_view place : {"Region", "AvailabilityZone"})
    if (const std::string part = text_at(row, place); !part.empty()) key += "/" + part;
  GpuEntry entry(run, key.append(column.id_part), path);
  entry.offer.provider = *run.context.provider;
  run.file.options_used.insert("--provider");
  entry.offer.term = column.term;
  if (text_at(row, "AcceleratorName").empty()) return entry.refuse(Reason::without_gpu);
  if (machine.empty()) entry.refuse(Reason::no_hourly_price, "its price comes on top of that of a machine");
  entry.price(row, column.key, entry.gpu_count(row, "AcceleratorCount"));
  entry.offer.gpu = entry.gpu_described(gpu);
  entry.add();
}

void read_skypilot_row(ImportRun& run, const Json& row, const Path& path) {
  const bool has_gpu = row.find("AcceleratorName");
  const bool has_spot = has_gpu && row.find("SpotPrice");
  const GpuDescription gpu = skypilot_gpu(row);
  if (!has_spot || row.find("Price")) read_skypilot_offer(run, row, path, gpu, on_demand);
  if (has_spot) read_skypilot_offer(run, row, path, gpu, spot);
}

}  // namespace

bool is_skypilot(const Json& document) {
  return has_columns(document, {"InstanceType", "AcceleratorName", "AcceleratorCount", "Price", "Region"});
}

void import_skypilot(ImportRun& run) { for_each_element(run, read_skypilot_row); }

}  // namespace breakeven::io
