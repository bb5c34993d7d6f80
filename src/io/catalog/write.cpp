// SPDX-License-Identifier: MIT
#include <cmath>

#include "io/catalog/catalog.hpp"
#include "io/catalog/fields.hpp"
#include "io/date.hpp"

namespace breakeven::io {
namespace {

// Writes whole numbers without a decimal point, as people do in a catalog.
Json number_of(double value) {
  constexpr double exact_integers = 9007199254740992.0;
  if (std::abs(value) < exact_integers && std::trunc(value) == value) return static_cast<std::int64_t>(value);
  return value;
}

class WriteArchive {
 public:
  explicit WriteArchive(Json& object) : object_(object) {}

  void text(std::string_view key, const std::string& value) { set(key, value); }
  void texts(std::string_view key, const std::vector<std::string>& values) {
    if (!values.empty()) set(key, values);
  }
  void optional_text(std::string_view key, const std::string& value) {
    if (!value.empty()) text(key, value);
  }
  void number(std::string_view key, double value, const Domain&) { set(key, number_of(value)); }
  void optional_number(std::string_view key, const std::optional<double>& value, const Domain& domain) {
    if (value) number(key, *value, domain);
  }
  void integer(std::string_view key, std::int64_t value, const Domain&) { set(key, value); }
  void integer_or_one(std::string_view key, std::int64_t value, const Domain&) {
    if (value != 1) set(key, value);
  }
  template <class Enum>
  void choice(std::string_view key, Enum value) {
    set(key, name(value));
  }
  template <class Enum>
  void optional_choice(std::string_view key, const std::optional<Enum>& value) {
    if (value) choice(key, *value);
  }
  void reference(std::string_view key, const std::string& id, std::string_view) { text(key, id); }
  template <Dimension D, Scale S>
  void quantity(std::string_view key, Quantity<D> value, Unit<D, S> unit, const Domain& domain) {
    number(key, value / unit, domain);
  }
  template <Dimension D, Scale S>
  void price(std::string_view key, const Range<Quantity<D>>& value, Unit<D, S> unit) {
    if (value.is_point())
      set(key, number_of(value.low / unit));
    else
      set(key, Json{{"low", number_of(value.low / unit)}, {"high", number_of(value.high / unit)}});
  }
  template <Dimension D, Scale S>
  void optional_price(std::string_view key, const std::optional<Range<Quantity<D>>>& value, Unit<D, S> unit) {
    if (value) price(key, *value, unit);
  }
  template <class Describe>
  void object(std::string_view key, Describe describe_members) {
    WriteArchive inner(set(key, Json::object()));
    describe_members(inner);
  }
  void api_prices(std::variant<ListPrices, Range<TokenPrice>>& prices) {
    if (auto* list = std::get_if<ListPrices>(&prices))
      describe(*this, *list);
    else
      price("usd_per_mtok", std::get<Range<TokenPrice>>(prices), usd_per_mtok);
  }
  void need(std::string_view) {}
  template <class Tier>
  void tiers(std::string_view key, std::vector<Tier>& values) {
    if (values.empty()) return;
    Json& array = set(key, Json::array());
    for (Tier& tier : values) {
      WriteArchive inner(array.push_back(Json::object()));
      describe(inner, tier);
    }
  }
  void throughput(const Throughput& throughput, const RequestShape&) {
    if (const auto* output = std::get_if<OutputRate>(&throughput)) {
      number("output_tok_per_s", output->rate / tok_per_s, positive);
    } else if (const auto* total = std::get_if<TotalRate>(&throughput)) {
      number("tok_per_s", total->rate / tok_per_s, positive);
    } else {
      const auto& phases = std::get<PhaseRates>(throughput);
      number("prefill_tok_per_s", phases.prefill / tok_per_s, positive);
      number("decode_tok_per_s", phases.decode / tok_per_s, positive);
      if (phases.context > ContextCost{}) number("context_s_per_tok2", phases.context / s_per_tok2, positive);
    }
  }
  void citation(const Citation& cited) {
    WriteArchive inner(set("cited", Json::object()));
    inner.text("source", cited.source);
    inner.text("as_of", format_date(cited.as_of));
    inner.optional_text("url", cited.url);
    inner.optional_text("note", cited.note);
  }

 private:
  Json& set(std::string_view key, Json value) {
    return object_.members().emplace_back(std::string(key), std::move(value)).value;
  }

  Json& object_;
};

template <class Entry>
Json written(Entry entry) {
  constexpr std::size_t most_members = 24;
  Json object = Json::object();
  object.members().reserve(most_members);
  WriteArchive archive(object);
  describe(archive, entry);
  return object;
}

constexpr int indentation = 2;

Json catalog_header(const Catalog& catalog) {
  return Json{{"schema", "breakeven.catalog"}, {"schema_version", "1.0"}, {"as_of", format_date(catalog.as_of)}};
}

}  // namespace

Json write_entry(const Gpu& entry) { return written(entry); }
Json write_entry(const GpuOffer& entry) { return written(entry); }
Json write_entry(const ApiOffer& entry) { return written(entry); }
Json write_entry(const Model& entry) { return written(entry); }
Json write_entry(const ThroughputRecord& entry) { return written(entry); }

Json write_catalog(const Catalog& catalog) {
  Json document = catalog_header(catalog);
  for_each_section([&](std::string_view key, auto member) {
    Json& array = document[key] = Json::array();
    for (const auto& entry : catalog.*member) array.push_back(write_entry(entry));
  });
  return document;
}

std::string catalog_text(const Catalog& catalog) {
  std::string text;
  std::size_t entries = 0;
  for_each_section([&](std::string_view, auto member) { entries += (catalog.*member).size(); });
  constexpr std::size_t usual_entry = 400;
  text.reserve(entries * usual_entry);
  append_json(text, catalog_header(catalog), indentation);
  text.resize(text.size() - std::string_view("\n}").size());
  for_each_section([&](std::string_view key, auto member) {
    ((text += ",\n  \"") += key) += "\": [";
    std::string_view before = "\n    ";
    for (const auto& entry : catalog.*member) {
      append_json(text += before, write_entry(entry), indentation, 2);
      before = ",\n    ";
    }
    text += (catalog.*member).empty() ? "]" : "\n  ]";
  });
  return text += "\n}";
}

}  // namespace breakeven::io
