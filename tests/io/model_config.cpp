// SPDX-License-Identifier: MIT
// config.json files: small ones of tests/data, with parameters that a separate program counted tensor by tensor.
#include "io/models/config.hpp"

#include <array>

#include "catch.hpp"
#include "io/files.hpp"

namespace breakeven::io {
namespace {

Text text_of(const std::string& name) {
  Diagnostics problems;
  auto text = read_file(BREAKEVEN_SOURCE_DIR "/tests/data/model_configs/" + name + ".json", problems);
  REQUIRE(text);
  return *text;
}

ModelConfig config(const std::string& name) {
  Diagnostics problems;
  const auto found = read_model_config(text_of(name), problems);
  INFO(name);
  REQUIRE(found);
  CHECK(problems.empty());
  return *found;
}

std::optional<ModelConfig> read(const std::string& content, Diagnostics& problems) {
  return read_model_config({.name = "config.json", .content = content}, problems);
}

struct Counted {
  const char* file;
  double params;
  double active;
  double embeddings;
  double experts;
};

}  // namespace

TEST_CASE("parameters are counted to the last one") {
  static constexpr std::array counted{
      Counted{"llama", 374592, 374592, 128000, 0},          Counted{"tied_qwen2", 323648, 323648, 64000, 0},
      Counted{"qwen3", 460800, 460800, 128000, 0},          Counted{"mixtral", 1078080, 414528, 128000, 884736},
      Counted{"qwen3_moe", 656384, 379904, 128000, 368640}, Counted{"deepseek_v3", 695648, 474464, 128000, 294912},
      Counted{"gpt_oss", 712656, 308816, 128000, 453120},   Counted{"mistral", 374592, 374592, 128000, 0},
  };
  for (const Counted& row : counted) {
    INFO(row.file);
    const Architecture architecture = config(row.file).architecture;
    CHECK(architecture.params == row.params);
    CHECK(architecture.params_per_token() == row.active);
    CHECK(architecture.embedding_params == row.embeddings);
    CHECK(architecture.expert_params.value_or(0) == row.experts);
    CHECK(architecture.is_mixture() == (row.experts > 0));
    CHECK(architecture.hidden_size == 64);
    CHECK(architecture.attention_heads == 8);
  }
}

TEST_CASE("the cache of a config") {
  const auto per_token = [](const char* name) { return cache_bytes(config(name).architecture, 2).per_token; };
  CHECK(per_token("llama") == 6 * 2 * 2 * 8 * 2);
  CHECK(per_token("qwen3") == 6 * 2 * 4 * 16 * 2);
  CHECK(per_token("deepseek_v3") == 6 * (32 + 8) * 2);
  CHECK(per_token("gpt_oss") == 3 * 2 * 2 * 16 * 2);
  CHECK(per_token("tied_qwen2") == 6 * 2 * 4 * 8 * 2);  // its window is not in use
  CHECK(per_token("mistral") == 0);
  CHECK(cache_bytes(config("mistral").architecture, 2).window == 4096);
  CHECK(per_token("nested") == 2 * 2 * 2 * 8 * 2);
}

TEST_CASE("the precision that the weights have") {
  CHECK(config("llama").precision == "bf16");
  CHECK(config("deepseek_v3").precision == "fp8");
  CHECK(config("gpt_oss").precision == "mxfp4");
  CHECK(config("nested").precision.empty());
  CHECK(config("nested").unread_quantization == "compressed-tensors");
}

TEST_CASE("what cannot be counted is not guessed") {
  const ModelConfig nested = config("nested");
  CHECK(nested.is_text_part);
  CHECK(nested.family == "some_text");
  CHECK(nested.architecture.params == 0);
  CHECK(nested.cache_is_known);
  const ModelConfig compressed = config("compressed");
  CHECK_FALSE(compressed.cache_is_known);
  CHECK(compressed.architecture.params == 0);
  Diagnostics problems;
  const auto patterned = read(R"({"model_type": "acme", "hidden_size": 64, "num_hidden_layers": 6,
                                  "num_attention_heads": 8, "sliding_window": 512})",
                              problems);
  REQUIRE(patterned);
  CHECK_FALSE(patterned->cache_is_known);
  // A mixture without the number of its experts, and one whose layers alternate.
  for (const char* more : {"", R"(, "num_experts": 16, "num_experts_per_tok": 4, "decoder_sparse_step": 2)"}) {
    const auto found = read(R"({"model_type": "qwen3_moe", "hidden_size": 64, "num_hidden_layers": 6,
                                "num_attention_heads": 8, "num_key_value_heads": 4, "head_dim": 8,
                                "vocab_size": 1000, "moe_intermediate_size": 24)" +
                                std::string(more) + "}",
                            problems);
    REQUIRE(found);
    CHECK(found->architecture.params == 0);
  }
  CHECK(problems.empty());
}

TEST_CASE("what is no config says so at its place") {
  Diagnostics problems;
  CHECK_FALSE(read(R"({"hidden_size": 64})", problems));
  REQUIRE(problems.size() == 2);
  CHECK(problems.front().code == "BE-S002");
  CHECK(problems.front().message == "\"num_hidden_layers\" is missing");
  problems.clear();
  CHECK_FALSE(read(R"({"hidden_size": "64", "num_hidden_layers": 0, "num_attention_heads": 1.5})", problems));
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].code == "BE-S003");
  CHECK(problems[1].code == "BE-S004");
  CHECK(problems[2].location->line == 1);
  problems.clear();
  CHECK_FALSE(read("[1]", problems));
  CHECK_FALSE(read("{", problems));
  CHECK(problems.size() == 2);
}

}  // namespace breakeven::io
