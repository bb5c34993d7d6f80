// SPDX-License-Identifier: MIT
// Answers in ASCII alone: where the option asks for it, and for plots also where the locale does.
#include "report/ascii.hpp"

#include <algorithm>

#include "catch.hpp"
#include "process.hpp"
#include "rendered.hpp"
#include "text.hpp"
#include "text/utf8.hpp"

namespace breakeven {
namespace {

using test::is_ascii;
using test::rendered;

const std::vector<std::string> question{"--gpu-price", "2.5usd/h",    "--throughput", "2500tok/s",
                                        "--api-price", "0.6usd/Mtok", "--volume",     "1B/month"};

test::Outcome explained(std::vector<std::string> options) {
  std::vector<std::string> words{"explain", "break_even.tok_per_month"};
  words.insert(words.end(), question.begin(), question.end());
  words.insert(words.end(), options.begin(), options.end());
  return test::run_words(words);
}

}  // namespace

TEST_CASE("what formulas use is spelled out, and all else is escaped") {
  CHECK(report::in_ascii("10\u2076\u00b7K/(L\u00b7(p \u2212 e))") == "10^6*K/(L*(p - e))");
  CHECK(report::in_ascii("max(N_min, \u2308V/C\u2309)") == "max(N_min, ceil(V/C))");
  CHECK(report::in_ascii("\u03b1 \u03b4_g \u03c4 \u03c6 \u2026") == "alpha delta_g tau phi ...");
  CHECK(report::in_ascii("caf\u00e9 \u4e2d \U0001f600") == "caf\\u{e9} \\u{4e2d} \\u{1f600}");
  CHECK(report::in_ascii("a\xff\xc3z\xe2\x82") == "a\\x{ff}\\x{c3}z\\x{e2}\\x{82}");
  CHECK(report::in_ascii("plain ~ text\n") == "plain ~ text\n");
}

TEST_CASE("characters are taken and decoded as UTF-8 has them") {
  std::string_view text = "a\u00e9\u4e2d\U0001f600\xe2\x82z";
  CHECK(text::take_characters(text, 2) == "a\u00e9");
  CHECK(text::take_characters(text) == "\u4e2d");
  CHECK(text::take_characters(text) == "\U0001f600");
  CHECK(text::take_characters(text) == "\xe2");
  CHECK(text::take_characters(text, 9) == "\x82z");
  CHECK(text.empty());
  for (const char32_t code : {0x0U, 0x7fU, 0x80U, 0x7ffU, 0x800U, 0xd7ffU, 0xe000U, 0xffffU, 0x10000U, 0x10ffffU}) {
    std::string character;
    text::append_utf8(character, code);
    CHECK(text::code_point(character) == code);
  }
  for (const std::string_view none : {"", "ab", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\x80", "\xe2\x82"})
    CHECK_FALSE(text::code_point(none));
}

TEST_CASE("every kind of block is converted, and JSON stays JSON") {
  const report::Report found{
      .document = {},
      .blocks = {report::Table{{{"\u00b7"}}, {{"\u00e9"}}}, report::Paragraph{{"\u2026"}}, report::Verbatim{{"\u03b1"}},
                 report::Literal{"\"\u00e9 \U0001f600\""}, report::Headline{"\u2212"}},
      .brief = {},
      .rows = {}};
  CHECK(rendered("table", found, {.ascii = true}) ==
        "  *\n  \\u{e9}\n\n  ...\n\n  alpha\n\n\"\\u00e9 \\ud83d\\ude00\"\n\n-\n");
  CHECK(is_ascii(rendered("markdown", found, {.ascii = true})));
  CHECK(rendered("table", found, {}).find("\u03b1") != std::string::npos);
}

TEST_CASE("--ascii holds for tables and Markdown, and the locale does not change them") {
  for (const std::string format : {"table", "markdown"}) {
    const test::Outcome spelled = explained({"-f", format, "--ascii"});
    CHECK(spelled.exit_code == 0);
    CHECK(is_ascii(spelled.out));
    CHECK_FALSE(is_ascii(explained({"-f", format}).out));
  }
  CHECK(is_ascii(test::run_words({"catalog", "show", "vast/a10", "fireworks/llama-3.3-70b", "--ascii"}).out));
}

TEST_CASE("an answer without pictures cannot be plotted, and leaves no file") {
  for (const std::vector<std::string>& options :
       {std::vector<std::string>{"-f", "plot"}, std::vector<std::string>{"--export", "plot=/dev/null"}}) {
    const test::Outcome refused = explained(options);
    CHECK(refused.exit_code == 2);
    CHECK(refused.out.empty());
    CHECK(refused.err.find("error[BE-U012]: this answer cannot be shown as plot\n") != std::string::npos);
    CHECK(refused.err.find("write -f table") != std::string::npos);
  }
}

}  // namespace breakeven
