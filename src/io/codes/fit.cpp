// SPDX-License-Identifier: MIT
// BE-F: the fit of a model.
#include <array>

#include "io/codes/codes.hpp"

namespace breakeven::io {
namespace {

// clang-format off
constexpr std::array fit_rows{
    DiagnosticCode{"BE-F001", "a model whose KV cache is not known",
                   "The KV cache is that of KV heads and their dimension, or of a latent, over the layers that keep "
                   "one. The catalog does not give these of every model, and some models compress or share their cache "
                   "in ways of their own. It is not guessed: give a config.json, or the bytes that a token takes.",
                   "breakeven fit --model deepseek-v4-pro --gpu b200-sxm --gpus 8",
                   "breakeven fit --model deepseek-v4-pro --gpu b200-sxm --gpus 8 --kv-bytes-per-token 10k"},
    DiagnosticCode{"BE-F002", "a model whose parameters are not known",
                   "The parameters are counted from a config.json where the tensors of its family are known, as those "
                   "of Llama, Qwen, Mixtral, DeepSeek V3 and gpt-oss are. Of other families they must be given, and of "
                   "a mixture of experts those that are active per token.",
                   "echo '{\"model_type\": \"acme\", \"hidden_size\": 4096, \"num_hidden_layers\": 32, "
                   "\"num_attention_heads\": 32}' | breakeven fit --config - --gpu h100-sxm",
                   "echo '{\"model_type\": \"acme\", \"hidden_size\": 4096, \"num_hidden_layers\": 32, "
                   "\"num_attention_heads\": 32}' | breakeven fit --config - --gpu h100-sxm --params 7B"},
    DiagnosticCode{"BE-F003", "a precision that is not known",
                   "Weights are kept in one of the precisions whose size is known, a KV cache in 16 or 8 bits. Where a "
                   "config names a quantization of another kind, say which of these comes nearest, or give the "
                   "measured size of the weights.",
                   "breakeven fit --model llama-3.1-8b --gpu h100-sxm --precision fp9",
                   "breakeven fit --model llama-3.1-8b --gpu h100-sxm --precision fp8"},
};
// clang-format on

}  // namespace

std::span<const DiagnosticCode> fit_codes() { return fit_rows; }

}  // namespace breakeven::io
