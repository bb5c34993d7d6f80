// SPDX-License-Identifier: MIT
// simonw/llm-prices data/VENDOR.json: a vendor's models, each with a history of prices in usd per million tokens. A
// price is valid from from_date until the day before to_date; null is open (data/README.md). current.json and
// historical.json are lists of such prices of all vendors; those in current.json are valid on the day it was made
// (scripts/build.py).
#include <algorithm>
#include <array>

#include "io/date.hpp"
#include "io/import/api_prices/entry.hpp"
#include "io/import/format_functions.hpp"

namespace breakeven::io {
namespace {

constexpr std::array llm_price_keys{
    PriceKey{"input", &ListPrices::input},
    PriceKey{"output", &ListPrices::output},
    PriceKey{"input_cached", &ListPrices::cache_read},
};

// Without a day, the price without an end is in force.
bool is_in_force(const Json& price, std::optional<Date> day) {
  const std::string until = text_at(price, "to_date");
  if (!day) return until.empty();
  const auto from = parse_date(text_at(price, "from_date"));
  const auto to = parse_date(until);
  return (!from || *from <= *day) && (until.empty() || (to && *day < *to));
}

void read_llm_prices_model(ImportRun& run, const Json& model, const std::string& vendor, const Path& path) {
  ApiEntry entry(run, text_at(model, "id"), path);
  if (!entry.is_object(model)) return;
  entry.offer.provider = vendor;
  entry.offer.model = entry.offer.id;
  const Json* history = model.find("price_history");
  if (!history || !history->is_array() || history->empty()) return entry.refuse(Reason::no_price);
  const auto& prices = history->elements();
  const auto price = std::find_if(prices.rbegin(), prices.rend(),
                                  [&](const Json& candidate) { return is_in_force(candidate, run.context.as_of); });
  if (price == prices.rend()) return entry.refuse(Reason::not_in_force);
  entry.list = entry.prices(*price, llm_price_keys, Per::mtok);
  entry.add(parse_date(text_at(*price, "from_date")));
}

void read_price(ImportRun& run, const Json& price, std::optional<Date> made, const Path& path) {
  ApiEntry entry(run, text_at(price, "id"), path);
  if (!entry.is_object(price)) return;
  entry.offer.provider = text_at(price, "vendor");
  entry.offer.model = entry.offer.id;
  const auto day = run.context.as_of;
  if (!is_in_force(price, day) || (day && made && *day < *made)) entry.refuse(Reason::not_in_force);
  entry.list = entry.prices(price, llm_price_keys, Per::mtok);
  const auto from = parse_date(text_at(price, "from_date"));
  entry.add(from ? from : made);
}

bool is_price_list(const Json& document) {
  const Json* prices = document.find("prices");
  const Json* price = prices ? first_element(*prices) : nullptr;
  return price && !text_at(*price, "vendor").empty() && price->find("id") && price->find("input");
}

}  // namespace

bool is_llm_prices(const Json& document) {
  if (is_price_list(document)) return true;
  const Json* models = document.find("models");
  return !text_at(document, "vendor").empty() && models && models->is_array() && !models->empty() &&
         models->front().find("price_history");
}

void import_llm_prices(ImportRun& run) {
  const Path root;
  const Path prices(root, "prices");
  if (is_price_list(run.document())) {
    const auto made = parse_date(text_at(run.document(), "updated_at"));
    std::size_t place = 0;
    for (const Json& price : *run.document().find("prices")) read_price(run, price, made, Path(prices, place++));
    return;
  }
  const Path models(root, "models");
  const std::string vendor = text_at(run.document(), "vendor");
  std::size_t index = 0;
  for (const Json& model : *run.document().find("models"))
    read_llm_prices_model(run, model, vendor, Path(models, index++));
}

}  // namespace breakeven::io
