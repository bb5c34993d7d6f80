// SPDX-License-Identifier: MIT
#include "io/json/fast_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <functional>
#include <vector>

#include "io/json/number.hpp"
#include "text/utf8.hpp"

namespace breakeven::io {
namespace {

// Whether two keys of an object may be equal, judged by their hashes alone.
class Keys {
 public:
  explicit Keys(const Json::Object& members) {
    for (const auto& member : members) may_repeat(member.key);
  }

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

class FastReader {
 public:
  explicit FastReader(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

  bool read(Json& value) {
    if (!read_value(value, 0)) return false;
    skip_blanks();
    return at_ == end_;
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

  // The view is valid until the next text is read.
  bool read_text(std::string_view& text) {
    if (!take('"')) return false;
    const char* begin = at_;
    bool is_ascii = true;
    bool is_escaped = false;
    for (; at_ < end_ && *at_ != '"'; ++at_) {
      const auto byte = static_cast<unsigned char>(*at_);
      if (byte < ' ') return false;
      is_ascii = is_ascii && byte < 0x80;
      if (byte != '\\') continue;
      is_escaped = true;
      if (++at_ == end_) return false;
    }
    if (at_ == end_) return false;
    text = std::string_view(begin, static_cast<std::size_t>(at_ - begin));
    ++at_;
    return is_escaped ? unescape(text) : is_ascii || text::is_utf8(text);
  }

  bool unescape(std::string_view& text) {
    auto plain = text::is_utf8(text) ? unescaped(text) : std::nullopt;
    if (!plain) return false;
    unescaped_ = *std::move(plain);
    text = unescaped_;
    return true;
  }

  // Takes the key if it is next in the text; never matches a key that needs escapes.
  bool take_key(std::string_view key) {
    skip_blanks();
    const std::size_t length = key.size() + 2;
    if (static_cast<std::size_t>(end_ - at_) < length || *at_ != '"' || at_[length - 1] != '"' ||
        std::string_view(at_ + 1, key.size()) != key || key.find('"') != std::string_view::npos ||
        key.find('\\') != std::string_view::npos)
      return false;
    at_ += length;
    return true;
  }

  static void assign(Json& value, std::string_view text) {
    if (value.is_string())
      value.string().assign(text);
    else
      value = std::string(text);
  }

  bool read_value(Json& value, std::size_t depth) {
    skip_blanks();
    if (at_ == end_) return false;
    switch (*at_) {
      case '{':
        return depth < deepest_json && read_object(value, depth);
      case '[':
        return depth < deepest_json && read_array(value, depth);
      case '"': {
        std::string_view text;
        return read_text(text) && (assign(value, text), true);
      }
      case 't':
        return take("true") && (value = true, true);
      case 'f':
        return take("false") && (value = false, true);
      case 'n':
        return take("null") && (value = nullptr, true);
      case 'N':
        return take("NaN") && (assign(value, ""), true);
      case 'I':
        return take("Infinity") && (assign(value, "inf"), true);
      default:
        return take("-Infinity") ? (assign(value, "-inf"), true) : read_number(value);
    }
  }

  bool read_object(Json& value, std::size_t depth) {
    ++at_;
    if (!value.is_object()) value = Json::object();
    auto& members = value.members();
    std::size_t count = 0;
    if (!take('}')) {
      std::optional<Keys> keys;  // from the first unknown key on
      do {
        Json* member = read_key(members, count, keys, depth);
        if (!member || !take(':') || !read_value(*member, depth + 1)) return false;
        ++count;
      } while (take(','));
      if (!take('}')) return false;
    }
    members.resize(count);
    std::size_t& usual = usual_members_[depth];
    usual = std::max(count, usual - std::min<std::size_t>(usual, 1));
    return true;
  }

  // The value for the next key: of the known member at this position, or of a new one. Null if there is no key, or one
  // that may be a duplicate.
  Json* read_key(Json::Object& members, std::size_t count, std::optional<Keys>& keys, std::size_t depth) {
    if (!keys && count < members.size() && take_key(members[count].key)) return &members[count].value;
    std::string_view key;
    if (!read_text(key)) return nullptr;
    if (!keys) {
      members.resize(count);
      keys.emplace(members);
      members.reserve(usual_members_[depth]);
    }
    return keys->may_repeat(key) ? nullptr : &members.emplace_back(std::string(key)).value;
  }

  bool read_array(Json& value, std::size_t depth) {
    ++at_;
    if (!value.is_array()) value = Json::array();
    auto& elements = value.elements();
    std::size_t count = 0;
    if (!take(']')) {
      do {
        if (count == elements.size()) elements.emplace_back();
        if (!read_value(elements[count++], depth + 1)) return false;
      } while (take(','));
      if (!take(']')) return false;
    }
    elements.resize(count);
    return true;
  }

  template <class Number>
  bool convert(const char* begin, Json& value) {
    Number number{};
    const auto [end, error] = std::from_chars(begin, at_, number);
    if (error != std::errc() || end != at_) return false;
    value = number;
    return true;
  }

  bool read_number(Json& value) {
    const char* begin = at_;
    const NumberSizes sizes = number_sizes({at_, static_cast<std::size_t>(end_ - at_)});
    if (sizes.all == 0) return false;
    at_ += sizes.all;
    if (sizes.whole == sizes.all)
      return *begin == '-' ? convert<std::int64_t>(begin, value) : convert<std::uint64_t>(begin, value);
    return convert<double>(begin, value) && !became_zero({begin, sizes.all}, value.number());
  }

  const char* at_;
  const char* end_;
  std::string unescaped_{};
  // By depth: the usual size, because neighbouring objects are alike.
  std::array<std::size_t, deepest_json> usual_members_{};
};

}  // namespace

bool read_ordinary_json(std::string_view text, Json& value) { return FastReader(text).read(value); }

}  // namespace breakeven::io
