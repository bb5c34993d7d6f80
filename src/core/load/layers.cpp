// SPDX-License-Identifier: MIT
#include "breakeven/layers.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "breakeven/detail/load_duration.hpp"

namespace breakeven {
namespace {

// A path through the bins so far.
struct Path {
  Money cost{};
  Time on{};
  double starts = 0;
};

std::optional<HourlyPrice> hourly_price(const LayerTerms& terms) {
  if (!terms.on_demand || !terms.spot) return terms.on_demand ? terms.on_demand : terms.spot;
  return std::min(*terms.on_demand, *terms.spot);
}

// The amount per replica of a bin.
Money per_replica(Money whole, const LoadBin& bin) { return bin.replicas > 0 ? whole / bin.replicas : Money{}; }

Path cheapest_path(std::span<const LoadBin> bins, double layer, HourlyPrice price, Time start_up, bool begins_on) {
  Path off;
  Path on;
  (begins_on ? off : on).cost = Money::from_held(std::numeric_limits<double>::infinity());
  for (const LoadBin& bin : bins) {
    const double fill = layer_fill(bin.replicas, layer);
    const Path started{.cost = off.cost + price * start_up, .on = off.on, .starts = off.starts + 1};
    Path next = started.cost < on.cost ? started : on;
    next.cost += price * bin.width + per_replica(bin.marginal, bin) * fill;
    next.on += bin.width;
    if (on.cost < off.cost) off = on;
    off.cost += per_replica(bin.api, bin) * fill;
    on = next;
  }
  return begins_on ? on : off;
}

// Treats the trace as cyclic: it ends in the state in which it began.
Path cheapest_path(std::span<const LoadBin> bins, double layer, HourlyPrice price, Time start_up) {
  const Path from_off = cheapest_path(bins, layer, price, start_up, false);
  const Path from_on = cheapest_path(bins, layer, price, start_up, true);
  return from_on.cost < from_off.cost ? from_on : from_off;
}

Layer layer_of(std::span<const LoadBin> bins, const LayerSpan& span, const LayerTerms& terms, Time width, Time month) {
  const double months = month / width;
  Layer layer{.span = span};
  Money marginal;
  for (const LoadBin& bin : bins) {
    const double fill = layer_fill(bin.replicas, span.last);
    layer.api += per_replica(bin.api, bin) * fill * months;
    marginal += per_replica(bin.marginal, bin) * fill * months;
  }
  if (terms.reserved) layer.reserved = *terms.reserved * month + terms.replica_fixed + marginal;
  if (const auto price = hourly_price(terms)) {
    const Path path = cheapest_path(bins, span.last, *price, terms.start_up);
    layer.by_the_hour = path.cost * months + (path.on > Time{} ? terms.replica_fixed : Money{});
    layer.on = path.on * months;
    layer.starts = path.starts * months;
  }
  const bool hourly_pays = layer.by_the_hour && layer.on > Time{} && *layer.by_the_hour < layer.api;
  if (hourly_pays) layer.choice = LayerChoice::by_the_hour;
  if (layer.reserved && *layer.reserved < layer.cost()) layer.choice = LayerChoice::reserved;
  return layer;
}

}  // namespace

std::vector<LayerSpan> layer_spans(std::span<const LoadBin> bins, double most) {
  double peak = 0;
  for (const LoadBin& bin : bins) peak = std::max(peak, whole_replicas(bin.replicas));
  peak = std::min(peak, most);
  std::vector<double> starts{1};
  for (const LoadBin& bin : bins)
    for (const double after : {1.0, 2.0}) starts.push_back(std::floor(bin.replicas) + after);
  std::erase_if(starts, [&](double start) { return start > peak; });
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  std::vector<LayerSpan> spans;
  for (std::size_t i = 0; i < starts.size(); ++i)
    spans.push_back({.first = starts[i], .last = i + 1 < starts.size() ? starts[i + 1] - 1 : peak});
  return spans;
}

double layer_fill(double load, double layer) { return std::clamp(load - (layer - 1), 0.0, 1.0); }

Money Layer::cost() const {
  if (choice == LayerChoice::reserved) return *reserved;
  return choice == LayerChoice::by_the_hour ? *by_the_hour : api;
}

LayerMix layer_mix(std::span<const LoadBin> bins, const LayerTerms& terms, Time month) {
  if (bins.empty()) throw std::domain_error("a mix of layers has at least one bin");
  Time width;
  LayerMix mix;
  for (const LoadBin& bin : bins) width += bin.width;
  for (const LoadBin& bin : bins) mix.all_api += bin.api * (month / width);
  const double most = terms.max_replicas.value_or(std::numeric_limits<double>::infinity());
  Money saved;
  for (const LayerSpan& span : layer_spans(bins, most)) {
    const Layer& layer = mix.layers.emplace_back(layer_of(bins, span, terms, width, month));
    saved += (layer.api - layer.cost()) * span.count();
  }
  if (saved <= terms.fixed) {
    for (Layer& layer : mix.layers) layer.choice = LayerChoice::api;
    mix.cost = mix.all_api;
  } else {
    mix.cost = mix.all_api - saved + terms.fixed;
  }
  return mix;
}

}  // namespace breakeven
