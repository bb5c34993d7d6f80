// SPDX-License-Identifier: MIT
// fit through the command line.
#include <string>

#include "answers.hpp"
#include "catch.hpp"
#include "process.hpp"

namespace breakeven {
namespace {

using Catch::Matchers::WithinRel;
using test::document;
using test::number;
using test::run_line;
using test::warns;
using Json = nlohmann::ordered_json;

const std::string configs = "--config " BREAKEVEN_SOURCE_DIR "/tests/data/model_configs/";

}  // namespace

TEST_CASE("the start-up logs of vLLM, through fit") {
  const Json shorter =
      document("fit --model llama-3.1-8b --gpu rtx-3090 --memory-overhead 2.829GiB --context-length 20k");
  CHECK(shorter.at("kv_block_count") == 1952);
  CHECK(shorter.at("kv_tok") == 31232);
  CHECK_THAT(number(shorter, "/concurrency/worst"), WithinRel(1.5616, 1e-12));
  CHECK(shorter.at("fits") == true);
  CHECK(warns(shorter, "BE-W016"));
  const Json longer =
      document("fit --model llama-3.1-8b --gpu rtx-3090 --memory-overhead 3.755GiB --context-length 29008");
  CHECK(longer.at("kv_tok") == 23648);
  CHECK(longer.at("limit") == "kv_cache");
  CHECK(longer.at("min_gpus") == 2);
  for (const char* gpu :
       {"--gpu h100-sxm --memory-overhead 3.59GiB", "--gpu h100-sxm --gpu-memory 79.10GiB --memory-overhead 3.05GiB",
        "--gpu-memory 79.10GiB --memory-overhead 3.05GiB"}) {
    const Json large = document(std::string("fit --model llama-3.1-70b --precision w8a8 --weights 67.72GiB "
                                            "--memory-util 0.98 --context-length 2048 ") +
                                gpu);
    CHECK(large.at("kv_block_count") == 1381);
    CHECK(large.at("kv_tok") == 22096);
    CHECK_THAT(number(large, "/concurrency/worst"), WithinRel(10.7890625, 1e-12));
  }
}

TEST_CASE("a config and the catalog's entry of the same model agree") {
  const std::string asked = " --gpu h200-sxm --gpus 8 --shape 1500:300 --precision fp8";
  const Json by_hand = document(
      "fit --params 671026419200 --active-params 37552297472 --kv-bytes-per-token 70272 --precision fp8 --gpu h200-sxm "
      "--gpus 8");
  const Json named = document("fit --model deepseek-v3" + asked);
  CHECK(number(named, "/kv_bytes_per_tok") == 70272);
  CHECK(number(by_hand, "/kv_bytes_per_tok") == 70272);
  CHECK(number(named, "/model/params") == number(by_hand, "/model/params"));
  CHECK(by_hand.at("estimate").at("reason") == "no request shape");
}

TEST_CASE("the config's precision is the default, and every source of weights is said") {
  const Json config = document("fit " + configs + "gpt_oss.json --gpu h100-sxm --shape 1000:100");
  CHECK(config.at("model").at("name") == "gpt_oss");
  CHECK(config.at("model").at("precision") == "mxfp4");
  CHECK(number(config, "/model/params") == 712656);
  CHECK(number(config, "/weights_gib") == (453120 * 0.53125 * 256 / 64 + (712656 - 453120) * 2.0) / (1 << 30));
  CHECK(warns(config, "BE-W017"));
  CHECK(warns(config, "BE-W018"));
  const Json asked = document("fit " + configs + "gpt_oss.json --gpu h100-sxm --precision bf16");
  CHECK(number(asked, "/weights_gib") == 712656 * 2.0 / (1 << 30));
  const Json measured = document("fit " + configs + "nested.json --gpu h100-sxm --params 7B --weights 5GiB");
  CHECK(measured.at("model").at("precision") == "measured");
  CHECK(number(measured, "/weights_gib") == 5);
}

TEST_CASE("what fit is not told it asks for, and what contradicts itself it refuses") {
  struct Refused {
    std::string line;
    const char* says;
  };
  const Refused refused[] = {
      {"fit", "inputs are missing"},
      {"fit --model llama-3.1-8b", "--gpu-memory"},
      {"fit --gpu h100-sxm --params 7B", "--kv-bytes-per-token"},
      {"fit --model llama-3.1-8b --gpu h100-sxm --concurrency 4", "--context-length"},
      {"fit --model llama-3.1-8b --gpu h100-sxm " + configs + "llama.json", "both give the model"},
      {"fit --model llama-3.1-8b --gpu h100-sxm --params 7B", "leave --params out"},
      {"fit --model llama-3.1-8b --gpu h100-sxm --kv-precision fp8 --kv-bytes-per-token 1000", "both give the size"},
      {"fit --model llama-3.1-8b --gpu h100-sxm --shape 1000:500 --context-length 1000", "longer than the context"},
      {"fit --model llama-3.1-8b --gpu h100-sxm --precision fp88", "did you mean fp8?"},
      {"fit --model llama-3.1-8b --gpu h100-sxm --kv-precision awq", "bf16"},
      {"fit --model llama-3.1-8b --gpu h100", "no catalog has the GPU 'h100'"},
      {"fit --model llama-3.1-8 --gpu h100-sxm", "did you mean llama-3.1-8b?"},
      {"fit --model deepseek-v4-pro --gpu b200-sxm", "BE-F001"},
      {"fit --gpu h100-sxm " + configs + "nested.json", "BE-F002"},
      {"fit --gpu h100-sxm --params 7B " + configs + "nested.json", "'compressed-tensors'"},
      {"fit --gpu h100-sxm --params 7B " + configs + "compressed.json", "BE-F001"},
      {"fit --gpu h100-sxm --active-params 1B " + configs + "mixtral.json", "more parameters are active"},
      {"fit --model llama-3.1-8b --gpu h100-sxm --memory-overhead 2", "BE-Q005"},
      {"fit --model llama-3.1-8b --gpu h100-sxm --memory-util 110%", "BE-Q008"},
      {"fit --model llama-3.1-8b --gpu h100-sxm --gpus 1..4", "one value is asked"},
      {"fit --model llama-3.1-8b --gpu h100-sxm --set tok_per_month=1e9", "BE-U011"},
  };
  for (const Refused& one : refused) {
    const test::Outcome outcome = run_line("breakeven " + one.line);
    INFO(one.line << "\n" << outcome.err);
    CHECK(outcome.exit_code == 2);
    CHECK(outcome.err.find(one.says) != std::string::npos);
    CHECK(outcome.out.empty());
  }
}

TEST_CASE("an estimate says why there is none") {
  const std::string fit = "fit --model llama-3.1-8b --gpu h100-sxm";
  const auto reason = [](const std::string& line) { return document(line).at("estimate").at("reason"); };
  CHECK(reason(fit) == "no request shape");
  CHECK(reason(fit + " --shape 1000:100").is_null());
  CHECK(reason(fit + " --shape 1000:0") == "requests without input or without output");
  CHECK(reason("fit --model llama-3.1-8b --gpu-memory 80GiB --shape 1000:100") ==
        "the GPU's arithmetic and bandwidth are not known");
  CHECK(reason("fit --model llama-3.2-3b --gpu h100-sxm --shape 1000:100") == "the model's hidden size is not known");
  CHECK(reason("fit --model llama-3.3-70b --gpu h100-sxm --shape 1000:100") == "the model does not fit");
}

TEST_CASE("an estimate and the record that stands above it") {
  const Json answer = document("fit --model llama-3.3-70b --gpu h100-sxm --gpus 2 --precision fp8 --shape 1000:1000");
  for (const Json& one : answer.at("warnings"))
    if (one.at("code") == "BE-W017")
      CHECK(one.at("notes").at(0).get<std::string>().find("llama-3.3-70b/h100-sxm/trtllm-fp8-tp2-1000x1000") !=
            std::string::npos);
  const Json& estimate = answer.at("estimate");
  CHECK(number(estimate, "/band_ratio/low") == 0.6);
  CHECK_THAT(number(estimate, "/tok_per_s"), WithinRel(2 * number(estimate, "/output_tok_per_s"), 1e-12));
  const double request = 1000 / number(estimate, "/prefill_tok_per_s") + 1000 / number(estimate, "/decode_tok_per_s");
  CHECK_THAT(number(estimate, "/output_tok_per_s"), WithinRel(1000 / request, 1e-12));
}

TEST_CASE("compare and rank warn where GPUs cannot hold the model") {
  const std::string api = " --api-price 0.6usd/Mtok --volume 1B/month";
  const Json typed = document("compare --gpu h100-sxm --model llama-3.1-405b --throughput 2500tok/s" + api);
  CHECK(warns(typed, "BE-W015"));
  CHECK_FALSE(warns(document("compare --gpu h100-sxm --model llama-3.1-405b --gpus 8 --throughput 2500tok/s" + api),
                    "BE-W015"));
  CHECK_FALSE(warns(document("compare --gpu h100-sxm --model llama-3.3-70b" + api), "BE-W015"));
  const std::string impossible = R"({"schema": "breakeven.catalog", "schema_version": "1.0", "as_of": "2026-06-15",
    "throughputs": [{"id": "own/405b", "model": "llama-3.1-405b", "gpu": "h100-sxm", "gpus_per_replica": 2,
      "engine": "vllm", "precision": "fp8", "input_tok": 1000, "output_tok": 1000, "output_tok_per_s": 700,
      "kind": "measured", "cited": {"source": "a record that cannot be", "as_of": "2026-06-15"}}]})";
  const test::Outcome compared =
      test::run_words({"compare", "--catalog", "-", "--gpu", "h100-sxm", "--throughput-record", "own/405b",
                       "--api-price", "0.6usd/Mtok", "--volume", "1B/month"},
                      impossible);
  INFO(compared.err);
  CHECK(compared.exit_code == 0);
  CHECK(compared.err.find("BE-W015") != std::string::npos);
  const test::Outcome ranked = test::run_words(
      {"rank", "--catalog", "-", "--model", "llama-3.1-405b", "--volume", "1B/month", "--all-records"}, impossible);
  CHECK(ranked.exit_code == 0);
  CHECK(ranked.err.find("should not fit its GPUs") != std::string::npos);
}

TEST_CASE("fit as a check") {
  const std::string checks = R"({"schema": "breakeven.checks", "schema_version": "1.0", "checks": [
    {"name": "five long conversations fit 4 GPUs", "command": "fit",
     "given": {"model": "llama-3.3-70b", "gpu": "h100-sxm", "gpus_per_replica": 4},
     "options": {"precision": "fp8", "context_length": "128k", "concurrency": "5"},
     "expect": {"fits": {"is": true}, "min_gpus": {"max": 4}, "concurrency.worst": {"min": 5}}}]})";
  const test::Outcome outcome = test::run_words({"check", "-"}, checks);
  INFO(outcome.out << outcome.err);
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.out.find("3 passed") != std::string::npos);
}

}  // namespace breakeven
