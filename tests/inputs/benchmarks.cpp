// SPDX-License-Identifier: MIT
// --bench: throughput from benchmark files, in place.
#include "check_files.hpp"
#include "temporary_directory.hpp"

using namespace breakeven::test;

namespace {

constexpr const char* priced = " --api-price 0.6usd/Mtok --volume 10B/month";

// A run of vllm bench serve on 8 B Llama.
Json run_of(double concurrency, double output_tok_per_s, double ttft_ms, double input_tok = 1000) {
  return object("date", "20261101-120000", "endpoint_type", "openai", "backend", "vllm", "model_id",
                "meta-llama/Llama-3.1-8B-Instruct", "tokenizer_id", "t", "num_prompts", 100, "request_rate", "inf",
                "max_concurrency", concurrency, "duration", 50000 / output_tok_per_s, "completed", 100,
                "total_input_tokens", input_tok * 100, "total_output_tokens", 50000, "output_throughput",
                output_tok_per_s, "mean_ttft_ms", ttft_ms, "p99_ttft_ms", ttft_ms * 2, "mean_tpot_ms", 20.0);
}

struct Benchmark {
  TemporaryDirectory directory{};
  explicit Benchmark(const std::vector<Json>& runs) {
    std::string lines;
    for (const Json& run : runs) lines += run.dump() + "\n";
    directory.file("result.json", lines);
  }
  Outcome ask(const std::string& line) {
    return run_line("breakeven " + line + " --bench " + directory.path("result.json"));
  }
  Json answer(const std::string& line) {
    const Outcome outcome = ask(line + " -f json");
    INFO(line << "\n" << outcome.err);
    REQUIRE(outcome.exit_code == 0);
    return Json::parse(outcome.out);
  }
};

double rate_of(const Json& answer) {
  const Json& side = answer.at("self_host");
  return side.at("capacity_tok_per_month").get<double>() / side.at("replica_count").get<double>() / (730 * 3600.0);
}

}  // namespace

TEST_CASE("a benchmark is used in place of the catalog's records") {
  Benchmark one(std::vector<Json>{run_of(64, 4000, 200)});
  const Json answer = one.answer("compare --gpu h100-sxm --gpus 1 --shape 1000:500" + std::string(priced));
  CHECK_THAT(rate_of(answer), Catch::Matchers::WithinRel(12000, 1e-12));
  CHECK(answer.at("inputs").at("model").at("value") == "llama-3.1-8b");
  CHECK(answer.at("inputs").at("model").at("origin") == "--bench");
}

TEST_CASE("what a benchmark leaves open is asked for") {
  Benchmark one(std::vector<Json>{run_of(64, 4000, 200)});
  CHECK(one.ask("compare --gpu h100-sxm" + std::string(priced)).err.find("error[BE-P016]") != std::string::npos);
  CHECK(one.ask("compare --gpus 1 --gpu-price 2usd/h" + std::string(priced)).err.find("error[BE-P021]") !=
        std::string::npos);
  Benchmark prices({});
  prices.directory.file("result.json", answered("schema catalog --example"));
  CHECK(
      prices.ask("compare --gpu h100-sxm --gpus 1" + std::string(priced)).err.find("error[BE-P004]: not a benchmark") !=
      std::string::npos);
}

TEST_CASE("of a sweep over concurrency the best point that keeps to the latencies is taken") {
  Benchmark sweep({run_of(16, 1500, 50), run_of(64, 4000, 200), run_of(256, 3500, 2500)});
  const std::string question = "compare --gpu h100-sxm --gpus 1 --shape 1000:500" + std::string(priced);
  const Json best = sweep.answer(question);
  CHECK_THAT(rate_of(best), Catch::Matchers::WithinRel(12000, 1e-12));
  CHECK(warns(best, "BE-W041"));
  const Json quick = sweep.answer(question + " --slo-ttft 150ms");
  CHECK_THAT(rate_of(quick), Catch::Matchers::WithinRel(4500, 1e-12));
  CHECK_FALSE(warns(quick, "BE-W041"));
  CHECK(rate_of(sweep.answer(question + " --slo-ttft 0.4s")) > 11999);
  const Outcome none = sweep.ask(question + " --slo-ttft 99ms");
  CHECK(none.exit_code == 2);
  CHECK(none.err.find("error[BE-M010]") == 0);
  CHECK(none.err.find("at the 99th percentile") != std::string::npos);
}

TEST_CASE("runs of several shapes are fitted where another is asked for") {
  Benchmark shapes({run_of(64, 4000, 200, 500), run_of(64, 2000, 400, 4000), run_of(64, 3000, 300, 1500)});
  const std::string question = "compare --gpu h100-sxm --gpus 1" + std::string(priced);
  CHECK_FALSE(warns(shapes.answer(question + " --shape 500:500"), "BE-W004"));
  const Json fitted = shapes.answer(question + " --shape 12000:500");
  CHECK(warns(fitted, "BE-W004"));
  CHECK(fitted.dump().find("usually") != std::string::npos);
}
