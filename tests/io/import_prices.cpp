// SPDX-License-Identifier: MIT
// catalog import reads the price lists of other programs: the small ones of tests/data/import, and where they are
// present the whole ones of ../shared/data/api_prices.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "answers.hpp"
#include "io/date.hpp"
#include "io/decimal.hpp"
#include "io/import/import.hpp"
#include "temporary_directory.hpp"

namespace breakeven {
namespace {

using nlohmann::ordered_json;
using test::Outcome;
using test::run_words;

const std::string dated = " --as-of 2026-08-01";

std::string fixture(const std::string& name) { return "tests/data/import/" + name + ".json"; }

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(std::filesystem::path(BREAKEVEN_SOURCE_DIR) / path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::map<std::string, ordered_json> offers(const std::string& words) {
  std::map<std::string, ordered_json> by_id;
  const ordered_json document = ordered_json::parse(test::answered("catalog import " + words));
  for (const ordered_json& offer : document.at("api_offers")) by_id[offer.at("id").get<std::string>()] = offer;
  return by_id;
}

// The refusals by reason, as the warnings count them.
std::map<std::string, std::size_t> refused(const io::Text& text, const io::ImportContext& context, Catalog& catalog) {
  io::Diagnostics problems;
  const io::ImportedFile file = io::import_file(text, nullptr, context, catalog, problems);
  CHECK(problems.empty());
  std::map<std::string, std::size_t> counts;
  for (const io::NotImported& item : file.left_out)
    for (const io::ReasonRow& row : io::reason_rows())
      if (row.reason == item.reason && row.reason != io::Reason::part && !row.is_imported)
        ++counts[std::string(row.code)];
  std::size_t total = file.imported_count;
  for (const auto& [code, count] : counts) total += count;
  CHECK(total == file.entry_count);
  CHECK(file.imported_count == catalog.api_offers.size());
  return counts;
}

io::ImportContext on(const char* day) {
  io::ImportContext context;
  context.as_of = io::parse_date(day);
  REQUIRE(context.as_of);
  context.today = *context.as_of;
  context.below = [] { return Catalog{}; };
  return context;
}

}  // namespace

TEST_CASE("a decimal is shifted without rounding twice") {
  struct Row {
    const char* text;
    int exponent;
    double value;
  };
  for (const auto& [text, exponent, value] :
       {Row{"1.25e-05", 6, 12.5}, Row{"0.00000014", 6, 0.14}, Row{"0.0000006000000000000001", 6, 0.6000000000000001},
        Row{"3e-7", 6, 0.3}, Row{"0", 6, 0}, Row{"-1", 0, -1}, Row{"12", -3, 0.012}, Row{"1.1E-06", 6, 1.1}}) {
    INFO(text);
    const auto found = io::shifted(std::string_view(text), exponent);
    REQUIRE(found);
    CHECK(*found == value);
  }
  for (const char* text :
       {"", ".5", "5.", "nan", "inf", "1e", "1e99999", "0x1", "1,5", " 1", "1 ", "--1", "1e400", "free"}) {
    INFO(text);
    CHECK_FALSE(io::shifted(std::string_view(text), 6));
  }
}

TEST_CASE("of rows that cannot be read all are counted and the first are listed") {
  const std::size_t broken = 10'003;
  std::string table = text_of("tests/data/import/gpuhunt.csv");
  for (std::size_t i = 0; i < broken; ++i) table += "torn\n";
  table += text_of("tests/data/import/gpuhunt.csv").substr(table.find('\n') + 1);
  const io::Text text{"table.csv", std::move(table)};
  io::ImportContext context = on("2026-08-01");
  context.provider = "Acme";
  Catalog catalog;
  io::Diagnostics problems;
  const io::ImportedFile file = io::import_file(text, nullptr, context, catalog, problems);
  CHECK(problems.empty());
  CHECK(file.entry_count > broken);
  const auto listed = std::count_if(file.left_out.begin(), file.left_out.end(),
                                    [](const auto& item) { return item.reason == io::Reason::unreadable; });
  CHECK(listed == 10'000 + 2);  // two rows are whole, but say neither True nor False
  for (const io::Diagnostic& problem : io::not_imported(file, text, true))
    if (problem.code == "BE-P011") {
      CHECK(problem.message.find(": 10005 of ") != std::string::npos);
      CHECK(problem.notes.back() == "and 3 more");
    }
}

TEST_CASE("a table of many columns is recognized by the first text of each") {
  std::string table = "name";
  for (int i = 1; i < 30'000; ++i) table += ",c" + std::to_string(i);
  for (const std::string cell : {"", "x", "y"}) {
    table += "\n" + cell;
    for (int i = 1; i < 30'000; ++i) table += "," + cell;
  }
  const io::Text text{"wide.csv", std::move(table)};
  io::Diagnostics problems;
  const auto content = io::Content::read(text, problems);
  REQUIRE(content);
  CHECK(content->sample()[0].size() == 30'000);
  CHECK(content->sample()[0].at("c29999") == "x");
}

TEST_CASE("LiteLLM: prices per token, tiers, batches and what is left out") {
  const auto found = offers(fixture("litellm") + dated);
  CHECK(found.size() == 6);
  CHECK(found.at("acme/plain").at("input_usd_per_mtok").dump() == "12.5");
  CHECK(found.at("acme/plain").at("output_usd_per_mtok") == 75);
  CHECK(found.at("acme/plain").at("model") == "plain");
  CHECK(found.at("acme/plain").at("cited").at("url") == "https://example.com/invented-prices");
  CHECK(found.at("acme/plain").at("cited").at("as_of") == "2026-08-01");
  const ordered_json& cached = found.at("Acme.Cached-V1:0");
  CHECK(cached.at("cache_read_usd_per_mtok").dump() == "0.3");
  CHECK(cached.at("cache_write_usd_per_mtok").dump() == "3.75");
  CHECK(cached.at("batch_discount_ratio") == 0.5);
  const ordered_json& tier = found.at("acme/long").at("context_tiers").at(0);
  CHECK(tier.dump() == R"({"above_input_tok":200000,"input_usd_per_mtok":3.3,"output_usd_per_mtok":4.4,)"
                       R"("cache_read_usd_per_mtok":0.11})");
  CHECK(found.at("acme/ranges").at("input_usd_per_mtok").dump() == "0.1");
  CHECK(found.at("acme/ranges").at("context_tiers").at(0).at("above_input_tok") == 32000);
  CHECK(found.at("acme/free").at("output_usd_per_mtok") == 0);
  CHECK_FALSE(found.at("acme/uneven-batch").contains("batch_discount_ratio"));
  Catalog catalog;
  const auto counts = refused({"f", text_of(fixture("litellm"))}, on("2026-08-01"), catalog);
  CHECK(counts == std::map<std::string, std::size_t>{{"BE-P006", 1},
                                                     {"BE-P007", 1},
                                                     {"BE-P008", 1},
                                                     {"BE-P009", 3},
                                                     {"BE-P010", 1},
                                                     {"BE-P011", 2},
                                                     {"BE-P012", 1}});
}

TEST_CASE("models.dev: prices, tiers of both spellings") {
  const auto found = offers(fixture("models_dev") + dated);
  CHECK(found.size() == 3);
  CHECK(found.at("acme/small").at("provider") == "Acme");
  CHECK(found.at("acme/small").at("cache_read_usd_per_mtok").dump() == "0.025");
  CHECK(found.at("acme/long").at("context_tiers").at(0).at("output_usd_per_mtok") == 15);
  CHECK(found.at("acme/older").at("context_tiers").at(0).at("input_usd_per_mtok") == 6);
}

TEST_CASE("llm-prices: the price in force on the day") {
  const auto newest = offers(fixture("llm_prices") + dated);
  CHECK(newest.at("small").at("input_usd_per_mtok").dump() == "0.1");
  CHECK(newest.at("small").at("cited").at("as_of") == "2026-03-01");
  CHECK(newest.at("small-200k").at("cited").at("as_of") == "2026-08-01");
  CHECK(newest.size() == 2);
  const auto before = offers(fixture("llm_prices") + " --as-of 2026-02-28");
  CHECK(before.at("small").at("cache_read_usd_per_mtok").dump() == "0.05");
  CHECK(offers(fixture("llm_prices") + " --as-of 2025-12-31").contains("gone"));
  const auto undated = offers(fixture("llm_prices"));
  CHECK(undated.size() == 1);
}

TEST_CASE("genai-prices: tiers, dates and times of day") {
  const auto found = offers(fixture("genai_prices") + dated);
  CHECK(found.size() == 5);
  const ordered_json& tiers = found.at("acme/long").at("context_tiers");
  REQUIRE(tiers.size() == 2);
  CHECK(tiers[1].dump() == R"({"above_input_tok":500000,"input_usd_per_mtok":12,"output_usd_per_mtok":37.5,)"
                           R"("cache_read_usd_per_mtok":0.5})");
  CHECK(found.at("acme/dated").at("input_usd_per_mtok") == 2);
  CHECK(found.at("acme/dated").at("cited").at("as_of") == "2026-06-10");
  CHECK(found.at("acme/nightly").at("input_usd_per_mtok").dump() == "0.135");
  CHECK(found.at("acme/fee").at("usd_per_request").dump() == "0.012");
  const auto priced = [](const std::string& time) {
    return offers(fixture("genai_prices") + dated + " --at " + time).at("acme/nightly").at("input_usd_per_mtok").dump();
  };
  CHECK(priced("00:29") == "0.135");
  CHECK(priced("00:30") == "0.27");
  CHECK(priced("16:29") == "0.27");
  CHECK(priced("16:30") == "0.135");
  const auto earlier = offers(fixture("genai_prices") + " --as-of 2026-06-09");
  CHECK(earlier.at("acme/dated").at("input_usd_per_mtok") == 10);
}

TEST_CASE("llm-prices: the lists of all vendors") {
  const auto current = offers(fixture("llm_prices_current"));
  CHECK(current.size() == 2);
  CHECK(current.at("small").at("cache_read_usd_per_mtok").dump() == "0.025");
  CHECK(current.at("small").at("cited").at("as_of") == "2026-07-20");
  CHECK(current.at("large").at("provider") == "acme");
  CHECK(run_words({"catalog", "import", fixture("llm_prices_current"), "--as-of", "2026-07-19"}).exit_code == 2);
  const auto newest = offers(fixture("llm_prices_historical") + dated);
  CHECK(newest.at("small").at("input_usd_per_mtok").dump() == "0.1");
  CHECK(newest.at("small").at("cited").at("as_of") == "2026-03-01");
  CHECK(newest.at("large").at("cited").at("as_of") == "2026-08-01");
  const auto before = offers(fixture("llm_prices_historical") + " --as-of 2026-02-28");
  CHECK(before.at("small").at("input_usd_per_mtok").dump() == "0.2");
  CHECK(before.at("small").at("cited").at("as_of") == "2026-01-01");
}

TEST_CASE("OpenRouter: prices that are strings, overrides and routers") {
  const auto found = offers(fixture("openrouter") + dated);
  CHECK(found.size() == 5);
  CHECK(found.at("acme/small").at("cache_read_usd_per_mtok").dump() == "0.0028");
  CHECK(found.at("acme/noisy").at("output_usd_per_mtok").get<double>() == 0.6000000000000001);
  CHECK(
      found.at("acme/long").at("context_tiers").at(0).dump() ==
      R"({"above_input_tok":271999,"input_usd_per_mtok":10,"output_usd_per_mtok":45,"cache_write_usd_per_mtok":6.25})");
  CHECK(found.at("acme/fee").at("usd_per_request").dump() == "0.005");
  Catalog catalog;
  const auto counts = refused({"f", text_of(fixture("openrouter"))}, on("2026-08-01"), catalog);
  CHECK(counts == std::map<std::string, std::size_t>{{"BE-P001", 1}, {"BE-P010", 1}, {"BE-P011", 1}});
}

TEST_CASE("a price of 0 in a list of pi-ai is none, and images have no price per token") {
  const auto found = offers(fixture("pi_ai") + dated);
  CHECK(found.size() == 2);
  CHECK_FALSE(found.at("acme/small").contains("cache_write_usd_per_mtok"));
  CHECK(found.at("acme/small").at("cache_read_usd_per_mtok").dump() == "0.0028");
  CHECK(found.at("acme/vendor/long").at("context_tiers").at(0).dump() ==
        R"({"above_input_tok":200000,"input_usd_per_mtok":4,"output_usd_per_mtok":15,"cache_read_usd_per_mtok":0.4})");
  Catalog catalog;
  const auto counts = refused({"f", text_of(fixture("pi_ai"))}, on("2026-08-01"), catalog);
  CHECK(counts == std::map<std::string, std::size_t>{{"BE-P006", 1}, {"BE-P008", 1}, {"BE-P009", 1}});
}

TEST_CASE("an imported catalog is imported again without a change, and can be layered") {
  const test::TemporaryDirectory directory;
  for (const char* name :
       {"litellm", "litellm_services", "models_dev", "llm_prices", "genai_prices", "openrouter", "pi_ai"}) {
    INFO(name);
    const std::string once = directory.path("once.json");
    test::answered(fmt::format("catalog import {}{} -o {}", fixture(name), dated, once));
    test::answered(fmt::format("catalog import {} -o {}", once, directory.path("again.json")));
    CHECK(directory.content("once.json") == directory.content("again.json"));
    test::answered("catalog validate " + once);
    CHECK_FALSE(test::answered("catalog list api_offers --no-builtin --catalog " + once).empty());
  }
}

TEST_CASE("several files become one catalog, in which an id stands once") {
  const test::TemporaryDirectory directory;
  const std::string own = directory.path("own.json");
  test::answered("catalog import " + fixture("openrouter") + dated + " -o " + own);
  const auto found = offers(fixture("litellm") + " " + own + " " + fixture("llm_prices") + dated);
  CHECK(found.size() == 6 + 4 + 2);
  CHECK(found.at("acme/long").at("provider") == "acme");
  CHECK(found.at("acme/small").at("provider") == "OpenRouter");
  const Outcome outcome = run_words({"catalog", "import", fixture("litellm"), own, "--as-of", "2026-08-01"});
  CHECK(outcome.err.find("warning[BE-P001]: not imported, an id that another entry has: acme/long\n") !=
        std::string::npos);
}

TEST_CASE("a file without a date, of another format, or of none is refused") {
  const auto code = [](const std::vector<std::string>& words, const std::string& input = {}) {
    const Outcome outcome = run_words(words, input);
    CHECK(outcome.exit_code == 2);
    CHECK(outcome.out.empty());
    return outcome.err.substr(0, outcome.err.find(':'));
  };
  for (const char* name : {"litellm", "models_dev", "genai_prices", "openrouter", "pi_ai"})
    CHECK(code({"catalog", "import", fixture(name)}) == "error[BE-P005]");
  CHECK(code({"catalog", "import", fixture("litellm"), "--from", "openrouter"}) == "error[BE-P004]");
  CHECK(code({"catalog", "import", fixture("litellm"), "--from", "nosuch"}) == "error[BE-U010]");
  CHECK(code({"catalog", "import"}) == "error[BE-U005]");
  CHECK(code({"catalog", "import", "-", "--at", "24:00"}) == "error[BE-U010]");
  CHECK(code({"catalog", "import", "-"}, "") == "error[BE-J001]");
  CHECK(code({"catalog", "import", "-"}, std::string("\0\1", 2)) == "error[BE-J006]");
  for (const char* text : {"{}", "[]", "3", "null", "\"text\"", "{\"data\": []}", "{\"models\": 3}", "[[[]]]"})
    CHECK(code({"catalog", "import", "-"}, text) == "error[BE-P004]");
  const Outcome merge = run_words({"catalog", "import", "-"}, "{\n<<<<<<< ours\n\"a\": 1}\n");
  CHECK(merge.err.find("<stdin>:2:1") != std::string::npos);
}

// Every prefix of a file, and the file with any value in the place of another, leave the importer standing.
TEST_CASE("truncated and twisted files end in a catalog or a diagnostic") {
  for (const char* name :
       {"litellm", "litellm_services", "models_dev", "llm_prices", "genai_prices", "openrouter", "pi_ai"}) {
    const std::string text = text_of(fixture(name));
    for (std::size_t length = 0; length < text.size() - 2; length += 37) {
      Catalog catalog;
      io::Diagnostics problems;
      io::import_file({"f", text.substr(0, length)}, nullptr, on("2026-08-01"), catalog, problems);
      CHECK(io::has_errors(problems));
    }
    for (const char* twist : {"null", "[]", "{}", "\"-1\"", "-1e300", "true", "[{\"a\": [1]}]"}) {
      const ordered_json document = ordered_json::parse(text);
      const ordered_json places = document.flatten();
      for (const auto& [pointer, value] : places.items()) {
        ordered_json twisted = document;
        twisted[ordered_json::json_pointer(pointer)] = ordered_json::parse(twist);
        Catalog catalog;
        io::Diagnostics problems;
        const io::Text changed{"f", twisted.dump()};
        const auto file = io::import_file(changed, nullptr, on("2026-08-01"), catalog, problems);
        CHECK((file.format != nullptr || io::has_errors(problems)));
        CHECK(file.imported_count == catalog.api_offers.size());
      }
    }
  }
}

TEST_CASE("the whole price lists, where they are present") {
  const std::filesystem::path lists = std::filesystem::path(BREAKEVEN_SOURCE_DIR) / "../shared/data/api_prices";
  struct Row {
    const char* file;
    const char* day;
    std::size_t imported;
  };
  for (const auto& [file, day, imported] :
       {Row{"litellm_2026-08-01.json", "2026-08-01", 2501}, Row{"genai-prices_2026-09-23.json", "2026-09-23", 1469},
        Row{"openrouter_2026-08-01.json", "2026-08-01", 331}}) {
    if (!std::filesystem::exists(lists / file)) {
      WARN(file << " is not tried: ../shared/data is absent");
      continue;
    }
    INFO(file);
    Catalog catalog;
    refused({file, text_of(lists / file)}, on(day), catalog);
    CHECK(catalog.api_offers.size() == imported);
  }
}

}  // namespace breakeven
