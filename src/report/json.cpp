// SPDX-License-Identifier: MIT
#include "report/formats.hpp"

namespace breakeven::report {
namespace {

// Arguments may hold bytes that are no UTF-8; a document never does.
std::string dump(const Json& value, int indent) {
  return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string render_json(const Report& report, const Style&) { return dump(report.document, 2) + "\n"; }

std::string render_json_lines(const Report& report, const Style&) {
  const auto rows = report.document.find("rows");
  if (rows == report.document.end()) return dump(report.document, -1) + "\n";
  Json meta{{"type", "meta"}};
  for (const auto& [key, value] : report.document.get_ref<const Json::object_t&>())
    if (key != "rows") meta[key] = value;
  std::string text = dump(meta, -1) + "\n";
  for (const Json& row : *rows) text += dump(row, -1) + "\n";
  return text;
}

}  // namespace breakeven::report
