// SPDX-License-Identifier: MIT
// What a terminal shows: width, color, and nothing that could steer it; and the same bytes each time.
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "process.hpp"
#include "report/report.hpp"
#include "text/wrap.hpp"

namespace breakeven {
namespace {

const std::string question = "--gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume 1B/month";

test::Outcome compared(const std::string& options, const std::vector<std::string>& environment = {}) {
  return test::run_words(test::words_of("compare " + question + " " + options), {}, environment);
}

bool has_color(const test::Outcome& outcome) { return outcome.out.find('\x1b') != std::string::npos; }

}  // namespace

TEST_CASE("sentences wrap at the width, and words are never cut") {
  CHECK(text::wrapped("one two three four", 9) == std::vector<std::string>{"one two", "three", "four"});
  CHECK(text::wrapped("a-word-that-is-too-long b", 8) == std::vector<std::string>{"a-word-that-is-too-long", "b"});
  for (const std::string width : {"40", "60", "80", "100", "1000"}) {
    const test::Outcome outcome = compared("--width " + width);
    std::istringstream rest(outcome.out);
    for (std::string line; std::getline(rest, line);) {
      INFO(line);
      const bool in_table = line.find("  ", 2) != std::string::npos;
      CHECK((in_table || text::display_width(line) <= std::stoul(width)));
      CHECK_FALSE(line.ends_with(' '));
    }
  }
  CHECK(compared("--width 39").exit_code == 2);
  CHECK(compared("--width 1001").exit_code == 2);
  CHECK(compared("--width 80x").exit_code == 2);
}

TEST_CASE("piped output does not depend on the terminal's width") {
  CHECK(compared("", {"COLUMNS=40"}).out == compared("").out);
}

TEST_CASE("equal questions give equal bytes") {
  for (const std::string_view format : report::format_names()) {
    const report::OutputKind shows = report::find_format(format)->shows;
    if (shows != report::OutputKind::blocks && shows != report::OutputKind::document) continue;
    const std::string option = "-v -f " + std::string(format);
    CHECK(compared(option).out == compared(option).out);
    CHECK(compared(option).out == compared(option, {"LC_ALL=de_DE.UTF-8", "TZ=Asia/Tokyo"}).out);
    CHECK(compared(option).out.ends_with('\n'));
  }
}

TEST_CASE("color: the option, NO_COLOR, CLICOLOR_FORCE or FORCE_COLOR, CLICOLOR, the terminal") {
  struct Case {
    const char* option;
    std::vector<std::string> environment;
    bool color;
  };
  const std::vector<Case> cases{
      {"", {}, false},
      {"--color always", {}, true},
      {"--color always", {"NO_COLOR=1"}, true},
      {"--color never", {"CLICOLOR_FORCE=1"}, false},
      {"", {"CLICOLOR_FORCE=1"}, true},
      {"", {"FORCE_COLOR=1"}, true},
      {"", {"FORCE_COLOR=0"}, false},
      {"", {"NO_COLOR=1", "FORCE_COLOR=1"}, false},
      {"", {"NO_COLOR=", "FORCE_COLOR=1"}, true},
      {"", {"CLICOLOR=0", "FORCE_COLOR=1"}, true},
      {"--color auto", {"CLICOLOR=0"}, false},
      {"--color always -f json", {}, false},
      {"--color always -f csv", {}, false},
      {"--color always -f markdown", {}, false},
  };
  for (const Case& known : cases) {
    INFO(known.option << (known.environment.empty() ? "" : " " + known.environment.front()));
    CHECK(has_color(compared(known.option, known.environment)) == known.color);
  }
  CHECK(compared("--color sometimes").exit_code == 2);
  const test::Outcome error = compared("--util 30% --color always");
  CHECK(error.err.starts_with("\x1b[1;31merror[BE-U004]\x1b[0m: "));
}

TEST_CASE("names from files cannot steer a terminal") {
  const std::string hostile = R"({"schema": "breakeven.catalog", "schema_version": "1.0", "as_of": "2026-06-15",
    "gpus": [], "models": [], "throughputs": [], "gpu_offers": [],
    "api_offers": [ { "id": "x\u001b[31m\n,\"|y", "provider": "P\u001b[0m", "model": "m", "input_usd_per_mtok": 1,
      "output_usd_per_mtok": 2, "cited": { "source": "S\u0007", "as_of": "2026-06-15" } } ]})";
  const std::string id = "x\x1b[31m\n,\"|y";
  const std::vector<std::string> compare{
      "compare", "--gpu-price", "2usd/h", "--throughput", "900tok/s", "--volume", "1B/month", "--api", id, "-v"};
  for (std::vector<std::string> words : {compare,
                                         {"rank", "--model", "m", "--volume", "1B/month"},
                                         {"catalog", "list"},
                                         {"catalog", "show", id},
                                         {"catalog", "list", "-q"}}) {
    words.insert(words.end(), {"--catalog", "-", "--no-builtin"});
    for (const std::string format : {"table", "markdown", "json", "jsonl"}) {
      words.insert(words.end(), {"-f", format});
      const test::Outcome outcome = test::run_words(words, hostile);
      words.resize(words.size() - 2);
      INFO(outcome.err << outcome.out);
      CHECK(outcome.exit_code == 0);
      CHECK(outcome.out.find_first_of("\x1b\a") == std::string::npos);
    }
  }
}

}  // namespace breakeven
