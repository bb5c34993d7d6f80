// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "breakeven/catalog.hpp"

namespace breakeven {

/// |ln(in/in_r)| + |ln(out/out_r)|: the distance of a record's shape from the requested one; infinite if only one has a
/// zero.
double shape_distance(const RequestShape& asked, const RequestShape& recorded);

/// Whether input or output tokens differ by more than a factor of 2; a constant total rate misleads then (MODEL 2.2).
bool shapes_differ_twofold(const RequestShape& asked, const RequestShape& recorded);

/// A latency target, ms: the greatest time to the first token, and per output token after it. Compared with a record's
/// 99th percentile, or its mean if it has no percentile.
struct ServiceLevel {
  std::optional<double> ttft_ms{};
  std::optional<double> tpot_ms{};
};

/// Whether a record proves that it meets `level`. A latency that it does not state proves nothing.
bool keeps_to(const ServiceLevel& level, const ThroughputRecord& record);

/// What a record says of its load, or what its concurrency and latencies show.
std::optional<Load> load_of(const ThroughputRecord& record);

/// Whether records of `recorded` serve for `model`: it is the same, or of the same architecture.
bool serves_for(const Catalog& catalog, std::string_view recorded, std::string_view model);

/// The records for `model` on `gpu` by nearness: nearest shape (if one is asked), then measured > published, then the
/// newest, then the fastest per GPU, then the id. Of the load curve of the nearest its fastest point comes first.
/// Records of other models of the architecture come after the model's own, and estimates after all others: an estimate
/// never replaces a record. Records that do not show that they keep to `level` are left out, those of requests more
/// than twofold shorter than the ones asked for among them.
std::vector<const ThroughputRecord*> records_by_nearness(const Catalog& catalog, std::string_view model,
                                                         std::string_view gpu, const std::optional<RequestShape>& asked,
                                                         const ServiceLevel& level = {});

/// Whether input and output tokens are each within 25 % of each other: runs of one nominal shape, whose lengths vary.
bool are_near(const RequestShape& a, const RequestShape& b);

/// Whether both have the same model, GPUs, engine, precision and kind.
bool of_one_replica(const ThroughputRecord& a, const ThroughputRecord& b);

/// The runs of one replica under different loads, including `point`, by concurrency if they state it: same GPUs,
/// engine, precision and kind, near shapes, at most a day apart.
std::vector<const ThroughputRecord*> load_curve(const Catalog& catalog, const ThroughputRecord& point);

/// Input and output tokens per second of the record's replica at its shape.
TokenRate recorded_rate(const ThroughputRecord& record);

/// A price is current if it is at most this much older than the catalog's newest price (MODEL 2.12).
inline constexpr std::chrono::days current_age{90};

/// Of each provider the newest on-demand offer of `gpu` that is current, or, if none is, that is left: that of the
/// smallest machine, then the cheapest. By their midpoint, then by id.
std::vector<const GpuOffer*> on_demand_by_price(const Catalog& catalog, std::string_view gpu);

/// Which of several offers to use: the cheapest, the median (the cheaper of the two for an even number), or the most
/// expensive.
enum class PriceChoice { low, median, high };
std::size_t index_of(PriceChoice choice, std::size_t count);

/// Offers with no newer one from the same provider for the same GPU and term, in catalog order.
std::vector<const GpuOffer*> newest_gpu_offers(const Catalog& catalog);

/// Offers with no newer one from the same provider for the same model, in catalog order.
std::vector<const ApiOffer*> newest_api_offers(const Catalog& catalog);

/// The date of the newest price.
Date newest_price(const Catalog& catalog);

/// A record's total or phase rates for use in a workload. A total is converted at the record's own shape; phase rates
/// are kept unless they need an unknown shape.
Throughput applied_throughput(const ThroughputRecord& record, bool shape_known);

/// The prices for a request of `shape`: those of the highest context tier that its input exceeds, else the base prices.
const ListPrices& prices_at(const ListPrices& base, const std::vector<ContextTier>& tiers,
                            const std::optional<RequestShape>& shape);

/// The offer's prices in that service tier, or null if it does not offer the tier.
const ServiceTierPrices* find(const ApiOffer& offer, ServiceTier tier);

/// The same for an offer with split prices in the tier `service`; without a tier, standard service.
const ListPrices& prices_at(const ApiOffer& offer, const std::optional<ServiceTier>& service,
                            const std::optional<RequestShape>& shape);

/// The context tiers of those prices.
const std::vector<ContextTier>& context_tiers(const ApiOffer& offer, const std::optional<ServiceTier>& service);

}  // namespace breakeven
