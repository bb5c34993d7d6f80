// SPDX-License-Identifier: MIT
// Costs per million tokens that dstack published with their prices and throughputs (dstackai/benchmarks, Llama 3.1 405B
// on 8 H100 and 8 MI300X, 2024-11, Apache-2.0): three rows of them, and where it is present the whole table.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "breakeven/compare.hpp"
#include "catch.hpp"
#include "io/csv.hpp"

using breakeven::Scenario;
using breakeven::TotalRate;
using breakeven::io::CsvField;
using breakeven::io::CsvReader;

namespace {

using Row = std::map<std::string, std::string>;

std::vector<Row> rows_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  CsvReader reader(text);
  std::vector<CsvField> header;
  std::vector<CsvField> fields;
  std::vector<Row> rows;
  reader.next(header);
  while (reader.next(fields)) {
    Row& row = rows.emplace_back();
    for (std::size_t i = 0; i < fields.size(); ++i) row[header.at(i).text] = fields[i].text;
  }
  return rows;
}

double cost_per_mtok(const Row& row) {
  const double gpus = std::stod(row.at("gpu"));  // "8xH100 …"
  Scenario scenario;
  scenario.self_host.gpu_price = std::stod(row.at("usd_per_hr")) / gpus * (breakeven::usd / breakeven::hour);
  scenario.self_host.gpus_per_replica = static_cast<std::int64_t>(gpus);
  scenario.self_host.throughput =
      TotalRate{std::stod(row.at("tokens_per_second")) * breakeven::token / breakeven::second};
  const auto answer = breakeven::compare(scenario).self_host;
  return *answer.per_token_at_full_load / (breakeven::usd / breakeven::mtok);
}

void check_rows(const std::vector<Row>& rows) {
  constexpr double printed_digits = 1e-9;
  for (const Row& row : rows) {
    INFO(row.at("gpu") << " " << row.at("input_len") << ":" << row.at("output_len") << " x" << row.at("batch_size"));
    CHECK_THAT(cost_per_mtok(row), Catch::Matchers::WithinRel(std::stod(row.at("cost_per1M_token")), printed_digits));
  }
}

}  // namespace

TEST_CASE("published costs follow from their prices and throughputs") {
  const auto rows = rows_of(std::filesystem::path(BREAKEVEN_SOURCE_DIR) / "tests/data/cost_curve.csv");
  CHECK(rows.size() == 3);
  check_rows(rows);
}

TEST_CASE("all published costs, where the table is present") {
  const auto path =
      std::filesystem::path(BREAKEVEN_SOURCE_DIR) / "../shared/data/benchmarks/dstack_h100_mi300x_cost_curve.csv";
  if (!std::filesystem::exists(path)) {
    WARN(path.filename().string() << " is not tried: it is absent");
    return;
  }
  const auto rows = rows_of(path);
  CHECK(rows.size() == 93);
  check_rows(rows);
}
