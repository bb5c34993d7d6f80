// SPDX-License-Identifier: MIT
// Traces that are damaged: packed files, rows, fields, quotes.
#include "traces.hpp"

namespace breakeven::test {

TEST_CASE("a packed file that is cut off or damaged anywhere is refused") {
  for (const std::string& whole : {zipped(three_rows), zstandard(three_rows)})
    for (std::size_t size = 4; size < whole.size(); ++size) {
      INFO(size << " of " << whole.size());
      const Read result = read_all(whole.substr(0, size));
      CHECK_FALSE(result.reading);
      CHECK(io::has_errors(result.problems));
    }
  std::string damaged = zipped(three_rows);
  damaged[damaged.size() - 6] ^= 1;  // of the checksum
  const Read result = read_all(damaged);
  REQUIRE_FALSE(result.reading);
  CHECK(result.problems.front().code == "BE-S010");
  CHECK(result.problems.front().message.find("damaged") != std::string::npos);
}

TEST_CASE("what cannot be read of a row is counted, with its line") {
  struct Case {
    std::string row;
    std::string what;
  };
  const Case cases[] = {
      {"0,-5,1", "input is negative: '-5'"},
      {"0,1.5,1", "input is fractional: '1.5'"},
      {"0,1,2e12", "output is above 1e12: '2e12'"},
      {"0,1,9999999999999", "output is above 1e12: '9999999999999'"},
      {"0,1,1e400", "output is out of range: '1e400'"},
      {"0,,1", "input is missing"},
      {"0,1,null", "output is missing"},
      {"0,x,1", "input is not a number: 'x'"},
      {"0,0x10,1", "input is not a number: '0x10'"},
      {",1,1", "time is missing"},
      {"soon,1,1", "time is not a time in s: 'soon'"},
      {"0,1", "it has 2 of 3 columns"},
      {std::string("0,1\0,1", 6), R"(input is not a number: '1\x00')"},
  };
  for (const Case& bad : cases) {
    const Read result = read_all("time,input,output\n1,2,3\n\n" + bad.row + "\n4,5,6\n");
    INFO(bad.row);
    REQUIRE(result.reading);
    CHECK(result.reading->row_count == 3);
    CHECK(result.reading->bad_row_count == 1);
    REQUIRE(result.reading->bad_rows.size() == 1);
    CHECK(result.reading->bad_rows.front().line == 4);
    CHECK(result.reading->bad_rows.front().what == bad.what);
    CHECK(result.sums.requests == 2);
  }
  const Read same = read("time,input,output\n1,2.0,3\n1,+2,3e0\n1, 2 ,3\r\n");
  REQUIRE(same.reading);
  CHECK(same.sums.input_tok == 6);
}

TEST_CASE("too many bad rows stop the run, and a share of them may be allowed") {
  std::string text = "time,input,output\n";
  for (int i = 0; i < 1999; ++i) text += std::to_string(i) + ",1,1\n";
  CHECK(read(text + "x,1,1\n").reading);
  CHECK(read(text + "x,1,1\nx,1,1\n").reading);
  const Read result = read(text + "x,1,1\nx,1,1\nx,1,1\n");
  REQUIRE_FALSE(result.reading);
  CHECK(result.problems.front().code == "BE-T003");
  CHECK(result.problems.front().message == "3 of 2002 rows cannot be read, more than 0.1%");
  CHECK(result.problems.front().notes.front() == "<stdin>:2001: time is not a time in s: 'x'");
}

TEST_CASE("quotes, newlines in fields, byte-order marks, CRLF and the last line without an end") {
  const Read result = read_all(
      "\xEF\xBB\xBFtime,prompt,input,output\r\n0,\"say \"\"hi\"\",\nthen, go\",1,2\r\n\r\n1,5\" pipe,3,4\r\n"
      "2,plain,x,6\r\n3,\"end\",7,8");
  REQUIRE(result.reading);
  CHECK(result.sums.requests == 3);
  CHECK(result.sums.input_tok == 11);
  REQUIRE(result.reading->bad_rows.size() == 1);
  CHECK(result.reading->bad_rows.front().line == 6);
  const Read open = read_all("time,note,input,output\n0,a,1,2\n1,\"b,3,4\n2,c,5,6\n3,d,7,8\n");
  REQUIRE(open.reading);
  CHECK(open.reading->bad_row_count == 3);
  CHECK(open.reading->bad_rows.front().what == "a quote is not closed");
}

TEST_CASE("rows of 10 MB are rows, and rows of more columns than any table has are none") {
  const std::string long_note(10'000'000, 'x');
  const Read result = read("time,note,input,output\n0," + long_note + ",1,2\n1,\"" + long_note + "\n\",3,4\n");
  REQUIRE(result.reading);
  CHECK(result.sums.input_tok == 4);
  std::string wide = "time,input,output";
  for (int i = 0; i < 1'000'000; ++i) wide += ",c" + std::to_string(i);
  const Read refused = read(wide + "\n");
  REQUIRE_FALSE(refused.reading);
  CHECK(refused.problems.front().code == "BE-T002");
}

}  // namespace breakeven::test
