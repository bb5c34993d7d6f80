// SPDX-License-Identifier: MIT
// JUnit XML as in the schema of Jenkins's xunit plugin (junit-10.xsd), which GitLab and others read too.

#include <array>

#include "report/formats.hpp"
#include "report/test_reports/counts.hpp"
#include "text/format.hpp"

namespace breakeven::report {
namespace {

// XML 1.0 does not allow U+FFFE and U+FFFF, even escaped. Texts have no control characters.
std::string xml_escaped(std::string_view text) {
  std::string safe;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    if (rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF")) {
      safe += rest[2] == '\xBE' ? "\\uFFFE" : "\\uFFFF";
      i += 2;
    } else if (rest.front() == '&') {
      safe += "&amp;";
    } else if (rest.front() == '<') {
      safe += "&lt;";
    } else if (rest.front() == '>') {
      safe += "&gt;";
    } else if (rest.front() == '"') {
      safe += "&quot;";
    } else {
      safe += rest.front();
    }
  }
  return safe;
}

// JUnit has no warnings: a warning that does not fail the run is shown as skipped.
struct Outcome {
  std::string_view element;
  std::string_view type;
};
Outcome outcome(TestStatus status) {
  static constexpr std::array<Outcome, 5> outcomes{
      {{"", ""}, {"skipped", "warning"}, {"failure", "failed"}, {"error", "errored"}, {"skipped", "not selected"}}};
  return outcomes.at(static_cast<std::size_t>(status));
}

std::string counts_text(const TestCounts& counts, std::size_t tests) {
  return text::format(R"( tests="{}" failures="{}" errors="{}")", tests, counts.failed, counts.errored);
}

std::string case_text(const TestCase& test) {
  std::string text =
      text::format(R"(    <testcase classname="{}" name="{}")", xml_escaped(test.group), xml_escaped(test.name));
  const auto [element, type] = outcome(test.status);
  if (element.empty()) return text + "/>\n";
  const std::string message = xml_escaped(test.message.empty() ? std::string(type) : test.message);
  const std::string place =
      test.message.empty() ? ""
                           : text::format("{}:{}:{}: {}", xml_escaped(test.suite), test.line, test.column, message);
  return text + text::format(">\n      <{0} type=\"{1}\" message=\"{2}\">{3}</{0}>\n    </testcase>\n", element, type,
                             message, place);
}

std::string suite_text(std::span<const TestCase> tests) {
  const TestCounts counts = count(tests);
  const std::string file = xml_escaped(tests.front().suite);
  std::string text = text::format("  <testsuite name=\"{0}\" file=\"{0}\"{1} skipped=\"{2}\">\n", file,
                                  counts_text(counts, tests.size()), counts.skipped + counts.warned);
  for (const TestCase& test : tests) text += case_text(test);
  return text + "  </testsuite>\n";
}

}  // namespace

std::string render_junit(const Report& report, const Style&) {
  const std::span<const TestCase> tests(*report.tests);
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"breakeven check\"" +
                     counts_text(count(tests), tests.size()) + ">\n";
  for (std::size_t begin = 0; begin < tests.size();) {
    std::size_t end = begin;
    while (end < tests.size() && tests[end].suite == tests[begin].suite) ++end;
    text += suite_text(tests.subspan(begin, end - begin));
    begin = end;
  }
  return text + "</testsuites>\n";
}

}  // namespace breakeven::report
