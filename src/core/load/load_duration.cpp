// SPDX-License-Identifier: MIT
#include "breakeven/detail/load_duration.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "core/numerics/tolerance.hpp"

namespace breakeven {
namespace {

Overflow plus(const Overflow& a, const Overflow& b, double factor = 1) {
  return {.replica_time = a.replica_time + b.replica_time * factor,
          .api = a.api + b.api * factor,
          .marginal = a.marginal + b.marginal * factor,
          .tokens = a.tokens + b.tokens * factor,
          .requests = a.requests + b.requests * factor};
}

// Negative differences of sums are rounding errors.
Overflow at_least_nothing(const Overflow& overflow) {
  return {.replica_time = std::max(Time{}, overflow.replica_time),
          .api = std::max(Money{}, overflow.api),
          .marginal = std::max(Money{}, overflow.marginal),
          .tokens = std::max(Tokens{}, overflow.tokens),
          .requests = std::max(Requests{}, overflow.requests)};
}

Overflow all_of(const LoadBin& bin) {
  return {.replica_time = bin.width * bin.replicas,
          .api = bin.api,
          .marginal = bin.marginal,
          .tokens = bin.tokens,
          .requests = bin.requests};
}

}  // namespace

LoadDurationCurve::LoadDurationCurve(std::span<const LoadBin> bins) {
  if (bins.empty()) throw std::domain_error("a load-duration curve has at least one bin");
  std::vector<LoadBin> sorted(bins.begin(), bins.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const LoadBin& a, const LoadBin& b) { return a.replicas < b.replicas; });
  const std::size_t count = sorted.size();
  loads_.resize(count);
  widths_up_to_.resize(count);
  above_.resize(count + 1);
  per_replica_.resize(count + 1);
  for (std::size_t i = 0; i < count; ++i) {
    loads_[i] = sorted[i].replicas;
    width_ += sorted[i].width;
    widths_up_to_[i] = width_;
  }
  for (std::size_t i = count; i-- > 0;) {
    const Overflow all = all_of(sorted[i]);
    above_[i] = plus(above_[i + 1], all);
    per_replica_[i] = loads_[i] > 0 ? plus(per_replica_[i + 1], all, 1 / loads_[i]) : per_replica_[i + 1];
  }
  total_ = above_.front();
}

Overflow LoadDurationCurve::overflow(double count) const {
  if (count <= 0) return total_;
  const auto first = std::upper_bound(loads_.begin(), loads_.end(), count * (1 + edge_tolerance));
  const auto index = static_cast<std::size_t>(first - loads_.begin());
  return at_least_nothing(plus(above_[index], per_replica_[index], -count));
}

double LoadDurationCurve::quantile(Fraction share) const {
  const Time reached = width_ * share * (1 - edge_tolerance);
  const auto found = std::lower_bound(widths_up_to_.begin(), widths_up_to_.end(), reached);
  return found == widths_up_to_.end() ? peak() : loads_[static_cast<std::size_t>(found - widths_up_to_.begin())];
}

double whole_replicas(double load) { return std::ceil(load * (1 - edge_tolerance)); }

}  // namespace breakeven
