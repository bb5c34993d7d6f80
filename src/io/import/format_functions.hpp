// SPDX-License-Identifier: MIT
#pragma once

#include "io/import/import.hpp"

// One file a format; the rows are in import.cpp.
namespace breakeven::io {

bool is_own_catalog(const Json& document);
void import_own_catalog(Import& import);

bool is_litellm(const Json& document);
void import_litellm(Import& import);

bool is_models_dev(const Json& document);
void import_models_dev(Import& import);

bool is_llm_prices(const Json& document);
void import_llm_prices(Import& import);

bool is_genai_prices(const Json& document);
void import_genai_prices(Import& import);

bool is_gpu_price_index(const Json& document);
void import_gpu_price_index(Import& import);

bool is_gpu_pricing(const Json& document);
void import_gpu_pricing(Import& import);

bool is_skypilot(const Json& document);
void import_skypilot(Import& import);

bool is_gpuhunt(const Json& document);
void import_gpuhunt(Import& import);

bool is_openrouter(const Json& document);
void import_openrouter(Import& import);

bool is_vllm_serve(const Json& document);
void import_vllm_serve(Import& import);

bool is_vllm_throughput(const Json& document);
void import_vllm_throughput(Import& import);

bool is_sglang(const Json& document);
void import_sglang(Import& import);

bool is_llama_bench(const Json& document);
void import_llama_bench(Import& import);

bool is_aiconfigurator(const Json& document);
void import_aiconfigurator(Import& import);

bool is_mlperf(const Json& document);
void import_mlperf(Import& import);

bool is_inferencex(const Json& document);
void import_inferencex(Import& import);

bool is_inferencex_points(const Json& document);
void import_inferencex_points(Import& import);

bool is_aiperf(const Json& document);
void import_aiperf(Import& import);  // GenAI-Perf too

bool is_genai_perf(const Json& document);

bool is_guidellm(const Json& document);
void import_guidellm(Import& import);

bool is_trtllm_bench(const Json& document);
void import_trtllm_bench(Import& import);

bool is_llmperf(const Json& document);
void import_llmperf(Import& import);

bool is_inference_perf(const Json& document);
void import_inference_perf(Import& import);

}  // namespace breakeven::io
