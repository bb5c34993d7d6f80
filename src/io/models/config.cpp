// SPDX-License-Identifier: MIT
#include "io/models/config.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "breakeven/precision.hpp"
#include "io/models/families.hpp"

namespace breakeven::io {
namespace {

// Keys of attention with another kind of cache, which is not sized.
constexpr std::array<std::string_view, 6> other_attention{"compress_ratios",         "attention_chunk_size",
                                                          "hybrid_override_pattern", "attn_layer_period",
                                                          "layers_block_type",       "index_topk"};

// Words of "quantization_config" and "torch_dtype", and their precisions.
struct PrecisionWord {
  std::string_view word;
  std::string_view precision;
};
constexpr std::array precision_words{PrecisionWord{"bfloat16", "bf16"}, PrecisionWord{"float16", "fp16"},
                                     PrecisionWord{"fp8", "fp8"},       PrecisionWord{"fbgemm_fp8", "fp8"},
                                     PrecisionWord{"mxfp4", "mxfp4"},   PrecisionWord{"awq", "awq"},
                                     PrecisionWord{"gptq", "gptq"},     PrecisionWord{"nvfp4", "nvfp4"}};

// Reads keys of the config that may be absent.
class ConfigReader {
 public:
  ConfigReader(const Text& text, const Json& object, const Path& path, Diagnostics& problems)
      : text_(text), object_(object), path_(path), problems_(problems) {}

  const Json* find(std::string_view key) const {
    const Json* found = object_.find(key);
    return found && !found->is_null() ? found : nullptr;
  }
  bool has(std::string_view key) const { return find(key) != nullptr; }
  bool flag(std::string_view key) const { return has(key) && find(key)->is_boolean() && find(key)->boolean(); }
  std::string word(std::string_view key) const {
    const Json* found = find(key);
    return found && found->is_string() ? found->string() : "";
  }
  // The first of these keys that the config has; families use different names for the same number.
  double count(std::initializer_list<std::string_view> keys, double otherwise = 0) {
    for (const std::string_view key : keys)
      if (const Json* found = find(key)) return counted(key, *found, io::count);
    return otherwise;
  }
  double required(std::string_view key) {
    if (const Json* found = find(key)) return counted(key, *found, positive_count);
    problems_.push_back({.code = "BE-S002",
                         .message = "\"" + std::string(key) + "\" is missing",
                         .location = locate(text_, path_.pointer()),
                         .help = "give the config.json of a decoder, as Hugging Face has it beside the weights"});
    return 0;
  }
  void refuse(std::string_view key, const std::string& what) {
    problems_.push_back({.code = "BE-S004",
                         .message = "\"" + std::string(key) + "\" " + what,
                         .location = locate(text_, Path(path_, key).pointer()),
                         .help = "give the config.json as Hugging Face has it beside the weights"});
  }
  // The number of distinct layers in a list of indices.
  double layer_count(const Json& indices, double layers) {
    std::set<double> named;
    if (indices.is_array())
      for (const Json& index : indices)
        if (index.is_number() && index.number() >= 0 && index.number() < layers) named.insert(index.number());
    if (!indices.is_array() || named.size() != indices.size())
      refuse("mlp_only_layers", "is no list of layers, each once");
    return static_cast<double>(named.size());
  }

 private:
  double counted(std::string_view key, const Json& value, const Domain& domain) {
    ObjectReader reader(text_, object_, path_, problems_);
    return reader.number_of(value, Path(path_, key), domain).value_or(0);
  }

