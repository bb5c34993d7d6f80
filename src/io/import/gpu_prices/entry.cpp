// SPDX-License-Identifier: MIT
#include "io/import/gpu_prices/entry.hpp"

#include <cmath>

#include "io/catalog/fields.hpp"
#include "io/decimal.hpp"

namespace breakeven::io {
namespace {

constexpr double most_gpus = 1e6;
// Markets write their minimum bid if nobody offers: skypilot-catalog had a B200 at 0.01 usd/h (pull request 9156).
constexpr double least_bid = 0.01;

}  // namespace

GpuEntry::GpuEntry(ImportRun& run, std::string key, const Path& path) : Entry(run, std::move(key), path) {
  offer.id = key_;
}

std::int64_t GpuEntry::gpu_count(const Json& row, std::string_view key) {
  const Json* value = row.find(key);
  const auto gpus = value ? number(*value, key) : std::nullopt;
  const bool is_count = gpus && *gpus > 0 && *gpus <= most_gpus && *gpus == std::floor(*gpus);
  if (is_count) return static_cast<std::int64_t>(*gpus);
  refuse(Reason::no_gpu_count, gpus ? std::string(key) + " is " + text_of(*value) : std::string());
  return 0;
}

void GpuEntry::price(const Json& row, std::string_view key, std::int64_t gpu_count) {
  const Json* usd = row.find(key);
  const auto found = usd ? number(*usd, key) : std::nullopt;
  if (!found) return refuse(Reason::no_hourly_price);
  // Lists write 0 for an unknown price.
  if (*found == 0) return refuse(Reason::no_hourly_price, std::string(key) + " is 0");
  const auto each = gpu_count > 0 ? quotient(*usd, gpu_count) : std::nullopt;
  if (!each) return refuse(Reason::no_gpu_count);
  if (*each <= least_bid)
    return refuse(Reason::placeholder, "the least bid: " + std::string(key) + " is " + text_of(*usd));
  offer.price = {*each * usd_per_hour, *each * usd_per_hour};
  offer.gpus_per_machine = gpu_count;
}

void GpuEntry::add(std::optional<Date> dated) {
  if (offer.id.empty() || offer.provider.empty()) refuse(Reason::unreadable, "no provider");
  if (dated && run_.context.as_of && *dated > *run_.context.as_of) refuse(Reason::not_in_force);
  if (is_taken(offer.id, dated, offer.cited)) run_.catalog.gpu_offers.push_back(std::move(offer));
}

}  // namespace breakeven::io
