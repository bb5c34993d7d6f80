// SPDX-License-Identifier: MIT
#include "breakeven/detail/cyclic_load.hpp"

#include <stdexcept>

namespace breakeven {

CyclicLoad::CyclicLoad(std::span<const LoadBin> bins, std::span<const std::size_t> classes, const Cycle& cycle)
    : bins_(bins.begin(), bins.end()), classes_(classes.begin(), classes.end()), cycle_(cycle) {
  if (bins.size() != classes.size()) throw std::invalid_argument("each bin has a class");
  std::vector<Time> seen(cycle.class_count);
  for (std::size_t i = 0; i < bins_.size(); ++i) {
    if (classes_[i] >= cycle.class_count) throw std::invalid_argument("a class is one of the cycle's");
    seen[classes_[i]] += bins_[i].width;
  }
  for (const Time width : seen) is_complete_ = is_complete_ && width > Time{};
  for (std::size_t i = 0; i < bins_.size(); ++i) {
    const double weight = cycle.class_width / seen[classes_[i]];
    LoadBin& bin = bins_[i];
    bin = {.width = bin.width * weight,
           .replicas = bin.replicas,
           .api = bin.api * weight,
           .marginal = bin.marginal * weight,
           .requests = bin.requests * weight,
           .tokens = bin.tokens * weight};
  }
}

}  // namespace breakeven
