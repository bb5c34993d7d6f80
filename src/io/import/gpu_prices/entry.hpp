// SPDX-License-Identifier: MIT
#pragma once

#include "io/import/entry.hpp"

namespace breakeven::io {

/// One row of a list of GPUs for rent on its way to a GPU offer.
class GpuEntry : public Entry {
 public:
  GpuEntry(ImportRun& run, std::string key, const Path& path);

  /// The number of GPUs at `key` of the row: refused if it is absent, 0, or not whole.
  std::int64_t gpu_count(const Json& row, std::string_view key);
  /// The price of an hour of `gpu_count` GPUs together, at `key` of the row: refused if it is absent or 0, or where
  /// that of one GPU is so low that it is the bottom of a scale.
  void price(const Json& row, std::string_view key, std::int64_t gpu_count);

  /// Adds the offer to the catalog, unless it lacks a GPU, a price, a date or an id of its own, or is later than the
  /// day that is asked for.
  void add(std::optional<Date> dated = std::nullopt);

  GpuOffer offer{};
};

}  // namespace breakeven::io
