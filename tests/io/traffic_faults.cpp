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

TEST_CASE("rows of other columns than the first row names are bad") {
  const std::string row = "0,1,2\n";
  const Read read_rows =
      read_all("time,input,output\n" + row + row + "60,1,234,5\n120,1,2,\n180,1,2,3,\n180,1\n\"1\",1,2,3\n");
  REQUIRE(read_rows.reading);
  CHECK(read_rows.reading->row_count == 7);
  CHECK(read_rows.reading->bad_row_count == 4);
  CHECK(read_rows.reading->bad_rows.front().line == 4);
  CHECK(read_rows.reading->bad_rows.front().what == "it has 4 of 3 columns");
}

TEST_CASE("what only later rows have counts, too") {
  std::string lines;
  for (int i = 0; i < 3000; ++i)
    lines += R"({"time": 1, "input": 10, "output": 5})"
             "\n";
  for (int i = 0; i < 100; ++i)
    lines += R"({"time": 2, "error": "overloaded"})"
             "\n";
  const Read late = read(lines);
  REQUIRE(late.reading);
  CHECK(late.sums.requests == 3000);
  CHECK(late.sums.failed_requests == 100);
  io::TraceOptions options;
  of(options.columns, io::Role::status) = "outcome";
  lines += R"({"time": 2, "input": 10, "output": 5, "outcome": "timeout"})"
           "\n";
  const Read given = read(lines, options);
  REQUIRE(given.reading);
  CHECK(given.sums.failed_requests == 101);
}

TEST_CASE("files that are no such text are named") {
  const auto message_of = [](const std::string& text) {
    const Read refused = read(text);
    REQUIRE_FALSE(refused.reading);
    CHECK(refused.problems.front().code == "BE-T001");
    return refused.problems.front().message;
  };
  CHECK(message_of(std::string("\xFF\xFEt\0i\0m\0e\0\n\0", 12)) == "it is text in UTF-16");
  CHECK(message_of(std::string("PK\3\4\0\0\n", 7)) == "it is no text");
  CHECK(message_of("time,input,output\r0,1,2\r1,1,2\r") == "its lines end in carriage returns alone");
}

TEST_CASE("the header again is a bad row that says so") {
  const Read twice = read_all(three_rows + three_rows);
  REQUIRE(twice.reading);
  CHECK(twice.sums.requests == 6);
  CHECK(twice.reading->bad_row_count == 1);
  CHECK(twice.reading->bad_rows.front().what == "it is the header again");
}

TEST_CASE("a query's result is whole or refused") {
  const std::string header =
      "part,start_s,width_s,requests,failed_requests,input_tok,cached_input_tok,output_tok,input_output_tok2,"
      "output_output_tok2,first_us,last_us,length_tok\n";
  const std::string bad = "bad_rows,,,0,,,,,,,,,\n";
  const std::string lengths = "input_length,,,3,,,,,,,,,10\noutput_length,,,3,,,,,,,,,4\n";
  const std::string early = "slice,0,60,2,0,20,,8,80,32,0,59999999,\n";
  const std::string late = "slice,60,60,1,1,10,,4,40,16,60000000,60000000,\n";
  const Read whole = read(header + bad + lengths + early + late);
  REQUIRE(whole.reading);
  CHECK(whole.sums.requests == 3);
  CHECK(whole.sums.failed_requests == 1);
  for (const std::string& torn :
       {lengths + early + late, bad + lengths + early, bad + lengths + early + late + late, bad + early + late,
        bad + bad + lengths + early + late, bad + "input_length,,,3,,,,,,,,,10\n" + early + late}) {
    const Read refused = read(header + torn);
    INFO(torn);
    REQUIRE_FALSE(refused.reading);
    CHECK(refused.problems.front().code == "BE-T007");
  }
  const std::string elsewhere = "slice,60,60,1,1,10,,4,40,16,0,60000000,\n";
  CHECK(read(header + bad + lengths + early + elsewhere).problems.front().code == "BE-T007");
}

TEST_CASE("a histogram's status says which bins failed") {
  const Read read_bins =
      read_all("time,requests,input_tok,output_tok,status\n0,5,100,20,ok\n60,7,100,20,429\n120,1,1,1,bogus\n");
  REQUIRE(read_bins.reading);
  CHECK(read_bins.sums.requests == 5);
  CHECK(read_bins.sums.failed_requests == 7);
  CHECK(read_bins.reading->bad_row_count == 1);
}

}  // namespace breakeven::test
