// SPDX-License-Identifier: MIT
#include "analysis/rank_warnings.hpp"

#include <algorithm>

#include "inputs/memory_warning.hpp"
#include "inputs/value_text.hpp"
#include "inputs/warnings.hpp"
#include "io/catalog/fields.hpp"
#include "io/catalog/terms.hpp"

namespace breakeven::app {
namespace {

// Warns of offers not sold in the service tier. Batch prices may be a discount off their standard prices.
void warn_of_unserved(const Ranking& ranking, const std::string& service, io::Diagnostics& warnings) {
  const auto are = [](std::size_t count, std::string_view one, std::string_view several) {
    return std::to_string(count) + std::string(count == 1 ? one : several);
  };
  if (ranking.unserved_count == 0) return;
  const bool by_discount = service == io::name(ServiceTier::batch) && ranking.discounted_count > 0;
  warnings.push_back(warning(
      "BE-W044",
      are(ranking.unserved_count, " API offer is left out: it has no ", " API offers are left out: they have no ") +
          service + " prices",
      by_discount ? are(ranking.discounted_count, " of them has", " of them have") +
                        " a batch discount: --batch-share 100% in place of the service tier"
                  : "--service-tier standard ranks them at their standard prices"));
}

}  // namespace

void warn_of_candidates(const Ranking& ranking, const InputSet& inputs, const Catalog& catalog, Date today,
                        io::Diagnostics& warnings) {
  const auto how_many = [&](auto concerned) {
    return std::count_if(ranking.candidates.begin(), ranking.candidates.end(), concerned);
  };
  const auto of_all = [&](std::ptrdiff_t count) {
    return std::to_string(count) + " of " + std::to_string(ranking.candidates.size());
  };
  const Candidate* oldest = nullptr;
  for (const Candidate& candidate : ranking.candidates)
    if (!oldest || candidate.as_of() < oldest->as_of()) oldest = &candidate;
  if (oldest)
    if (auto stale = stale_price(oldest->id(), oldest->as_of(), today)) {
      const auto count = how_many([&](const Candidate& candidate) {
        return stale_price(candidate.id(), candidate.as_of(), today).has_value();
      });
      stale->notes.push_back(of_all(count) + " prices are over " + std::to_string(stale_after_days) + " days old");
      warnings.push_back(std::move(*stale));
    }
  if (const auto count = how_many([](const Candidate& candidate) { return candidate.is_band; }))
    warnings.push_back(
        warning("BE-W006", of_all(count) + " ways have a price that is a band, answered by its midpoint"));
  const auto& share = at(inputs, key("input_share_ratio"));
  if (share && share->source == Source::default_value) warnings.push_back(unknown_mix());
  const Candidate* fewest = nullptr;
  for (const Candidate& candidate : ranking.candidates)
    if (candidate.rate.is_beyond && (!fewest || candidate.rate.points.size() < fewest->rate.points.size()))
      fewest = &candidate;
  if (const auto count = how_many([](const Candidate& candidate) { return candidate.rate.is_beyond; }))
    warnings.push_back(warning("BE-W004",
                               of_all(count) + " ways rest on a throughput measured at requests more than twofold away "
                                               "from these",
                               error_text(fewest->rate)));
  if (const auto count =
          how_many([](const Candidate& candidate) { return candidate.status == CandidateStatus::missing_price; }))
    warnings.push_back(
        warning("BE-W012", of_all(count) + " ways lack a price that this traffic needs, and are not ranked",
                "a catalog of your own can give it: the input price where cached tokens have no discount"));
  if (ranking.too_slow_count > 0)
    warnings.push_back(warning("BE-W040",
                               std::to_string(ranking.too_slow_count) +
                                   (ranking.too_slow_count == 1 ? " GPU offer is" : " GPU offers are") +
                                   " left out: no throughput record shows that it keeps to these latencies",
                               "records without latencies show nothing; import a benchmark of your own"));
  if (const auto count = how_many([](const Candidate& candidate) { return candidate.is_taken_for_always_on(); }))
    warnings.push_back(warning("BE-W022",
                               of_all(count) + " ways scale to zero, and are priced as if they were always on",
                               "what that saves takes all of --cold-start, --service-time and --shape"));
  warn_of_unserved(ranking, service_text(inputs), warnings);
  const auto estimated = [](const Candidate& candidate) {
    return candidate.record && candidate.record->kind == RecordKind::estimated;
  };
  if (const auto count = how_many(estimated))
    warnings.push_back(warning("BE-W005", of_all(count) + " ways rest on a throughput that is an estimate, marked ~"));
  const auto misfits = [&](const Candidate& candidate) {
    return candidate.record && is_misfit(catalog, *candidate.record);
  };
  if (const auto count = how_many(misfits))
    warnings.push_back(warning("BE-W015",
                               of_all(count) + " ways rest on a throughput of a model that should not fit its GPUs",
                               "breakeven fit shows the memory of each"));
}

}  // namespace breakeven::app
