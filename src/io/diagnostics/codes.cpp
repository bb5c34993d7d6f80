// SPDX-License-Identifier: MIT
#include "io/diagnostics/codes.hpp"

#include "io/json/header.hpp"

namespace breakeven::io {
namespace {

DiagnosticCode read_code(ObjectReader& entry) {
  const auto text = [&](std::string_view key) { return entry.string(key, true).value_or(""); };
  DiagnosticCode code{.code = text("code"),
                      .title = text("title"),
                      .explanation = text("explanation"),
                      .failing = text("failing"),
                      .mended = text("mended")};
  entry.refuse_unknown_keys();
  return code;
}

}  // namespace

std::vector<DiagnosticCode> read_diagnostic_codes(const Text& text, Diagnostics& problems) {
  const auto document = parse_json(text, problems);
  if (!document || !check_header(text, *document, "breakeven.diagnostics", problems)) return {};
  const Path root;
  ObjectReader reader(text, *document, root, problems);
  for (const std::string_view key : header_keys) reader.find(key);
  const Json* entries = reader.find("diagnostics", true);
  reader.refuse_unknown_keys();
  if (!entries) return {};
  if (!entries->is_array())
    return reader.wrong_kind("diagnostics", "an array", *entries), std::vector<DiagnosticCode>();

  std::vector<DiagnosticCode> codes;
  const Path list(root, "diagnostics");
  for (const Json& element : *entries) {
    const Path path(list, codes.size());
    ObjectReader entry(text, element, path, problems);
    codes.push_back(read_code(entry));
  }
  return codes;
}

}  // namespace breakeven::io
