// SPDX-License-Identifier: MIT
#include "io/diagnostics/diagnostic.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "catch.hpp"
#include "cli/diagnostics_text.hpp"
#include "process.hpp"
#include "test_data.hpp"

namespace {

using namespace breakeven::io;
using breakeven::app::diagnostics_text;
using breakeven::test::Draw;
using breakeven::test::run_words;

constexpr std::array<std::string_view, 6> words{"gpu_usd_per_hour", "gpus_per_replica", "tok_per_s",
                                                "output_tok_per_s", "h100-sxm",         "b"};

bool is_printable(std::string_view text) {
  const auto is_control = [](char letter) { return (letter >= 0 && letter < 0x20) || letter == 0x7f; };
  return std::none_of(text.begin(), text.end(), is_control) && printable(text) == text;
}

}  // namespace

TEST_CASE("near words are suggested, and far ones are not") {
  CHECK(nearest("gpu_usd_per_hours", words) == "gpu_usd_per_hour");
  CHECK(nearest("GPU_USD_PER_HOUR", words) == "gpu_usd_per_hour");
  CHECK(nearest("gpu_per_replica", words) == "gpus_per_replica");
  CHECK(nearest("otuput_tok_per_s", words) == "output_tok_per_s");
  CHECK(nearest("h100-sxn", words) == "h100-sxm");
  CHECK(nearest("h100-smx", words) == "h100-sxm");
  CHECK_FALSE(nearest("zzzzzzzz", words));
  CHECK_FALSE(nearest("kv_lora_rank", words));
  CHECK_FALSE(nearest(std::string(100'000, 'a'), words));
  CHECK(did_you_mean("h100-sxn", words) == "did you mean h100-sxm?");
  CHECK(did_you_mean("zzzzzzzz", words).empty());
  const std::array<std::string_view, 1> hostile{"red\x1b[31m"};
  CHECK(did_you_mean("red\x1b[32m", hostile) == "did you mean red\\x1b[31m?");
}

TEST_CASE("text of others cannot steer a terminal") {
  CHECK(printable("plain, größe, 日本, 😀") == "plain, größe, 日本, 😀");
  CHECK(printable("a\tb\nc\rd") == "a\\tb\\nc\\x0dd");
  CHECK(printable("\x1b[31mred\x07\x7f") == "\\x1b[31mred\\x07\\x7f");
  CHECK(printable(std::string_view("\0", 1)) == "\\x00");
  CHECK(printable("\xc2\x9b[31m") == "\\xc2\\x9b[31m");
  CHECK(printable("\xff\xfe") == "\\xff\\xfe");
  CHECK(printable("\xc0\xaf") == "\\xc0\\xaf");
  CHECK(printable("\xe0\x80\xaf") == "\\xe0\\x80\\xaf");
  CHECK(printable("\xed\xa0\x80") == "\\xed\\xa0\\x80");
  CHECK(printable("\xf4\x90\x80\x80") == "\\xf4\\x90\\x80\\x80");
  CHECK(printable("cut \xe6\x97") == "cut \\xe6\\x97");
  Draw draw(3);
  for (int round = 0; round < 2'000; ++round) {
    std::string bytes;
    for (auto length = draw.integer(0, 40); length > 0; --length) bytes += static_cast<char>(draw.integer(0, 255));
    const std::string shown = printable(bytes);
    CHECK(is_printable(shown));
    CHECK_NOTHROW(nlohmann::json(shown).dump());
  }
}

TEST_CASE("a diagnostic shows its line, with a caret under the place") {
  const Location place{
      .file = "prices.json", .pointer = "/a/b", .line = 12, .column = 8, .excerpt = "  \"b\": \"x\"\r", .length = 3};
  const Diagnostics one{{.code = "BE-S003",
                         .message = "must be a number",
                         .location = place,
                         .notes = {"a note"},
                         .help = "remove the quotes"}};
  CHECK(diagnostics_text(one, false) ==
        "error[BE-S003]: must be a number\n"
        " --> prices.json:12:8  /a/b\n"
        "   |\n"
        "12 |   \"b\": \"x\"\n"
        "   |        ^^^\n"
        "  = note: a note\n"
        "  = help: remove the quotes\n");
  CHECK(diagnostics_text(one, true).starts_with("\x1b[1;31merror[BE-S003]\x1b[0m: "));
  const Diagnostics two{{.code = "BE-W001", .message = "old", .severity = Severity::warning},
                        {.code = "BE-U001", .message = "new"}};
  CHECK(diagnostics_text(two, false) == "warning[BE-W001]: old\n\nerror[BE-U001]: new\n");
}

TEST_CASE("a long or hostile line is cut and escaped around its place") {
  Location place{
      .file = "f", .line = 1, .column = 5'001, .excerpt = std::string(5'000, 'a') + "\x1b" + std::string(5'000, 'b')};
  const std::string text = diagnostics_text({{.code = "BE-J001", .message = "m", .location = place}}, false);
  CHECK(text.size() < 500);
  CHECK(text.find("\\x1b") != std::string::npos);
  CHECK(text.find('\x1b') == std::string::npos);
  place.excerpt.clear();
  place.column = 1;
  CHECK_NOTHROW(diagnostics_text({{.code = "BE-J001", .message = "m", .location = place}}, false));
}

TEST_CASE("ids and names of a hostile catalog reach the terminal escaped") {
  const std::string escape = "\\u001b[31m";
  const std::string cited = R"("cited": {"source": ")" + escape + R"(", "as_of": "2026-06-15"})";
  const std::string catalog =
      R"({"schema": "breakeven.catalog", "schema_version": "1.0", "as_of": "2026-06-15",)"
      R"("gpus": [{"id": "g)" +
      escape + R"(", "name": ")" + escape + R"(", "memory_gib": 80, "bandwidth_gb_per_s": 1, "tflops": {}, )" + cited +
      "}]," + R"("gpu_offers": [{"id": "o)" + escape + R"(", "gpu": "g)" + escape + R"(", "provider": ")" + escape +
      R"(", "term": "on_demand", "usd_per_gpu_hour": {"low": 1, "high": 2}, )" + cited + "}]," +
      R"("models": [{"id": "m)" + escape + R"(", "params": 1, )" + cited + "}]," + R"("api_offers": [{"id": "a)" +
      escape + R"(", "provider": ")" + escape + R"(", "model": "x)" + escape + R"(", "input_usd_per_mtok": 1, )" +
      cited + "}]," + R"("throughputs": [{"id": "t)" + escape + R"(", "model": "m)" + escape + R"(", "gpu": "g)" +
      escape + R"(", "gpus_per_replica": 1, "engine": ")" + escape + R"(", "precision": ")" + escape +
      R"(", "input_tok": 1, "output_tok": 1, "tok_per_s": 1000, "kind": "estimated", )" + cited + "}]}";
  const std::string real = "\x1b[31m";
  const std::vector<std::vector<std::string>> runs{
      {"catalog", "list"},
      {"catalog", "show", "o" + real, "m" + real, "t" + real, "a" + real, "g" + real},
      {"catalog", "show", "o\x1b[32m"},
      {"catalog", "list", "--gpu", "g\x1b[32m"},
      {"compare", "--gpu", "g" + real, "--model", "m" + real, "--api-price", "1usd/Mtok", "--volume", "1B/month", "-v"},
      {"compare", "--gpu", "g" + real, "--model", "m" + real, "--api", "a" + real, "--input-share", "100%", "--volume",
       "1B/month", "-v"},
      {"compare", "--gpu", "g" + real, "--model", "m" + real, "--api", "a" + real, "--volume", "1B/month"},
      {"compare", "--gpu", "g" + real, "--model", "m" + real, "--gpus", "2", "--api-price", "1usd/Mtok", "--volume",
       "1B/month"},
      {"compare", "--gpu", "a10", "--model", "m" + real, "--api-price", "1usd/Mtok", "--volume", "1B/month"},
      {"compare", "--gpu", "h100-sxm", "--throughput-record", "t" + real, "--api-price", "1usd/Mtok", "--volume",
       "1B/month"},
      {"compare", "--gpu", "h100-sxm", "--model", "llama-3.1-8b", "--throughput-record", "t" + real, "--api-price",
       "1usd/Mtok", "--volume", "1B/month"},
      {"rank", "--model", "m" + real, "--volume", "1B/month", "-v"},
      {"rank"},
      {"explain", "self_host.usd_per_mtok", "--gpu", "g" + real, "--model", "m" + real, "--api-price", "1usd/Mtok",
       "--volume", "1B/month"},
  };
  for (std::vector<std::string> run : runs) {
    run.insert(run.end(), {"--catalog", "-"});
    for (const char* option : {"-v", "-q", "-fmarkdown"}) {
      run.insert(run.begin(), option);
      const auto outcome = run_words(run, catalog);
      run.erase(run.begin());
      INFO(option << " " << run.at(0) << " " << run.at(1) << "\n" << printable(outcome.err));
      CHECK(outcome.exit_code != 70);
      CHECK(outcome.out.find('\x1b') == std::string::npos);
      CHECK(outcome.err.find('\x1b') == std::string::npos);
    }
  }
}

TEST_CASE("of a long line the part around the column is shown") {
  const std::string text = R"({"schema": "breakeven.catalog", "schema_version": "1.0", "as_of": "2026-01-01",)" +
                           std::string(5000, ' ') + R"("gpus": 7,)" + std::string(5000, ' ') + "\"models\": []}";
  const auto outcome = run_words({"catalog", "validate", "-"}, text);
  CHECK(outcome.exit_code == 2);
  CHECK(outcome.err.find("<stdin>:1:" + std::to_string(text.find('7') + 1) + "  /gpus") != std::string::npos);
  CHECK(outcome.err.size() < 1000);
  const std::size_t caret = outcome.err.find('^');
  REQUIRE(caret != std::string::npos);
  const std::size_t caret_line = outcome.err.rfind('\n', caret) + 1;
  const std::size_t shown_line = outcome.err.rfind('\n', caret_line - 2) + 1;
  CHECK(outcome.err.at(shown_line + (caret - caret_line)) == '7');
}
