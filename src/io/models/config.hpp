// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "breakeven/architecture.hpp"
#include "io/json/document.hpp"

namespace breakeven::io {

/// A model as its Hugging Face config.json describes it.
struct ModelConfig {
  std::string family{};               // "model_type"
  Architecture architecture{};        // params 0 where the family's tensors are not known
  bool cache_is_known = true;         // whether its attention is of a kind whose KV cache can be sized
  bool is_text_part = false;          // of a model with other towers, whose parameters are not in the file
  std::string precision{};            // of the weights: of "quantization_config", else of "torch_dtype"; may be empty
  std::string unread_quantization{};  // a method or type that is not a known precision
};

/// Reads a config.json: keys that it does not need may be anything. Absent if it is not a config of a decoder.
std::optional<ModelConfig> read_model_config(const Text& text, Diagnostics& problems);

/// The families whose parameters are counted from the config, as "model_type" names them.
std::vector<std::string_view> known_families();

}  // namespace breakeven::io
