// SPDX-License-Identifier: MIT
#include "report/test_reports/counts.hpp"
#include "views/checks.hpp"

namespace breakeven::app {
namespace {

Json point_document(const std::vector<Given>& point) {
  Json document = Json::object();
  for (const Given& given : point)
    std::visit([&](const auto& value) { document[std::string(row(given.key).key)] = value; }, given.value);
  return document;
}

Json checked_document(const Checked& one) {
  const Expectation& expected = *one.expectation;
  Json document{{"name", one.check->name},
                {"status", name(one.status)},
                {"severity", one.check->severity == io::Severity::error ? "error" : "warning"},
                {"metric", expected.metric},
                {"operator", expected.comparison->name},
                {"expected", expected.expected},
                {"tolerance", Json(expected.tolerance)},
                {"actual", one.actual},
                {"actual_status", text_or_null(one.actual_status)},
                {"point", point_document(one.point)},
                {"location",
                 {{"file", expected.location.file},
                  {"pointer", expected.location.pointer},
                  {"line", expected.location.line},
                  {"column", expected.location.column}}}};
  document["diagnostics"] = diagnostics_document(one.diagnostics);
  return document;
}

// A CSV row has the same columns for any expectation.
void make_flat(Json& row) {
  std::erase_if(row.members(), [](const Json::Member& member) { return member.key == "diagnostics"; });
  for (const char* key : {"expected", "point"})
    if (row[key].is_structured()) row[key] = row[key].empty() ? "" : row[key].dump();
}

Json check_summary(const std::vector<report::TestCase>& tests) {
  const report::TestCounts counts = report::count(tests);
  return {{"passed", counts.passed},
          {"failed", counts.failed + counts.warned},
          {"errored", counts.errored},
          {"skipped", counts.skipped}};
}

}  // namespace

report::Report check_report(const std::vector<CheckedFile>& files, Date today, const CheckOptions& options,
                            const AnswerContext& context) {
  report::Report report{.document = document_header("breakeven.check"), .rows = std::vector<Json>()};
  report.tests = test_cases(files, today, options);
  report.document["summary"] = check_summary(*report.tests);
  for (const CheckedFile& file : files)
    for (const Checked& one : file.checked) report.rows->push_back(checked_document(one));
  report.document["checks"] = *report.rows;
  for (Json& row : *report.rows) make_flat(row);
  report.blocks = check_blocks(files, today, options);
  report.brief = report::summary(report::count(*report.tests));
  close_document(report.document, context.inputs, context.problems);
  return report;
}

}  // namespace breakeven::app
