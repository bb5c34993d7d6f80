// SPDX-License-Identifier: MIT
// breakeven check: nothing is green by accident.
#include <fstream>

#include "check_files.hpp"
#include "temporary_directory.hpp"

using namespace breakeven::test;

TEST_CASE("what would be green by accident is an error with a place") {
  std::ifstream rows(std::string(BREAKEVEN_SOURCE_DIR) + "/tests/data/spoilt_checks.json");
  REQUIRE(rows);
  for (const Json& row : Json::parse(rows)) {
    const Json file = row.contains("file") ? row.at("file") : file_of(row.at("checks"), row.value("defaults", asked()));
    const Outcome outcome = run_checks(file);
    INFO(row.at("name").get<std::string>() << "\n" << outcome.out << outcome.err);
    CHECK(outcome.exit_code == 2);
    CHECK(outcome.err.find("error[" + row.at("code").get<std::string>() + "]: ") != std::string::npos);
    CHECK(outcome.err.find(row.at("says").get<std::string>()) != std::string::npos);
    CHECK(outcome.err.find("\n --> <stdin>:1:") != std::string::npos);
    CHECK(run_checks(file, {"--exit-zero"}).exit_code == 2);
  }
}

TEST_CASE("no bound of an age passes for a date that is to come") {
  const Json file = file_of(list(check_of("catalog.gpu_offers.lambda/h100-sxm.age_days", object("max", 9000))));
  CHECK(run_checks(file).exit_code == 0);
  const Outcome early = run_checks(file, {"--today", "1980-01-01"});
  CHECK(early.exit_code == 2);
  CHECK(early.err.find("is after today's, 1980-01-01") != std::string::npos);
}

TEST_CASE("a selection of no checks is an error, a selection of some skips the others") {
  const Json file = file_of(list(check_of("verdict", object("is", "api"), "the API wins"),
                                 check_of("verdict", object("is", "self_host"), "self-hosting wins")));
  CHECK(run_checks(file).exit_code == 1);
  CHECK(run_checks(file, {"--run", "API"}).exit_code == 0);
  CHECK(run_checks(file, {"--run", "self-*wins"}).exit_code == 1);
  CHECK(run_checks(file, {"--run", "gpu|self"}).exit_code == 1);
  CHECK(run_checks(file, {"--run", "API"}).out.ends_with("\n1 passed, 0 failed, 1 skipped\n"));
  const Outcome none = run_checks(file, {"--run", "apis"});
  CHECK(none.exit_code == 2);
  CHECK(none.err.find("error[BE-C011]") == 0);
  CHECK(run_checks(file, {"--run", "("}).exit_code == 2);
}

TEST_CASE("a failed check has a place, and a file that cannot be asked leaves the others their answers") {
  const Json broken =
      object("name", "b", "given", object("gpu", "no-such-gpu"), "expect", object("verdict", object("is", "api")));
  const Json file = file_of(list(check_of("verdict", object("is", "self_host"), "a"), broken));
  TemporaryDirectory directory;
  directory.file("checks.json", file.dump(2));
  const Outcome outcome =
      run_words({"check", "checks.json", "--report", "junit=r.xml", "--report", "text"}, {}, {}, directory.path());
  INFO(outcome.out << outcome.err);
  CHECK(outcome.exit_code == 2);
  CHECK(outcome.out.find("verdict is api, and must be self_host  (checks.json:15:11)") != std::string::npos);
  CHECK(outcome.out.ends_with("\n  1 could not be checked\n\n0 passed, 1 failed, 0 skipped\n"));
  CHECK(outcome.err.find("asked by the check \"b\"") != std::string::npos);
  CHECK(directory.content("r.xml").find(
            "<testsuites name=\"breakeven check\" tests=\"2\" failures=\"1\" errors=\"1\">") != std::string::npos);
}

TEST_CASE("an option that reaches some of the checks says so, and reports hold what cannot be read") {
  const Json verdict = check_of("verdict", object("is", "api"), "verdict");
  const Json price = check_of("catalog.gpu_offers.lambda/h100-sxm.usd_per_gpu_hour", object("max", 5), "price");
  const Outcome partly = run_checks(file_of(list(verdict, price)), {"--set", "gpu_usd_per_hour=100"});
  CHECK(partly.exit_code == 0);
  CHECK(partly.err.find("warning[BE-W013]: --set gpu_usd_per_hour has no effect on 1 of 2 checks") == 0);
  const Json misspelt = file_of(list(check_of("verdikt", object("is", "api"))));
  const Outcome unread = run_checks(misspelt, {"--report", "github"});
  CHECK(unread.exit_code == 2);
  CHECK(unread.out.starts_with("::error file=<stdin>,line=1,col="));
  CHECK(unread.out.ends_with("1 could not be checked\n0 passed, 0 failed, 0 skipped\n"));
  CHECK(run_checks(misspelt, {"--report", "junit"}).out.find("errors=\"1\"") != std::string::npos);
}
