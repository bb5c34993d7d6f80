// SPDX-License-Identifier: MIT
#include <algorithm>
#include <functional>
#include <unordered_map>
#include <unordered_set>

#include "io/catalog/catalog.hpp"
#include "io/catalog/displaced.hpp"
#include "io/catalog/fields.hpp"
#include "io/date.hpp"
#include "io/json/header.hpp"

namespace breakeven::io {
namespace {

// An id that must exist in another section, and where it is used.
struct Reference {
  std::string pointer;
  std::string_view section;
  std::string id;
};

class ReadArchive {
 public:
  ReadArchive(ObjectReader& reader, std::vector<Reference>& references)
      : reader_(reader), references_(references), problems_before_(reader.problems().size()) {}

  void text(std::string_view key, std::string& value) {
    if (auto found = reader_.string(key, true)) value = std::move(*found);
  }
  void texts(std::string_view key, std::vector<std::string>& values) {
    const Json* array = reader_.find(key);
    if (!array) return;
    if (!array->is_array()) return reader_.wrong_kind(key, "an array", *array);
    for (const Json& element : *array) {
      const bool is_text = element.is_string() && !element.string().empty();
      if (!is_text) return reader_.problem("BE-S003", key, "\"" + std::string(key) + "\" must hold texts alone");
      values.push_back(element.string());
    }
  }
  void optional_text(std::string_view key, std::string& value) { value = reader_.string(key).value_or(""); }
  void number(std::string_view key, double& value, const Domain& domain) {
    value = reader_.number(key, domain, true).value_or(value);
  }
  void optional_number(std::string_view key, std::optional<double>& value, const Domain& domain) {
    value = reader_.number(key, domain);
  }
  void integer(std::string_view key, std::int64_t& value, const Domain& domain) {
    if (const auto found = reader_.number(key, domain, true)) value = static_cast<std::int64_t>(*found);
  }
  void integer_or_one(std::string_view key, std::int64_t& value, const Domain& domain) {
    value = static_cast<std::int64_t>(reader_.number(key, domain).value_or(1));
  }
  template <class Enum>
  void choice(std::string_view key, Enum& value) {
    value = word_of(key, value, true).value_or(value);
  }
  template <class Enum>
  void optional_choice(std::string_view key, std::optional<Enum>& value) {
    value = word_of(key, Enum{}, false);
  }
  void reference(std::string_view key, std::string& id, std::string_view section) {
    text(key, id);
    if (!id.empty()) references_.push_back({Path(reader_.path(), key).pointer(), section, id});
  }
  template <Dimension D, Scale S>
  void quantity(std::string_view key, Quantity<D>& value, Unit<D, S> unit, const Domain& domain) {
    if (const auto found = reader_.number(key, domain, true)) value = *found * unit;
  }
  template <Dimension D, Scale S>
  void price(std::string_view key, Range<Quantity<D>>& value, Unit<D, S> unit) {
    if (const Json* found = reader_.find(key, true)) value = range_of(*found, key, unit).value_or(value);
  }
  template <Dimension D, Scale S>
  void optional_price(std::string_view key, std::optional<Range<Quantity<D>>>& value, Unit<D, S> unit) {
    if (const Json* found = reader_.find(key)) value = range_of(*found, key, unit);
  }
  template <class Describe>
  void object(std::string_view key, Describe describe_members) {
    const Json* found = reader_.find(key, true);
    if (!found) return;
    const Path path(reader_.path(), key);
    ObjectReader inner(reader_.text(), *found, path, reader_.problems());
    ReadArchive archive(inner, references_);
    describe_members(archive);
    inner.refuse_unknown_keys();
  }
  void api_prices(std::variant<ListPrices, Range<TokenPrice>>& prices) {
    const std::size_t before = problem_count();
    ListPrices list;
    describe(*this, list);
    std::optional<Range<TokenPrice>> flat;
    optional_price("usd_per_mtok", flat, usd_per_mtok);
    const bool split = list != ListPrices{};
    if (split ? flat.has_value() : !flat && problem_count() == before)
      reader_.problem("BE-S007", {}, split ? "a flat price and split prices together" : "an API offer without a price",
                      "give either \"usd_per_mtok\" or \"input_usd_per_mtok\" and \"output_usd_per_mtok\"");
    flat_price_ = flat.has_value();
    if (flat) prices = *flat;
    if (split) prices = list;
  }
  void need(std::string_view key) { reader_.find(key, true); }
  /// Prices for some requests in addition to the standard ones. Call after api_prices.
  template <class Tier>
  void tiers(std::string_view key, std::vector<Tier>& values) {
    const Json* array = reader_.find(key);
    if (!array) return;
    if (!array->is_array()) return reader_.wrong_kind(key, "an array", *array);
    std::string words(key);
    std::replace(words.begin(), words.end(), '_', ' ');
    if (flat_price_) reader_.problem("BE-S007", key, "a flat price has no " + words, "give split prices");
    const std::size_t before = problem_count();
    const Path tiers_path(reader_.path(), key);
    for (const Json& element : *array) {
      const Path path(tiers_path, values.size());
      ObjectReader inner(reader_.text(), element, path, reader_.problems());
      ReadArchive archive(inner, references_);
      describe(archive, values.emplace_back());
      inner.refuse_unknown_keys();
    }
    if (problem_count() == before) check_tiers(key, values);
  }
  void throughput(Throughput& throughput, const RequestShape& shape) {
    const bool shape_known = problem_count() == problems_before_;
    if (shape_known && shape.total() == TokensPerRequest{})
      reader_.problem("BE-S007", {}, "a request shape of no tokens at all");
    const std::size_t before = problem_count();
    const auto output = reader_.number("output_tok_per_s", positive);
    const auto total = reader_.number("tok_per_s", positive);
    const auto prefill = reader_.number("prefill_tok_per_s", positive);
    const auto decode = reader_.number("decode_tok_per_s", positive);
    const auto context = reader_.number("context_s_per_tok2", context_cost);
    if (problem_count() > before) return;
    const bool phases = prefill || decode || context;
    if (output.has_value() + total.has_value() + phases != 1 || prefill.has_value() != decode.has_value() ||
        (context && !decode))
      return reader_.problem(
          "BE-S007", {}, "a throughput has exactly one rate",
          "give one of \"output_tok_per_s\", \"tok_per_s\", or \"prefill_tok_per_s\" with \"decode_tok_per_s\"");
    if (output && shape_known && shape.output == TokensPerRequest{})
      return reader_.problem("BE-S007", "output_tok_per_s", "an output rate on requests without output tokens");
    if (output) throughput = OutputRate{*output * tok_per_s};
    if (total) throughput = TotalRate{*total * tok_per_s};
    if (phases) throughput = PhaseRates{*prefill * tok_per_s, *decode * tok_per_s, context.value_or(0) * s_per_tok2};
  }
  void citation(Citation& cited) {
    object("cited", [&](ReadArchive& inner) {
      inner.text("source", cited.source);
      inner.date("as_of", cited.as_of);
      inner.optional_text("url", cited.url);
      inner.optional_text("note", cited.note);
    });
  }
  void date(std::string_view key, Date& date) {
    const auto text = reader_.string(key, true);
    if (!text) return;
    if (const auto found = parse_date(*text))
      date = *found;
    else
      reader_.problem("BE-S008", key, "\"" + printable(*text) + "\" is not a date", "write YYYY-MM-DD");
  }

