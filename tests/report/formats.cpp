// SPDX-License-Identifier: MIT
// Formats alone, on reports made here; that commands use them, the transcripts show.
#include "report/formats.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "rendered.hpp"
#include "text/numbers.hpp"

namespace breakeven {
namespace {

using test::rendered;

report::Report of_document(Json document) {
  return {.document = std::move(document), .blocks = {}, .brief = {}, .rows = {}};
}
report::Report of_rows(std::vector<Json> rows) {
  return {.document = {{"schema", "x"}, {"rows", rows}, {"warnings", Json::array()}},
          .blocks = {},
          .brief = {},
          .rows = rows};
}
report::Report of_block(report::Block block) {
  return {.document = {}, .blocks = {std::move(block)}, .brief = {}, .rows = {}};
}

}  // namespace

TEST_CASE("CSV quotes as RFC 4180 says") {
  const auto field = [](const Json& value) {
    const std::string text = rendered("csv", of_rows({Json{{"id", value}}}));
    REQUIRE(text.starts_with("id\n"));
    return text.substr(3);
  };
  CHECK(field("plain text") == "plain text\n");
  CHECK(field("a,b") == "\"a,b\"\n");
  CHECK(field("say \"h100\"") == "\"say \"\"h100\"\"\"\n");
  CHECK(field("two\nlines") == "\"two\nlines\"\n");
  CHECK(field("carriage\rreturn") == "\"carriage\rreturn\"\n");
  CHECK(field(nullptr) == "\n");
  CHECK(field("") == "\n");
  CHECK(field(0.1 + 0.2) == "0.30000000000000004\n");
  CHECK(field(true) == "true\n");
}

TEST_CASE("CSV has the dotted paths of scalars in document order as header") {
  const Json document{
      {"z", 1}, {"a", {{"b", nullptr}, {"c", Json::array({Json{{"d", "x"}}, 2})}}}, {"empty", Json::array()}};
  CHECK(rendered("csv", of_document(document)) == "z,a.b,a.c.0.d,a.c.1\n1,,x,2\n");
}

TEST_CASE("CSV rows may lack each other's columns") {
  CHECK(rendered("csv", of_rows({Json{{"a", 1}, {"b", 2}}, Json{{"b", 3}, {"c", 4}}})) == "a,b,c\n1,2,\n,3,4\n");
}

TEST_CASE("markdown escapes what would start markup or end a cell") {
  const report::Table table{.columns = {{"Offer"}, {"usd", report::Align::right}},
                            .rows = {{"a|b*c_d`<e>[f]\\", "1"}, {"", "2"}}};
  CHECK(rendered("markdown", of_block(table)) ==
        "| Offer | usd |\n| --- | ---: |\n| a\\|b\\*c\\_d\\`\\<e\\>\\[f\\]\\\\ | 1 |\n| | 2 |\n");
  CHECK(rendered("markdown", of_block(report::Headline{"a*b"})) == "**a\\*b**\n");
}

TEST_CASE("JSON lines are a meta line and the rows, or the document on one line") {
  CHECK(rendered("jsonl", of_rows({Json{{"z", 1}, {"a", 2}}, Json{{"z", 3}}})) ==
        "{\"type\":\"meta\",\"schema\":\"x\",\"warnings\":[]}\n{\"z\":1,\"a\":2}\n{\"z\":3}\n");
  CHECK(rendered("jsonl", of_document({{"z", 1}, {"a", {{"y", 2}}}})) == "{\"z\":1,\"a\":{\"y\":2}}\n");
}

TEST_CASE("JSON keeps the order of keys, and replaces bytes that are no UTF-8") {
  CHECK(rendered("json", of_document({{"z", 1}, {"a", 2.5}})) == "{\n  \"z\": 1,\n  \"a\": 2.5\n}\n");
  CHECK(rendered("json", of_document({{"id", "\xff"}})) == "{\n  \"id\": \"\xef\xbf\xbd\"\n}\n");
}

TEST_CASE("tables align by characters, and have no spaces at a line's end") {
  const report::Table table{.columns = {{"Name"}, {"usd", report::Align::right}, {"Note"}},
                            .rows = {{"\u00e9t\u00e9", "1.00", ""}, {"longer", "1,000.00", "x"}}};
  CHECK(rendered("table", of_block(table)) ==
        "  Name         usd  Note\n"
        "  \u00e9t\u00e9         1.00\n"
        "  longer  1,000.00  x\n");
}

TEST_CASE("numbers for people") {
  CHECK(text::money(1825) == "1,825.00");
  CHECK(text::money(1234567.891) == "1,234,567.89");
  CHECK(text::money(0.822) == "0.822");
  CHECK(text::money(0.00012345) == "0.000123");
  CHECK(text::money(0) == "0.00");
  CHECK(text::money(-0.0) == "0.00");
  CHECK(text::money(0.9999) == "1.00");
  CHECK(text::money(-1225) == "-1,225.00");
  CHECK(text::per_mtok(0.6) == "0.600");
  CHECK(text::per_mtok(12.5) == "12.500");
  CHECK(text::per_mtok(0.00012) == "0.000120");
  CHECK(text::per_mtok(0) == "0.000");
  CHECK(text::percent(0.46296) == "46.3%");
  CHECK(text::percent(0) == "0.0%");
  CHECK(text::percent(0.0001) == "0.01%");
  CHECK(text::percent(11) == "1,100.0%");
  CHECK(text::volume(3.0416e9) == "3.04 B");
  CHECK(text::volume(999.6e6) == "1 B");
  CHECK(text::volume(850) == "850");
  CHECK(text::volume(2.5e12) == "2.5 T");
  CHECK(text::volume(0) == "0");
  CHECK(text::times(3.0416) == "3.04");
  CHECK(text::count(1e6) == "1,000,000");
  CHECK(text::plain(1e9) == "1000000000");
  CHECK(text::plain(0.1) == "0.1");
  CHECK(text::plain(1e-7) == "1e-07");
  CHECK(text::plain(0.30000000000000004) == "0.30000000000000004");
}

}  // namespace breakeven