  const Text& text_;
  const Json& object_;
  const Path& path_;
  Diagnostics& problems_;
};

// Reads the number and size of the KV heads of grouped attention.
void take_heads(ConfigReader& config, const ModelFamily* family, ModelShape& shape) {
  shape.kv_heads = family && family->states_kv_heads ? config.required("num_key_value_heads")
                                                     : config.count({"num_key_value_heads"}, shape.attention_heads);
  shape.head_dim = family && family->states_head_dim
                       ? config.required("head_dim")
                       : config.count({"head_dim"}, shape.hidden_size / std::max(1.0, shape.attention_heads));
  if (shape.kv_heads > 0 && std::fmod(shape.attention_heads, shape.kv_heads) != 0)
    config.refuse("num_key_value_heads", "does not divide the attention heads evenly");
  if (std::floor(shape.head_dim) != shape.head_dim)
    config.refuse("hidden_size", "does not divide evenly by the attention heads");
}

ModelShape shape_of(ConfigReader& config, const ModelFamily* family) {
  ModelShape shape{.hidden_size = config.required("hidden_size"),
                   .layers = config.required("num_hidden_layers"),
                   .vocabulary = config.count({"vocab_size"}),
                   .attention_heads = config.required("num_attention_heads"),
                   .intermediate_size = config.count({"intermediate_size"}),
                   .experts = config.count({"num_local_experts", "num_experts", "n_routed_experts"}),
                   .experts_per_token = config.count({"num_experts_per_tok", "experts_per_token"}),
                   .shared_experts = config.count({"n_shared_experts"}),
                   .dense_layers = config.count({"first_k_dense_replace"}),
                   .q_lora_rank = config.count({"q_lora_rank"}),
                   .kv_lora_rank = config.count({"kv_lora_rank"}),
                   .qk_nope_head_dim = config.count({"qk_nope_head_dim"}),
                   .qk_rope_head_dim = config.count({"qk_rope_head_dim"}),
                   .v_head_dim = config.count({"v_head_dim"}),
                   .ties_embeddings = config.flag("tie_word_embeddings"),
                   .has_attention_bias = config.flag("attention_bias"),
                   .has_mlp_bias = config.flag("mlp_bias")};
  if (shape.kv_lora_rank == 0) take_heads(config, family, shape);
  shape.expert_size =
      config.count({"moe_intermediate_size"}, family && family->sizes_experts_apart ? 0 : shape.intermediate_size);
  if (const Json* dense = config.find("mlp_only_layers")) shape.dense_layers = config.layer_count(*dense, shape.layers);
  return shape;
}

// Whether all layers except the first dense ones have experts, as the families' counts assume.
bool is_regular(const ConfigReader& config) {
  for (const std::string_view step : {"decoder_sparse_step", "moe_layer_freq"})
    if (const Json* found = config.find(step); found && *found != 1) return false;
  return true;
}

// Whether the config has every number needed to count the family's tensors.
bool is_complete(const ConfigReader& config, const ModelFamily& family, const ModelShape& shape) {
  const bool has_experts =
      shape.experts_per_token > 0 && shape.experts_per_token <= shape.experts && shape.expert_size > 0;
  const bool has_latent = shape.kv_lora_rank > 0 && shape.qk_nope_head_dim > 0 && shape.qk_rope_head_dim > 0 &&
                          shape.v_head_dim > 0 && config.has("n_shared_experts") && config.has("first_k_dense_replace");
  return shape.vocabulary > 0 && (family.is_mixture ? has_experts : shape.intermediate_size > 0) &&
         (shape.dense_layers == 0 || shape.intermediate_size > 0) && shape.dense_layers <= shape.layers &&
         (!family.is_latent || has_latent);
}

// Reads the layers of each kind. Without a list, an active window applies to all layers in known families, and to some
// of them in others.
bool take_layers(ConfigReader& config, bool is_known_family, Architecture& architecture) {
  const Json* kinds = config.find("layer_types");
  const bool uses_window = !config.has("use_sliding_window") || config.flag("use_sliding_window");
  architecture.sliding_window = uses_window ? config.count({"sliding_window"}) : 0;
  if (kinds && !kinds->is_array()) config.refuse("layer_types", "is no list");
  if (!kinds || !kinds->is_array()) {
    // Qwen's windows begin after a number of layers; no release uses them.
    const double first = config.has("use_sliding_window") ? config.count({"max_window_layers"}) : 0;
    if (architecture.sliding_window > 0) architecture.sliding_layers = std::max(0.0, architecture.layers - first);
    return is_known_family || architecture.sliding_layers == 0;
  }
  const auto of_kind = [&](std::string_view kind) {
    return static_cast<double>(std::count(kinds->begin(), kinds->end(), Json(kind)));
  };
  architecture.sliding_layers = of_kind("sliding_attention");
  architecture.linear_layers = of_kind("linear_attention");
  const bool all_known =
      of_kind("full_attention") + architecture.sliding_layers + architecture.linear_layers == architecture.layers;
  return all_known && (architecture.sliding_layers == 0 || architecture.sliding_window > 0) &&
         architecture.linear_layers < architecture.layers;
}

bool has_other_attention(const ConfigReader& config) {
  return std::any_of(other_attention.begin(), other_attention.end(),
                     [&](std::string_view key) { return config.has(key); });
}

std::string precision_of(std::string_view word) {
  for (const PrecisionWord& row : precision_words)
    if (row.word == word) return std::string(row.precision);
  return "";
}

// For a method with several widths, the config must state the width of the method's row.
bool is_of_width(const Json& quantization, std::string_view method) {
  constexpr int usual_bits = 4;
  if (method != "gptq" && method != "awq") return true;
  const Json* bits = quantization.find("bits");
  return bits && *bits == usual_bits;
}

void take_precision(ConfigReader& config, ModelConfig& found) {
  std::string word = config.word("torch_dtype");
  if (word.empty()) word = config.word("dtype");
  if (const Json* quantization = config.find("quantization_config")) {
    if (!quantization->is_object()) return config.refuse("quantization_config", "is no object");
    const Json* method = quantization->find("quant_method");
    word = method && method->is_string() ? method->string() : "quantization_config";
    if (!is_of_width(*quantization, word)) word += " of another width than 4 bits";
  }
  found.precision = precision_of(word);
  if (found.precision.empty()) found.unread_quantization = word;
}

void take_architecture(ConfigReader& config, ModelConfig& found) {
  const ModelFamily* family = find_family(found.family);
  const ModelShape shape = shape_of(config, family);
  Architecture& architecture = found.architecture;
  architecture.layers = shape.layers;
  architecture.attention_heads = shape.attention_heads;
  architecture.hidden_size = shape.hidden_size;
  if (shape.kv_lora_rank > 0)
    architecture.cache = LatentCache{shape.kv_lora_rank, shape.qk_rope_head_dim};
  else
    architecture.cache = GroupedCache{shape.kv_heads, shape.head_dim};
  const bool knows_layers = take_layers(config, family != nullptr, architecture);
  const CacheBytes cache = cache_bytes(architecture, 1);
  found.cache_is_known = knows_layers && !has_other_attention(config) && cache.per_token + cache.per_sliding_token > 0;
  if (shape.experts > 0) {
    architecture.experts = shape.experts;
    architecture.experts_per_token = shape.experts_per_token;
  }
  if (!family || !is_regular(config) || !is_complete(config, *family, shape)) return;
  const ParameterCount count = count_parameters(*family, shape);
  architecture.params = count.total;
  architecture.embedding_params = count.embeddings;
  if (!family->is_mixture) return;
  architecture.active_params = count.active;
  architecture.expert_params = count.experts;
}

}  // namespace

std::vector<std::string_view> known_families() {
  std::vector<std::string_view> names;
  for (const ModelFamily& family : model_families()) names.push_back(family.name);
  return names;
}

std::optional<ModelConfig> read_model_config(const Text& text, Diagnostics& problems) {
  Diagnostics found_problems;
  const auto document = parse_json(text, found_problems);
  const Path root;
  ModelConfig found;
  if (document && !document->is_object()) ObjectReader(text, *document, root, found_problems);
  if (!has_errors(found_problems)) {
    const Json* nested = document->find("text_config");
    found.is_text_part = nested && nested->is_object();
    const Path text_path(root, "text_config");
    ConfigReader config(text, found.is_text_part ? *nested : *document, found.is_text_part ? text_path : root,
                        found_problems);
    found.family = config.word("model_type");
    take_architecture(config, found);
    take_precision(config, found);
    // The quantization may be outside the text part.
    if (found.is_text_part && document->contains("quantization_config")) {
      ConfigReader whole(text, *document, root, found_problems);
      take_precision(whole, found);
    }
  }
  const bool usable = !has_errors(found_problems);
  problems.insert(problems.end(), std::make_move_iterator(found_problems.begin()),
                  std::make_move_iterator(found_problems.end()));
  return usable ? std::optional(std::move(found)) : std::nullopt;
}

}  // namespace breakeven::io
