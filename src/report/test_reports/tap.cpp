// SPDX-License-Identifier: MIT
// The Test Anything Protocol, version 13.

#include "report/formats.hpp"
#include "text/format.hpp"

namespace breakeven::report {
namespace {

// # begins a directive, and \ escapes.
std::string tap_escaped(std::string_view text) {
  std::string safe;
  for (const char letter : text) {
    if (letter == '#' || letter == '\\') safe += '\\';
    safe += letter;
  }
  return safe;
}

std::string_view directive(TestStatus status) {
  if (status == TestStatus::skipped) return " # SKIP not selected";
  // A failure that does not fail the run.
  return status == TestStatus::warned ? " # TODO a warning" : "";
}

// Any JSON string is a double-quoted YAML scalar.
std::string quoted(const std::string& text) { return Json(text).dump(); }

std::string details(const TestCase& test) {
  if (test.message.empty()) return "";
  return text::format(
      "  ---\n  message: {}\n  severity: {}\n  at:\n    file: {}\n    line: {}\n    column: {}\n  ...\n",
      quoted(test.message), test.status == TestStatus::errored ? "error" : "fail", quoted(test.suite), test.line,
      test.column);
}

}  // namespace

std::string render_tap(const Report& report, const Style&) {
  std::string text = text::format("TAP version 13\n1..{}\n", report.tests->size());
  std::size_t number = 0;
  for (const TestCase& test : *report.tests) {
    const bool ok = test.status == TestStatus::passed || test.status == TestStatus::skipped;
    text += text::format("{} {} - {}{}\n{}", ok ? "ok" : "not ok", ++number, tap_escaped(test.group + ": " + test.name),
                         directive(test.status), details(test));
  }
  return text;
}

}  // namespace breakeven::report