 private:
  template <class Enum>
  std::optional<Enum> word_of(std::string_view key, Enum kind, bool required) {
    const auto word = reader_.string(key, required);
    if (!word) return std::nullopt;
    const auto found = parse(*word, kind);
    if (!found)
      reader_.problem("BE-S006", key, "\"" + std::string(key) + "\" cannot be \"" + printable(*word) + "\"",
                      one_of(names(kind)));
    return found;
  }

  std::size_t problem_count() { return reader_.problems().size(); }

  void check_tiers(std::string_view key, const std::vector<ContextTier>& tiers) {
    const auto ascending = [](const ContextTier& a, const ContextTier& b) { return a.above_input < b.above_input; };
    if (std::adjacent_find(tiers.begin(), tiers.end(), std::not_fn(ascending)) != tiers.end())
      reader_.problem("BE-S007", key, "context tiers out of order", "sort them by \"above_input_tok\", each once");
  }
  void check_tiers(std::string_view key, const std::vector<ServiceTierPrices>& tiers) {
    std::unordered_set<std::string_view> seen;
    for (const ServiceTierPrices& service : tiers)
      if (!seen.insert(name(service.tier)).second)
        return reader_.problem("BE-S007", key, "the service tier \"" + std::string(name(service.tier)) + "\" twice",
                               "give each once");
  }

