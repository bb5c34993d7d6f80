// SPDX-License-Identifier: MIT
#include "io/json/document.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "io/json/locate.hpp"
#include "io/json/number.hpp"

namespace breakeven::io {
namespace {

std::string shortened_literal(const std::string& literal) {
  constexpr std::size_t longest = 40;
  return literal.size() <= longest ? literal : literal.substr(0, longest) + "...";
}

// The parser's message without its error number, its position, and the text before that position.
std::string reason(std::string_view what) {
  for (const std::string_view prefix : {"] ", "parse error at ", ": ", "syntax error while parsing ", " - "})
    if (const auto at = what.find(prefix); at != std::string_view::npos) what.remove_prefix(at + prefix.size());
  std::string text(what);
  const auto read = text.find("; last read: ");
  if (read == std::string::npos) return printable(text);
  const auto expected = text.rfind("'; expected ");
  return printable(
      text.erase(read, expected == std::string::npos || expected < read ? std::string::npos : expected + 1 - read));
}

// Where the line around `offset` begins, if it is a merge conflict marker.
std::optional<std::size_t> marker_around(std::string_view text, std::size_t offset) {
  const std::size_t before = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return is_merge_marker(text.substr(begin, text.find('\n', begin) - begin)) ? std::optional(begin) : std::nullopt;
}

// Builds the document from nlohmann's events, and tracks the path for errors.
class Builder {
 public:
  Builder(const Text& text, Diagnostics& problems) : text_(text), problems_(problems) {}

  Json take() { return std::move(root_); }

  bool null() { return place(Json()); }
  bool boolean(bool value) { return place(Json(value)); }
  bool number_integer(std::int64_t value) { return place(Json(value)); }
  bool number_unsigned(std::uint64_t value) { return place(Json(value)); }
  bool number_float(double value, const std::string& literal) {
    if (!became_zero(literal, value)) return place(Json(value));
    advance();
    return refuse("BE-J004", "the number " + shortened_literal(literal) + " is too small: it would become 0",
                  locate(text_, pointer()));
  }
  bool string(std::string& value) { return place(Json(std::move(value))); }
  bool binary(nlohmann::json::binary_t&) { return false; }

  bool start_object(std::size_t) { return open(Json::object()); }
  bool start_array(std::size_t) { return open(Json::array()); }
  bool end_object() { return levels_.pop_back(), true; }
  bool end_array() { return levels_.pop_back(), true; }
  bool key(std::string& name) {
    Level& level = levels_.back();
    if (is_duplicate(level, name)) {
      level.key = std::move(name);
      return refuse("BE-J002", "the key \"" + printable(level.key) + "\" occurs twice in one object",
                    locate(text_, pointer(), Part::key, 2), "keep one of them");
    }
    level.key = std::move(name);
    return true;
  }

  template <class Exception>
  bool parse_error(std::size_t position, const std::string& literal, const Exception& failure) {
    constexpr int out_of_range = 406;
    const std::size_t offset = position == 0 ? 0 : position - 1;
    if (const auto marker = marker_around(text_.content, offset))
      return problems_.push_back(merge_marker(text_, *marker)), false;
    if (failure.id != out_of_range)
      return refuse("BE-J001", "not valid JSON: " + reason(failure.what()), place_of(text_, offset, 1));
    advance();
    return refuse("BE-J003", "the number " + shortened_literal(literal) + " is too large for a double",
                  locate(text_, pointer()));
  }

 private:
  struct Level {
    Json* value;
    std::string key{};
    std::size_t next_index = 0;
    std::unordered_set<std::string> many_keys{};  // for large objects only
  };

  static bool is_duplicate(Level& level, const std::string& name) {
    constexpr std::size_t large = 32;
    const Json& object = *level.value;
    if (object.size() < large) return object.contains(name);
    if (level.many_keys.empty())
      for (const auto& member : object.members()) level.many_keys.insert(member.key);
    return !level.many_keys.insert(name).second;
  }

  std::string pointer() const {
    std::string path;
    for (const Level& level : levels_)
      path = level.value->is_object() ? child(path, level.key) : child(path, level.next_index - 1);
    return path;
  }

  void advance() {
    if (!levels_.empty() && levels_.back().value->is_array()) ++levels_.back().next_index;
  }

  Json* insert(Json&& value) {
    if (levels_.empty()) return &(root_ = std::move(value));
    advance();
    Level& level = levels_.back();
    if (level.value->is_array()) return &level.value->elements().emplace_back(std::move(value));
    return &level.value->members().emplace_back(level.key, std::move(value)).value;
  }

  bool place(Json&& value) { return insert(std::move(value)) != nullptr; }

  bool open(Json&& container) {
    if (levels_.size() == deepest_json) {
      advance();
      return refuse("BE-J005", "nested more than 64 levels deep", locate(text_, pointer()));
    }
    constexpr std::size_t usual_members = 8;
    if (container.is_object()) container.members().reserve(usual_members);
    levels_.push_back({.value = insert(std::move(container))});
    return true;
  }

  bool refuse(std::string_view code, std::string message, Location location, std::string help = {}) {
    problems_.push_back(
        {.code = code, .message = std::move(message), .location = std::move(location), .help = std::move(help)});
    return false;
  }

