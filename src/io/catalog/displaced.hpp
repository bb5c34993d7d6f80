// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "io/json/document.hpp"

namespace breakeven::io {

/// An offer that takes the id of another seller's offer in a layer below.
struct ReplacedOffer {
  std::string pointer;
  std::string id;
  std::string before;  // the sellers
  std::string after;
};

/// Whether two names belong to one seller: compares letters and digits, and one must start with the other, like
/// moonshot and Moonshot AI.
bool is_same_seller(std::string_view a, std::string_view b);

/// Warns with the number of replaced offers and the first of them.
void warn_of_displaced(const std::vector<ReplacedOffer>& displaced, ObjectReader& document);

}  // namespace breakeven::io
