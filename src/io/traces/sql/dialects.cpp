// SPDX-License-Identifier: MIT
#include "io/traces/sql/dialects.hpp"

#include <array>

#include "text/format.hpp"

namespace breakeven::io {
namespace {

constexpr SqlQuoting standard_quoting{.mark = "\"", .escaped_mark = "\"\"", .escaped_backslash = "\\"};
constexpr SqlQuoting spark_quoting{.mark = "`", .escaped_mark = "``", .escaped_backslash = "\\"};
constexpr SqlQuoting clickhouse_quoting{.mark = "`", .escaped_mark = "\\`", .escaped_backslash = "\\\\"};
constexpr SqlQuoting bigquery_quoting{
    .mark = "`", .escaped_mark = "\\`", .escaped_backslash = "\\\\", .encloses_tables = true};

// ClickHouse's client writes NULL as \N. The whole seconds of its DateTime are exact in a double, and so are the
// microseconds of a DateTime64(6) after rounding.
constexpr std::array dialects{
    SqlDialect{.name = "duckdb",
               .quoting = standard_quoting,
               .run = "duckdb -csv -nullvalue '' requests.duckdb < traffic.sql > traffic.csv",
               .microseconds = "epoch_us({})",
               .scaled = "{} * {}.0",
               .thousandth = "{} * 0.001",
               .bigint = "CAST({} AS BIGINT)",
               .quotient = "{} // {}",
               .remainder = "{} % {}",
               .text = "LOWER(CAST({} AS VARCHAR))",
               .summand = "{}",
               .factor = "CAST({} AS HUGEINT)",
               .fence = "",
               .cell = "{}"},
    SqlDialect{.name = "clickhouse",
               .quoting = clickhouse_quoting,
               .run = "clickhouse-client --format CSVWithNames < traffic.sql > traffic.csv",
               .microseconds = "round(toFloat64({}) * 1000000)",
               .scaled = "{} * {}",
               .thousandth = "intDiv(toInt64(floor({0})) - (toInt64(floor({0})) % 1000 + 1000) % 1000, 1000)",
               .bigint = "toInt64({})",
               .quotient = "intDiv({}, {})",
               .remainder = "{} % {}",
               .text = "lower(toString({}))",
               .summand = "toDecimal128({}, 0)",
               .factor = "toFloat64({})",
               .fence = "",
               .cell = "ifNull(toString({}), '')"},
    SqlDialect{.name = "postgres",
               .quoting = standard_quoting,
               .run = "psql -X --csv -f traffic.sql DATABASE > traffic.csv",
               .microseconds = "ROUND(EXTRACT(EPOCH FROM {}) * 1000000)",
               .scaled = "{} * {}.0",
               .thousandth = "{} * 0.001",
               .bigint = "CAST({} AS BIGINT)",
               .quotient = "{} / {}",
               .remainder = "{} % {}",
               .text = "LOWER(CAST({} AS TEXT) COLLATE \"C\")",
               .summand = "{}",
               .factor = "CAST({} AS NUMERIC)",
               .fence = " OFFSET 0",
               .cell = "{}"},
    SqlDialect{.name = "spark",
               .quoting = spark_quoting,
               .run = "spark.conf.set('spark.sql.session.timeZone', 'UTC')        in pyspark\n"
                      "spark.sql(open('traffic.sql').read()).coalesce(1).write.csv('traffic', header=True)\n"
                      "mv traffic/part-*.csv traffic.csv",
               .microseconds = "unix_micros({})",
               .scaled = "{} * {}.0",
               .thousandth = "{} * 0.001",
               .bigint = "CAST({} AS BIGINT)",
               .quotient = "{} DIV {}",
               .remainder = "{} % {}",
               .text = "LOWER(CAST({} AS STRING))",
               .summand = "CAST({} AS DECIMAL(28, 0))",
               .factor = "CAST({} AS DECIMAL(13, 0))",
               .fence = "",
               .cell = "{}"},
    SqlDialect{.name = "bigquery",
               .quoting = bigquery_quoting,
               .run = "bq query --nouse_legacy_sql --format=csv --max_rows=100000000 < traffic.sql > traffic.csv",
               .microseconds = "UNIX_MICROS(CAST({} AS TIMESTAMP))",
               .scaled = "{} * NUMERIC '{}'",
               .thousandth = "{} * NUMERIC '0.001'",
               .bigint = "CAST({} AS INT64)",
               .quotient = "DIV({}, {})",
               .remainder = "MOD({}, {})",
               .text = "LOWER(CAST({} AS STRING))",
               .summand = "CAST({} AS NUMERIC)",
               .factor = "CAST({} AS BIGNUMERIC)",
               .fence = "",
               .cell = "IFNULL(CAST({} AS STRING), '')"},
    SqlDialect{.name = "trino",
               .quoting = standard_quoting,
               .run = "trino --output-format CSV_HEADER --file traffic.sql > traffic.csv",
               .microseconds = "ROUND(to_unixtime({}) * 1000000)",
               .scaled = "{} * {}.0",
               .thousandth = "{} * 0.001",
               .bigint = "CAST({} AS BIGINT)",
               .quotient = "{} / {}",
               .remainder = "{} % {}",
               .text = "LOWER(CAST({} AS VARCHAR))",
               .summand = "CAST({} AS DECIMAL(38, 0))",
               .factor = "CAST({} AS DECIMAL(13, 0))",
               .fence = "",
               .cell = "{}"},
};

}  // namespace

std::span<const SqlDialect> sql_dialects() { return dialects; }

std::string filled(std::string_view format, std::string_view first, std::string_view second) {
  return text::format(fmt::runtime(format), first, second);
}

}  // namespace breakeven::io
