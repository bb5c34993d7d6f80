// SPDX-License-Identifier: MIT
#include "text/json.hpp"

#include <fmt/compile.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <stdexcept>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace breakeven {
namespace {

// RFC 8259, section 7: each character with a one-letter escape, followed by that letter.
constexpr std::string_view short_escapes = "\"\"\\\\\bb\ff\nn\rr\tt";

void append_escaped(std::string& text, std::string_view word) {
  while (!word.empty()) {
    const char first = word.front();
    std::size_t length = text::character_length(word);
    const std::size_t at = short_escapes.find(first);
    if (length == 0) {
      text += "\uFFFD";
      length = 1;
    } else if (at != std::string_view::npos && at % 2 == 0) {
      (text += '\\') += short_escapes[at + 1];
    } else if (static_cast<unsigned char>(first) < ' ') {
      fmt::format_to(std::back_inserter(text), FMT_COMPILE("\\u{:04x}"), static_cast<unsigned>(first));
    } else {
      text += word.substr(0, length);
    }
    word.remove_prefix(length);
  }
}

// The four hexadecimal digits of a \u escape, at the start of the text.
std::optional<unsigned> utf16_unit(std::string_view text) {
  constexpr std::size_t digits = 4;
  unsigned unit = 0;
  if (text.size() < digits) return {};
  const auto [end, error] = std::from_chars(text.data(), text.data() + digits, unit, 16);
  if (error != std::errc() || end != text.data() + digits) return {};
  return unit;
}

// Takes the code point of a \u escape, or of two that form a surrogate pair, after the first "\u".
std::optional<char32_t> take_code_point(std::string_view& text) {
  const auto first = utf16_unit(text);
  if (!first) return {};
  text.remove_prefix(4);
  if (*first < 0xD800 || *first > 0xDFFF) return *first;
  if (*first > 0xDBFF || !text.starts_with("\\u")) return {};
  const auto second = utf16_unit(text.substr(2));
  if (!second || *second < 0xDC00 || *second > 0xDFFF) return {};
  text.remove_prefix(6);
  return 0x10000 + ((*first - 0xD800) << 10U) + (*second - 0xDC00);
}

class Writer {
 public:
  Writer(std::string& out, int indentation, int level) : text_(out), indentation_(indentation), level_(level) {}

  void write(const Json& value) {
    if (value.is_object())
      write_object(value.members());
    else if (value.is_array())
      write_array(value.elements());
    else
      write_scalar(value);
  }

 private:
  void write_object(const Json::Object& members) {
    write_list('{', members, '}', [&](const Json::Member& member) {
      append_json(text_, member.key);
      text_ += indentation_ >= 0 ? ": " : ":";
      write(member.value);
    });
  }

  void write_array(const Json::Array& elements) {
    write_list('[', elements, ']', [&](const Json& element) { write(element); });
  }

  template <class List, class Write>
  void write_list(char open, const List& list, char close, Write&& write_one) {
    text_ += open;
    ++level_;
    bool first = true;
    for (const auto& one : list) {
      if (!first) text_ += ',';
      first = false;
      break_line();
      write_one(one);
    }
    --level_;
    if (!list.empty()) break_line();
    text_ += close;
  }

  void write_scalar(const Json& value) {
    if (value.is_string())
      append_json(text_, value.string());
    else if (value.is_boolean())
      text_ += value.boolean() ? "true" : "false";
    else if (const auto integer = value.integer_text())
      text_ += *integer;
    else if (value.is_number() && std::isfinite(value.number()))
      append_json(text_, value.number());
    else
      text_ += "null";
  }

  void break_line() {
    if (indentation_ >= 0)
      text_.append(1, '\n').append(static_cast<std::size_t>(level_) * static_cast<std::size_t>(indentation_), ' ');
  }

  std::string& text_;
  int indentation_;
  int level_;
};

}  // namespace

Json::Json() noexcept = default;
Json::Json(std::nullptr_t) noexcept {}
Json::Json(double value) noexcept : value_(value) {}
Json::Json(std::string value) noexcept : value_(std::move(value)) {}
Json::Json(std::string_view value) : value_(std::in_place_type<std::string>, value) {}
Json::Json(const char* value) : value_(std::in_place_type<std::string>, value) {}
Json::Json(Array elements) noexcept : value_(std::move(elements)) {}
Json::Json(std::initializer_list<Item> items) {
  auto& members = value_.emplace<Object>();
  members.reserve(items.size());
  for (const Item& item : items) members.emplace_back(std::string(item.key), std::move(item.value));
}
Json::Json(const Json& other) = default;
Json::Json(Json&& other) noexcept = default;
Json& Json::operator=(const Json& other) = default;
Json& Json::operator=(Json&& other) noexcept = default;
Json::~Json() = default;

