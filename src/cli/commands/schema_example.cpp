// SPDX-License-Identifier: MIT
#include "cli/commands/schema_example.hpp"

#include <algorithm>
#include <array>
#include <sstream>

#include "io/json/header.hpp"

namespace breakeven::app {
namespace {

// The answer to `words` is the example of a schema; a final "..." means `question`.
struct ExampleRow {
  std::string_view schema;
  std::string_view words;
  std::string_view standard_input{};
};

constexpr std::string_view question =
    " --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume 1B/month";
constexpr std::string_view own_catalog = R"({
  "schema": "breakeven.catalog", "schema_version": "1.0", "as_of": "2026-06-15",
  "gpus": [], "api_offers": [], "models": [], "throughputs": [],
  "gpu_offers": [{ "id": "own/h100-sxm", "gpu": "h100-sxm", "provider": "Own", "term": "on_demand",
                   "usd_per_gpu_hour": 2.1, "cited": { "source": "our contract", "as_of": "2026-06-15" } }]
})";

constexpr std::string_view own_checks = R"({
  "schema": "breakeven.checks", "schema_version": "1.0",
  "defaults": { "gpu_usd_per_hour": 2.5, "tok_per_s": 2500, "api_usd_per_mtok": 0.6 },
  "checks": [
    { "name": "the API still wins at 1B/month", "given": { "tok_per_month": "1B/month" },
      "expect": { "verdict": { "is": "api" } } },
    { "name": "break-even stays under 50%", "given": { "tok_per_month": 1e9 },
      "expect": { "break_even.utilization_ratio.value": { "max": 0.5 } } },
    { "name": "from 1B/month on, never above 2 usd/Mtok", "for_each": { "tok_per_month": [1e9, 1e10] },
      "expect": { "self_host.usd_per_mtok": { "max": 2 } } },
    { "name": "an H100 for about 4.29 usd/h", "severity": "warning",
      "expect": { "catalog.gpu_offers.lambda/h100-sxm.usd_per_gpu_hour": { "near": 4.29, "tolerance_ratio": 0.1 } } }
  ]
})";

constexpr std::string_view dearer_catalog = R"({
  "schema": "breakeven.catalog", "schema_version": "1.0", "as_of": "2026-06-15",
  "gpu_offers": [{ "id": "lambda/h100-sxm", "gpu": "h100-sxm", "provider": "Lambda", "term": "on_demand",
                   "usd_per_gpu_hour": 6, "cited": { "source": "example, not a real price", "as_of": "2026-06-15" } }]
})";

constexpr std::string_view own_histogram = R"(hour,requests,input_tokens,output_tokens
0,900,1200000,300000
1,2400,3600000,700000
2,1500,1900000,500000
)";

constexpr std::array examples{
    ExampleRow{
        "buy",
        "buy --hardware-price 30kusd --life 36months --residual 20% --cost-of-capital 10%/year --power 0.7kW --pue 1.3 "
        "--electricity 0.10usd/kWh --api-decline 40%/year ..."},
    ExampleRow{"catalog", "catalog show h100-sxm lambda/h100-sxm"},
    ExampleRow{"check", "check -", own_checks},
    ExampleRow{"commit", "commit --commit 1y --discount 35% --gpu-decline 20%/year --gpu-price 2.5usd/h"},
    ExampleRow{"compare", "compare ..."},
    ExampleRow{"diagnostic_code", "explain BE-Q005"},
    ExampleRow{"diff",
               "diff builtin - --gpu lambda/h100-sxm --throughput 2500tok/s --api-price 0.6usd/Mtok --volume 6B/month",
               dearer_catalog},
    ExampleRow{"error", "compare --volume 1B/month"},
    ExampleRow{"explain", "explain self_host.usd_per_mtok ..."},
    ExampleRow{"fit",
               "fit --model llama-3.3-70b --gpu h100-sxm --gpus 2 --precision fp8 --shape 1500:300 --concurrency 64"},
    ExampleRow{"forecast", "forecast --months 14 --growth 10%/month --discount-rate 10%/year ..."},
    ExampleRow{"rank", "rank --model llama-3.3-70b --volume 10B/month --shape 3000:1000 --provider DeepInfra"},
    ExampleRow{"sensitivity", "sensitivity --max-replicas 1 ..."},
    ExampleRow{"solve", "solve --for gpu_usd_per_hour ..."},
    ExampleRow{"sweep", "sweep --vary gpu_usd_per_hour=1,2 --vary spare_replicas=0,1 ..."},
    ExampleRow{"traffic", "traffic - --gpu-price 2.5usd/h --throughput 700tok/s --api-price 1.2usd/Mtok",
               own_histogram},
    ExampleRow{"traffic_sql", "traffic sql --engine duckdb --table requests --columns time=at,input=in,output=out"},
    ExampleRow{"validation", "catalog validate -", own_catalog},
};

std::vector<std::string> example_words(const ExampleRow& example) {
  std::string line(example.words);
  if (line.ends_with(" ...")) line.replace(line.size() - 4, 4, question);
  std::istringstream rest(line + " --format json --today 2026-06-30");
  std::vector<std::string> words;
  for (std::string word; rest >> word;) words.push_back(std::move(word));
  return words;
}

Json scenario_example() {
  return {{"schema", "breakeven.scenario"},
          {"schema_version", io::schema_version},
          {"inputs",
           {{"gpu_usd_per_hour", "2.50usd/h"},
            {"tok_per_s", 2500},
            {"api_input_usd_per_mtok", 0.4},
            {"api_output_usd_per_mtok", 1.2},
            {"requests_per_month", "500k/month"},
            {"input_tok", 1500},
            {"output_tok", 300},
            {"max_utilization_ratio", "70%"}}}};
}

}  // namespace

Json schema_example(std::string_view name, int (*run)(const Process&)) {
  const auto* row =
      std::find_if(examples.begin(), examples.end(), [&](const ExampleRow& known) { return known.schema == name; });
  if (name == "checks") return io::parse_json(own_checks).value();
  if (row == examples.end()) return scenario_example();
  std::istringstream in{std::string(row->standard_input)};
  std::ostringstream out;
  std::ostringstream err;
  run({.words = example_words(*row), .environment = {}, .in = &in, .out = &out, .err = &err});
  return io::parse_json(out.str()).value();
}

}  // namespace breakeven::app
