#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds what `breakeven fit` works out against an independent calculation in exact fractions: parameters tensor by
tensor, KV cache, blocks, concurrency and the roofline, of the small configs of tests/data/model_configs, and of those
of ../shared/data/model_configs where they are present, with the totals that their publishers state."""

import json
import os
import subprocess
import sys
from fractions import Fraction
from math import floor

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OWN = os.path.join(TESTS, "data", "model_configs")
SHARED = os.path.join(TESTS, "..", "..", "shared", "data", "model_configs")
GIB = 2**30

# File, published total and active parameters in billions.
PUBLISHED = [("meta-llama--Meta-Llama-3.1-8B", 8.03, 8.03), ("meta-llama--Meta-Llama-3.1-70B", 70.6, 70.6),
             ("meta-llama--Meta-Llama-3.1-405B", 405.9, 405.9), ("Qwen--Qwen3-8B", 8.2, 8.2), ("Qwen--Qwen3-32B", 32.8, 32.8),
             ("Qwen--Qwen3-30B-A3B", 30.5, 3.3), ("Qwen--Qwen3-235B-A22B", 235, 22), ("mistralai--Mixtral-8x7B-v0.1", 46.7, 12.9),
             ("deepseek-ai--DeepSeek-V3", 671, 37), ("moonshotai--Kimi-K2-Instruct", 1040, 32), ("openai--gpt-oss-20b", 20.9, 3.6),
             ("openai--gpt-oss-120b", 116.8, 5.1)]
GPUS = {"h100-sxm": (Fraction(81559, 1024), 3350, {"bf16": 989, "fp8": 1979}),
        "b200-sxm": (Fraction(183359, 1024), 8000, {"bf16": 2250, "fp8": 4500, "fp4": 9000})}
ARITHMETIC = {"bf16": "bf16", "fp8": "fp8", "mxfp4": "fp4"}


def parameters(config):
    """The tensors' sizes, one by one: total, active, embeddings, experts."""
    family, hidden, layers = config["model_type"], config["hidden_size"], config["num_hidden_layers"]
    heads, kv_heads = config["num_attention_heads"], config["num_key_value_heads"]
    head_dim = config.get("head_dim", hidden // heads)
    queries, keys = heads * head_dim, kv_heads * head_dim
    embedding = config["vocab_size"] * hidden
    embeddings = [embedding] if config["tie_word_embeddings"] else [embedding, embedding]
    kept, experts, idle = [*embeddings, hidden], [], []
    for layer in range(layers):
        kept += [hidden, hidden]
        if "kv_lora_rank" in config:
            rank, latent = config["q_lora_rank"], config["kv_lora_rank"]
            plain, rotary, value = config["qk_nope_head_dim"], config["qk_rope_head_dim"], config["v_head_dim"]
            kept += [hidden * rank, rank, rank * heads * (plain + rotary), hidden * (latent + rotary), latent,
                     latent * heads * (plain + value), heads * value * hidden]
        else:
            kept += [hidden * queries, hidden * keys, hidden * keys, queries * hidden]
        if family in ("qwen2", "gpt_oss"):
            kept += [queries, keys, keys]
        if family == "gpt_oss":
            kept += [hidden, heads]
        if family.startswith("qwen3"):
            kept += [head_dim, head_dim]
        count = config.get("num_local_experts") or config.get("num_experts") or config.get("n_routed_experts") or 0
        is_dense = not count or layer < config.get("first_k_dense_replace", 0) or layer in config.get("mlp_only_layers", [])
        if is_dense:
            kept += [hidden * config["intermediate_size"]] * 3
            continue
        size = config.get("moe_intermediate_size", config["intermediate_size"])
        expert = 3 * hidden * size + (2 * size + hidden if family == "gpt_oss" else 0)
        kept += [hidden * count] + ([count] if family in ("gpt_oss", "deepseek_v3", "kimi_k2") else [])
        kept += [expert] * config.get("n_shared_experts", 0)
        experts += [expert] * count
        idle += [expert] * (count - config["num_experts_per_tok"])
    total = sum(kept) + sum(experts)
    unused = embedding if family == "gpt_oss" else 0
    return total, total - sum(idle) - unused, sum(embeddings), sum(experts)


class Cache:
    """Bytes of a request, and the share that each GPU keeps."""

    def __init__(self, config, element):
        kinds = config.get("layer_types")
        window = config.get("sliding_window") if config.get("use_sliding_window", True) else None
        layers = config["num_hidden_layers"]
        sliding = kinds.count("sliding_attention") if kinds else layers if window else 0
        self.kv_heads = None
        if "kv_lora_rank" in config:
            elements = config["kv_lora_rank"] + config["qk_rope_head_dim"]
        else:
            self.kv_heads = config["num_key_value_heads"]
            elements = 2 * self.kv_heads * config.get("head_dim", config["hidden_size"] // config["num_attention_heads"])
        self.whole, self.sliding, self.window = (layers - sliding) * elements * element, sliding * elements * element, window or 0

    def request(self, tokens):
        return self.whole * tokens + self.sliding * min(tokens, self.window)

    def share(self, gpus):
        return Fraction(1) if self.kv_heads is None else max(Fraction(1, gpus), Fraction(1, self.kv_heads))


def expected(config, gpu, gpus, shape):
    memory, bandwidth, tflops = GPUS[gpu]
    inputs, outputs = shape
    total, active, embeddings, experts = parameters(config)
    method = config.get("quantization_config", {}).get("quant_method", "bf16")
    if method == "mxfp4":
        hidden = config["hidden_size"]
        padding = Fraction(-(-hidden // 256) * 256, hidden)
        weights = experts * Fraction(17, 32) * padding + (total - experts) * 2
    else:
        weights = total * 2 if method == "bf16" else total - embeddings + 2 * embeddings
    cache = Cache(config, 2)
    share = cache.share(gpus)
    left = memory * Fraction(9, 10) - Fraction(weights) / gpus / GIB - Fraction(5, 2)
    every_layer = cache.whole + cache.sliding
    blocks = max(0, floor(left * GIB / (16 * every_layer * share)))
    pool = blocks * 16 * every_layer
    mean = inputs + Fraction(outputs, 2)
    worst, average = Fraction(pool, cache.request(inputs + outputs)), pool / Fraction(cache.request(mean))
    answer = {"/weights_gib": Fraction(weights) / GIB, "/kv_block_count": blocks, "/model/params": total, "/model/params_per_tok": active,
              "/kv_bytes_per_tok": cache.whole or cache.sliding, "/concurrency/worst": worst, "/concurrency/average": average}
    if worst < 1:
        return answer
    rate = tflops.get(ARITHMETIC[method], tflops["bf16"]) * 10**12 * gpus * Fraction(1, 2)
    bytes_per_s = bandwidth * 10**9 * gpus * Fraction(44, 100)
    batch = min(Fraction(512), average)
    layers, hidden = config["num_hidden_layers"], config["hidden_size"]
    kinds = config.get("layer_types", [])
    sliding = layers if cache.whole == 0 else kinds.count("sliding_attention")
    attended = (layers - sliding) * inputs + sliding * min(inputs, cache.window)
    prefill = (2 * active * inputs + 2 * hidden * attended * inputs) / rate
    read = float(weights)
    if experts:
        count = config.get("num_local_experts") or config.get("num_experts") or config.get("n_routed_experts")
        read *= 1 - (1 - config["num_experts_per_tok"] / count) ** float(batch)
    step = max(2 * active * batch / rate, (Fraction(read) + batch * gpus * share * cache.request(mean)) / bytes_per_s)
    answer["/estimate/prefill_tok_per_s"] = inputs / prefill
    answer["/estimate/decode_tok_per_s"] = batch / step
    answer["/estimate/tok_per_s"] = (inputs + outputs) / (prefill + outputs * step / batch)
    return answer


def value_at(document, pointer):
    for key in pointer[1:].split("/"):
        document = document[key]
    return document


def problems_of(program, path):
    with open(path, encoding="utf-8") as file:
        config = json.load(file)
    for gpu in GPUS:
        for gpus in (1, 2, 8):
            for inputs, outputs in ((1000, 1000), (8192, 1024), (100, 3)):
                line = [program, "fit", "--config", path, "--gpu", gpu, "--gpus", str(gpus), "--shape", f"{inputs}:{outputs}", "-f", "json"]
                answer = json.loads(subprocess.run(line, capture_output=True, text=True, check=True).stdout)
                for pointer, number in expected(config, gpu, gpus, (inputs, outputs)).items():
                    found = value_at(answer, pointer)
                    if found is None or abs(found - float(number)) > 1e-12 * abs(float(number)):
                        yield f"{os.path.basename(path)} on {gpus} x {gpu}, {inputs}:{outputs}: {pointer} is {found}, not {float(number)}"


def published_problems(program, path, total, active):
    line = [program, "fit", "--config", path, "--gpu-memory", "80GiB", "-f", "json"]
    model = json.loads(subprocess.run(line, capture_output=True, text=True, check=True).stdout)["model"]
    for what, billions in (("params", total), ("params_per_tok", active)):
        if abs(model[what] / 1e9 / billions - 1) > 0.03:
            yield f"{os.path.basename(path)}: {what} is {model[what]}, and {billions} billion are published"


def main():
    program = sys.argv[1]
    problems = []
    for name in sorted(os.listdir(OWN)):
        if name not in ("nested.json", "compressed.json"):
            problems += problems_of(program, os.path.join(OWN, name))
    for name, total, active in PUBLISHED:
        path = os.path.join(SHARED, f"{name}_config.json")
        if not os.path.exists(path):
            print(f"{os.path.basename(path)} is not tried: it is absent")
            continue
        problems += problems_of(program, path)
        problems += published_problems(program, path, total, active)
    print("\n".join(problems) or "every fit is as worked out apart")
    return bool(problems)


sys.exit(main())
