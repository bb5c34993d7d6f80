// SPDX-License-Identifier: MIT
// catalog import reads benchmarks: the small ones of tests/data/import. tests/validate/benchmarks.py recomputes every
// figure; here is what it does not see: ids, origins, kinds, and what is refused and why.
#include <fstream>
#include <iterator>
#include <map>

#include "answers.hpp"
#include "io/import/import.hpp"
#include "temporary_directory.hpp"
#include "text/utf8.hpp"

namespace breakeven {
namespace {

using nlohmann::ordered_json;
using test::run_line;

const std::string on_h100 = " --gpu h100-sxm --gpus 1";
const std::string unnamed = on_h100 + " --model llama-3.1-8b --as-of 2026-03-01";

std::string fixture(const std::string& name) { return "tests/data/import/" + name; }

std::vector<ordered_json> records(const std::string& words) {
  const ordered_json document = ordered_json::parse(test::answered("catalog import " + words));
  return {document.at("throughputs").begin(), document.at("throughputs").end()};
}

std::vector<std::string> ids(const std::string& words) {
  std::vector<std::string> found;
  for (const ordered_json& record : records(words)) found.push_back(record.at("id").get<std::string>());
  return found;
}

}  // namespace

TEST_CASE("each benchmark is recognized by its content") {
  const std::map<std::string, std::string> formats{{"vllm_serve.json", "vllm-serve"},
                                                   {"vllm_serve_lines.json", "vllm-serve"},
                                                   {"vllm_throughput.json", "vllm-throughput"},
                                                   {"sglang.jsonl", "sglang"},
                                                   {"llama_bench.json", "llama-bench"},
                                                   {"llama_bench.jsonl", "llama-bench"},
                                                   {"llama_bench.csv", "llama-bench"},
                                                   {"aiconfigurator.csv", "aiconfigurator"},
                                                   {"aiconfigurator_disagg.csv", "aiconfigurator"},
                                                   {"mlperf.csv", "mlperf"},
                                                   {"inferencex.json", "inferencex"},
                                                   {"inferencex_points.csv", "inferencex-points"},
                                                   {"aiperf.json", "aiperf"},
                                                   {"genai_perf.json", "genai-perf"},
                                                   {"guidellm.json", "guidellm"},
                                                   {"trtllm_bench.json", "trtllm-bench"},
                                                   {"llmperf.json", "llmperf"},
                                                   {"inference_perf.json", "inference-perf"}};
  for (const auto& [name, format] : formats) {
    INFO(name);
    std::ifstream file(BREAKEVEN_SOURCE_DIR "/" + fixture(name), std::ios::binary);
    const io::Text text{name, {std::istreambuf_iterator<char>(file), {}}};
    io::Diagnostics problems;
    const auto content = io::Content::read(text, problems);
    REQUIRE(content);
    std::vector<std::string> found;
    for (const io::ImportFormat& row : io::import_formats())
      if (row.recognizes(content->sample())) found.emplace_back(row.name);
    CHECK(found == std::vector<std::string>{format});
  }
}

TEST_CASE("a run becomes a record with its origin") {
  const auto found = records(fixture("vllm_serve.json") + on_h100);
  REQUIRE(found.size() == 1);
  CHECK(found[0].dump() ==
        R"({"id":"llama-3.1-8b/h100-sxm/x1-128x256-c32","model":"llama-3.1-8b","gpu":"h100-sxm",)"
        R"("gpus_per_replica":1,"engine":"unknown","precision":"unknown","input_tok":128.005,"output_tok":256.015,)"
        R"("output_tok_per_s":2048.12,"concurrency":32,"ttft_ms":81.25,"tpot_ms":14.5,"ttft_p99_ms":140.75,)"
        R"("tpot_p99_ms":16.125,"kind":"measured",)"
        R"("cited":{"source":"vllm bench serve, meta-llama/Llama-3.1-8B-Instruct","as_of":"2026-03-01"}})");
}

TEST_CASE("runs of one file have ids of their own, the same each time") {
  const std::string words = fixture("vllm_serve_lines.json") + on_h100;
  const std::vector<std::string> expected{"llama-3.1-8b/h100-sxm/vllm-x1-130x260-c64",
                                          "llama-3.1-8b/h100-sxm/vllm-x1-130x260",
                                          "llama-3.1-8b/h100-sxm/vllm-x1-130x260-c64-2"};
  CHECK(ids(words) == expected);
  CHECK(ids(words) == expected);
  const auto twice =
      run_line("breakeven catalog import " + fixture("vllm_serve.json") + " " + fixture("vllm_serve.json") + on_h100);
  CHECK(twice.exit_code == 2);
  CHECK(twice.err.find("error[BE-P001]") != std::string::npos);
}

TEST_CASE("what nobody measured under load counts as an estimate") {
  for (const std::string& words :
       {fixture("llama_bench.json") + " --gpus 1 --model llama-3.1-8b",
        fixture("aiconfigurator.csv") + " --as-of 2026-03-01", fixture("inferencex_points.csv")})
    for (const ordered_json& record : records(words)) {
      INFO(record.dump());
      CHECK(record.at("kind") == "estimated");
    }
  for (const ordered_json& record : records(fixture("llama_bench.csv") + " --gpus 1 --model llama-3.1-8b")) {
    CHECK(record.at("concurrency") == 1);
    CHECK(record.at("cited").at("note") == "a single stream: a floor of what serving delivers");
    CHECK(record.at("precision") == "q4_k_m");
  }
}

TEST_CASE("what a file says is not contradicted, and what it does not say is asked for") {
  struct Row {
    std::string words;
    std::string code;
  };
  for (const Row& row :
       {Row{fixture("vllm_serve.json"), "BE-P021"}, Row{fixture("vllm_serve.json") + " --gpu h100-sxm", "BE-P016"},
        Row{fixture("vllm_serve.json") + on_h100 + " --model llama-3.3-70b", "BE-P031"},
        Row{fixture("trtllm_bench.json") + " --gpus 4 --as-of 2026-03-01", "BE-P011"},
        Row{fixture("trtllm_bench.json") + " --gpu h100-sxm --as-of 2026-03-01", "BE-P031"},
        Row{fixture("inference_perf.json") + on_h100 + " --as-of 2026-03-01", "BE-P022"},
        Row{fixture("sglang.jsonl") + on_h100 + " --model llama-3.1-8b", "BE-P005"},
        Row{fixture("vllm_throughput.json") + unnamed, "BE-P025"},
        Row{fixture("vllm_throughput.json") + unnamed + " --shape 128", "BE-U010"}}) {
    INFO(row.words);
    const auto outcome = run_line("breakeven catalog import " + row.words);
    CHECK(outcome.exit_code == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.find("error[" + row.code + "]") != std::string::npos);
  }
}

TEST_CASE("bytes that are not UTF-8 are told from those that are") {
  for (const char* text : {"", "plain", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80"}) CHECK(text::is_utf8(text));
  for (const char* text :
       {"\xFF", "\x80", "\xC3", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\xC3\x28"})
    CHECK_FALSE(text::is_utf8(text));
  const test::TemporaryDirectory directory;
  const std::string path = directory.file(
      "bytes.csv",
      "id,submitter,scenario,result,units,model,accelerator,accelerators_per_node,nodes\n"
      "1,Acme,Offline,5,Tokens/s,llama-3.1-8b,h200,8,1\n2,\xFF,Offline,5,Tokens/s,llama-3.1-8b,h200,8,1\n");
  const auto outcome = run_line("breakeven catalog import " + path + " --as-of 2026-03-01 --shape 10:20");
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.err.find("bytes that are not UTF-8") != std::string::npos);
  CHECK(outcome.err.find("bytes.csv:3:1") != std::string::npos);
}

TEST_CASE("a table whose columns are not parted by commas is told from other text") {
  const test::TemporaryDirectory directory;
  for (const auto& [text, said] : {std::pair("model;gpu;rate\n1;2;3\n", "parted by semicolons"),
                                   std::pair("model\tgpu\trate\n1\t2\t3\n", "parted by tabs")}) {
    const auto outcome = run_line("breakeven catalog import " + directory.file("table.csv", text));
    CHECK(outcome.exit_code == 2);
    CHECK(outcome.err.find("error[BE-P014]: a table whose columns are " + std::string(said)) == 0);
    CHECK(outcome.err.find("table.csv:1:6") != std::string::npos);
  }
  CHECK(run_line("breakeven catalog import " + directory.file("text.txt", "nothing\n")).err.find("error[BE-J001]") ==
        0);
}

}  // namespace breakeven
