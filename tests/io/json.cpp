// SPDX-License-Identifier: MIT
#include "io/json/document.hpp"

#include <string>

#include "catch.hpp"
#include "test_data.hpp"
#include "text.hpp"

namespace {

using namespace breakeven::io;
using breakeven::test::Draw;

Diagnostics problems_of(const std::string& content) {
  Diagnostics problems;
  const auto document = parse_json({"file.json", content}, problems);
  CHECK(document.has_value() == problems.empty());
  return problems;
}

std::string code_of(const std::string& content) {
  const Diagnostics problems = problems_of(content);
  return problems.empty() ? "none" : std::string(problems.front().code);
}

// "line:column pointer" of the first problem.
std::string place_of_first(const std::string& content) {
  const Diagnostics problems = problems_of(content);
  if (problems.empty()) return "none";
  const Location& place = problems.front().location.value();
  return std::to_string(place.line) + ":" + std::to_string(place.column) + " " + place.pointer;
}

std::string place(const std::string& content, std::string_view pointer, Part part = Part::value) {
  const Location found = locate({"file.json", content}, pointer, part);
  return std::to_string(found.line) + ":" + std::to_string(found.column) + "+" + std::to_string(found.length);
}

using breakeven::test::repeated;

std::string object_of(int keys, const std::string& more = {}) {
  std::string text = "{";
  for (int i = 0; i < keys; ++i) text += (i ? "," : "") + ("\"k" + std::to_string(i)) + "\":" + std::to_string(i);
  return text + more + "}";
}

}  // namespace

TEST_CASE("JSON with comments is read") {
  for (const std::string_view text : {"{}", "[]", "5", "\"x\"", "null", "/* a */ {} // b", "// first\n[1, /* two */ 2]",
                                      "\xEF\xBB\xBF{}", " \r\n\t{}\n"}) {
    INFO(text);
    CHECK(code_of(std::string(text)) == "none");
  }
  Diagnostics problems;
  const auto document = parse_json({"f", R"({"b": 1, "a": [true, null, "\u00e9", -0.5e3]})"}, problems);
  REQUIRE(document);
  CHECK(document->dump() == R"({"b":1,"a":[true,null,"é",-500.0]})");
}

TEST_CASE("a key that occurs twice is refused, in small objects and large ones") {
  CHECK(code_of(R"({"a": 1, "a": 1})") == "BE-J002");
  CHECK(code_of(R"({"a": 1, "\u0061": 2})") == "BE-J002");
  CHECK(code_of(R"({"": 1, "": 2})") == "BE-J002");
  CHECK(code_of(R"({"a": {"a": 1}, "b": [{"a": 1}, {"a": 1}]})") == "none");
  for (const int keys : {1, 31, 32, 33, 64, 1000}) {
    INFO(keys);
    CHECK(code_of(object_of(keys)) == "none");
    CHECK(code_of(object_of(keys, ",\"k0\":1")) == "BE-J002");
    CHECK(code_of(object_of(keys, ",\"k" + std::to_string(keys - 1) + "\":1")) == "BE-J002");
    CHECK(code_of(object_of(keys, ",\"new\":1,\"new\":1")) == "BE-J002");
  }
  CHECK(place_of_first("{\"a\": [{\"b\": 1},\n {\"b\": \"b\",\n  \"b\": 2}]}") == "3:3 /a/1/b");
}

