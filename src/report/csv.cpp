// SPDX-License-Identifier: MIT
#include <unordered_map>

#include "report/formats.hpp"

namespace breakeven::report {
namespace {

using Scalars = std::vector<std::pair<std::string, const Json*>>;

void collect(const std::string& path, const Json& value, Scalars& scalars) {
  if (!value.is_structured()) return scalars.emplace_back(path, &value), void();
  const std::string prefix = path.empty() ? "" : path + ".";
  std::size_t index = 0;
  for (const auto& [key, member] : value.items())
    collect(prefix + (value.is_array() ? std::to_string(index++) : key), member, scalars);
}

std::string field(const Json& value) {
  if (value.is_null()) return "";
  std::string text = value.is_string() ? value.get<std::string>() : value.dump();
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char letter : text) quoted.append(letter == '"' ? 2 : 1, letter);
  return quoted += '"';
}

}  // namespace

std::string render_csv(const Report& report, const Style&) {
  std::vector<Scalars> rows;
  if (report.rows)
    for (const Json& row : *report.rows) collect("", row, rows.emplace_back());
  else
    collect("", report.document, rows.emplace_back());

  std::vector<std::string> header;
  std::unordered_map<std::string, std::size_t> columns;
  for (const Scalars& row : rows)
    for (const auto& [path, value] : row)
      if (columns.emplace(path, header.size()).second) header.push_back(path);

  std::string text;
  for (const std::string& path : header) text += (text.empty() ? "" : ",") + field(path);
  text += "\n";
  std::vector<std::string> fields(header.size());
  for (const Scalars& row : rows) {
    fields.assign(header.size(), "");
    for (const auto& [path, value] : row) fields[columns.at(path)] = field(*value);
    for (std::size_t i = 0; i < fields.size(); ++i) text += (i == 0 ? "" : ",") + fields[i];
    text += "\n";
  }
  return text;
}

}  // namespace breakeven::report
