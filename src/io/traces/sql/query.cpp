// SPDX-License-Identifier: MIT
#include "io/traces/sql/query.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/format.hpp"

namespace breakeven::io {
namespace {

// Step by step: read the columns; decide the request's outcome; judge the row; blank the values that do not count, and
// only then convert to 64-bit integers, so no conversion fails; repeat each request for every part that counts it,
// which avoids further scans and GROUPING SETS, which some engines lack; compute keys; sum. Engines turn IN lists into
// joins and evaluate repeated expressions again: therefore CASE compares words, and products are computed while each
// request is still one row.
constexpr std::string_view steps = R"(WITH read_rows AS (
  SELECT
{columns}
  FROM {table}{fence}
),
told_rows AS (
  SELECT
    {raw}_time, {raw}_input, {raw}_cached, {raw}_output,
    {outcome} AS {raw}_kind
  FROM read_rows{fence}
),
judged_rows AS (
  SELECT
    {raw}_time, {raw}_input, {raw}_cached, {raw}_output,
    -- 0: a bad row, 1: a good request, 2: a failed one, whose time alone counts
    CASE
      WHEN {raw}_time >= -{largest_time} AND {raw}_time <= {largest_time} THEN
        CASE
          WHEN {raw}_kind <> 1 THEN {raw}_kind
          WHEN {raw}_input >= 0 AND {raw}_input <= 1000000000000 AND {raw}_input = FLOOR({raw}_input)
            AND {raw}_output >= 0 AND {raw}_output <= 1000000000000 AND {raw}_output = FLOOR({raw}_output)
{cache}            THEN 1
          ELSE 0
        END
      ELSE 0
    END AS request_kind
  FROM told_rows{fence}
),
sound_rows AS (
  SELECT
    request_kind,
    CASE WHEN request_kind = 0 THEN 0 ELSE {raw}_time END AS sound_time,
    CASE WHEN request_kind = 1 THEN {raw}_input ELSE 0 END AS sound_input,
    CASE WHEN request_kind = 1 AND {raw}_cached IS NOT NULL THEN {raw}_cached ELSE 0 END AS sound_cached,
    CASE WHEN request_kind = 1 THEN {raw}_output ELSE 0 END AS sound_output
  FROM judged_rows{fence}
),
requests_of_log AS (
  SELECT
    request_kind,
    {time_us} AS time_us,
    {input_tokens} AS input_tokens,
    {cached_tokens} AS cached_tokens,
    {output_tokens} AS output_tokens,
    {input_factor} * {output_factor} AS input_output,
    {output_factor} * {output_factor} AS output_output
  FROM sound_rows{fence}
),
-- which part of the result counts which kind
parts AS (
  SELECT 1 AS part_number, 0 AS part_kind
  UNION ALL SELECT 2, 1
  UNION ALL SELECT 3, 1
  UNION ALL SELECT 4, 1
  UNION ALL SELECT 4, 2
),
counted_requests AS (
  SELECT
    part_number, request_kind, time_us, input_tokens, cached_tokens, output_tokens, input_output, output_output,
    CASE WHEN request_kind = 2 THEN 0 ELSE 1 END AS requests,
    CASE WHEN request_kind = 2 THEN 1 ELSE 0 END AS failures,
    CASE
      WHEN part_number = 2 THEN input_tokens
      WHEN part_number = 3 THEN output_tokens
      WHEN part_number = 4 THEN time_us - {time_in_slice}
      ELSE 0
    END AS measure
  FROM requests_of_log
  CROSS JOIN parts
  WHERE request_kind = part_kind
  -- The bad rows are one row, even where there is none.
  UNION ALL SELECT 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0{fence}
),
keyed_requests AS (
  SELECT
    part_number, request_kind, requests, failures, time_us, input_tokens, cached_tokens, output_tokens,
    input_output, output_output,
    -- From 100,000 tokens on, three digits of a length count.
    CASE
      WHEN part_number = 4 OR measure < 100000 THEN measure
{lengths}      ELSE measure
    END AS group_key
  FROM counted_requests
),
sums AS (
  SELECT
    part_number, group_key,
    SUM(requests) AS request_sum,
    SUM(failures) AS failure_sum,
    SUM({input}) AS input_sum,
    SUM({cached}) AS cached_sum,
    SUM({output}) AS output_sum,
    SUM(input_output) AS input_output_sum,
    SUM(output_output) AS output_output_sum,
    MIN(CASE WHEN request_kind = 1 THEN time_us END) AS first_time,
    MAX(CASE WHEN request_kind = 1 THEN time_us END) AS last_time
  FROM keyed_requests
  GROUP BY part_number, group_key
)
)";

