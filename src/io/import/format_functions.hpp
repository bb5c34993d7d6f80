// SPDX-License-Identifier: MIT
#pragma once

#include "io/import/import.hpp"

// One file per format; the rows are in import.cpp.
namespace breakeven::io {

bool is_own_catalog(const Json& document);
void import_own_catalog(ImportRun& run);

bool is_litellm(const Json& document);
void import_litellm(ImportRun& run);

bool is_models_dev(const Json& document);
void import_models_dev(ImportRun& run);

bool is_llm_prices(const Json& document);
void import_llm_prices(ImportRun& run);

bool is_pi_ai(const Json& document);
void import_pi_ai(ImportRun& run);

bool is_genai_prices(const Json& document);
void import_genai_prices(ImportRun& run);

bool is_gpu_price_index(const Json& document);
void import_gpu_price_index(ImportRun& run);

bool is_gpu_pricing(const Json& document);
void import_gpu_pricing(ImportRun& run);

bool is_skypilot(const Json& document);
void import_skypilot(ImportRun& run);

bool is_gpuhunt(const Json& document);
void import_gpuhunt(ImportRun& run);

bool is_offer_table(const Json& document);
void import_offer_table(ImportRun& run);

bool is_openrouter(const Json& document);
void import_openrouter(ImportRun& run);

bool is_vllm_serve(const Json& document);
void import_vllm_serve(ImportRun& run);

bool is_vllm_throughput(const Json& document);
void import_vllm_throughput(ImportRun& run);

bool is_sglang(const Json& document);
void import_sglang(ImportRun& run);

bool is_llama_bench(const Json& document);
void import_llama_bench(ImportRun& run);

bool is_aiconfigurator(const Json& document);
void import_aiconfigurator(ImportRun& run);

bool is_mlperf(const Json& document);
void import_mlperf(ImportRun& run);

bool is_inferencex(const Json& document);
void import_inferencex(ImportRun& run);

bool is_inferencex_points(const Json& document);
void import_inferencex_points(ImportRun& run);

bool is_aiperf(const Json& document);
void import_aiperf(ImportRun& run);  // GenAI-Perf too

bool is_genai_perf(const Json& document);

bool is_guidellm(const Json& document);
void import_guidellm(ImportRun& run);

bool is_trtllm_bench(const Json& document);
void import_trtllm_bench(ImportRun& run);

bool is_llmperf(const Json& document);
void import_llmperf(ImportRun& run);

bool is_inference_perf(const Json& document);
void import_inference_perf(ImportRun& run);

}  // namespace breakeven::io
