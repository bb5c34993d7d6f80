// SPDX-License-Identifier: MIT
#include "inputs/gpu_price.hpp"

#include <array>

#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

struct PriceWord {
  PriceChoice choice;
  std::string_view input;  // the word in gpu_price_choice
  std::string_view shown;
};
constexpr std::array price_words{PriceWord{PriceChoice::median, "median", "median"},
                                 PriceWord{PriceChoice::low, "low", "lowest"},
                                 PriceWord{PriceChoice::high, "high", "highest"}};

std::string usd_per_hour_text(const GpuOffer& offer) { return text::money(offer.price.midpoint() / (usd / hour)); }

}  // namespace

PriceChoice price_choice(const InputSet& inputs) {
  const auto& asked = at(inputs, key("gpu_price_choice"));
  for (const PriceWord& word : price_words)
    if (asked && asked->id == word.input) return word.choice;
  return PriceChoice::median;
}

std::string chosen_price_text(PriceChoice choice, std::span<const GpuOffer* const> offers) {
  std::string text;
  for (const PriceWord& word : price_words)
    if (word.choice == choice) text = word.shown;
  return text + " of " + text::counted(static_cast<double>(offers.size()), "offer") + ", " +
         usd_per_hour_text(*offers.front()) + " to " + usd_per_hour_text(*offers.back());
}

}  // namespace breakeven::app
