// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "breakeven/catalog.hpp"

namespace breakeven {

/// |ln(in/in_r)| + |ln(out/out_r)|: how far a record's shape is from the asked one; infinite where one has a zero that
/// the other lacks.
double shape_distance(const RequestShape& asked, const RequestShape& recorded);

/// Whether input or output tokens differ more than twofold, so that a constant total rate misleads (MODEL 2.2).
bool shapes_differ_twofold(const RequestShape& asked, const RequestShape& recorded);

/// The records of `model` on `gpu`, best fit first: nearest shape (where one is asked), then measured > published, then
/// the newest, then the id. Estimates come after all others: an estimate never replaces a record.
std::vector<const ThroughputRecord*> records_by_fit(const Catalog& catalog, std::string_view model,
                                                    std::string_view gpu, const std::optional<RequestShape>& asked);

/// Of each provider's newest on-demand offers of `gpu`, the one with the least midpoint; ties go to the lesser id. Null
/// if none.
const GpuOffer* cheapest_on_demand(const Catalog& catalog, std::string_view gpu);

/// Offers for which the same provider has no newer one of the same GPU and term, in catalog order.
std::vector<const GpuOffer*> current_gpu_offers(const Catalog& catalog);

/// Offers for which the same provider has no newer one of the same model, in catalog order.
std::vector<const ApiOffer*> current_api_offers(const Catalog& catalog);

/// The total or phase rates of a record as a workload uses them: a record's total is converted at the record's own
/// shape; phase rates are kept, unless they need a shape that is not known.
Throughput applied_throughput(const ThroughputRecord& record, bool shape_known);

/// The prices of a request of `shape`: those of the highest context tier that its input exceeds, else the base prices.
const ListPrices& prices_at(const ListPrices& base, const std::vector<ContextTier>& tiers,
                            const std::optional<RequestShape>& shape);

}  // namespace breakeven
