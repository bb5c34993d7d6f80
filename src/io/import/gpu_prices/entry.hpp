// SPDX-License-Identifier: MIT
#pragma once

#include "io/import/entry.hpp"

namespace breakeven::io {

/// One row of a GPU rental list while it becomes a GPU offer.
class GpuEntry : public Entry {
 public:
  GpuEntry(ImportRun& run, std::string key, const Path& path);

  /// The number of GPUs at `key` of the row; refused if it is absent, 0 or not whole.
  std::int64_t gpu_count(const Json& row, std::string_view key);
  /// The hourly price of `gpu_count` GPUs together, at `key` of the row. Refused if it is absent or 0, or so low per
  /// GPU that it is a market's minimum bid.
  void price(const Json& row, std::string_view key, std::int64_t gpu_count);

  /// Adds the offer to the catalog, unless it lacks a GPU, a price, a date or a unique id, or is later than the
  /// requested day.
  void add(std::optional<Date> dated = std::nullopt);

  GpuOffer offer{};
};

}  // namespace breakeven::io
