// SPDX-License-Identifier: MIT
// Slices, bins, percentiles, bursts and the week of a trace.
#include "breakeven/profile.hpp"

#include "catch.hpp"
#include "test_data.hpp"

namespace breakeven {
namespace {

constexpr std::int64_t ns = 1'000'000'000;

Trace trace_of(std::vector<std::pair<std::int64_t, std::uint64_t>> second_and_tokens, std::int64_t slice_s = 1) {
  TraceAccumulator sums(slice_s);
  for (const auto& [time_s, tokens] : second_and_tokens) sums.add({.time_ns = time_s * ns, .input_tok = tokens});
  return sums.finish(slice_s);
}

double rate(const TimedBin& timed) { return token_rate(timed.bin) / (token / second); }

}  // namespace

TEST_CASE("lengths are exact below 100,000 and have three digits above, the greatest aside") {
  LengthCounts lengths;
  for (std::uint64_t length = 1; length <= 1000; ++length) lengths.add(length);
  CHECK(lengths.percentile(0.5) == 500);
  CHECK(lengths.percentile(0.999) == 999);
  CHECK(lengths.percentile(1) == 1000);
  const std::pair<std::uint64_t, std::uint64_t> rounded[] = {{99'999, 99'999},
                                                             {100'000, 100'000},
                                                             {123'456, 123'000},
                                                             {999'999, 999'000},
                                                             {1'000'000, 1'000'000},
                                                             {12'345'678, 12'300'000},
                                                             {999'999'999'999, 999'000'000'000},
                                                             {1'000'000'000'000, 1'000'000'000'000}};
  for (const auto& [length, expected] : rounded) {
    LengthCounts one;
    one.add(length, 9);
    INFO(length);
    CHECK(one.percentile(1) == length);
    one.add(LengthCounts::greatest);
    CHECK(one.percentile(0.5) == expected);
    CHECK(one.percentile(1) == LengthCounts::greatest);
  }
  CHECK_FALSE(LengthCounts().percentile(0.5));
}

TEST_CASE("slices widen where the trace covers too much, whatever the order of its requests and who adds them") {
  test::Draw draw(5);
  std::vector<TraceRequest> requests;
  for (int i = 0; i < 3000; ++i)
    requests.push_back({.time_ns = draw.integer(0, 400 * 86'400) * ns,
                        .input_tok = static_cast<std::uint64_t>(draw.integer(0, 1000))});
  TraceAccumulator all(1);
  TraceAccumulator front(1);
  TraceAccumulator back(1);
  for (std::size_t i = 0; i < requests.size(); ++i) {
    all.add(requests[i]);
    (i % 3 == 0 ? front : back).add(requests[requests.size() - 1 - i]);
  }
  front.merge(back);
  const Trace one = all.finish(1);
  const Trace other = front.finish(1);
  CHECK(one.slice_s == 3600);
  CHECK(other.slice_s == one.slice_s);
  REQUIRE(other.slices.size() == one.slices.size());
  double tokens = 0;
  for (std::size_t i = 0; i < one.slices.size(); ++i) {
    CHECK(one.slices[i].start_s == other.slices[i].start_s);
    CHECK(one.slices[i].sums.input_tok == other.slices[i].sums.input_tok);
    tokens += one.slices[i].sums.input_tok;
  }
  double expected = 0;
  for (const TraceRequest& request_of_trace : requests) expected += static_cast<double>(request_of_trace.input_tok);
  CHECK(tokens == expected);
}

TEST_CASE("bins are as wide as they were observed, and short ends are joined") {
  // 10 requests, 30 s apart, from 100 s on: the mean gap makes 300 s.
  std::vector<std::pair<std::int64_t, std::uint64_t>> rows;
  for (int i = 0; i < 10; ++i) rows.emplace_back(100 + 30 * i, 60);
  const Trace trace = trace_of(rows);
  CHECK(observed_time(trace).start_us == 100'000'000);
  CHECK(observed_time(trace).end_us == 400'000'000);
  const auto minutes = bins_of(trace, 60);
  // 100–120 is less than half a minute and goes to 120–180; 360–400 is more, and stays.
  REQUIRE(minutes.size() == 5);
  CHECK(minutes[0].start_us == 100'000'000);
  CHECK_THAT(minutes[0].bin.width / second, Catch::Matchers::WithinRel(80.0, 1e-12));
  CHECK_THAT(minutes[4].bin.width / second, Catch::Matchers::WithinRel(40.0, 1e-12));
  double all = 0;
  for (const TimedBin& timed : minutes) all += timed.bin.input / token;
  CHECK(all == 600);
  CHECK_THAT(rate(minutes[1]), Catch::Matchers::WithinRel(2.0, 1e-12));
  CHECK(bins_of(trace, 3600).size() == 1);
  // Another clock has its minutes elsewhere.
  CHECK(bins_of(trace, 60, 20)[0].start_us == 100'000'000);
  CHECK(bins_of(trace, 60, 20).size() == 5);
}

TEST_CASE("bins without traffic count, and one request alone is a trace") {
  const Trace gap = trace_of({{0, 10}, {1, 10}, {7200, 10}});
  const auto hours = bins_of(gap, 3600);
  CHECK(hours.size() == 3);
  CHECK(hours[1].bin.requests == Requests{});
  CHECK(bins_of(trace_of({{5, 10}}), 60).size() == 1);
  CHECK(bins_of(trace_of({{-5, 10}, {-3, 10}}), 60).size() == 1);
}

TEST_CASE("percentiles are of the time, by nearest rank") {
  std::vector<TimedBin> bins;
  for (int i = 1; i <= 10; ++i)
    bins.push_back({0, {.width = 1.0 * hour, .requests = 1.0 * request, .input = i * 3600.0 * token}});
  const auto percentile = [&](double share) { return rate_percentile(bins, share) / (token / second); };
  CHECK(percentile(0.5) == 5);
  CHECK(percentile(0.51) == 6);
  CHECK(percentile(0.9) == 9);
  CHECK(percentile(1) == 10);
  bins[0].bin.width = 91.0 * hour;  // now half of the time and more
  CHECK(percentile(0.5) < 1);
}

TEST_CASE("bursts inside bins: a slice in two is empty, so that the others have twice the mean") {
  std::vector<std::pair<std::int64_t, std::uint64_t>> rows;
  for (int i = 0; i < 1800; ++i) rows.emplace_back(2 * i, 10);
  const Trace trace = trace_of(rows);
  const auto bins = bins_of(trace, 60);
  const auto bursts = burstiness(trace, bins, 60);
  REQUIRE(bursts);
  CHECK_THAT(bursts->peak / (token / second), Catch::Matchers::WithinRel(10.0, 1e-12));
  CHECK_THAT(bursts->coefficient_of_variation, Catch::Matchers::WithinRel(1.0, 1e-9));
  CHECK_FALSE(burstiness(trace, bins_of(trace, 1), 1));
}

TEST_CASE("the week begins on Monday, on the clock that is asked for") {
  constexpr std::int64_t new_year_us = 1'767'225'600'000'000;  // Thursday, 2026-01-01
  constexpr std::int64_t hour_us = 3'600'000'000;
  CHECK(hour_of_week(new_year_us, 0) == 72);
  CHECK(hour_of_week(new_year_us, -3600) == 71);
  CHECK(hour_of_week(new_year_us + 96 * hour_us, 0) == 0);
  CHECK(hour_of_week(-hour_us, 0) == 71);
  const Trace trace = trace_of({{new_year_us / 1'000'000, 3600}, {new_year_us / 1'000'000 + 86'400, 0}});
  const WeekRates rates = week_rates(trace, 0);
  REQUIRE(rates[3][0]);
  CHECK_THAT(*rates[3][0] / (token / second), Catch::Matchers::WithinRel(1.0, 1e-9));
  CHECK(rates[3][1]);
  CHECK_FALSE(rates[0][0]);
}

}  // namespace breakeven
