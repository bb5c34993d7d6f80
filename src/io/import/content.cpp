// SPDX-License-Identifier: MIT
#include "io/import/content.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_set>

#include "io/csv.hpp"
#include "io/json/fast_reader.hpp"
#include "io/json/locate.hpp"
#include "io/json/non_finite.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace breakeven::io {
namespace {

constexpr std::string_view blank = " \t\r\n";

// Takes excerpts from the original file; parsing did not move anything.
void take_excerpts_from(std::string_view content, Diagnostics& problems) {
  for (Diagnostic& problem : problems) {
    if (!problem.location || problem.location->line == 0) continue;
    Location& place = *problem.location;
    std::size_t start = 0;
    for (std::size_t line = 1; line < place.line; ++line) start = content.find('\n', start) + 1;
    place.excerpt = content.substr(start + place.excerpt_start, place.excerpt.size());
  }
}

bool read_value(const std::string& name, std::string_view content, Json& value, Diagnostics& problems) {
  if (read_ordinary_json(content, value)) return true;
  Text text{name, std::string(content)};
  if (text.content.find("Infinity") != std::string::npos || text.content.find("NaN") != std::string::npos)
    text.content = with_quoted_non_finites(std::move(text.content));
  Diagnostics found;
  auto parsed = parse_json(text, found);
  if (parsed) value = std::move(*parsed);
  take_excerpts_from(content, found);
  std::move(found.begin(), found.end(), std::back_inserter(problems));
  return parsed.has_value();
}

std::size_t line_ends(const Text& text, std::size_t begin, std::size_t end) {
  const auto at = [&](std::size_t offset) { return text.content.begin() + static_cast<std::ptrdiff_t>(offset); };
  return static_cast<std::size_t>(std::count(at(begin), at(end), '\n'));
}

std::string_view first_line(std::string_view content) {
  if (content.starts_with(byte_order_mark)) content.remove_prefix(byte_order_mark.size());
  content.remove_prefix(std::min(content.find_first_not_of(blank), content.size()));
  return content.substr(0, content.find('\n'));
}

// A complete object on one line, followed by more text: no single document starts like that.
bool begins_with_line(std::string_view content) {
  const std::string_view line = first_line(content);
  const auto end = static_cast<std::size_t>(line.data() + line.size() - content.data());
  if (!line.starts_with('{') || text::trimmed(content.substr(end), blank).empty()) return false;
  Json value;
  Diagnostics unused;
  return read_value({}, line, value, unused);
}

// Text that is not one document, but in which most lines are objects; the first may be broken.
bool is_mostly_lines(std::string_view content) {
  std::size_t objects = 0;
  std::size_t others = 0;
  while (!content.empty()) {
    const std::size_t end = std::min(content.find('\n'), content.size() - 1);
    const std::string_view line = text::trimmed(content.substr(0, end + 1), blank);
    if (!line.empty()) ++(line.starts_with('{') && line.ends_with('}') ? objects : others);
    content.remove_prefix(end + 1);
  }
  return objects > others;
}

// The separator if the first line has several fields and is not JSON.
std::optional<char> separator(std::string_view content) {
  const std::string_view line = first_line(content);
  constexpr std::string_view begins_json = "{[/";
  if (line.empty() || begins_json.find(line.front()) != std::string_view::npos) return std::nullopt;
  for (const char known : {',', ';', '\t'})
    if (line.find(known) != std::string_view::npos) return known;
  return std::nullopt;
}

// Splits "/12/key" into 12 and "/key".
std::pair<std::size_t, std::string_view> split_index(std::string_view pointer) {
  std::size_t index = 0;
  const char* end = pointer.data() + pointer.size();
  if (!pointer.empty()) end = std::from_chars(pointer.data() + 1, end, index).ptr;
  return {index, pointer.substr(static_cast<std::size_t>(end - pointer.data()))};
}

Diagnostic problem_with_table(const Text& text, std::size_t offset, std::string message, std::string help) {
  return {
      .code = "BE-P014", .message = std::move(message), .location = place_of(text, offset, 1), .help = std::move(help)};
}

}  // namespace

std::optional<Content> Content::read(const Text& text, Diagnostics& problems) {
  Content content;
  content.text_ = &text;
  if (!has_text(text, problems)) return std::nullopt;
  if (begins_with_line(text.content)) {
    if (!content.find_lines(text, problems)) return std::nullopt;
  } else if (const auto parts = separator(text.content)) {
    if (*parts != ',')
      return problems.push_back(problem_with_table(
                 text, text.content.find(*parts),
                 "a table whose columns are parted by " + std::string(*parts == ';' ? "semicolons" : "tabs"),
                 "write it with commas between the columns")),
             std::nullopt;
    if (!content.read_table(text, problems)) return std::nullopt;
  } else if (Diagnostics found; !read_value(text.name, text.content, content.document_, found)) {
    if (!is_mostly_lines(text.content))
      return std::move(found.begin(), found.end(), std::back_inserter(problems)), std::nullopt;
    if (!content.find_lines(text, problems)) return std::nullopt;
  }
  return content;
}

std::string_view Content::form() const {
  constexpr std::array<std::string_view, 3> names{"JSON", "JSON lines", "CSV"};
  return names.at(static_cast<std::size_t>(form_));
}

bool Content::find_lines(const Text& text, Diagnostics& problems) {
  form_ = Form::json_lines;
  document_ = Json::array();
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.content.size();) {
    ++number;
    const std::size_t end = std::min(text.content.find('\n', begin), text.content.size());
    const std::string_view line = std::string_view(text.content).substr(begin, end - begin);
    if (is_merge_marker(line)) return problems.push_back(merge_marker(text, begin)), false;
    if (line.find_first_not_of(blank) != std::string_view::npos) add_start(begin, number);
    begin = end + 1;
  }
  for (std::size_t index = 0; index < starts_.size() && document_.empty(); ++index)
    if (Json first; read_line(index, first)) document_.push_back(std::move(first));
  is_whole_ = false;
  return true;
}

