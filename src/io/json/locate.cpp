// SPDX-License-Identifier: MIT
#include "io/json/locate.hpp"

#include <algorithm>

namespace breakeven::io {
namespace {

// Walks JSON text that was parsed before, so it checks nothing.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) { skip_space(); }

  std::size_t offset() const { return at_; }
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void step_over(std::size_t bytes) {
    end_ = at_ = std::min(at_ + bytes, text_.size());
    skip_space();
  }
  // Where the last step ended, before white space and comments.
  std::size_t end() const { return end_; }

  // The string at this position, unescaped.
  std::string take_string() {
    const std::size_t begin = at_;
    go_to_quote();
    const std::string_view quoted = text_.substr(begin, at_ + 1 - begin);
    step_over(1);
    const std::string_view between = quoted.substr(1, std::max<std::size_t>(quoted.size(), 2) - 2);
    return unescaped(between).value_or(std::string(between));
  }

  void skip_value() {
    if (peek() == '"') {
      skip_string();
    } else if (peek() == '{' || peek() == '[') {
      skip_container();
    } else {
      step_over(std::max<std::size_t>(1, text_.substr(at_).find_first_of(",]} \t\r\n/") == std::string_view::npos
                                             ? text_.size() - at_
                                             : text_.substr(at_).find_first_of(",]} \t\r\n/")));
    }
  }

 private:
  // From the opening quote at this position to the closing one.
  void go_to_quote() {
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_)
      if (text_[at_] == '\\') ++at_;
  }

  void skip_string() {
    go_to_quote();
    step_over(1);
  }

  void skip_container() {
    int depth = 0;
    while (at_ < text_.size()) {
      const char letter = peek();
      if (letter == '"') {
        skip_string();
        continue;
      }
      if (letter == '{' || letter == '[') ++depth;
      if (letter == '}' || letter == ']') --depth;
      step_over(1);
      if (depth == 0) return;
    }
  }

  void skip_space() {
    while (at_ < text_.size()) {
      const std::string_view rest = text_.substr(at_);
      if (rest.front() == ' ' || rest.front() == '\t' || rest.front() == '\r' || rest.front() == '\n')
        ++at_;
      else if (rest.starts_with("//"))
        at_ += std::min(rest.find_first_of("\r\n"), rest.size());
      else if (rest.starts_with("/*"))
        at_ = std::min(rest.find("*/", 2) == std::string_view::npos ? text_.size() : at_ + rest.find("*/", 2) + 2,
                       text_.size());
      else if (rest.starts_with("\xEF\xBB\xBF") && at_ == 0)
        at_ += 3;
      else
        return;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
};

struct Found {
  std::size_t key;
  std::size_t value;
};

// Calls `visit` with the pointer and location of the value at the scanner's position, and of the values in it if
// `visit` returns true.
template <class Visitor>
void walk(Scanner& scanner, const std::string& pointer, Found here, const Visitor& visit) {
  const bool enters = visit(pointer, here);
  const char open = scanner.peek();
  if (!enters || (open != '{' && open != '[')) return scanner.skip_value();
  scanner.step_over(1);
  for (std::size_t index = 0; scanner.peek() != '}' && scanner.peek() != ']' && scanner.peek() != '\0'; ++index) {
    Found member{scanner.offset(), scanner.offset()};
    const std::string step = open == '{' ? scanner.take_string() : std::to_string(index);
    if (open == '{' && scanner.peek() == ':') scanner.step_over(1);
    member.value = scanner.offset();
    walk(scanner, child(pointer, step), member, visit);
    if (scanner.peek() == ',') scanner.step_over(1);
  }
  scanner.step_over(1);
}

std::size_t token_length(std::string_view text, std::size_t at) {
  Scanner scanner(text.substr(at));
  if (scanner.peek() == '{' || scanner.peek() == '[') return 1;
  scanner.skip_value();
  const std::string_view token = text.substr(at, scanner.end());
  return std::max<std::size_t>(1, std::min(token.find('\n'), token.size()));
}

// A line of a text, and its number, counted from 1.
struct Line {
  std::size_t start;
  std::size_t end;
  std::size_t number;
};

Location place_in_line(const Text& text, std::size_t offset, std::size_t length, const Line& place) {
  const std::string_view line = std::string_view(text.content).substr(place.start, place.end - place.start);
  const std::size_t line_start = place.start;
  constexpr std::size_t shown_before = 200;
  constexpr std::size_t shown = 600;
  const std::size_t column = offset - line_start;
  const std::size_t start = line.size() <= shown || column < shown_before ? 0 : column - shown_before;
  return {.file = text.name,
          .line = place.number,
          .column = column + 1,
          .excerpt = std::string(line.substr(start, shown)),
          .excerpt_start = start,
          .length = length};
}

}  // namespace

Location place_of(const Text& text, std::size_t offset, std::size_t length) {
  const std::string_view before = std::string_view(text.content).substr(0, offset);
  return place_on_line(text, offset, length,
                       1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')));
}

Location place_on_line(const Text& text, std::size_t offset, std::size_t length, std::size_t line) {
  offset = std::min(offset, text.content.size());
  const std::size_t end_before = std::string_view(text.content).substr(0, offset).rfind('\n');
  const std::size_t start = end_before == std::string_view::npos ? 0 : end_before + 1;
  return place_in_line(text, offset, length,
                       {start, std::min(text.content.find('\n', start), text.content.size()), line});
}

Places::Places(const Text& text) : text_(text) {
  for (std::size_t i = 0; i < text.content.size(); ++i)
    if (text.content[i] == '\n') lines_.push_back(i + 1);
  Scanner scanner(text.content);
  walk(scanner, {}, {scanner.offset(), scanner.offset()}, [&](const std::string& pointer, const Found& found) {
    offsets_.insert_or_assign(pointer, Offsets{found.key, found.value});
    return true;
  });
}

Location Places::locate(std::string_view pointer, Part part) const {
  const auto found = offsets_.find(pointer);
  if (found == offsets_.end()) return io::locate(text_, pointer, part);
  const std::size_t offset = part == Part::key ? found->second.key : found->second.value;
  const auto line = std::upper_bound(lines_.begin(), lines_.end(), offset) - 1;
  const std::size_t end = line + 1 == lines_.end() ? text_.content.size() : *(line + 1) - 1;
  Location location = place_in_line(text_, offset, token_length(text_.content, offset),
                                    {*line, end, static_cast<std::size_t>(line - lines_.begin()) + 1});
  location.pointer = pointer;
  return location;
}

Location locate(const Text& text, std::string_view pointer, Part part, int occurrence) {
  Scanner scanner(text.content);
  Found found{scanner.offset(), scanner.offset()};
  walk(scanner, {}, found, [&](const std::string& at, const Found& here) {
    const bool leads_there =
        pointer.starts_with(at) && (at.size() == pointer.size() || pointer[at.size()] == '/') && occurrence > 0;
    if (leads_there) found = here;
    if (leads_there && at.size() == pointer.size()) --occurrence;
    return leads_there && at.size() < pointer.size();
  });
  const std::size_t offset = part == Part::key ? found.key : found.value;
  Location location = place_of(text, offset, token_length(text.content, offset));
  location.pointer = pointer;
  return location;
}

void Reporter::refuse(std::string_view code, const Path& path, std::string message, std::string help, Part part) const {
  if (is_full()) return;
  problems_.push_back(
      {.code = code, .message = std::move(message), .location = locate(path, part), .help = std::move(help)});
}

}  // namespace breakeven::io
