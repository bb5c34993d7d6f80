// SPDX-License-Identifier: MIT
// The table of diagnostic codes is complete, and its lines do what they say.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "catch.hpp"
#include "cli/diagnostic_codes.hpp"
#include "io/diagnostics/codes.hpp"
#include "process.hpp"

namespace {

using breakeven::app::diagnostic_codes;
using breakeven::io::DiagnosticCode;
using breakeven::test::Outcome;
using breakeven::test::run_line;

constexpr std::string_view families = "UQJSPMFTCOW";

std::set<std::string> codes_of_sources() {
  std::set<std::string> codes;
  const std::regex pattern("\"(BE-[A-Z][0-9]{3})\"");
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(std::filesystem::path(BREAKEVEN_SOURCE_DIR) / "src")) {
    const auto extension = entry.path().extension();
    if (extension != ".cpp" && extension != ".hpp") continue;
    std::ifstream file(entry.path());
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end; ++match)
      codes.insert((*match)[1]);
  }
  return codes;
}

// A line that only some systems can run names the device that it needs.
bool can_run(std::string_view line) {
  constexpr std::string_view full_disk = "> /dev/full";
  return !line.ends_with(full_disk) || std::filesystem::exists("/dev/full");
}

// What is wrong with a table of that one entry.
breakeven::io::Diagnostics problems_of(const std::string& entry) {
  const std::string header = R"({"schema": "breakeven.diagnostics", "schema_version": "1.0",)";
  breakeven::io::Diagnostics problems;
  breakeven::io::read_diagnostic_codes({"table.json", header + "\n\"diagnostics\": [" + entry + "]}"}, problems);
  return problems;
}

}  // namespace

TEST_CASE("an entry has each member of a code, and no other") {
  const std::string members = R"("code": "BE-U001", "title": "t", "explanation": "e.", "failing": "f")";
  CHECK(problems_of("{" + members + R"(, "mended": "m"})").empty());
  for (const std::string& entry : {"{" + members + "}", "{" + members + R"(, "mended": 1})",
                                   "{" + members + R"(, "mended": "m", "see": "BE-U002"})", std::string("1")}) {
    INFO(entry);
    const auto problems = problems_of(entry);
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().location.value().line == 2);
  }
}

TEST_CASE("the table of codes holds exactly the codes of the program") {
  std::set<std::string> listed;
  for (const DiagnosticCode& row : diagnostic_codes()) CHECK(listed.insert(row.code).second);
  const std::set<std::string> used = codes_of_sources();
  CHECK(used.size() > 50);
  CHECK(listed == used);
}

TEST_CASE("codes stand by family, and by number in each") {
  std::size_t family = 0;
  std::string_view before;
  for (const DiagnosticCode& row : diagnostic_codes()) {
    INFO(row.code);
    const std::size_t place = families.find(row.code.at(3));
    REQUIRE(place != std::string_view::npos);
    CHECK(place >= family);
    if (place == family) CHECK(row.code > before);
    family = place;
    before = row.code;
  }
}

TEST_CASE("each code is explained in sentences") {
  for (const DiagnosticCode& row : diagnostic_codes()) {
    INFO(row.code << ": " << row.title << "\n" << row.explanation);
    CHECK_FALSE(row.title.ends_with("."));
    CHECK(row.title.size() <= 70);
    CHECK(row.explanation.ends_with("."));
    CHECK(row.explanation.size() >= 80);
    CHECK(row.explanation.size() <= 450);
    CHECK(row.failing != row.mended);
    const Outcome explained = breakeven::test::run_words({"explain", row.code});
    CHECK(explained.exit_code == 0);
    CHECK(explained.out.find(row.title) != std::string::npos);
  }
}

TEST_CASE("each code's failing line earns it, and the mended one does not") {
  for (const DiagnosticCode& row : diagnostic_codes()) {
    INFO(row.code << "\n" << row.failing << "\n" << row.mended);
    if (!can_run(row.failing)) {
      WARN(row.code << " is not tried: this system has no /dev/full");
      continue;
    }
    const bool is_warning = row.code.at(3) == 'W';
    const std::string found = (is_warning ? "warning[" : "error[") + row.code + "]: ";
    const Outcome failing = run_line(row.failing);
    INFO(failing.err);
    CHECK(failing.exit_code == (is_warning ? 0 : 2));
    CHECK(failing.err.find(found) != std::string::npos);
    const Outcome mended = run_line(row.mended);
    INFO(mended.err);
    CHECK(mended.exit_code == 0);
    CHECK(mended.err.find(row.code) == std::string::npos);
  }
}