TEST_CASE("a large object is read in time that grows with its size") { CHECK(code_of(object_of(200'000)) == "none"); }

TEST_CASE("numbers that a double cannot hold are refused") {
  for (const std::string_view text : {"1e400", "-1e400", "1e309", "[1e400]", "1e99999999999999999999"})
    CHECK(code_of(std::string(text)) == "BE-J003");
  for (const std::string_view text : {"1e-400", "-1e-400", "[0.0000001e-400]", "1e-99999999999999999999"})
    CHECK(code_of(std::string(text)) == "BE-J004");
  for (const std::string_view text :
       {"0", "-0", "0e-400", "0.000e999", "5e-324", "1.7976931348623157e308", "123456789012345678901234567890"})
    CHECK(code_of(std::string(text)) == "none");
  CHECK(place_of_first("{\"a\": [1, {\"b\":\n 1e400}]}") == "2:2 /a/1/b");
  CHECK(place_of_first("{\"a\": [1, {\"b\":\n 1e-400}]}") == "2:2 /a/1/b");
  CHECK(place_of_first("[1, 2,\n\t1e400]") == "2:2 /2");
  CHECK(problems_of("1" + std::string(100'000, '0')).front().message.size() < 200);
}

TEST_CASE("nesting ends at 64 levels") {
  CHECK(code_of(repeated("[", 64) + repeated("]", 64)) == "none");
  CHECK(place_of_first(repeated("[", 65) + repeated("]", 65)) == "1:65 " + repeated("/0", 64));
  CHECK(place_of_first("[1, " + repeated("[", 64)) == "1:68 /1" + repeated("/0", 63));
  CHECK(code_of(repeated("[", 100'000)) == "BE-J005");
  CHECK(code_of(repeated("{\"a\":", 100'000)) == "BE-J005");
  CHECK(code_of(repeated("[", 64) + repeated("]", 64) + "x") == "BE-J001");
}

TEST_CASE("what is not JSON is refused where it stops being JSON") {
  CHECK(place_of_first("") == "1:1 ");
  CHECK(place_of_first("{\n  \"a\": 1,\n}") == "3:1 ");
  CHECK(place_of_first("[1 2]") == "1:4 ");
  CHECK(place_of_first("{}\n{}") == "2:1 ");
  CHECK(place_of_first("[1,\r\n\t x]") == "2:3 ");
  CHECK(place_of_first("[\"é\", x]") == "1:8 ");
  CHECK(place_of_first("{\"a\"") == "1:5 ");
  for (const std::string_view text :
       {"{'a': 1}", "{a: 1}", "[01]", "[+1]", "[.5]", "[5.]", "[0x1]", "[NaN]", "[Infinity]", "[\"\t\"]", "[\"\\x\"]",
        "[\"\\ud800\"]", "\"\xff\"", "\"\xc0\x80\"", "/", "/*", "# comment\n{}", "[1,,2]", "[,]"}) {
    INFO(text);
    CHECK(code_of(std::string(text)) == "BE-J001");
  }
  const std::string nul(1, '\0');
  CHECK(code_of("{}" + nul) == "BE-J006");
  CHECK(place_of_first("{\n" + nul + "}") == "2:1 ");
}

TEST_CASE("the reason of a syntax error is short") {
  CHECK(problems_of("{\"a\": 1,}").front().message == "not valid JSON: unexpected '}'; expected string literal");
  CHECK(problems_of("[nan]").front().message.find("last read") == std::string::npos);
  CHECK(problems_of("[1").front().message.find("end of input") != std::string::npos);
}

TEST_CASE("a pointer's value and key are found in the text") {
  const std::string text =
      "{ // c\r\n\t\"a/b\" : [ 10, {\"m~n\": \"x,]}\"} ],\n \"é\": {\"q\\\"\": null}, /* {\"no\": 1} */ \"z\": 2 }";
  CHECK(place(text, "") == "1:1+1");
  CHECK(place(text, "/a~1b") == "2:10+1");
  CHECK(place(text, "/a~1b", Part::key) == "2:2+5");
  CHECK(place(text, "/a~1b/0") == "2:12+2");
  CHECK(place(text, "/a~1b/1/m~0n") == "2:24+6");
  CHECK(place(text, "/a~1b/1/m~0n", Part::key) == "2:17+5");
  CHECK(place(text, "/é") == "3:8+1");
  CHECK(place(text, "/é/q\"") == "3:16+4");
  CHECK(place(text, "/é/q\"", Part::key) == "3:9+5");
  CHECK(place(text, "/z") == "3:44+1");
  CHECK(locate({"f", text}, "/z").pointer == "/z");
  CHECK(locate({"f", text}, "/z").excerpt == " \"é\": {\"q\\\"\": null}, /* {\"no\": 1} */ \"z\": 2 }");
}

TEST_CASE("a pointer to nothing has a place inside the text") {
  for (const std::string_view text : {"", "{", "[1", "{\"a\"", "{\"a\":", "\"x", "/*", "5", "{\"a\": [1, 2]}"})
    for (const std::string_view pointer : {"", "/a", "/a/0", "/a/9", "/0", "/1/b", "/a/b/c"}) {
      INFO(text << " at " << pointer);
      const Location found = locate({"f", std::string(text)}, pointer);
      CHECK(found.line == 1);
      CHECK(found.column >= 1);
      CHECK(found.column <= text.size() + 1);
    }
}

TEST_CASE("steps of a pointer are escaped, and found again") {
  CHECK(child("", "a") == "/a");
  CHECK(child("/a", "b/c~d") == "/a/b~1c~0d");
  CHECK(child("/a", 7) == "/a/7");
  Draw draw(5);
  for (int round = 0; round < 300; ++round) {
    std::string name;
    for (auto length = draw.integer(0, 6); length > 0; --length) name += "ab/~\"\\ 01"[draw.integer(0, 8)];
    const std::string before = "{\"x\": [{}, \"" + name.substr(0, 0) + "\"], ";
    const std::string text = before + breakeven::Json(name).dump() + ": 42}";
    INFO(text);
    const Location found = locate({"f", text}, child("", name));
    CHECK(text.substr(found.column - 1) == "42}");
  }
}

TEST_CASE("an object's reader says what is wrong with each key") {
  const Text text{"f", R"({"s": 5, "e": "", "n": "2.50", "r": 2, "extra": 1, "t": "ok"})"};
  Diagnostics problems;
  const auto document = parse_json(text, problems);
  REQUIRE(document);
  const Path root;
  ObjectReader reader(text, *document, root, problems);
  CHECK(reader.string("t") == "ok");
  CHECK_FALSE(reader.string("s"));
  CHECK_FALSE(reader.string("e"));
  CHECK_FALSE(reader.number("n", positive));
  CHECK_FALSE(reader.number("r", ratio));
  CHECK_FALSE(reader.number("absent", ratio));
  CHECK_FALSE(reader.number("wanted", ratio, true));
  reader.refuse_unknown_keys();
  std::string codes;
  for (const Diagnostic& problem : problems) codes += std::string(problem.code) + problem.location->pointer + " ";
  CHECK(codes == "BE-S003/s BE-S005/e BE-S003/n BE-S004/r BE-S002 BE-S001/extra ");
}

TEST_CASE("the problems of one file end at twenty, unless all before were warnings") {
  const Text text{"f", object_of(100)};
  Diagnostics problems(25, Diagnostic{.code = "BE-W008", .severity = Severity::warning});
  const auto document = parse_json(text, problems);
  REQUIRE(document);
  const Path root;
  ObjectReader(text, *document, root, problems).refuse_unknown_keys();
  CHECK(has_errors(problems));
  Diagnostics own;
  ObjectReader(text, *document, root, own).refuse_unknown_keys();
  CHECK(own.size() == most_problems);
}

TEST_CASE("what is underlined ends with the value, not with the comment behind it") {
  CHECK(place("33//44", "") == "1:1+2");
  CHECK(place("[//1\r2]", "/0") == "1:6+1");
  CHECK(place("[\"a\" /* b */ , true/* c */]", "/0") == "1:2+3");
  CHECK(place("[\"a\" /* b */ , true/* c */]", "/1") == "1:16+4");
}