constexpr std::string_view end = R"(
FROM sums
ORDER BY part_number, group_key;)";

// A column of the result, and the number of the only part that has it; 0 means all.
struct ResultColumn {
  std::string_view name;
  std::string_view value;
  std::string_view parts = "= 4";
};
constexpr std::array result_columns{
    ResultColumn{"requests", "request_sum", ""},
    ResultColumn{"failed_requests", "failure_sum"},
    ResultColumn{"input_tok", "input_sum"},
    ResultColumn{"cached_input_tok", "cached_sum"},
    ResultColumn{"output_tok", "output_sum"},
    ResultColumn{"input_output_tok2", "input_output_sum"},
    ResultColumn{"output_output_tok2", "output_output_sum"},
    ResultColumn{"first_us", "first_time"},
    ResultColumn{"last_us", "last_time"},
    ResultColumn{"length_tok", "group_key", "IN (2, 3)"},
};

std::string comments(const SqlDialect& dialect) {
  std::string text =
      "-- What `breakeven traffic` needs to know of a log, summed up by the engine. To get it as CSV:\n--\n";
  for (std::string_view rest = dialect.run; !rest.empty();) {
    const std::size_t size = std::min(rest.find('\n'), rest.size());
    text += "--   " + std::string(rest.substr(0, size)) + "\n";
    rest.remove_prefix(std::min(size + 1, rest.size()));
  }
  return text + "--   breakeven traffic traffic.csv\n";
}

std::string result(const TrafficQuery& query, const SqlDialect& dialect) {
  std::string text =
      "SELECT\n"
      "  CASE part_number WHEN 1 THEN 'bad_rows' WHEN 2 THEN 'input_length' WHEN 3 THEN 'output_length' ELSE 'slice' "
      "END"
      " AS part";
  const auto add = [&](std::string_view name, std::string_view value, std::string_view parts) {
    const std::string shown =
        parts.empty() ? std::string(value) : text::format("CASE WHEN part_number {} THEN {} END", parts, value);
    text += text::format(",\n  {} AS {}", filled(dialect.cell, shown), name);
  };
  add("start_s", filled(dialect.quotient, "group_key", "1000000"), "= 4");
  add("width_s", std::to_string(query.slice_s), "= 4");
  for (const ResultColumn& column : result_columns)
    if (column.name == "cached_input_tok" && !query.columns.find("cached"))
      add(column.name, filled(dialect.bigint, "NULL"), "");
    else
      add(column.name, column.value, column.parts);
  return text;
}

// Whether a word is an HTTP status in these classes.
std::string http_condition(std::string_view word, const io::HttpClasses& classes) {
  return text::format(
      "LENGTH({0}) = 3 AND {0} BETWEEN '{1}00' AND '{2}99' AND SUBSTRING({0}, 2, 1) BETWEEN '0' AND '9'"
      " AND SUBSTRING({0}, 3, 1) BETWEEN '0' AND '9'",
      word, classes.first, classes.last);
}

// The request_kind for an outcome; 0 if the outcome decides nothing.
int kind_of(io::Outcome outcome) { return outcome == io::Outcome::good ? 1 : outcome == io::Outcome::failed ? 2 : 0; }

std::string outcome_kind(const io::OutcomeColumn* column, std::string_view raw) {
  if (!column) return "1";
  constexpr std::string_view indent = "\n      ";
  const std::string word = text::format("{}_outcome", raw);
  std::string text = "CASE";
  const auto add = [&](const std::string& condition, io::Outcome outcome) {
    text += text::format("{}WHEN {} THEN {}", indent, condition, kind_of(outcome));
  };
  if (column->has_http_status) {
    add(http_condition(word, io::good_http_classes), io::Outcome::good);
    add(http_condition(word, io::failed_http_classes), io::Outcome::failed);
  }
  add(word + " IS NULL", column->absent);
  for (const std::string_view known : column->good) add(text::format("{} = '{}'", word, known), io::Outcome::good);
  for (const std::string_view known : column->failed) add(text::format("{} = '{}'", word, known), io::Outcome::failed);
  return text + text::format("{}ELSE {}\n    END", indent, kind_of(column->other));
}

std::string time_of(const SqlColumns& columns, const SqlDialect& dialect) {
  if (!columns.time_unit) return filled(dialect.bigint, "sound_time");
  const std::string_view factor = columns.time_unit->microseconds;
  const std::string scaled =
      factor.empty() ? filled(dialect.thousandth, "sound_time") : filled(dialect.scaled, "sound_time", factor);
  return filled(dialect.bigint, "FLOOR(" + scaled + ")");
}

