// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "breakeven/architecture.hpp"
#include "io/json/document.hpp"

namespace breakeven::io {

/// A model as described by its Hugging Face config.json.
struct ModelConfig {
  std::string family{};               // "model_type"
  Architecture architecture{};        // params is 0 if the family's tensors are unknown
  bool cache_is_known = true;         // whether the KV cache of its attention can be sized
  bool is_text_part = false;          // part of a model with other towers, whose parameters are not in the file
  std::string precision{};            // weights: from "quantization_config", else "torch_dtype"; may be empty
  std::string unread_quantization{};  // a method or type that is not a known precision
};

/// Reads a config.json; ignores keys that it does not need. Absent if it is not the config of a decoder.
std::optional<ModelConfig> read_model_config(const Text& text, Diagnostics& problems);

/// The families whose parameters can be counted from the config, by "model_type".
std::vector<std::string_view> known_families();

}  // namespace breakeven::io
