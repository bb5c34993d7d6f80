// SPDX-License-Identifier: MIT
#include "io/import/gpu_entry.hpp"

#include "io/catalog_fields.hpp"

namespace breakeven::io {

GpuEntry::GpuEntry(Import& import, std::string key, const Path& path) : Entry(import, std::move(key), path) {
  offer.id = key_;
}

void GpuEntry::price(const Json* usd, std::string_view key, std::optional<double> gpu_count) {
  const auto found = usd ? number(*usd, key) : std::nullopt;
  if (!gpu_count || *gpu_count == 0) return refuse(Reason::no_gpu_count);
  if (!found) return refuse(Reason::no_hourly_price);
  // Lists write 0 where they know no price: nobody gives GPUs away.
  if (*found == 0) return refuse(Reason::no_hourly_price, std::string(key) + " is 0");
  const HourlyPrice each = *found / *gpu_count * usd_per_hour;
  offer.price = {each, each};
}

void GpuEntry::add(std::optional<Date> dated) {
  if (offer.id.empty() || offer.provider.empty()) refuse(Reason::unreadable, "no provider");
  if (is_taken(offer.id, dated, offer.cited)) import_.catalog.gpu_offers.push_back(std::move(offer));
}

}  // namespace breakeven::io
