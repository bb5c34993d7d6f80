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

}  // namespace breakeven::io