  static std::string one_of(std::span<const std::string_view> words) {
    std::string text = "use one of";
    for (const std::string_view word : words) (text += word == words.front() ? " " : ", ") += word;
    return text;
  }

  template <Dimension D, Scale S>
  std::optional<Range<Quantity<D>>> range_of(const Json& value, std::string_view key, Unit<D, S> unit) {
    const Path path(reader_.path(), key);
    if (!value.is_object()) {
      const auto point = reader_.number_of(value, path, non_negative);
      if (!point) return std::nullopt;
      return Range<Quantity<D>>{*point * unit, *point * unit};
    }
    ObjectReader ends(reader_.text(), value, path, reader_.problems());
    const auto low = ends.number("low", non_negative, true);
    const auto high = ends.number("high", non_negative, true);
    ends.refuse_unknown_keys();
    if (!low || !high) return std::nullopt;
    if (*low > *high) return ends.problem("BE-S007", "low", "\"low\" is above \"high\"", "exchange them"), std::nullopt;
    return Range<Quantity<D>>{*low * unit, *high * unit};
  }

  ObjectReader& reader_;
  std::vector<Reference>& references_;
  bool flat_price_ = false;
  std::size_t problems_before_;  // found before this object
};

// Reads a section's entries over those of lower layers.
template <class Entry>
void read_section(ObjectReader& document, const Json& array, std::string_view key, std::vector<Entry>& entries,
                  std::vector<Reference>& references) {
  std::unordered_map<std::string, std::size_t> below;
  for (std::size_t i = 0; i < entries.size(); ++i) below.emplace(entries[i].id, i);
  std::unordered_set<std::string> seen;
  std::vector<ReplacedOffer> displaced;
  const Path section(document.path(), key);
  std::size_t index = 0;
  for (const Json& element : array) {
    if (document.problems().size() >= most_problems) return;
    const Path path(section, index++);
    ObjectReader reader(document.text(), element, path, document.problems());
    ReadArchive archive(reader, references);
    Entry entry;
    describe(archive, entry);
    reader.refuse_unknown_keys();
    if (!entry.id.empty() && !seen.insert(entry.id).second)
      reader.problem("BE-P001", "id",
                     "the id \"" + printable(entry.id) + "\" occurs twice in \"" + std::string(key) + "\"",
                     "keep one, or give the older one a date: \"" + printable(entry.id) + "@YYYY-MM\"");
    if (const auto found = below.find(entry.id); found != below.end()) {
      if constexpr (requires { entry.provider; })
        if (!is_same_seller(entries[found->second].provider, entry.provider))
          displaced.push_back({path.pointer(), entry.id, entries[found->second].provider, entry.provider});
      entries[found->second] = std::move(entry);
    } else {
      entries.push_back(std::move(entry));
    }
  }
  warn_of_displaced(displaced, document);
}

void resolve(const std::vector<Reference>& references, const Catalog& catalog, const Text& text,
             Diagnostics& problems) {
  for_each_section([&](std::string_view key, auto member) {
    std::unordered_set<std::string_view> ids;
    for (const auto& entry : catalog.*member) ids.insert(entry.id);
    for (const Reference& reference : references) {
      if (reference.section != key || ids.contains(reference.id) || problems.size() >= most_problems) continue;
      const std::vector<std::string_view> candidates(ids.begin(), ids.end());
      problems.push_back(
          {.code = "BE-P002",
           .message = "\"" + printable(reference.id) + "\" is not in \"" + std::string(key) + "\" of any catalog",
           .location = locate(text, reference.pointer),
           .help = did_you_mean(reference.id, candidates)});
    }
  });
}

}  // namespace

void read_catalog_document(const Text& text, const Json& document, Catalog& catalog, Diagnostics& problems) {
  if (!check_header(text, document, "breakeven.catalog", problems)) return;
  const Path root;
  ObjectReader reader(text, document, root, problems);
  for (const std::string_view key : header_keys) reader.find(key);
  std::vector<Reference> references;
  Date as_of;
  ReadArchive(reader, references).date("as_of", as_of);
  catalog.as_of = std::max(catalog.as_of, as_of);
  for_each_section([&](std::string_view key, auto member) {
    const Json* array = reader.find(key);
    if (!array) return;
    if (array->is_array())
      read_section(reader, *array, key, catalog.*member, references);
    else
      reader.wrong_kind(key, "an array", *array);
  });
  reader.refuse_unknown_keys();
  resolve(references, catalog, text, problems);
}

}  // namespace breakeven::io
