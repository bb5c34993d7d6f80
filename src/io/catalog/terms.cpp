// SPDX-License-Identifier: MIT
#include "io/catalog/terms.hpp"

#include <algorithm>
#include <array>

namespace breakeven::io {
namespace {

constexpr std::array<std::string_view, 4> terms{"on_demand", "spot", "reserved", "serverless"};
constexpr std::array<std::string_view, 3> kinds{"measured", "published", "estimated"};
constexpr std::array<std::string_view, 3> service_tiers{"flex", "priority", "batch"};

constexpr std::array<std::string_view, 2> loads{"offline", "online"};

template <class Enum, std::size_t Size>
std::optional<Enum> find_word(const std::array<std::string_view, Size>& names, std::string_view text) {
  const auto found = std::find(names.begin(), names.end(), text);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::string_view name(Term term) { return terms.at(static_cast<std::size_t>(term)); }
std::string_view name(RecordKind kind) { return kinds.at(static_cast<std::size_t>(kind)); }
std::string_view name(ServiceTier tier) { return service_tiers.at(static_cast<std::size_t>(tier)); }
std::string_view name(Load load) { return loads.at(static_cast<std::size_t>(load)); }
std::span<const std::string_view> names(Load) { return loads; }
std::optional<Load> parse(std::string_view text, Load) { return find_word<Load>(loads, text); }
std::span<const std::string_view> names(Term) { return terms; }
std::span<const std::string_view> names(RecordKind) { return kinds; }
std::span<const std::string_view> names(ServiceTier) { return service_tiers; }
std::optional<Term> parse(std::string_view text, Term) { return find_word<Term>(terms, text); }
std::optional<RecordKind> parse(std::string_view text, RecordKind) { return find_word<RecordKind>(kinds, text); }
std::optional<ServiceTier> parse(std::string_view text, ServiceTier) {
  return find_word<ServiceTier>(service_tiers, text);
}

}  // namespace breakeven::io
