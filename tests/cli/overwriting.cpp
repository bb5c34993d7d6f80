// SPDX-License-Identifier: MIT
// No file that is read is written over, whichever option or file names it.
#include "catch.hpp"
#include "process.hpp"
#include "temporary_directory.hpp"

using breakeven::test::Outcome;
using breakeven::test::run_words;

namespace {

using Words = std::vector<std::string>;

const std::string catalog = R"({"schema": "breakeven.catalog", "schema_version": "1.0", "as_of": "2026-06-15"})";
const std::string scenario = R"({"schema": "breakeven.scenario", "schema_version": "1.0",
  "inputs": {"gpu_usd_per_hour": 2.5, "tok_per_s": 2500, "api_usd_per_mtok": 0.6, "tok_per_month": 1e9}})";
const std::string checks = R"({"schema": "breakeven.checks", "schema_version": "1.0", "catalogs": ["prices.json"],
  "checks": [{"name": "API", "given": {"gpu_usd_per_hour": 2.5, "tok_per_s": 2500, "api_usd_per_mtok": 0.6,
  "tok_per_month": 1e9}, "expect": {"verdict": {"is": "api"}}}]})";
const Words question{"--gpu-price", "2.5usd/h",    "--throughput", "2500tok/s",
                     "--api-price", "0.6usd/Mtok", "--volume",     "1B/month"};

Words words(std::initializer_list<Words> parts) {
  Words all;
  for (const Words& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

void check_refused(const breakeven::test::TemporaryDirectory& directory, const Words& asked, const std::string& file,
                   const Words& environment = {}) {
  const std::string before = directory.content(file);
  REQUIRE_FALSE(before.empty());
  for (const Words& output : {Words{"-o", file}, Words{"-o", "./" + file}, Words{"--export", "csv=" + file}}) {
    INFO(asked.front() << " " << output.back());
    const Outcome outcome = run_words(words({asked, output}), {}, environment, directory.path("."));
    CHECK(outcome.exit_code == 2);
    CHECK(outcome.err.find("error[BE-O003]") == 0);
    CHECK(directory.content(file) == before);
  }
}

}  // namespace

TEST_CASE("a file that is read is never written over") {
  const breakeven::test::TemporaryDirectory directory;
  directory.file("prices.json", catalog);
  directory.file("scenario.json", scenario);
  directory.file("checks.json", checks);
  check_refused(directory, words({{"compare"}, question, {"--catalog", "prices.json"}}), "prices.json");
  check_refused(directory, words({{"compare"}, question}), "prices.json", {"BREAKEVEN_CATALOG=prices.json"});
  check_refused(directory, {"compare", "--scenario", "scenario.json"}, "scenario.json");
  directory.file("config.json", R"({"model_type": "llama", "hidden_size": 4096, "num_hidden_layers": 32,
    "num_attention_heads": 32, "num_key_value_heads": 8, "intermediate_size": 14336, "vocab_size": 128256})");
  check_refused(directory, {"fit", "--config", "config.json", "--gpu", "h100-sxm", "--precision", "bf16"},
                "config.json");
  check_refused(directory, {"check", "checks.json"}, "checks.json");
  check_refused(directory, {"check", "checks.json"}, "prices.json");
  check_refused(directory, words({{"diff", "builtin", "prices.json", "--checks", "checks.json"}}), "checks.json");
}

TEST_CASE("two answers to one new file are refused") {
  const breakeven::test::TemporaryDirectory directory;
  const Outcome outcome =
      run_words(words({{"compare"}, question, {"-o", "new", "--export", "csv=./new"}}), {}, {}, directory.path("."));
  CHECK(outcome.exit_code == 2);
  CHECK(outcome.err.find("error[BE-U003]") == 0);
}
