// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "io/json/document.hpp"

namespace breakeven::io {

/// An offer that takes the id of another seller's in a layer below.
struct ReplacedOffer {
  std::string pointer;
  std::string id;
  std::string before;  // the sellers
  std::string after;
};

/// Whether two names are of one seller, by their letters and digits, one being the beginning of the other: Moonshot AI
/// is moonshot.
bool is_same_seller(std::string_view a, std::string_view b);

/// Says how many there are, and names the first.
void warn_of_displaced(const std::vector<ReplacedOffer>& displaced, ObjectReader& document);

}  // namespace breakeven::io
