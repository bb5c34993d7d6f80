// SPDX-License-Identifier: MIT
// pydantic/genai-prices data.json, v1 and v2: an array of providers, each with models, and prices in usd per million
// tokens. Among several prices, the last whose constraint holds counts; a tier's price applies to the whole request
// (packages/python/genai_prices/types.py).
#include <algorithm>
#include <array>
#include <charconv>

#include "io/catalog/fields.hpp"
#include "io/date.hpp"
#include "io/import/api_prices/entry.hpp"
#include "io/import/format_functions.hpp"

namespace breakeven::io {
namespace {

constexpr std::array genai_price_keys{
    PriceKey{"input_mtok", &ListPrices::input},
    PriceKey{"output_mtok", &ListPrices::output},
    PriceKey{"cache_read_mtok", &ListPrices::cache_read},
    PriceKey{"cache_write_mtok", &ListPrices::cache_write},
};

// HH:MM:SSZ in minutes; drops the seconds.
std::optional<std::chrono::minutes> time_at(const Json& constraint, std::string_view key) {
  const std::string text = text_at(constraint, key);
  constexpr std::size_t shortest = 5;
  int hours = 0;
  int minutes = 0;
  if (text.size() < shortest || text[2] != ':') return std::nullopt;
  const char* begin = text.data();
  if (std::from_chars(begin, begin + 2, hours).ptr != begin + 2) return std::nullopt;
  if (std::from_chars(begin + 3, begin + 5, minutes).ptr != begin + 5) return std::nullopt;
  return std::chrono::hours(hours) + std::chrono::minutes(minutes);
}

class GenaiReader {
 public:
  GenaiReader(ImportRun& run, std::string key, const Path& path) : run_(run), entry_(run, std::move(key), path) {}

  void read(const Json& provider, const Json& model) {
    if (!entry_.is_object(model)) return;
    const std::string name = text_at(provider, "name");
    entry_.offer.provider = name.empty() ? text_at(provider, "id") : name;
    entry_.offer.model = text_at(model, "id");
    const Json* prices = model.find("prices");
    if (!prices) return entry_.refuse(Reason::no_price);
    if (prices->is_array()) prices = in_force(*prices);
    if (!prices) return entry_.refuse(Reason::not_in_force);
    if (!entry_.is_object(*prices)) return;
    for (const auto& [key, value] : prices->members()) take(key, value);
    entry_.fill_tiers();
    if (!other_unit_.empty() && !(entry_.list.input && entry_.list.output))
      return entry_.refuse(Reason::other_unit, other_unit_);
    entry_.add(dated_);
  }

 private:
  // The last price whose constraint holds.
  const Json* in_force(const Json& prices) {
    const auto& all = prices.elements();
    const auto found = std::find_if(all.rbegin(), all.rend(), [&](const Json& candidate) { return holds(candidate); });
    return found == all.rend() ? nullptr : found->find("prices");
  }

  bool holds(const Json& candidate) {
    const Json* constraint = candidate.find("constraint");
    if (!constraint || constraint->is_null()) return true;
    if (constraint->find("start_date")) {
      dated_ = parse_date(text_at(*constraint, "start_date"));
      if (!dated_) return entry_.refuse(Reason::unreadable, "a start_date that is no date"), false;
      const bool has_begun = *dated_ <= *run_.context.as_of;
      if (!has_begun) dated_.reset();
      return has_begun;
    }
    const auto from = time_at(*constraint, "start_time");
    const auto until = time_at(*constraint, "end_time");
    if (!from || !until) return entry_.refuse(Reason::unreadable, "a constraint of an unknown kind"), false;
    if (!run_.context.time_of_day) return entry_.leave_out("prices of a time of day, without --at"), false;
    run_.file.options_used.insert("--at");
    const auto now = *run_.context.time_of_day;
    return *from <= *until ? *from <= now && now < *until : now >= *from || now < *until;
  }

  void take(std::string_view key, const Json& value) {
    for (const PriceKey& row : genai_price_keys)
      if (row.key == key) return take_price(row, value);
    if (key == "requests_kcount") return take_fee(key, value);
    if (key.ends_with("_mtok")) return entry_.leave_out("prices of other tokens");
    other_unit_ = key;
    entry_.leave_out("prices in units other than tokens");
  }

  void take_price(const PriceKey& row, const Json& value) {
    if (!value.is_object()) return void(entry_.list.*row.price = entry_.price(value, row.key, Per::mtok));
    const Json* base = value.find("base");
    const Json* tiers = value.find("tiers");
    if (!base || !tiers || !tiers->is_array()) return entry_.refuse(Reason::tiers, std::string(row.key));
    entry_.list.*row.price = entry_.price(*base, row.key, Per::mtok);
    for (const Json& tier : *tiers) {
      const Json* start = tier.find("start");
      const Json* price = tier.find("price");
      if (!start || !start->is_number() || !price) return entry_.refuse(Reason::tiers, std::string(row.key));
      entry_.tier(start->number()).*row.price = entry_.price(*price, row.key, Per::mtok);
    }
  }

  void take_fee(std::string_view key, const Json& value) {
    constexpr int per_thousand = -3;
    if (const auto fee = entry_.number(value, key, per_thousand))
      entry_.offer.request_fee = Range<RequestFee>{*fee * usd_per_request, *fee * usd_per_request};
  }

  ImportRun& run_;
  ApiEntry entry_;
  std::optional<Date> dated_{};
  std::string other_unit_{};  // key of a price in another unit
};

}  // namespace

bool is_genai_prices(const Json& document) {
  return document.is_array() && !document.empty() &&
         std::any_of(document.begin(), document.end(), [](const Json& provider) {
           const Json* models = provider.find("models");
           return models && models->is_array() && !models->empty() && models->front().find("prices");
         });
}

void import_genai_prices(ImportRun& run) {
  const Path root;
  std::size_t provider_index = 0;
  for (const Json& provider : run.document()) {
    const Path provider_path(root, provider_index++);
    const Path models_path(provider_path, "models");
    const Json* models = provider.find("models");
    if (!models || !models->is_array()) continue;
    std::size_t index = 0;
    for (const Json& model : *models) {
      const Path path(models_path, index++);
      GenaiReader(run, text_at(provider, "id") + "/" + text_at(model, "id"), path).read(provider, model);
    }
  }
}

}  // namespace breakeven::io
