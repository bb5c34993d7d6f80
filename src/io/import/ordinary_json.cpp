// SPDX-License-Identifier: MIT
#include "io/import/ordinary_json.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <functional>
#include <vector>

namespace breakeven::io {
namespace {

constexpr std::size_t deepest = 8;

// Whether two of the keys of an object may be the same, told by their hashes alone.
class Keys {
 public:
  bool may_repeat(std::string_view key) {
    if (2 * ++count_ > few_.size() && many_.size() < 2 * count_) grow();
    const std::size_t hash = std::hash<std::string_view>{}(key) | 1;  // 0 is an empty slot
    return many_.empty() ? !insert(few_, hash) : !insert(many_, hash);
  }

 private:
  template <class Slots>
  static bool insert(Slots& slots, std::size_t hash) {
    // The lowest bit of a hash is always set.
    std::size_t slot = (hash >> 1U) % slots.size();
    for (; slots[slot] != 0; slot = (slot + 1) % slots.size())
      if (slots[slot] == hash) return false;
    slots[slot] = hash;
    return true;
  }

  void grow() {
    constexpr std::size_t growth = 4;
    std::vector<std::size_t> larger(growth * std::max(many_.size(), few_.size()));
    for (const std::size_t hash : many_)
      if (hash != 0) insert(larger, hash);
    for (const std::size_t hash : few_)
      if (hash != 0) insert(larger, hash);
    few_.fill(0);
    many_ = std::move(larger);
  }

  std::array<std::size_t, 128> few_{};
  std::vector<std::size_t> many_{};
  std::size_t count_ = 0;
};

class Reader {
 public:
  explicit Reader(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

  std::optional<Json> read() {
    Json value;
    if (!read_value(value, 0)) return std::nullopt;
    skip_blanks();
    return at_ == end_ ? std::optional(std::move(value)) : std::nullopt;
  }

 private:
  void skip_blanks() {
    while (at_ < end_ && (*at_ == ' ' || *at_ == '\t' || *at_ == '\r' || *at_ == '\n')) ++at_;
  }
  bool take(char expected) {
    skip_blanks();
    if (at_ == end_ || *at_ != expected) return false;
    ++at_;
    return true;
  }
  bool take(std::string_view word) {
    if (!std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  bool read_text(std::string_view& text) {
    if (!take('"')) return false;
    const char* begin = at_;
    while (at_ < end_ && *at_ != '"') {
      const auto byte = static_cast<unsigned char>(*at_);
      if (byte < ' ' || byte >= 0x7F || byte == '\\') return false;
      ++at_;
    }
    if (at_ == end_) return false;
    text = std::string_view(begin, static_cast<std::size_t>(at_ - begin));
    ++at_;
    return true;
  }

  bool read_value(Json& value, std::size_t depth) {
    skip_blanks();
    if (at_ == end_ || depth > deepest) return false;
    switch (*at_) {
      case '{':
        return read_object(value, depth);
      case '[':
        return read_array(value, depth);
      case '"': {
        std::string_view text;
        if (!read_text(text)) return false;
        value = std::string(text);
        return true;
      }
      case 't':
        return take("true") && (value = true, true);
      case 'f':
        return take("false") && (value = false, true);
      case 'n':
        return take("null");
      case 'N':
        return take("NaN") && (value = "", true);
      case 'I':
        return take("Infinity") && (value = "inf", true);
      default:
        return take("-Infinity") ? (value = "-inf", true) : read_number(value);
    }
  }

  bool read_object(Json& value, std::size_t depth) {
    ++at_;
    value = Json::object();
    auto& members = static_cast<Json::object_t::Container&>(value.get_ref<Json::object_t&>());
    if (take('}')) return true;
    constexpr std::size_t usual_members = 48;
    if (depth == 0) members.reserve(usual_members);
    Keys keys;
    do {
      std::string_view key;
      if (!read_text(key) || keys.may_repeat(key) || !take(':')) return false;
      members.emplace_back(std::string(key), Json());
      if (!read_value(members.back().second, depth + 1)) return false;
    } while (take(','));
    return take('}');
  }

  bool read_array(Json& value, std::size_t depth) {
    ++at_;
    value = Json::array();
    auto& elements = value.get_ref<Json::array_t&>();
    if (take(']')) return true;
    do
      if (!read_value(elements.emplace_back(), depth + 1)) return false;
    while (take(','));
    return take(']');
  }

  template <class Number>
  bool convert(const char* begin, Json& value) {
    Number number{};
    const auto [end, error] = std::from_chars(begin, at_, number);
    if (error != std::errc() || end != at_) return false;
    value = number;
    return true;
  }

  const char* skip_digits() {
    while (at_ < end_ && *at_ >= '0' && *at_ <= '9') ++at_;
    return at_;
  }

  // What JSON calls a number: no leading zero, digits around the point.
  bool read_number(Json& value) {
    const char* begin = at_;
    const bool negative = *at_ == '-';
    if (negative) ++at_;
    const char* whole = at_;
    if (skip_digits() == whole || (*whole == '0' && at_ - whole > 1)) return false;
    bool is_whole = true;
    if (at_ < end_ && *at_ == '.') {
      is_whole = false;
      const char* fraction = ++at_;
      if (skip_digits() == fraction) return false;
    }
    const char* mantissa_end = at_;
    if (at_ < end_ && (*at_ == 'e' || *at_ == 'E')) {
      is_whole = false;
      ++at_;
      if (at_ < end_ && (*at_ == '+' || *at_ == '-')) ++at_;
      const char* exponent = at_;
      if (skip_digits() == exponent) return false;
    }
    if (is_whole) return negative ? convert<std::int64_t>(begin, value) : convert<std::uint64_t>(begin, value);
    if (!convert<double>(begin, value)) return false;
    const auto is_digit_above_0 = [](char letter) { return letter >= '1' && letter <= '9'; };
    return value.get<double>() != 0 || std::none_of(begin, mantissa_end, is_digit_above_0);
  }

  const char* at_;
  const char* end_;
};

}  // namespace

std::optional<Json> ordinary_json(std::string_view text) { return Reader(text).read(); }

}  // namespace breakeven::io
