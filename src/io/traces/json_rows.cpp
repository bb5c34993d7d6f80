// SPDX-License-Identifier: MIT
#include "io/traces/json_rows.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "io/json/document.hpp"

namespace breakeven::io {
namespace {

// Follows the parser's events and tracks the current path. `Visitor` gets scalars outside arrays, and elements of
// arrays of scalars, with their text. An object counts as the scalar "object" too, because errors are often objects.
template <class Visitor>
class PathEvents {
 public:
  explicit PathEvents(Visitor& visitor) : visitor_(visitor) {}

  bool null() { return scalar(""); }
  bool boolean(bool value) { return scalar(value ? "true" : "false"); }
  bool number_integer(std::int64_t value) { return number(value); }
  bool number_unsigned(std::uint64_t value) { return number(value); }
  bool number_float(double, const std::string& text) { return scalar(text); }
  bool string(const std::string& text) { return scalar(text); }
  bool binary(const nlohmann::json::binary_t&) { return false; }
  bool start_object(std::size_t) {
    if (array_depth_ == 0 && is_object_) visitor_.scalar(path_, "object");
    if (array_depth_ == 0) is_object_ = true;
    if (array_depth_ > 0) ++array_depth_;
    starts_.push_back(path_.size());
    return true;
  }
  bool key(const std::string& name) {
    if (array_depth_ > 0) return true;
    path_.resize(starts_.back());
    if (!path_.empty()) path_ += '.';
    path_ += name;
    return true;
  }
  bool end_object() { return end(); }
  bool start_array(std::size_t) {
    if (array_depth_++ == 0) visitor_.array(path_);
    starts_.push_back(path_.size());
    return is_object_;
  }
  bool end_array() { return end(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) { return false; }
  bool is_object() const { return is_object_; }

 private:
  bool end() {
    if (array_depth_ > 0) --array_depth_;
    path_.resize(starts_.back());
    starts_.pop_back();
    return true;
  }
  template <class Number>
  bool number(Number value) {
    std::array<char, 24> text{};
    const char* end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return scalar({text.data(), static_cast<std::size_t>(end - text.data())});
  }
  bool scalar(std::string_view text) {
    if (array_depth_ == 0) visitor_.scalar(path_, text);
    if (array_depth_ == 1) visitor_.element(path_, text);
    return is_object_;
  }

  Visitor& visitor_;
  bool is_object_ = false;
  std::size_t array_depth_ = 0;  // nested arrays, and objects in them
  std::string path_{};
  std::vector<std::size_t> starts_{};
};

struct Paths {
  void scalar(const std::string& path, std::string_view) { found.push_back(path); }
  void array(const std::string& path) { found.push_back(path); }
  void element(const std::string&, std::string_view) {}
  std::vector<std::string> found{};
};

struct Value {
  void scalar(const std::string& found, std::string_view value) {
    if (found == path) text = value;
  }
  void array(const std::string&) {}
  void element(const std::string&, std::string_view) {}
  std::string_view path;
  std::string text{};
};

struct Fields {
  void scalar(const std::string& path, std::string_view text) {
    for (std::size_t role = 0; role < role_count; ++role)
      if (!columns.names[role].empty() && path == columns.names[role]) texts[role] = text;
  }
  void array(const std::string&) {}
  void element(const std::string& path, std::string_view text) {
    if (path != of(columns.names, Role::prefix_blocks)) return;
    std::uint64_t block = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), block);
    const bool is_number = error == std::errc() && end == text.data() + text.size();
    prefix_blocks.push_back(is_number ? block : std::hash<std::string_view>()(text));
  }
  void clear() {
    for (std::string& text : texts) text.clear();
    prefix_blocks.clear();
  }

  const TraceColumns& columns;
  std::array<std::string, role_count> texts{};
  std::vector<std::uint64_t> prefix_blocks{};
};

template <class Visitor>
bool visit_line(std::string_view line, Visitor& visitor) {
  PathEvents<Visitor> events(visitor);
  return nlohmann::json::sax_parse(line.begin(), line.end(), &events) && events.is_object();
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

}  // namespace

std::vector<std::string> json_paths(std::string_view lines) {
  constexpr int most_lines = 1000;
  std::vector<std::string> all;
  for (int i = 0; i < most_lines && !lines.empty(); ++i) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    Paths paths;
    if (visit_line(lines.substr(0, end), paths))
      for (std::string& path : paths.found)
        if (std::find(all.begin(), all.end(), path) == all.end()) all.push_back(std::move(path));
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return all;
}

std::string json_value(std::string_view line, std::string_view path) {
  Value value{.path = path};
  visit_line(line, value);
  return value.text;
}

std::size_t JsonRows::read(const RecordBlock& block, TraceRows& rows) const {
  std::string_view text = block.text();
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Fields fields{.columns = columns_};
  RowFields row{};
  std::size_t number = 0;
  for (; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    if (is_blank(line)) continue;
    const RowPlace place{block.number, number};
    fields.clear();
    if (!visit_line(line, fields)) {
      rows.refuse(place, "it is not a JSON object");
      continue;
    }
    for (std::size_t role = 0; role < role_count; ++role) row[role] = fields.texts[role];
    if (of(columns_.names, Role::prefix_blocks).empty())
      rows.read(row, place);
    else
      rows.read(row, fields.prefix_blocks, place);
  }
  return number;
}

}  // namespace breakeven::io
