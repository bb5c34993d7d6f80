// SPDX-License-Identifier: MIT
#include "inputs/volume_tiers.hpp"

#include <algorithm>
#include <string>

#include "io/diagnostics/diagnostic.hpp"
#include "io/domain.hpp"

namespace breakeven::app {
namespace {

constexpr std::string_view tiers_example = "write tiers as in 100M/month:0.8usd/Mtok,1B/month:20%";

std::string quoted_tier(std::string_view text) { return "'" + io::printable(text) + "'"; }

// One figure, checked against its domain.
std::variant<double, QuantityProblem> figure(std::string_view text, Measure measure, const io::Domain& domain,
                                             double hours_per_month) {
  auto parsed = parse_quantity(text, measure, UnitPolicy::required);
  if (auto* failed = std::get_if<QuantityProblem>(&parsed)) return std::move(*failed);
  const auto& range = std::get<AmountRange>(parsed);
  const double number = range.low.in_month(hours_per_month) + 0.0;
  if (number != range.high.in_month(hours_per_month))
    return QuantityProblem{"BE-Q010", quoted_tier(text) + " is a band, and a tier has one figure",
                           std::string(tiers_example)};
  if (!domain.contains(number))
    return QuantityProblem{"BE-Q008", quoted_tier(text) + " must be " + std::string(domain.text),
                           std::string(tiers_example)};
  return number;
}

std::variant<VolumeTier, QuantityProblem> parse_tier(std::string_view text, double hours_per_month) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || text.find(':', colon + 1) != std::string_view::npos)
    return QuantityProblem{"BE-Q010", quoted_tier(text) + " is not a volume and its price", std::string(tiers_example)};
  auto above = figure(text.substr(0, colon), Measure::monthly_tokens, io::positive, hours_per_month);
  if (auto* failed = std::get_if<QuantityProblem>(&above)) return std::move(*failed);
  const std::string_view priced = text.substr(colon + 1);
  const bool is_discount = priced.find('%') != std::string_view::npos;
  auto price = is_discount ? figure(priced, Measure::ratio, io::ratio, hours_per_month)
                           : figure(priced, Measure::token_price, io::non_negative, hours_per_month);
  if (auto* failed = std::get_if<QuantityProblem>(&price)) return std::move(*failed);
  VolumeTier tier{.above = std::get<double>(above) * token};
  if (is_discount)
    tier.price = Fraction(std::get<double>(price));
  else
    tier.price = std::get<double>(price) * (usd / mtok);
  return tier;
}

}  // namespace

std::variant<std::vector<VolumeTier>, QuantityProblem> parse_tiers(std::string_view text, double hours_per_month) {
  std::vector<VolumeTier> tiers;
  for (std::string_view rest = text;;) {
    const std::string_view part = rest.substr(0, rest.find(','));
    auto parsed = parse_tier(part, hours_per_month);
    if (auto* failed = std::get_if<QuantityProblem>(&parsed)) return std::move(*failed);
    tiers.push_back(std::get<VolumeTier>(parsed));
    const std::size_t count = tiers.size();
    if (count > 1 && tiers[count - 1].above <= tiers[count - 2].above)
      return QuantityProblem{"BE-Q010", quoted_tier(part) + " does not begin above the tier before it",
                             "write the tiers in ascending order of their volumes"};
    if (part.size() == rest.size()) return tiers;
    rest.remove_prefix(part.size() + 1);
  }
}

bool any_flat(const std::vector<VolumeTier>& tiers) {
  return std::any_of(tiers.begin(), tiers.end(),
                     [](const VolumeTier& tier) { return std::holds_alternative<TokenPrice>(tier.price); });
}

}  // namespace breakeven::app