bool Content::read_line(std::size_t index, Json& value) {
  const std::size_t begin = starts_[index].offset;
  const std::string_view line =
      std::string_view(text_->content).substr(begin, text_->content.find('\n', begin) - begin);
  Diagnostics found;
  if (read_value(text_->name, line, value, found)) return true;
  add_broken(index, found.front().message);
  return false;
}

const Json& Content::document() {
  if (is_whole_) return document_;
  Json all = Json::array();
  auto& elements = all.elements();
  elements.resize(starts_.size());
  for_each_element([&](std::size_t index, const Json& element, const Json&) { elements[index] = element; });
  document_ = std::move(all);
  is_whole_ = true;
  return document_;
}

bool Content::read_table(const Text& text, Diagnostics& problems) {
  form_ = Form::csv;
  is_whole_ = false;
  document_ = Json::array();
  CsvReader reader(text.content);
  std::vector<CsvField> row;
  reader.next(row);
  std::unordered_set<std::string> names;
  for (const CsvField& field : row) {
    if (!field.text.empty() && !names.insert(field.text).second)
      return problems.push_back(problem_with_table(text, field.offset,
                                                   "two columns are named \"" + printable(field.text) + "\"",
                                                   "rename or remove one of them")),
             false;
    if (!text::is_utf8(field.text))
      return problems.push_back(problem_with_table(text, field.offset, "the name of a column is not UTF-8",
                                                   "write the file as UTF-8")),
             false;
    header_.push_back(field.text);
  }
  std::vector<bool> is_in_sample(header_.size());
  std::size_t offset = 0;
  std::size_t line = 1;
  while (reader.next(row)) {
    line += line_ends(text, offset, reader.offset());
    offset = reader.offset();
    if (is_merge_marker(row.front().text)) return problems.push_back(merge_marker(text, offset)), false;
    if (reader.is_torn())
      return problems.push_back(problem_with_table(text, offset, "a row whose quotes do not match",
                                                   "a quote within quotes is written twice")),
             false;
    if (std::string flaw = flaw_of(row); flaw.empty())
      add_to_sample(row, is_in_sample);
    else
      add_broken(starts_.size(), std::move(flaw));
    add_start(offset, line);
  }
  if (starts_.empty())
    problems.push_back(problem_with_table(text, 0, "a table without rows", "the first line names the columns"));
  return !starts_.empty();
}

std::string Content::flaw_of(const std::vector<CsvField>& row) const {
  if (!std::all_of(row.begin(), row.end(), [](const CsvField& field) { return text::is_utf8(field.text); }))
    return "bytes that are not UTF-8";
  if (row.size() == header_.size()) return {};
  return std::to_string(row.size()) + (row.size() == 1 ? " field" : " fields") + ", where the header has " +
         std::to_string(header_.size());
}

void Content::add_to_sample(const std::vector<CsvField>& row, std::vector<bool>& is_in_sample) {
  if (document_.empty()) document_.push_back(Json::object());
  auto& members = document_[0].members();
  if (members.size() == header_.size()) return;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i].text.empty() || header_[i].empty() || is_in_sample[i]) continue;
    members.emplace_back(header_[i], row[i].text);
    is_in_sample[i] = true;
  }
}

void Content::add_start(std::size_t offset, std::size_t line) {
  starts_.push_back({static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(line)});
}

void Content::add_broken(std::size_t index, std::string what) {
  constexpr std::size_t most_kept = 10'000;
  if (broken_count_++ < most_kept) broken_.push_back({index, std::move(what)});
}

Content::Rows::Rows(const Content& content)
    : content_(content), reader_(content.text_->content), object_(Json::object()) {
  reader_.next(fields_);
}

const Json* Content::Rows::next() {
  while (reader_.next(fields_)) {
    ++read_count_;
    if (!content_.flaw_of(fields_).empty()) continue;
    auto& members = object_.members();
    members.clear();
    for (std::size_t i = 0; i < fields_.size(); ++i)
      if (!fields_[i].text.empty() && !content_.header_[i].empty())
        members.emplace_back(content_.header_[i], std::move(fields_[i].text));
    return &object_;
  }
  return nullptr;
}

Location Content::locate(const Text& text, std::string_view pointer) const {
  if (form_ == Form::json || starts_.empty()) return io::locate(text, pointer);
  const auto [index, rest] = split_index(pointer);
  const Start start = starts_.at(std::min(index, starts_.size() - 1));
  const std::size_t offset = form_ == Form::csv ? offset_in_row(text, start.offset, rest)  //
                                                : offset_in_line(text, start.offset, rest);
  return place_on_line(text, offset, 1, start.line + line_ends(text, start.offset, offset));
}

std::size_t Content::offset_in_line(const Text& text, std::size_t start, std::string_view pointer) const {
  const Text line{text.name, text.content.substr(start, text.content.find('\n', start) - start)};
  return start + io::locate(line, pointer).column - 1;
}

std::size_t Content::offset_in_row(const Text& text, std::size_t start, std::string_view pointer) const {
  std::vector<CsvField> row;
  CsvReader reader(std::string_view(text.content).substr(start));
  reader.next(row);
  for (std::size_t i = 0; i < std::min(row.size(), header_.size()); ++i)
    if (child({}, header_[i]) == pointer) return start + row[i].offset;
  return start;
}

}  // namespace breakeven::io
