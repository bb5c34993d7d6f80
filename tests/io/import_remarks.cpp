// SPDX-License-Identifier: MIT
// catalog import says what is doubtful about entries that it takes.
#include "answers.hpp"
#include "check_files.hpp"
#include "temporary_directory.hpp"

namespace breakeven {
namespace {

using test::Json;
using test::object;
using test::run_line;

const std::string on_h100 = " --gpu h100-sxm --gpus 1";

// 25,600 tokens in 10 s.
Json run_of(double rate, int completed) {
  return object("date", "20260301-101500", "model_id", "meta-llama/Llama-3.1-8B-Instruct", "tokenizer_id", "t",
                "num_prompts", 100, "completed", completed, "total_input_tokens", 12800, "total_output_tokens", 25600,
                "duration", 10.0, "output_throughput", rate);
}

Json priced_at(double usd_per_tok) {
  return object("a-model",
                object("litellm_provider", "acme", "input_cost_per_token", 1e-6, "output_cost_per_token", usd_per_tok));
}

Json cached(const Json& hits) {
  Json run = object("aiperf_version", "0.9.0", "start_time", "2026-03-01T10:00:00", "input_config",
                    object("model", "llama-3.1-8b"), "input_sequence_length", object("unit", "tokens", "avg", 1000),
                    "output_sequence_length", object("unit", "tokens", "avg", 200), "output_token_throughput",
                    object("unit", "tokens/sec", "avg", 2560.0));
  if (!hits.is_null()) run["theoretical_prefix_cache_hit"] = hits;
  return run;
}

// What is said of the file; that is imported.
std::string remarks_on(const Json& file, const std::string& options) {
  const test::TemporaryDirectory directory;
  const auto outcome = run_line("breakeven catalog import " + directory.file("file.json", file.dump()) + options +
                                " --today 2026-06-15");
  CHECK(outcome.exit_code == 0);
  return outcome.err;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a rate that is not that of the tokens and seconds beside it is said to be so") {
  for (const double rate : {2560.0, 2660.0, 2470.0})
    CHECK_FALSE(has(remarks_on(run_of(rate, 100), on_h100), "BE-W034"));
  const std::string said = remarks_on(run_of(5120, 100), on_h100);
  CHECK(has(said, "warning[BE-W034]"));
  CHECK(has(said, "it says 5120 tok/s, and its tokens over its seconds are 2560"));
}

TEST_CASE("requests that failed are counted") {
  CHECK_FALSE(has(remarks_on(run_of(2560, 100), on_h100), "BE-W035"));
  CHECK(has(remarks_on(run_of(2560, 88), on_h100), "12 failed"));
  Json run = run_of(2560, 100);
  run["failed"] = 3;
  CHECK(has(remarks_on(run, on_h100), "3 failed"));
}

TEST_CASE("prompts that were read from a cache are told") {
  CHECK_FALSE(has(remarks_on(cached({}), on_h100), "BE-W036"));
  CHECK_FALSE(has(remarks_on(cached(object("unit", "%", "avg", 0)), on_h100), "BE-W036"));
  CHECK(has(remarks_on(cached(object("unit", "%", "avg", 93.14)), on_h100), "93.14% of the input tokens"));
}

TEST_CASE("a price beyond all known ones is imported, and said to be so") {
  CHECK_FALSE(has(remarks_on(priced_at(600e-6), " --as-of 2026-06-01"), "BE-W033"));
  CHECK(has(remarks_on(priced_at(0.25), " --as-of 2026-06-01"), "warning[BE-W033]"));
}

TEST_CASE("a date to come is said to be one") {
  CHECK_FALSE(has(remarks_on(priced_at(1e-6), " --as-of 2026-06-15"), "BE-W037"));
  CHECK(has(remarks_on(priced_at(1e-6), " --as-of 2026-06-16"), "warning[BE-W037]"));
}

TEST_CASE("an option that no file needs is said to have no effect") {
  CHECK_FALSE(has(remarks_on(run_of(2560, 100), on_h100), "BE-W038"));
  const std::string said = remarks_on(
      priced_at(1e-6), on_h100 + " --as-of 2026-06-01 --model llama-3.1-8b --shape 1:1 --at 10:00 --provider X");
  for (const char* option : {"--gpu", "--gpus", "--model", "--shape", "--at", "--provider"})
    CHECK(has(said, std::string(option) + " has no effect"));
  CHECK(has(remarks_on(run_of(2560, 100), on_h100 + " --shape 10:20"), "--shape has no effect"));
}

TEST_CASE("an option does not rename what the file names, nor stand for two names") {
  const test::TemporaryDirectory directory;
  const auto import_lines = [&](const std::string& lines, const std::string& options) {
    return run_line("breakeven catalog import " + directory.file("runs.jsonl", lines) + on_h100 + options);
  };
  Json other = run_of(2560, 100);
  other["model_id"] = "acme/one";
  Json another = run_of(2660, 100);
  another["model_id"] = "acme/two";
  const auto renamed = import_lines(run_of(2560, 100).dump() + "\n", " --model llama-3.3-70b");
  CHECK(renamed.exit_code == 2);
  CHECK(has(renamed.err, "error[BE-P031]"));
  const auto two = import_lines(other.dump() + "\n" + another.dump() + "\n", " --model llama-3.1-8b");
  CHECK(two.exit_code == 2);
  CHECK(has(two.err, "error[BE-P032]"));
  CHECK(has(two.err, "acme/two"));
  CHECK(import_lines(other.dump() + "\n" + other.dump() + "\n", " --model llama-3.1-8b").exit_code == 0);
}

TEST_CASE("a line of another program is not read as one of the file's") {
  const test::TemporaryDirectory directory;
  const Json foreign = object("backend", "sglang", "completed", 100, "total_input_tokens", 12800, "total_output_tokens",
                              25600, "total_output_tokens_retokenized", 25000, "output_throughput", 2560.0);
  const std::string own = run_of(2560, 100).dump() + "\n";
  for (const std::string& lines : {own + foreign.dump() + "\n", "{}\n" + own, own.substr(0, 40) + "\n" + own + own}) {
    const auto outcome = run_line("breakeven catalog import " + directory.file("runs.jsonl", lines) + on_h100);
    INFO(lines << outcome.err);
    CHECK(outcome.exit_code == 0);
    CHECK((has(outcome.err, "warning[BE-P033]") || has(outcome.err, "warning[BE-P011]")));
  }
}

TEST_CASE("a document whose first line ends in a brace is a document") {
  const std::string entry = priced_at(2e-6).dump();
  const test::TemporaryDirectory directory;
  const std::string text =
      entry.substr(0, entry.size() - 1) + "\n, \"another\": " + priced_at(3e-6).at("a-model").dump() + "}\n";
  const auto outcome = run_line("breakeven catalog import " + directory.file("list.json", text) +
                                " --as-of 2026-06-01 --today 2026-06-15");
  CHECK(outcome.exit_code == 0);
  CHECK(has(outcome.err, "2 of 2 entries imported"));
}

TEST_CASE("an imported offer is of the model that the catalog calls otherwise") {
  const test::TemporaryDirectory directory;
  const Json list = object("hyper/meta-llama/Llama-3.1-8B-Instruct", priced_at(2e-6).at("a-model"));
  const std::string path = directory.file("list.json", list.dump());
  const Json document = Json::parse(test::answered("catalog import " + path + " --as-of 2026-06-01"));
  CHECK(document.at("api_offers").at(0).at("id") == "hyper/meta-llama/Llama-3.1-8B-Instruct");
  CHECK(document.at("api_offers").at(0).at("model") == "llama-3.1-8b");
}

TEST_CASE("every price of an offer is held against those that are known") {
  for (const char* key : {"cache_read_input_token_cost", "input_cost_per_token_above_200k_tokens"}) {
    Json list = priced_at(2e-6);
    list["a-model"][key] = 0.25;
    CHECK(has(remarks_on(list, " --as-of 2026-06-01"), "warning[BE-W033]"));
  }
  Json list = priced_at(2e-6);
  list["a-model"]["input_cost_per_token_flex"] = list["a-model"]["output_cost_per_token_flex"] = 0.25;
  CHECK(has(remarks_on(list, " --as-of 2026-06-01"), "warning[BE-W033]"));
}

TEST_CASE("offers that take the ids of other sellers' are counted, and other programs' files are no catalogs") {
  const auto catalog_of = [](const std::string& seller) {
    return object("schema", "breakeven.catalog", "schema_version", "1.0", "as_of", "2026-06-15", "api_offers",
                  test::list(object("id", "openai/gpt-5", "provider", seller, "model", "gpt-5", "usd_per_mtok", 1.0,
                                    "cited", object("source", "a list", "as_of", "2026-06-15"))));
  };
  const test::TemporaryDirectory directory;
  const auto shown = [&](const Json& catalog) {
    return run_line("breakeven catalog show openai/gpt-5 --catalog " + directory.file("catalog.json", catalog.dump()));
  };
  CHECK(has(shown(catalog_of("A Router")).err, "1 offer takes the id of another seller's"));
  for (const char* name : {"openai", "OpenAI", "Open AI, Inc."})
    CHECK_FALSE(has(shown(catalog_of(name)).err, "BE-W045"));
  CHECK(has(shown(priced_at(1e-6)).err, "error[BE-S009]: this is a file of litellm"));
}

}  // namespace breakeven
