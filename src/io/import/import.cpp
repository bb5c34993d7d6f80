// SPDX-License-Identifier: MIT
#include "io/import/import.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "io/catalog/fields.hpp"
#include "io/import/entry.hpp"
#include "io/import/format_functions.hpp"

namespace breakeven::io {
namespace {

constexpr std::array format_rows{
    ImportFormat{"breakeven", "a catalog of this program", "", false, is_own_catalog, import_own_catalog},
    ImportFormat{"litellm", "API prices, usd per token", "LiteLLM model_prices_and_context_window.json", true,
                 is_litellm, import_litellm},
    ImportFormat{"models.dev", "API prices, usd per Mtok", "models.dev api.json", true, is_models_dev,
                 import_models_dev},
    ImportFormat{"llm-prices", "API prices with their history, usd per Mtok", "simonw/llm-prices", false, is_llm_prices,
                 import_llm_prices},
    ImportFormat{"genai-prices", "API prices, usd per Mtok", "pydantic/genai-prices data.json", true, is_genai_prices,
                 import_genai_prices},
    ImportFormat{"pi-ai", "API prices, usd per Mtok", "@earendil-works/pi-ai models", true, is_pi_ai, import_pi_ai},
    ImportFormat{"openrouter", "API prices, usd per token", "OpenRouter /api/v1/models", true, is_openrouter,
                 import_openrouter},
    ImportFormat{"gpu-price-index", "GPU offers, usd per hour and machine", "ewyluda/gpu-price-index", false,
                 is_gpu_price_index, import_gpu_price_index},
    ImportFormat{"gpu-pricing", "GPU offers, usd per hour and GPU", "tardellirs/gpu-pricing", false, is_gpu_pricing,
                 import_gpu_pricing},
    ImportFormat{"skypilot", "GPU offers, usd per hour and machine", "skypilot-org/skypilot-catalog vms.csv", true,
                 is_skypilot, import_skypilot, true},
    ImportFormat{"offer-table", "GPU offers, usd per hour and GPU", "CSV: provider, gpu, term, usd_per_gpu_hour", false,
                 is_offer_table, import_offer_table},
    ImportFormat{"gpuhunt", "GPU offers, usd per hour and machine", "dstackai/gpuhunt catalog", true, is_gpuhunt,
                 import_gpuhunt, true},
    ImportFormat{"vllm-serve", "serving benchmarks", "vllm bench serve", false, is_vllm_serve, import_vllm_serve},
    ImportFormat{"vllm-throughput", "benchmarks, input and output tok/s together", "vllm bench throughput", true,
                 is_vllm_throughput, import_vllm_throughput},
    ImportFormat{"sglang", "serving benchmarks", "SGLang bench_serving", true, is_sglang, import_sglang},
    ImportFormat{"llama-bench", "one stream at a time, tok/s", "llama.cpp llama-bench", false, is_llama_bench,
                 import_llama_bench},
    ImportFormat{"aiconfigurator", "predicted throughput", "aiconfigurator", true, is_aiconfigurator,
                 import_aiconfigurator},
    ImportFormat{"mlperf", "output tok/s of whole systems", "MLPerf Inference", true, is_mlperf, import_mlperf},
    ImportFormat{"inferencex", "serving benchmarks, tok/s and GPU", "SemiAnalysis InferenceX", false, is_inferencex,
                 import_inferencex},
    ImportFormat{"inferencex-points", "latencies by concurrency",
                 "SemiAnalysis InferenceX via ai-dynamo/aiconfigurator", false, is_inferencex_points,
                 import_inferencex_points},
    ImportFormat{"aiperf", "serving benchmarks", "AIPerf", false, is_aiperf, import_aiperf},
    ImportFormat{"genai-perf", "serving benchmarks", "GenAI-Perf", false, is_genai_perf, import_aiperf},
    ImportFormat{"guidellm", "serving benchmarks", "GuideLLM", false, is_guidellm, import_guidellm},
    ImportFormat{"trtllm-bench", "serving benchmarks", "TensorRT-LLM trtllm-bench", true, is_trtllm_bench,
                 import_trtllm_bench},
    ImportFormat{"llmperf", "serving benchmarks", "ray-project/llmperf", false, is_llmperf, import_llmperf},
    ImportFormat{"inference-perf", "serving benchmarks", "kubernetes-sigs/inference-perf", true, is_inference_perf,
                 import_inference_perf},
};

Diagnostic problem_of(std::string_view code, const Text& text, std::string message, std::string help) {
  return {.code = code, .message = std::move(message), .location = locate(text, ""), .help = std::move(help)};
}

std::string format_list() {
  std::string list = "formats are ";
  for (const ImportFormat& format : format_rows)
    (list += format.name == format_rows.front().name ? "" : ", ") += format.name;
  return list;
}

// The first format that recognizes the document.
const ImportFormat* format_of(const Json& document) {
  const auto* found = std::find_if(format_rows.begin(), format_rows.end(),
                                   [&](const ImportFormat& format) { return format.recognizes(document); });
  return found == format_rows.end() ? nullptr : found;
}

// Tries every line, because the first may not belong to any format.
const ImportFormat* format_of(Content& content) {
  const ImportFormat* format = format_of(content.sample());
  if (!format && content.are_lines())
    content.for_each_element([&](std::size_t, const Json&, const Json& line) {
      if (!format) format = format_of(line);
    });
  return format;
}

// The format of the content, if it is the named one.
const ImportFormat* recognized(const Text& text, Content& content, const ImportFormat* named, Diagnostics& problems) {
  if (named && named->recognizes(content.sample())) return named;
  const ImportFormat* format = format_of(content);
  if (format && (!named || named == format)) return format;
  if (named)
    problems.push_back(problem_of("BE-P004", text, "not a file of the format " + std::string(named->name),
                                  format ? "it looks like " + std::string(format->name) : format_list()));
  else
    problems.push_back(problem_of("BE-P004", text, "not a file of any format that can be imported", format_list()));
  return nullptr;
}

// An option replaces one name that no catalog knows; two names would become one GPU or model.
void refuse_many_names(ImportRun& run) {
  std::map<std::string, std::set<std::string>> names;  // by the id that replaces them
  for (const NotImported& item : run.file.left_out) {
    if (item.reason != Reason::called_otherwise) continue;
    const std::size_t end = item.detail.rfind(taken_for);
    names[item.detail.substr(end + taken_for.size())].insert(item.detail.substr(0, end));
  }
  for (const auto& [id, called] : names) {
    if (called.size() < 2) continue;
    Diagnostic found = problem_of(
        "BE-P032", run.text,
        std::to_string(called.size()) + " names that no catalog knows, and one option, " + id + ", to stand for them",
        "give the names aliases in a catalog of your own, or import them apart");
    for (const std::string& name : called) found.notes.push_back(printable(name));
    run.problems.push_back(std::move(found));
  }
}

}  // namespace

std::span<const ImportFormat> import_formats() { return format_rows; }

const ImportFormat* foreign_format(const Json& document) {
  // A catalog with a broken header is still a catalog.
  return document.find("schema") ? nullptr : format_of(document);
}

ImportedFile import_file(const Text& text, const ImportFormat* named, const ImportContext& context, Catalog& catalog,
                         Diagnostics& problems) {
  auto content = Content::read(text, problems);
  if (!content) return {};
  const ImportFormat* format = recognized(text, *content, named, problems);
  if (!format) return {};
  if (format->needs_date && !context.as_of) {
    problems.push_back(problem_of("BE-P005", text,
                                  "the format " + std::string(format->name) + " does not say when its figures held",
                                  "give the date of the file: --as-of YYYY-MM-DD"));
    return {};
  }
  if (format->needs_provider && !context.provider) {
    problems.push_back(problem_of("BE-P030", text,
                                  "the format " + std::string(format->name) + " does not say who asks its prices",
                                  "name the seller: --provider NAME"));
    return {};
  }
  ImportRun run{.text = text,
                .context = context,
                .catalog = catalog,
                .problems = problems,
                .file = {.format = format, .content = std::move(*content)}};
  for_each_section([&](std::string_view, auto member) {
    for (const auto& entry : catalog.*member) run.ids.insert(entry.id);
  });
  format->read(run);
  const Content& read = run.file.content;
  for (const Content::Broken& broken : read.broken())
    run.file.left_out.push_back({Reason::unreadable, std::string(read.form()), child({}, broken.index), broken.what});
  run.file.entry_count += read.broken_count();
  refuse_many_names(run);
  return std::move(run.file);
}

}  // namespace breakeven::io