// Selects the table's columns under names that the table does not have: ClickHouse resolves a name anywhere in a SELECT
// list to the alias that the list defines.
std::string column_expressions(const SqlColumns& columns, const SqlDialect& dialect, std::string_view raw) {
  const auto column = [&](std::string_view role) { return quoted_column(*columns.find(role), dialect.quoting); };
  const auto line = [&](std::string_view value, std::string_view name) {
    return text::format("    {} AS {}_{}", value, raw, name);
  };
  const std::string time = column("time");
  std::string text = line(columns.time_unit ? time : filled(dialect.microseconds, time), "time") + ",\n" +
                     line(column("input"), "input") + ",\n" +
                     line(columns.find("cached") ? column("cached") : "0", "cached") + ",\n" +
                     line(column("output"), "output");
  if (!columns.outcome) return text;
  std::string word = filled(dialect.text, column(columns.outcome->role));
  // A status may be a floating-point number.
  if (columns.outcome->has_http_status)
    word = text::format("CASE WHEN {0} LIKE '___.0' THEN SUBSTRING({0}, 1, 3) ELSE {0} END", word);
  return text + ",\n" + line(word, "outcome");
}

std::string length_branches(const SqlDialect& dialect) {
  std::string text;
  constexpr std::int64_t longest = 1'000'000'000'000;
  for (std::int64_t bound = 1'000'000; bound <= longest; bound *= 10)
    text += text::format("      WHEN measure < {} THEN measure - {}\n", bound,
                         filled(dialect.remainder, "measure", std::to_string(bound / 1000)));
  return text;
}

// A prefix that no column of the table starts with.
std::string unused_prefix(const SqlColumns& columns) {
  std::string prefix = "raw";
  const auto is_used = [&](const auto& role_and_name) {
    return std::any_of(role_and_name.second.parts.begin(), role_and_name.second.parts.end(),
                       [&](const std::string& part) { return part.starts_with(prefix); });
  };
  while (std::any_of(columns.by_role.begin(), columns.by_role.end(), is_used)) prefix += 'w';
  return prefix;
}

}  // namespace

std::vector<std::string_view> sql_roles() {
  std::vector<std::string_view> roles(needed_sql_roles.begin(), needed_sql_roles.end());
  roles.emplace_back("cached");
  for (const OutcomeColumn& column : outcome_columns) roles.push_back(column.role);
  return roles;
}

std::string traffic_query(const TrafficQuery& query, const SqlDialect& dialect) {
  constexpr std::int64_t us_per_s = 1'000'000;
  const SqlColumns& columns = query.columns;
  const std::string raw = unused_prefix(columns);
  const std::string width = std::to_string(query.slice_s * us_per_s);
  const std::string remainder = filled(dialect.remainder, "time_us", width);
  const std::string cache = text::format(
      "            AND ({0}_cached IS NULL OR {0}_cached >= 0 AND {0}_cached <= {0}_input"
      " AND {0}_cached = FLOOR({0}_cached))\n",
      raw);
  return comments(dialect) +
         text::format(
             fmt::runtime(steps), fmt::arg("raw", raw), fmt::arg("fence", dialect.fence),
             fmt::arg("input", filled(dialect.summand, "input_tokens")),
             fmt::arg("cached", filled(dialect.summand, "cached_tokens")),
             fmt::arg("output", filled(dialect.summand, "output_tokens")),
             fmt::arg("input_factor", filled(dialect.factor, "sound_input")),
             fmt::arg("output_factor", filled(dialect.factor, "sound_output")),
             fmt::arg("lengths", length_branches(dialect)),
             fmt::arg("time_in_slice", filled(dialect.remainder, "(" + remainder + " + " + width + ")", width)),
             fmt::arg("time_us", time_of(columns, dialect)),
             fmt::arg("input_tokens", filled(dialect.bigint, "sound_input")),
             fmt::arg("cached_tokens", filled(dialect.bigint, "sound_cached")),
             fmt::arg("output_tokens", filled(dialect.bigint, "sound_output")),
             fmt::arg("largest_time", columns.time_unit ? columns.time_unit->largest : "9000000000000000000"),
             fmt::arg("outcome", outcome_kind(columns.outcome, raw)),
             fmt::arg("cache", columns.find("cached") ? cache : ""),
             fmt::arg("columns", column_expressions(columns, dialect, raw)),
             fmt::arg("table", quoted_table(query.table, dialect.quoting))) +
         result(query, dialect) + std::string(end);
}

}  // namespace breakeven::io
