// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace breakeven {

/// A JSON value; the members of an object keep their order. Our own type, because nlohmann's costs three seconds of
/// compile time in each file that uses it: the library parses the text (io/json.cpp), and this type holds the result.
class Json {
 public:
  struct Member;
  /// A member for an object under construction; its value moves into the object.
  struct Item;
  using Array = std::vector<Json>;
  using Object = std::vector<Member>;

  Json() noexcept;  // null
  Json(std::nullptr_t) noexcept;
  Json(std::same_as<bool> auto value) : value_(std::in_place_type<bool>, value) {}
  Json(std::signed_integral auto value) : value_(std::in_place_type<std::int64_t>, value) {}
  Json(std::unsigned_integral auto value) requires(!std::is_same_v<decltype(value), bool>)
      : value_(std::in_place_type<std::uint64_t>, value) {}
  Json(double value) noexcept;
  Json(std::string value) noexcept;
  Json(std::string_view value);
  Json(const char* value);
  Json(Array elements) noexcept;
  template <class T>
  Json(const std::vector<T>& values) : value_(std::in_place_type<Array>, values.begin(), values.end()) {}
  /// Null if there is no value.
  template <class T>
  Json(const std::optional<T>& value) : Json(value ? Json(*value) : Json()) {}
  /// An object with distinct keys: Json{{"status", "found"}, {"value", 3}}. array() makes an array.
  Json(std::initializer_list<Item> items);
  Json(const Json& other);
  Json(Json&& other) noexcept;
  Json& operator=(const Json& other);
  Json& operator=(Json&& other) noexcept;
  ~Json();

  static Json object();
  static Json array(std::initializer_list<Json> elements = {});

  bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
  bool is_boolean() const { return std::holds_alternative<bool>(value_); }
  bool is_integer() const { return is<std::int64_t>() || is<std::uint64_t>(); }
  bool is_number() const { return is_integer() || is<double>(); }
  bool is_string() const { return is<std::string>(); }
  bool is_array() const { return is<Array>(); }
  bool is_object() const { return is<Object>(); }
  bool is_structured() const { return is_array() || is_object(); }

  /// What the value holds; std::bad_variant_access if it has another kind.
  bool boolean() const { return std::get<bool>(value_); }
  double number() const;
  /// The digits of an integer, which a double might not hold; absent for any other value.
  std::optional<std::string> integer_text() const;
  const std::string& string() const { return std::get<std::string>(value_); }
  std::string& string() { return std::get<std::string>(value_); }
  const Array& elements() const { return std::get<Array>(value_); }
  Array& elements() { return std::get<Array>(value_); }
  const Object& members() const { return std::get<Object>(value_); }
  Object& members() { return std::get<Object>(value_); }

  /// The number of elements or members; 0 for null, 1 for any other value.
  std::size_t size() const;
  bool empty() const { return size() == 0; }

  /// The member, or null if there is none or the value is not an object.
  const Json* find(std::string_view key) const;
  Json* find(std::string_view key);
  bool contains(std::string_view key) const { return find(key) != nullptr; }
  /// The member; std::out_of_range if it is missing.
  const Json& at(std::string_view key) const;
  /// The member, added if it is missing; null becomes an object.
  Json& operator[](std::string_view key);
  const Json& operator[](std::size_t index) const { return elements().at(index); }
  Json& operator[](std::size_t index) { return elements().at(index); }
  /// Sets each member of `other`; null has none.
  void update(const Json& other);
  /// The elements of an array; empty for any other value.
  const Json* begin() const;
  const Json* end() const;
  Json* begin();
  Json* end();
  const Json& front() const { return elements().at(0); }
  const Json& back() const { return elements().at(elements().size() - 1); }
  /// Appends an element, and returns it; null becomes an array.
  Json& push_back(Json element);

  /// JSON text on one line, or indented by that many spaces per level. Bytes that are not UTF-8 become U+FFFD, numbers
  /// that JSON cannot express become null.
  std::string dump(int indentation = one_line) const;
  static constexpr int one_line = -1;

  /// Numbers are compared by value, objects without regard to order.
  friend bool operator==(const Json& a, const Json& b);

 private:
  template <class T>
  bool is() const {
    return std::holds_alternative<T>(value_);
  }

  std::variant<std::monostate, bool, std::int64_t, std::uint64_t, double, std::string, Array, Object> value_;
};

struct Json::Member {
  explicit Member(std::string name = {}, Json held = {}) : key(std::move(name)), value(std::move(held)) {}

  std::string key;
  Json value;
  bool operator==(const Member& other) const = default;
};

struct Json::Item {
  std::string_view key;
  mutable Json value;
};

/// Calls visit(step, part) for each member by its key, or each element by its index.
template <class Visit>
void for_each_part(const Json& value, Visit visit) {
  std::size_t index = 0;
  for (const Json& element : value) visit(std::to_string(index++), element);
  if (value.is_object())
    for (const auto& [key, member] : value.members()) visit(key, member);
}

/// The string of that member; empty if there is none.
std::string text_at(const Json& object, std::string_view key);

/// Appends the value as dump() writes it, `level` levels deep in a document.
void append_json(std::string& text, const Json& value, int indentation, int level = 0);

/// Append a number, a count or a text as in a JSON document; a whole number that is not a count ends in ".0".
void append_json(std::string& text, double number);
void append_json(std::string& text, std::int64_t count);
void append_json(std::string& text, std::string_view word);

/// The text between the quotes of a JSON string, unescaped (RFC 8259, section 7); absent if an escape is invalid, or is
/// half of a surrogate pair.
std::optional<std::string> unescaped(std::string_view quoted);

}  // namespace breakeven