Json Json::object() { return std::initializer_list<Item>(); }

Json Json::array(std::initializer_list<Json> elements) { return Array(elements); }

double Json::number() const {
  if (const auto* integer = std::get_if<std::int64_t>(&value_)) return static_cast<double>(*integer);
  if (const auto* integer = std::get_if<std::uint64_t>(&value_)) return static_cast<double>(*integer);
  return std::get<double>(value_);
}

std::optional<std::string> Json::integer_text() const {
  if (const auto* integer = std::get_if<std::int64_t>(&value_)) return std::to_string(*integer);
  if (const auto* integer = std::get_if<std::uint64_t>(&value_)) return std::to_string(*integer);
  return std::nullopt;
}

std::size_t Json::size() const {
  if (is_array()) return elements().size();
  if (is_object()) return members().size();
  return is_null() ? 0 : 1;
}

const Json* Json::find(std::string_view key) const {
  if (const auto* object = std::get_if<Object>(&value_))
    for (const Member& member : *object)
      if (member.key == key) return &member.value;
  return nullptr;
}

Json* Json::find(std::string_view key) { return const_cast<Json*>(std::as_const(*this).find(key)); }

const Json& Json::at(std::string_view key) const {
  const Json* value = find(key);
  if (!value) throw std::out_of_range("no key " + std::string(key));
  return *value;
}

Json& Json::operator[](std::string_view key) {
  if (is_null()) value_.emplace<Object>();
  if (Json* value = find(key)) return *value;
  return members().emplace_back(std::string(key)).value;
}

void Json::update(const Json& other) {
  if (other.is_null()) return;
  for (const Member& member : other.members()) (*this)[member.key] = member.value;
}

const Json* Json::begin() const { return is_array() ? elements().data() : nullptr; }
const Json* Json::end() const { return is_array() ? elements().data() + elements().size() : nullptr; }
Json* Json::begin() { return is_array() ? elements().data() : nullptr; }
Json* Json::end() { return is_array() ? elements().data() + elements().size() : nullptr; }

Json& Json::push_back(Json element) {
  if (is_null()) value_.emplace<Array>();
  return elements().emplace_back(std::move(element));
}

std::string Json::dump(int indentation) const {
  std::string text;
  append_json(text, *this, indentation);
  return text;
}

bool operator==(const Json& a, const Json& b) {
  if (a.is_number() && b.is_number()) {
    const auto whole = a.integer_text();
    const auto other = b.integer_text();
    return whole && other ? *whole == *other : a.number() == b.number();
  }
  if (!a.is_object() || !b.is_object()) return a.value_ == b.value_;
  return a.size() == b.size() && std::all_of(a.members().begin(), a.members().end(), [&](const Json::Member& member) {
           const Json* other = b.find(member.key);
           return other && *other == member.value;
         });
}

std::string text_at(const Json& object, std::string_view key) {
  const Json* value = object.find(key);
  return value && value->is_string() ? value->string() : std::string();
}

void append_json(std::string& text, const Json& value, int indentation, int level) {
  Writer(text, indentation, level).write(value);
}

void append_json(std::string& text, double number) {
  const std::size_t begin = text.size();
  fmt::format_to(std::back_inserter(text), FMT_COMPILE("{}"), number);
  if (text.find_first_of(".e", begin) == std::string::npos) text += ".0";
}

void append_json(std::string& text, std::int64_t count) {
  fmt::format_to(std::back_inserter(text), FMT_COMPILE("{}"), count);
}

void append_json(std::string& text, std::string_view word) {
  text += '"';
  if (text::is_plain(word) && word.find_first_of("\"\\") == std::string_view::npos)
    text += word;
  else
    append_escaped(text, word);
  text += '"';
}

std::optional<std::string> unescaped(std::string_view quoted) {
  std::string text;
  while (!quoted.empty()) {
    const std::size_t plain = std::min(quoted.find('\\'), quoted.size());
    text += quoted.substr(0, plain);
    quoted.remove_prefix(plain);
    if (quoted.empty()) break;
    if (quoted.size() == 1) return {};
    const char letter = quoted[1];
    quoted.remove_prefix(2);
    if (letter == 'u') {
      const auto code = take_code_point(quoted);
      if (!code) return {};
      text::append_utf8(text, *code);
    } else if (letter == '/') {
      text += '/';
    } else {
      std::size_t at = 1;
      while (at < short_escapes.size() && short_escapes[at] != letter) at += 2;
      if (at > short_escapes.size()) return {};
      text += short_escapes[at - 1];
    }
  }
  return text;
}

}  // namespace breakeven
