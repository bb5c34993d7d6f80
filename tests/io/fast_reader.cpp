// SPDX-License-Identifier: MIT
// The fast reader of ordinary JSON reads what the strict one does, or nothing.
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.hpp"
#include "io/json/fast_reader.hpp"
#include "test_data.hpp"

using breakeven::Json;
using breakeven::test::Draw;

namespace {

// Written over what was read before, which must not show.
std::optional<Json> ordinary_json(std::string_view text) {
  static Json value;
  return breakeven::io::read_ordinary_json(text, value) ? std::optional(value) : std::nullopt;
}

std::optional<Json> strict(const std::string& text) {
  breakeven::io::Diagnostics problems;
  return breakeven::io::parse_json({"text", text}, problems);
}

// How many of the texts were ordinary.
std::size_t check_alike(const std::string& text) {
  const auto read = ordinary_json(text);
  if (!read) return 0;
  const bool has_non_finite = text.find("NaN") != std::string::npos || text.find("Infinity") != std::string::npos;
  if (has_non_finite) return 1;
  INFO(text.substr(0, 400));
  const auto expected = strict(text);
  REQUIRE(expected);
  CHECK(read->dump() == expected->dump());
  return 1;
}

}  // namespace

TEST_CASE("files of all kinds are read alike, whole and spoilt") {
  Draw draw(5);
  std::size_t ordinary = 0;
  const std::filesystem::path root = std::filesystem::path(BREAKEVEN_SOURCE_DIR) / "tests";
  for (const char* folder : {"data/import", "data/model_configs", "data/bad_files", "fuzz/corpus/json"})
    for (const auto& entry : std::filesystem::directory_iterator(root / folder)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream file(entry.path());
      const std::string text{std::istreambuf_iterator<char>(file), {}};
      if (text.empty() || text.size() > 20'000) continue;
      ordinary += check_alike(text);
      for (int i = 0; i < 200; ++i) {
        std::string spoilt = text;
        const auto at = static_cast<std::size_t>(draw.integer(0, static_cast<std::int64_t>(text.size()) - 1));
        constexpr std::string_view letters = "{}[]\",:0123456789.eE+-tnf \n\\";
        const auto letter = static_cast<std::size_t>(draw.integer(0, static_cast<std::int64_t>(letters.size()) - 1));
        if (draw.one_in(3))
          spoilt.erase(at, 1);
        else if (draw.one_in(2))
          spoilt.insert(at, 1, letters[letter]);
        else
          spoilt[at] = letters[letter];
        ordinary += check_alike(spoilt);
      }
    }
  CHECK(ordinary > 500);
}

TEST_CASE("what is not ordinary is left to the strict reader") {
  for (const char* text : {"",       " ",        "{",         "{\"a\": 1,}", "[1, 2",
                           "01",     "1.",       ".5",        "1e",          "+1",
                           "-",      "tru",      "nulll",     "1 2",         "{\"a\": 1, \"a\": 2}",
                           "\"\t\"", "\"\xC3\"", "\"\\x41\"", "\"\\\"",      "1e999",
                           "1e-999", "// no",    "{\"a\" 1}", "{a: 1}",      "18446744073709551616",
                           "\"a"})
    CHECK_FALSE(ordinary_json(text));
  std::string repeated = "{";
  for (int i = 0; i < 1'000; ++i) repeated += "\"k" + std::to_string(i) + "\": " + std::to_string(i) + ",";
  CHECK_FALSE(ordinary_json(repeated + "\"k7\": 0}"));
  CHECK(ordinary_json(repeated + "\"other\": 0}")->size() == 1'001);
  CHECK(ordinary_json("[NaN, Infinity, -Infinity]")->dump() == R"(["","inf","-inf"])");
  CHECK(ordinary_json("-0")->dump() == "0");
  CHECK(ordinary_json("-0.0")->dump() == "-0.0");
}

TEST_CASE("texts with escapes and beyond ASCII are ordinary") {
  for (const char* text : {R"("a\"b\\ \n\u00e9\ud83d\ude00")", "\"\xC3\xA9 \xF0\x9F\x98\x80\"",
                           R"({"k\u0041": {"k\\": [[]]}})", "[[[[[[[[[[1]]]]]]]]]]"})
    CHECK(check_alike(text) == 1);
  CHECK_FALSE(ordinary_json(std::string(65, '[') + std::string(65, ']')));
  CHECK(check_alike(std::string(64, '[') + std::string(64, ']')) == 1);
}

TEST_CASE("a line is written over the one before it") {
  for (const char* text :
       {R"({"a": 1, "b": "two", "c": [1, 2, 3], "d": {"x": 1}})", R"({"a": 2, "b": "three", "c": [4], "d": {}})",
        R"({"a": null, "b": {"a": 1}, "c": "text", "d": {"y": 1}})", R"({"a": 1, "c": [], "b": "two"})", R"({"a": 1})",
        R"({})", R"([1])", R"({"z": 1, "a": 2})"})
    CHECK(check_alike(text) == 1);
  CHECK_FALSE(ordinary_json(R"({"z": 1, "a": 2, "z": 3})"));
}

TEST_CASE("escapes are undone as the strict reader undoes them, in texts and in the keys of places") {
  Draw draw(6);
  std::size_t read = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (auto parts = draw.integer(1, 4); parts > 0; --parts) {
      constexpr std::array<std::string_view, 22> all{
          "\\\"",    "\\\\",    "\\/",     "\\b",     "\\f",     "\\n",     "\\r",  "\\t", "\\x", "\\u0041", "\\u00e9",
          "\\u20AC", "\\ud83d", "\\uDE00", "\\udfff", "\\ud800", "\\u00g0", "\\u1", "\\u", "a",   "é",       "\\u0000"};
      text += all[static_cast<std::size_t>(draw.integer(0, all.size() - 1))];
    }
    read += check_alike("[\"" + text + "\"]");
    const std::string document = "{\"" + text + "\": 1}";
    INFO(document);
    const auto expected = strict(document);
    if (!expected) continue;
    const std::string pointer = breakeven::io::child("", expected->members().front().key);
    CHECK(breakeven::io::locate({"text", document}, pointer).column > 5);
  }
  CHECK(read > 5'000);
}
