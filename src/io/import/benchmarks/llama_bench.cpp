// SPDX-License-Identifier: MIT
// llama.cpp llama-bench: tests of the prompt alone (n_gen is 0), of generation alone (n_prompt is 0), or of both, one
// stream at a time, without tokenizing and sampling. That is a lower bound for serving, so the records count as
// estimates. A prompt test and a generation test with the same settings are the two phases of one record. JSON and SQL
// have numbers, CSV has strings.
#include <array>
#include <map>
#include <set>

#include "io/catalog/fields.hpp"
#include "io/import/benchmarks/entry.hpp"
#include "io/import/format_functions.hpp"

namespace breakeven::io {
namespace {

// The keys that differ between tests of the same settings.
constexpr std::array test_keys{"n_prompt", "n_gen",     "test_time",  "avg_ns",    "stddev_ns",
                               "avg_ts",   "stddev_ts", "samples_ns", "samples_ts"};

std::string settings_of(const Json& test) {
  Json settings = test;
  std::erase_if(settings.members(), [](const Json::Member& member) {
    return std::find(test_keys.begin(), test_keys.end(), member.key) != test_keys.end();
  });
  return settings.dump();
}

// Q4_K_M for Qwen2.5-7B-Instruct-Q4_K_M.gguf, by the naming convention of the format.
std::string_view encoding_of(std::string_view file) {
  constexpr std::string_view extension = ".gguf";
  if (!file.ends_with(extension)) return {};
  file.remove_suffix(extension.size());
  const std::size_t dash = file.rfind('-');
  if (dash == std::string_view::npos || dash + 2 >= file.size()) return {};
  const std::string_view encoding = file.substr(dash + 1);
  constexpr std::string_view digits = "0123456789";
  const std::size_t digit = encoding.find_first_of(digits);
  const bool is_encoding = (encoding.front() == 'Q' || encoding.front() == 'F' || encoding.starts_with("BF") ||
                            encoding.starts_with("IQ") || encoding.starts_with("MXFP")) &&
                           digit != std::string_view::npos;
  return is_encoding ? encoding : std::string_view();
}

// Reads a test that is an entry; a generation test may have a matching prompt test.
void read_test(ImportRun& run, const Json& test, const Json* prompt_test, const Path& path) {
  const std::string file = text_at(test, "model_filename");
  const std::string name = file.substr(file.rfind('/') + 1);
  RecordEntry entry(run, name, path, RecordKind::estimated);
  if (!entry.is_object(test)) return;
  const auto generated = entry.figure(test, "n_gen");
  const auto prompt = entry.figure(prompt_test ? *prompt_test : test, "n_prompt");
  if (generated.value_or(0) == 0)
    entry.refuse(Reason::no_output_tokens, "a prompt test without a generation test of the same settings");
  if (prompt.value_or(0) == 0)
    entry.refuse(Reason::no_shape, "a generation test without a prompt test of the same settings");
  const Json* depth = test.find("n_depth");
  if (depth && entry.figure(test, "n_depth").value_or(0) > 0)
    entry.refuse(Reason::unreadable, "n_depth: a catalog's rates are those of whole requests");
  entry.of(name, text_at(test, "gpu_info"));
  entry.gpus(std::nullopt);
  entry.engine("llama.cpp");
  entry.precision(encoding_of(name));
  entry.shape(prompt, generated);
  const auto rate = entry.known_rate(entry.figure(test, "avg_ts"), "generated tokens");
  if (prompt_test) {
    const auto prefill = entry.known_rate(entry.figure(*prompt_test, "avg_ts"), "prompt tokens");
    if (rate && prefill) entry.record.throughput = PhaseRates{*prefill * tok_per_s, *rate * tok_per_s};
  } else if (rate) {
    entry.record.throughput = TotalRate{*rate * tok_per_s};
  }
  entry.record.concurrency = 1;
  entry.record.cited.note = "a single stream: a floor of what serving delivers";
  entry.remark(Reason::single_stream);
  entry.add(date_of(test.find("test_time")), name);
}

bool has_key(const Json& test, std::string_view key) {
  const Json* value = test.find(key);
  if (!value) return false;
  return value->is_string() ? value->string() != "0" : *value != 0;
}

}  // namespace

bool is_llama_bench(const Json& document) {
  const Json* test = first_object(document);
  return test && test->find("n_prompt") && test->find("n_gen") && test->find("avg_ts");
}

void import_llama_bench(ImportRun& run) {
  std::map<std::string, std::vector<Json>> prompt_tests;
  std::set<std::string> has_generation;
  for_each_object(run, [&](ImportRun&, const Json& test, const Path&) {
    if (has_key(test, "n_prompt") && !has_key(test, "n_gen")) prompt_tests[settings_of(test)].push_back(test);
    if (has_key(test, "n_gen") && !has_key(test, "n_prompt")) has_generation.insert(settings_of(test));
  });
  for_each_object(run, [&](ImportRun&, const Json& test, const Path& path) {
    const bool is_prompt_test = has_key(test, "n_prompt") && !has_key(test, "n_gen");
    const bool is_generation_test = has_key(test, "n_gen") && !has_key(test, "n_prompt");
    const std::string settings = is_prompt_test || is_generation_test ? settings_of(test) : std::string();
    if (is_prompt_test && has_generation.contains(settings)) return;  // it becomes part of each generation test
    const auto pairs = prompt_tests.find(settings);
    if (!is_generation_test || pairs == prompt_tests.end()) return read_test(run, test, nullptr, path);
    for (const Json& prompt_test : pairs->second) read_test(run, test, &prompt_test, path);
  });
}

}  // namespace breakeven::io
