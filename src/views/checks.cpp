// SPDX-License-Identifier: MIT
#include "views/checks.hpp"

#include <array>

#include "io/date.hpp"
#include "report/test_reports/counts.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

using report::TestStatus;

// Six digits, or all if six would hide a difference from the expected value.
std::string actual_number(double number, const Json& expected) {
  constexpr std::size_t long_number = 12;
  std::string all = text::plain(number);
  if (all.size() <= long_number) return all;
  std::string few = text::format("{:.6g}", number);
  return few == plain_text(expected) ? all : few;
}

std::string actual_text(const Checked& one) {
  if (one.actual.is_number()) return actual_number(one.actual.number(), one.expectation->expected);
  if (!one.actual.is_null()) return plain_text(one.actual);
  std::string text = "null";
  if (!one.actual_status.empty()) text += " (" + io::printable(one.actual_status);
  if (!one.actual_reason.empty()) text += ": " + io::printable(one.actual_reason);
  return text + (one.actual_status.empty() ? "" : ")");
}

// An age depends on the day.
std::string day_text(const Checked& one, Date today) {
  return one.expectation->metric.ends_with("age_days") ? " on " + io::format_date(today) : "";
}

std::string message(const Checked& one, Date today) {
  if (one.status == CheckStatus::errored) {
    const io::Diagnostic& first = one.diagnostics.front();
    std::string text = text::format("{} ({})", first.message, first.code);
    // The last note names the check.
    for (std::size_t i = 0; i + 1 < first.notes.size(); ++i) text += (i == 0 ? ": " : "; ") + first.notes[i];
    return text;
  }
  if (one.status != CheckStatus::failed) return "";
  return text::format("{} is {}{}, and {}{}", io::printable(one.expectation->metric), actual_text(one),
                      day_text(one, today), expected_text(*one.expectation), point_text(one.point));
}

std::string_view status_label(TestStatus status) {
  static constexpr std::array<std::string_view, 5> labels{"pass ", "warn ", "FAIL ", "ERROR", "skip "};
  return labels.at(static_cast<std::size_t>(status));
}

io::Diagnostics warnings_of(std::span<const Checked> checked) {
  io::Diagnostics warnings;
  for (const Checked& one : checked)
    for (const io::Diagnostic& diagnostic : one.diagnostics)
      if (diagnostic.severity == io::Severity::warning) io::add_once(diagnostic, warnings);
  return warnings;
}

// A warning that several checks share counts once.
std::size_t warning_count(const std::vector<CheckedFile>& files) {
  std::size_t count = 0;
  for (const CheckedFile& file : files) count += warnings_of(file.checked).size();
  return count;
}

// The checks of a file one by one, with the result of each expectation.
class Listing {
 public:
  Listing(Date today, const CheckOptions& options) : today_(today), options_(options) {}

  report::Verbatim list(const CheckedFile& file) {
    lines_.lines = {io::printable(file.file->name)};
    for (std::size_t begin = 0; begin < file.checked.size();) {
      std::size_t end = begin;
      while (end < file.checked.size() && file.checked[end].check == file.checked[begin].check) ++end;
      add(std::span(file.checked).subspan(begin, end - begin));
      begin = end;
    }
    return std::move(lines_);
  }

 private:
  void add(std::span<const Checked> of_one_check) {
    TestStatus worst = TestStatus::passed;
    for (const Checked& one : of_one_check) worst = std::max(worst, test_status(one, options_));
    if (worst == TestStatus::skipped && !options_.verbose) return;
    lines_.lines.push_back(
        text::format("  {}  {}", status_label(worst), io::printable(of_one_check.front().check->name)));
    for (const Checked& one : of_one_check) add_line(one);
    if (options_.verbose) add_warnings(of_one_check);
  }

  void add_line(const Checked& one) {
    const io::Location& place = one.expectation->location;
    if (one.status == CheckStatus::failed || one.status == CheckStatus::errored)
      lines_.lines.push_back(text::format("         {}  ({}:{}:{})", message(one, today_), io::printable(place.file),
                                          place.line, place.column));
    else if (options_.verbose && one.status == CheckStatus::passed)
      lines_.lines.push_back(text::format("         {} is {}{}{}", io::printable(one.expectation->metric),
                                          actual_text(one), day_text(one, today_), point_text(one.point)));
  }

  void add_warnings(std::span<const Checked> of_one_check) {
    for (const io::Diagnostic& warning : warnings_of(of_one_check))
      lines_.lines.push_back(text::format("         warning[{}]: {}", warning.code, warning.message));
  }

  Date today_;
  const CheckOptions& options_;
  report::Verbatim lines_{};
};

}  // namespace

TestStatus test_status(const Checked& one, const CheckOptions& options) {
  if (one.status == CheckStatus::failed)
    return one.check->severity == io::Severity::warning && !options.fails_on_warnings ? TestStatus::warned
                                                                                      : TestStatus::failed;
  if (one.status == CheckStatus::errored) return TestStatus::errored;
  return one.status == CheckStatus::passed ? TestStatus::passed : TestStatus::skipped;
}

std::vector<report::TestCase> test_cases(const std::vector<CheckedFile>& files, Date today,
                                         const CheckOptions& options) {
  std::vector<report::TestCase> tests;
  for (const CheckedFile& file : files)
    for (const Checked& one : file.checked)
      tests.push_back({.suite = io::printable(file.file->name),
                       .group = io::printable(one.check->name),
                       .name = text::format("{} {}{}", io::printable(one.expectation->metric),
                                            expected_text(*one.expectation), point_text(one.point)),
                       .status = test_status(one, options),
                       .message = message(one, today),
                       .line = one.expectation->location.line,
                       .column = one.expectation->location.column});
  return tests;
}

std::vector<report::Block> check_blocks(const std::vector<CheckedFile>& files, Date today,
                                        const CheckOptions& options) {
  std::vector<report::Block> blocks;
  report::TestCounts counts;
  for (const CheckedFile& file : files) {
    for (const Checked& one : file.checked) counts.add(test_status(one, options));
    blocks.emplace_back(Listing(today, options).list(file));
  }
  std::vector<std::string> summary = report::summary_lines(counts);
  if (const std::size_t warnings = warning_count(files); warnings > 0 && !options.verbose)
    summary.insert(summary.begin(), text::format("{} about the answers: -v shows {}",
                                                 warnings == 1 ? "1 warning" : std::to_string(warnings) + " warnings",
                                                 warnings == 1 ? "it" : "them"));
  report::Headline last{std::move(summary.back())};
  summary.pop_back();
  if (!summary.empty()) blocks.emplace_back(report::Paragraph{std::move(summary)});
  blocks.emplace_back(std::move(last));
  return blocks;
}

}  // namespace breakeven::app
