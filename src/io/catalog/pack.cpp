// SPDX-License-Identifier: MIT
#include "io/catalog/pack.hpp"

#include <cstring>
#include <stdexcept>
#include <type_traits>

#include "io/catalog/fields.hpp"

namespace breakeven::io {
namespace {

// The two directions. Each moves one value between the bytes and its field.
struct Writer {
  std::string& bytes;

  template <class Number>
  void number(Number& value) {
    static_assert(std::is_trivially_copyable_v<Number>);
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void text(std::string& value) {
    auto size = static_cast<std::uint32_t>(value.size());
    number(size);
    bytes += value;
  }
};

struct PackReader {
  std::string_view bytes;

  std::string_view take(std::size_t size) {
    if (size > bytes.size()) throw std::out_of_range("a packed catalog is cut short");
    const std::string_view taken = bytes.substr(0, size);
    bytes.remove_prefix(size);
    return taken;
  }
  template <class Number>
  void number(Number& value) {
    static_assert(std::is_trivially_copyable_v<Number>);
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
  }
  void text(std::string& value) {
    std::uint32_t size = 0;
    number(size);
    value = take(size);
  }
};

template <class Direction>
class BinaryArchive {
 public:
  explicit BinaryArchive(Direction& direction) : direction_(direction) {}

  void text(std::string_view, std::string& value) { direction_.text(value); }
  void texts(std::string_view, std::vector<std::string>& values) {
    sized(values);
    for (std::string& value : values) direction_.text(value);
  }
  void optional_text(std::string_view, std::string& value) { direction_.text(value); }
  void reference(std::string_view, std::string& id, std::string_view) { direction_.text(id); }
  void number(std::string_view, double& value, const Domain&) { direction_.number(value); }
  void integer(std::string_view, std::int64_t& value, const Domain&) { direction_.number(value); }
  void integer_or_one(std::string_view, std::int64_t& value, const Domain&) { direction_.number(value); }
  void optional_number(std::string_view, std::optional<double>& value, const Domain&) {
    optional(value, [&](double& number) { direction_.number(number); });
  }
  template <class Enum>
  void choice(std::string_view, Enum& value) {
    direction_.number(value);
  }
  template <class Enum>
  void optional_choice(std::string_view, std::optional<Enum>& value) {
    optional(value, [&](Enum& word) { direction_.number(word); });
  }
  template <Dimension D, class Unit>
  void quantity(std::string_view, Quantity<D>& value, Unit, const Domain&) {
    direction_.number(value);
  }
  template <Dimension D, class Unit>
  void price(std::string_view, Range<Quantity<D>>& value, Unit) {
    direction_.number(value);
  }
  template <Dimension D, class Unit>
  void optional_price(std::string_view, std::optional<Range<Quantity<D>>>& value, Unit) {
    optional(value, [&](Range<Quantity<D>>& range) { direction_.number(range); });
  }
  template <class Describe>
  void object(std::string_view, Describe describe_members) {
    describe_members(*this);
  }
  void api_prices(std::variant<ListPrices, Range<TokenPrice>>& prices) {
    choose(
        prices, [&](ListPrices& list) { describe(*this, list); },
        [&](Range<TokenPrice>& flat) { direction_.number(flat); });
  }
  void need(std::string_view) {}
  template <class Tier>
  void tiers(std::string_view, std::vector<Tier>& values) {
    entries(values);
  }
  void throughput(Throughput& throughput, const RequestShape&) {
    const auto whole = [&](auto& rates) { direction_.number(rates); };
    choose(throughput, whole, whole, whole);
  }
  void citation(Citation& cited) {
    direction_.text(cited.source);
    direction_.number(cited.as_of);
    direction_.text(cited.url);
    direction_.text(cited.note);
  }
  template <class Entry>
  void entries(std::vector<Entry>& values) {
    sized(values);
    for (Entry& entry : values) describe(*this, entry);
  }

 private:
  template <class Value>
  void sized(std::vector<Value>& values) {
    auto size = static_cast<std::uint32_t>(values.size());
    direction_.number(size);
    values.resize(size);
  }

  template <class Value, class Move>
  void optional(std::optional<Value>& value, Move move) {
    bool present = value.has_value();
    direction_.number(present);
    if (present) move(value ? *value : value.emplace());
  }

  // Moves the held alternative, or the one that the bytes name.
  template <class... Values, class... Moves>
  void choose(std::variant<Values...>& value, Moves... moves) {
    std::size_t index = value.index();
    direction_.number(index);
    std::size_t alternative = 0;
    const auto one = [&](auto* none, auto& move) {
      using Value = std::remove_pointer_t<decltype(none)>;
      if (alternative++ != index) return;
      if (!std::holds_alternative<Value>(value)) value.template emplace<Value>();
      move(std::get<Value>(value));
    };
    (one(static_cast<Values*>(nullptr), moves), ...);
  }

  Direction& direction_;
};

template <class Direction>
void move_catalog(Direction& direction, Catalog& catalog) {
  BinaryArchive archive(direction);
  direction.number(catalog.as_of);
  for_each_section([&](std::string_view, auto member) { archive.entries(catalog.*member); });
}

}  // namespace

std::string pack(const Catalog& catalog) {
  std::string bytes;
  Catalog copy = catalog;
  Writer writer{bytes};
  move_catalog(writer, copy);
  return bytes;
}

Catalog unpack(std::string_view packed) {
  Catalog catalog;
  PackReader reader{packed};
  move_catalog(reader, catalog);
  return catalog;
}

}  // namespace breakeven::io
