// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "breakeven/catalog.hpp"

namespace breakeven::io {

/// The words of an enumeration; for names() and parse(), the argument selects it.
std::string_view name(Term term);
std::string_view name(RecordKind kind);
std::string_view name(ServiceTier tier);
std::string_view name(Load load);
std::span<const std::string_view> names(Term);
std::span<const std::string_view> names(RecordKind);
std::span<const std::string_view> names(ServiceTier);
std::span<const std::string_view> names(Load);
std::optional<Term> parse(std::string_view text, Term);
std::optional<RecordKind> parse(std::string_view text, RecordKind);
std::optional<ServiceTier> parse(std::string_view text, ServiceTier);
std::optional<Load> parse(std::string_view text, Load);

}  // namespace breakeven::io
