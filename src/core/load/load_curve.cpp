// SPDX-License-Identifier: MIT
#include "breakeven/load_curve.hpp"

#include <algorithm>
#include <stdexcept>

#include "breakeven/bill.hpp"
#include "breakeven/cost.hpp"

namespace breakeven {
namespace {

// Clamped, because rounded sums may slightly exceed the whole.
Fraction share(Tokens part, Tokens whole) { return Fraction(whole > Tokens{} ? std::min(1.0, part / whole) : 0); }

Fraction cache_hit(const TrafficBin& bin, const Workload& mean, CacheHits hits) {
  return hits == CacheHits::of_workload ? mean.cache_hit : share(bin.cached_input, bin.input);
}

Time context_time(const TrafficBin& bin, ContextCost context, const Workload& mean) {
  if (context == ContextCost{}) return {};
  if (bin.requests > Requests{})
    return context * ((bin.input_output_tok2 + bin.output_output_tok2 / 2) * token * token / request);
  if (!mean.shape) throw std::invalid_argument("a context cost needs a request shape");
  return context * bin.output * (mean.shape->input + mean.shape->output / 2.0);
}

// Uses the bin's own mix. Without a request count it takes the mean shape, of which only the total is used.
Workload workload_of(const TrafficBin& bin, const Workload& mean, CacheHits hits) {
  Workload workload{.demand = bin.total(), .input_share = share(bin.input, bin.total()), .shape = mean.shape};
  if (bin.requests > Requests{})
    workload.shape = RequestShape{.input = bin.input / bin.requests, .output = bin.output / bin.requests};
  workload.cache_hit = cache_hit(bin, mean, hits);
  workload.cache_write = Fraction(std::min<double>(mean.cache_write, workload.cache_hit.complement()));
  return workload;
}

}  // namespace

Time replica_time(const TrafficBin& bin, const SelfHost& self_host, const Workload& mean, CacheHits hits) {
  if (bin.total() == Tokens{}) return {};
  const auto* rates = std::get_if<PhaseRates>(&self_host.throughput);
  if (!rates) return bin.total() / full_load_rate(self_host.throughput, mean);
  const double prefilled = cache_hit(bin, mean, hits).complement();
  return bin.input * prefilled / rates->prefill + bin.output / rates->decode + context_time(bin, rates->context, mean);
}

std::vector<LoadBin> load_curve(std::span<const TrafficBin> traffic, const SelfHost& self_host, const Api& api,
                                const Workload& mean, CacheHits hits) {
  const double planned = self_host.derate * self_host.max_utilization * (self_host.serving / self_host.billed);
  std::vector<LoadBin> curve;
  curve.reserve(traffic.size());
  for (const TrafficBin& bin : traffic) {
    LoadBin load{.width = bin.width, .requests = bin.requests, .tokens = bin.total()};
    if (bin.total() > Tokens{}) {
      load.replicas = replica_time(bin, self_host, mean, hits) / (bin.width * planned);
      load.api = effective_price(api, workload_of(bin, mean, hits)) * bin.total();
      load.marginal = self_host.marginal * bin.total();
    }
    curve.push_back(load);
  }
  return curve;
}

}  // namespace breakeven
