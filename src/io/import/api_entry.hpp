// SPDX-License-Identifier: MIT
#pragma once

#include "io/import/import.hpp"

namespace breakeven::io {

/// The unit of a price in a foreign file.
enum class Per { token, mtok };

/// A key of a foreign file, and the price that it is.
struct PriceKey {
  std::string_view key;
  std::optional<Range<TokenPrice>> ListPrices::*price;
};

/// One entry of a price list on its way to an API offer.
class ApiEntry {
 public:
  /// Counts the entry. `import` and `path` must outlive it.
  ApiEntry(Import& import, std::string key, const Path& path);

  /// Whether the value is an object; else the entry is refused.
  bool is_object(const Json& value);

  /// A price at `key` of the entry. Null is absent; what is no price is refused.
  std::optional<Range<TokenPrice>> price(const Json& value, std::string_view key, Per per);
  /// The prices that `object` has at these keys.
  ListPrices prices(const Json& object, std::span<const PriceKey> keys, Per per);
  /// A number that is not negative at `key`, times 10^exponent.
  std::optional<double> number(const Json& value, std::string_view key, int exponent = 0);

  /// The prices of a request whose input exceeds `above_input_tok`. Absent until it is asked for.
  ListPrices& tier(double above_input_tok);
  /// Gives tiers the prices of the one below, where they have none: what a format does not say anew, it leaves.
  void fill_tiers();

  /// Only the first reason counts.
  void refuse(Reason reason, std::string detail = {});
  /// A part of the entry that a catalog has no place for.
  void leave_out(std::string_view part);

  /// Adds the offer to the catalog, unless it lacks a price, a date or an id of its own.
  void add(std::optional<Date> dated = std::nullopt);

  ApiOffer offer{};
  ListPrices list{};

 private:
  void check_prices();

  Import& import_;
  const Path& path_;
  std::vector<std::string> parts_;
  bool is_refused_ = false;
  ListPrices refused_tier_{};
};

/// The object's string at `key`, or nothing where there is none or an empty one.
std::string text_at(const Json& object, std::string_view key);

/// The object's value at `key`, or null where it is absent.
const Json* value_at(const Json& object, std::string_view key);

}  // namespace breakeven::io
