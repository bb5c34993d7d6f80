// SPDX-License-Identifier: MIT
// The workflow commands of GitHub Actions: lines that its runner turns into annotations of a file.

#include <algorithm>

#include "report/formats.hpp"
#include "report/test_reports/counts.hpp"
#include "text/format.hpp"

namespace breakeven::report {
namespace {

// GitHub shows no more annotations of one kind in a step.
constexpr std::size_t most_annotations = 10;

// Texts are printable, and so have no line ends.
std::string github_escaped(std::string_view text, bool is_property) {
  std::string safe;
  for (const char letter : text) {
    if (letter == '%')
      safe += "%25";
    else if (letter == ':' && is_property)
      safe += "%3A";
    else if (letter == ',' && is_property)
      safe += "%2C";
    else
      safe += letter;
  }
  return safe;
}

std::string annotation(const TestCase& test) {
  return text::format("::{} file={},line={},col={},title={}::{}\n",
                      test.status == TestStatus::warned ? "warning" : "error", github_escaped(test.suite, true),
                      test.line, test.column, github_escaped(test.group, true), github_escaped(test.message, false));
}

bool is_bad(const TestCase& test) {
  return test.status == TestStatus::failed || test.status == TestStatus::errored || test.status == TestStatus::warned;
}

}  // namespace

std::string render_github(const Report& report, const Style&) {
  std::vector<const TestCase*> bad;
  for (const TestCase& test : *report.tests)
    if (is_bad(test)) bad.push_back(&test);
  std::stable_partition(bad.begin(), bad.end(),
                        [](const TestCase* test) { return test->status != TestStatus::warned; });
  const std::size_t shown = bad.size() <= most_annotations ? bad.size() : most_annotations - 1;
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) text += annotation(*bad[i]);
  if (shown < bad.size())
    text += text::format("::{}::{} more did not pass; the text report lists them all\n",
                         bad[shown]->status == TestStatus::warned ? "warning" : "error", bad.size() - shown);
  return text + summary(count(*report.tests)) + "\n";
}

}  // namespace breakeven::report