  const Text& text_;
  Diagnostics& problems_;
  Json root_;
  std::vector<Level> levels_;
};

}  // namespace

bool has_text(const Text& text, Diagnostics& problems) {
  if (const auto nul = text.content.find('\0'); nul != std::string::npos) {
    problems.push_back(
        {.code = "BE-J006", .message = "a NUL byte: this is not a text file", .location = place_of(text, nul, 1)});
    return false;
  }
  if (text.content.find_first_not_of(" \t\r\n") == std::string::npos) {
    problems.push_back({.code = "BE-J001",
                        .message = "the file is empty",
                        .location = place_of(text, 0, 1),
                        .help = "breakeven schema NAME --example prints a file to start from"});
    return false;
  }
  return true;
}

std::optional<Json> parse_json(const Text& text, Diagnostics& problems) {
  if (!has_text(text, problems)) return std::nullopt;
  Builder builder(text, problems);
  const bool strict = true;
  const bool ignore_comments = true;
  using Library = nlohmann::json;
  if (!Library::sax_parse(text.content, &builder, Library::input_format_t::json, strict, ignore_comments))
    return std::nullopt;
  return builder.take();
}

std::optional<Json> parse_json(std::string_view text) {
  Diagnostics problems;
  return parse_json({.name = {}, .content = std::string(text)}, problems);
}

std::string_view kind_of(const Json& value) {
  if (value.is_null()) return "null";
  if (value.is_boolean()) return "true or false";
  if (value.is_number()) return "a number";
  if (value.is_string()) return "a string";
  return value.is_array() ? "an array" : "an object";
}

ObjectReader::ObjectReader(const Text& text, const Json& value, const Path& path, Diagnostics& problems)
    : text_(text), value_(value), path_(path), problems_(problems) {
  if (!value.is_object()) problem("BE-S003", {}, "expected an object, found " + std::string(kind_of(value)));
}

const Json* ObjectReader::find(std::string_view key, bool required) {
  known_.at(known_count_++) = key;
  if (!value_.is_object()) return nullptr;
  for (const auto& [name, value] : value_.members())
    if (name == key) return &value;
  if (required)
    problem("BE-S002", {}, "\"" + std::string(key) + "\" is missing",
            "add \"" + std::string(key) + "\" to this object");
  return nullptr;
}

std::optional<std::string> ObjectReader::string(std::string_view key, bool required) {
  const Json* value = find(key, required);
  if (!value) return std::nullopt;
  if (!value->is_string()) return wrong_kind(key, "a string", *value), std::nullopt;
  const auto& content = value->string();
  if (content.empty()) return problem("BE-S005", key, "\"" + std::string(key) + "\" is empty"), std::nullopt;
  return content;
}

std::optional<double> ObjectReader::number(std::string_view key, const Domain& domain, bool required) {
  const Json* value = find(key, required);
  return value ? number_of(*value, Path(path_, key), domain) : std::nullopt;
}

namespace {
bool is_quoted_number(const std::string& text) {
  constexpr std::size_t longest_number = 40;
  if (text.size() > longest_number) return false;
  const auto value = parse_json(text);
  return value && value->is_number();
}
}  // namespace

std::optional<double> ObjectReader::number_of(const Json& value, const Path& path, const Domain& domain) {
  const double number = value.is_number() ? value.number() : 0;
  if (value.is_number() && domain.contains(number)) return number;
  if (has_most_problems()) return std::nullopt;
  Diagnostic wrong{.code = "BE-S004", .location = locate(text_, path.pointer())};
  const std::string name = "\"" + path.name() + "\" must be ";
  if (value.is_number()) {
    wrong.message = name + std::string(domain.text) + ", found " + value.dump();
  } else {
    wrong.code = "BE-S003";
    wrong.message = name + "a number, found " + std::string(kind_of(value));
    if (value.is_string() && is_quoted_number(value.string()))
      wrong.help = "remove the quotes: " + printable(value.string());
  }
  problems_.push_back(std::move(wrong));
  return std::nullopt;
}

bool ObjectReader::has_most_problems() const { return problems_.size() >= most_problems && has_errors(problems_); }

void ObjectReader::problem(std::string_view code, std::string_view key, std::string message, std::string help,
                           Part part) {
  if (has_most_problems()) return;
  const std::string pointer = path_.pointer();
  problems_.push_back({.code = code,
                       .message = std::move(message),
                       .location = locate(text_, key.empty() ? pointer : child(pointer, key), part),
                       .help = std::move(help)});
}

void ObjectReader::wrong_kind(std::string_view key, std::string_view expected, const Json& found) {
  problem("BE-S003", key,
          "\"" + std::string(key) + "\" must be " + std::string(expected) + ", found " + std::string(kind_of(found)));
}

void ObjectReader::refuse_unknown_keys() {
  if (!value_.is_object()) return;
  const std::span<const std::string_view> known(known_.data(), known_count_);
  for (const auto& [name, value] : value_.members())
    if (std::find(known.begin(), known.end(), name) == known.end())
      problem("BE-S001", name, "unknown key \"" + printable(name) + "\"", did_you_mean(name, known), Part::key);
}

}  // namespace breakeven::io
