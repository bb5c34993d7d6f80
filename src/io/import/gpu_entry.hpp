// SPDX-License-Identifier: MIT
#pragma once

#include "io/import/entry.hpp"

namespace breakeven::io {

/// One row of a list of GPUs for rent on its way to a GPU offer.
class GpuEntry : public Entry {
 public:
  GpuEntry(Import& import, std::string key, const Path& path);

  /// The price of an hour of `gpu_count` GPUs together, at `key`: refused where one of the two is absent or 0.
  void price(const Json* usd_per_hour, std::string_view key, std::optional<double> gpu_count);

  /// Adds the offer to the catalog, unless it lacks a GPU, a price, a date or an id of its own.
  void add(std::optional<Date> dated = std::nullopt);

  GpuOffer offer{};
};

}  // namespace breakeven::io
