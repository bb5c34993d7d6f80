// SPDX-License-Identifier: MIT
// Traces as they come: formats, times, packings, several files, histograms.
#include "temporary_directory.hpp"
#include "traces.hpp"

namespace breakeven::test {
namespace {

std::int64_t first_ns(const std::string& time) {
  const Read result = read("time,input,output\n" + time + ",1,1\n");
  REQUIRE(result.reading);
  return result.reading->trace.answered.first_ns;
}

}  // namespace

TEST_CASE("published traces and usual logs are known by their columns") {
  struct Case {
    std::string text;
    std::string format;
    double requests;
    double input;
    double output;
    std::int64_t second_ns;  // of the last request, after the first
  };
  const Case cases[] = {
      {"TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 18:15:46.6805900,374,44\n2023-11-16 "
       "18:15:50.9951690,396,109",
       "Azure LLM inference trace", 2, 770, 153, 4'314'579'000},
      {R"({"timestamp": 0, "input_length": 40160, "output_length": 6, "hash_ids": [0, 1]})"
       "\n"
       R"({"timestamp": 3000, "input_length": 36640, "output_length": 4, "hash_ids": [79, 80]})",
       "Mooncake", 2, 76800, 10, 3'000'000'000},
      {"Timestamp,Model,Request tokens,Response tokens,Total tokens,Log Type\n5,ChatGPT,472,18,490,Conversation "
       "log\n45,ChatGPT,1087,230,1317,Conversation log\n",
       "BurstGPT", 2, 1559, 248, 40'000'000'000},
      {"arrived_at,num_prefill_tokens,num_decode_tokens\n0.5,100,10\n1.25,200,20\n", "vidur", 2, 300, 30, 750'000'000},
      {"request_id,request_type,application_id,arrival_timestamp,batch_size,prompt_size,token_size\n0,2,0,0.5,1,100,"
       "10\n"
       "1,2,0,2.5,1,200,20\n",
       "Splitwise", 2, 300, 30, 2'000'000'000},
      {R"({"id": "a", "created": 1767225600, "usage": {"prompt_tokens": 19, "completion_tokens": 10, "prompt_tokens_details": null}})"
       "\n"
       R"({"id": "b", "created": 1767225607, "usage": {"prompt_tokens": 1, "completion_tokens": 2, "prompt_tokens_details": {"cached_tokens": 1}}})",
       "OpenAI chat completions", 2, 20, 12, 7'000'000'000},
      {"ts;prompt_tokens;completion_tokens\n1767225600123;5;6\n1767225600125;7;8\n", "columns by their names", 2, 12,
       14, 2'000'000},
  };
  for (const Case& known : cases) {
    const Read result = read(known.text);
    INFO(known.format);
    REQUIRE(result.reading);
    CHECK(result.reading->files.front().format == known.format);
    CHECK(result.sums.requests == known.requests);
    CHECK(result.sums.input_tok == known.input);
    CHECK(result.sums.output_tok == known.output);
    CHECK(result.reading->trace.answered.last_ns - result.reading->trace.answered.first_ns == known.second_ns);
    CHECK(result.reading->bad_row_count == 0);
  }
}

TEST_CASE("times are ISO 8601 with any fraction and zone, or numbers of any usual unit") {
  constexpr std::int64_t new_year_ns = 1'767'225'600'000'000'000;
  for (const char* time :
       {"2026-01-01", "2026-01-01T00:00", "2026-01-01 00:00:00", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00.0",
        "2026-01-01T02:00:00+02:00", "2025-12-31T19:30:00-0430", "2026-01-01 01:00:00+01", "2026-01-01 00:00:00 UTC",
        "1767225600", "1767225600.0", "1767225600000", "1767225600000000", "1767225600000000000", "1.7672256e9"}) {
    INFO(time);
    CHECK(first_ns(time) == new_year_ns);
  }
  CHECK(first_ns("2026-01-01T00:00:00.123456789123Z") == new_year_ns + 123'456'789);
  CHECK(first_ns("1767225600.25") == new_year_ns + 250'000'000);
  CHECK(first_ns("1969-12-31T23:59:59.5Z") == -500'000'000);
  for (const char* time : {"2026-02-30", "2026-01-01T25:00", "2026-01-01T00:00:00+2", "yesterday", "20260101T000000",
                           "2026-01-01T00:00:0", "0000-01-01", "9999-01-01", "1e30", "-"}) {
    INFO(time);
    const Read result = read_all(std::string("time,input,output\n2026-01-01,1,1\n") + time + ",1,1\n");
    REQUIRE(result.reading);
    CHECK(result.reading->bad_row_count == 1);
  }
}

TEST_CASE("packed files are read as those that are not") {
  const TraceSums plain = read(three_rows).sums;
  for (const std::string& packed :
       {zipped(three_rows), zstandard(three_rows), zipped(three_rows.substr(0, 40)) + zipped(three_rows.substr(40)),
        zstandard(three_rows.substr(0, 40)) + zstandard(three_rows.substr(40))}) {
    const Read result = read(packed);
    REQUIRE(result.reading);
    CHECK(result.sums.requests == 3);
    CHECK(result.sums.input_tok == plain.input_tok);
  }
}

TEST_CASE("failed requests are counted apart") {
  const Read by_status = read_all(
      "time,input,output,status\n0,1,1,ok\n0,2,2,200\n0,4,4,503\n0,,,timeout\n0,8,8,\n0,16,16,STOP\n0,32,32,100\n"
      "0,64,64,perhaps\n");
  REQUIRE(by_status.reading);
  CHECK(by_status.sums.requests == 4);
  CHECK(by_status.sums.input_tok == 27);
  CHECK(by_status.sums.failed_requests == 2);
  CHECK(by_status.reading->bad_row_count == 2);
  const Read by_error = read_all("time,input,output,error\n0,1,1,\n0,2,2,None\n0,4,4,connection reset\n");
  CHECK(by_error.sums.failed_requests == 1);
  const Read by_success = read_all("time,input,output,success\n0,1,1,True\n0,2,2,false\n0,4,4,maybe\n");
  CHECK(by_success.sums.failed_requests == 1);
  CHECK(by_success.reading->bad_row_count == 1);
  const Read burst = read("Timestamp,Request tokens,Response tokens\n0,5,0\n1,5,5\n");
  CHECK(burst.sums.failed_requests == 1);
  CHECK(burst.sums.input_tok == 5);
}

TEST_CASE("the order of rows does not matter, and how often time goes back is counted") {
  const Read sorted = read("time,input,output\n0,1,1\n100,2,2\n200,4,4\n");
  const Read other = read("time,input,output\n200,4,4\n0,1,1\n100,2,2\n");
  REQUIRE(other.reading);
  CHECK(sorted.reading->backward_count == 0);
  CHECK(other.reading->backward_count == 1);
  CHECK(other.reading->trace.slices.size() == sorted.reading->trace.slices.size());
  CHECK(other.reading->trace.answered.first_ns == 0);
}

TEST_CASE("leading prefix blocks that came before are what a cache can hit") {
  const Read result = read(R"({"timestamp": 0, "input_length": 1000, "output_length": 1, "hash_ids": [1, 2]})"
                           "\n"
                           R"({"timestamp": 1, "input_length": 1200, "output_length": 1, "hash_ids": [1, 2, 3]})"
                           "\n"
                           R"({"timestamp": 2, "input_length": 600, "output_length": 1, "hash_ids": [9, 2]})");
  REQUIRE(result.reading);
  REQUIRE(result.reading->prefix);
  CHECK(result.reading->prefix->hit_tok == 1024);
  CHECK(result.reading->prefix->input_tok == 2800);
}

TEST_CASE("several files are one trace") {
  const test::TemporaryDirectory directory;
  const std::string first = directory.file("a.csv", "time,input,output\n2026-01-01T00:00:00Z,1,1\n");
  const std::string later = directory.file("b.jsonl", R"({"ts": 1767225660, "prompt_tokens": 2, "output_tokens": 3})");
  const std::string relative = directory.file("c.csv", "time,input,output\n5,1,1\n");
  std::istringstream nothing;
  io::Diagnostics problems;
  const auto both = io::read_traces(std::vector{first, later}, {}, nothing, {}, problems);
  REQUIRE(both);
  CHECK(both->files.size() == 2);
  CHECK(both->trace.answered.last_ns - both->trace.answered.first_ns == 60'000'000'000);
  CHECK_FALSE(io::read_traces(std::vector{first, relative}, {}, nothing, {}, problems));
  CHECK(problems.back().code == "BE-T004");
}

TEST_CASE("histograms have bins of one width, and rows of one bin are added up") {
  const Read hours = read("hour,requests,input_tokens,output_tokens\n0,10.0,100,50\n2,30,300,150\n1,20,200,100\n");
  REQUIRE(hours.reading);
  CHECK(hours.reading->trace.is_histogram);
  CHECK(hours.reading->trace.slice_s == 3600);
  CHECK(bins_of(hours.reading->trace, 3600).size() == 3);
  const Read usage = read(
      R"({"start_time": 1767225600, "end_time": 1767229200, "num_model_requests": 2, "input_tokens": 5, "output_tokens": 6, "input_cached_tokens": 1})"
      "\n"
      R"({"start_time": 1767225600, "end_time": 1767229200, "num_model_requests": 3, "input_tokens": 7, "output_tokens": 8, "input_cached_tokens": 0})");
  REQUIRE(usage.reading);
  CHECK(usage.reading->knows_cached);
  CHECK(usage.sums.requests == 5);
  CHECK(usage.reading->trace.slices.size() == 1);
  for (const char* odd :
       {"time,requests,input,output\n0,1,1,1\n", "time,requests,input,output,end\n0,1,1,1,60\n30,1,1,1,90\n",
        "time,requests,input,output\n0,1,1,1\n0.5,1,1,1\n",
        // Most are an hour apart, which a gap of half an hour does not fit.
        "time,requests,input,output\n0,1,1,1\n3600,1,1,1\n5400,1,1,1\n9000,1,1,1\n"}) {
    const Read refused = read(odd);
    INFO(odd);
    REQUIRE_FALSE(refused.reading);
    CHECK(refused.problems.front().code == "BE-T004");
  }
}

TEST_CASE("a column is one thing, and its name is its own") {
  const Read twice = read("time,input,output,input\n0,1,2,3\n");
  REQUIRE_FALSE(twice.reading);
  CHECK(twice.problems.front().message == "there are several columns 'input'");
  CHECK(read("time,input,output,note,note\n0,1,2,a,b\n").reading);
  // What is said to be the output is not guessed to be the input, too.
  io::TraceOptions options;
  of(options.columns, io::Role::output) = "prompt_tokens";
  const Read mistaken = read("time,prompt_tokens,completion_tokens\n0,1,2\n", options);
  REQUIRE_FALSE(mistaken.reading);
  CHECK(mistaken.problems.front().message == "no column is known to be the input tokens");
}

}  // namespace breakeven::test
