#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Recomputes every record that `breakeven catalog import` makes of a benchmark from the benchmark itself: rate, shape,
GPUs, concurrency and latencies. The small files of tests/data/import, and ../shared/data/benchmarks where it is present."""

import csv
import json
import math
import os
import re
import subprocess
import sys

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OURS = os.path.join(TESTS, "data", "import")
SHARED = os.path.join(TESTS, "..", "..", "shared", "data", "benchmarks")
MEMBERS = ("output_tok_per_s", "tok_per_s", "prefill_tok_per_s", "decode_tok_per_s", "input_tok", "output_tok",
           "gpus_per_replica", "concurrency", "ttft_ms", "tpot_ms", "ttft_p99_ms", "tpot_p99_ms")


def plain(name):
    return re.sub("[^a-z0-9]", "", str(name or "").split("/")[-1].lower())


def names_of(section, keys):
    with open(os.path.join(TESTS, "..", "data", "catalog.json"), encoding="utf-8") as file:
        entries = json.load(file)[section]
    return {plain(name) for entry in entries for key in keys
            for name in ([entry[key]] if isinstance(entry.get(key), str) else entry.get(key, []))}


GPUS = names_of("gpus", ("id", "name", "aliases"))
MODELS = names_of("models", ("id", "aliases"))


def lines(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            try:
                yield json.loads(line)
            except json.JSONDecodeError:
                pass


def document(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def number(value, factor=1.0):
    """A figure as a float; None where there is none."""
    if value in (None, ""):
        return None
    value = float(value)
    return value * factor if math.isfinite(value) else None


def latency(value, factor=1.0):
    return number(value, factor) or None


def vllm_serve(path, options):
    for run in lines(path):
        if run["completed"] and "total_output_tokens" in run and ("--model" in options or plain(run["model_id"]) in MODELS):
            yield {"output_tok_per_s": run["output_throughput"], "input_tok": run["total_input_tokens"] / run["completed"],
                   "output_tok": run["total_output_tokens"] / run["completed"],
                   "concurrency": run["max_concurrency"] if run["request_rate"] == "inf" else None,
                   "ttft_ms": latency(run["mean_ttft_ms"]), "tpot_ms": latency(run["mean_tpot_ms"]),
                   "ttft_p99_ms": latency(run["p99_ttft_ms"]), "tpot_p99_ms": latency(run["p99_tpot_ms"])}


def vllm_throughput(path, options):
    run = document(path)
    if "--shape" in options:
        shape = options[options.index("--shape") + 1].split(":")
        yield {"tok_per_s": run["tokens_per_second"], "input_tok": float(shape[0]), "output_tok": float(shape[1])}


def sglang(path, _):
    for run in lines(path):
        if number(run["output_throughput"]):
            yield {"output_tok_per_s": run["output_throughput"], "input_tok": run["total_input_tokens"] / run["completed"],
                   "output_tok": run["total_output_tokens"] / run["completed"],
                   "concurrency": number(run.get("concurrency")) or (run["max_concurrency"] if math.isinf(run["request_rate"]) else None),
                   "ttft_ms": latency(run.get("mean_ttft_ms")), "tpot_ms": latency(run.get("mean_tpot_ms")),
                   "ttft_p99_ms": latency(run.get("p99_ttft_ms")), "tpot_p99_ms": latency(run.get("p99_tpot_ms"))}


def llama_bench(path, options):
    if "--model" not in options:
        return
    tests = list(table(path)) if path.endswith(".csv") else list(lines(path)) if path.endswith(".jsonl") else document(path)
    tests = [test for test in tests if float(test["n_depth"]) == 0]
    for test in tests:
        prompt, generated, rate = (float(test[key]) for key in ("n_prompt", "n_gen", "avg_ts"))
        common = {"output_tok": generated, "concurrency": 1}
        if prompt and generated:
            yield {"tok_per_s": rate, "input_tok": prompt, **common}
        elif generated:
            for other in tests:
                if float(other["n_prompt"]) and not float(other["n_gen"]):
                    yield {"prefill_tok_per_s": float(other["avg_ts"]), "decode_tok_per_s": rate,
                           "input_tok": float(other["n_prompt"]), **common}


def aiconfigurator(path, _):
    for row in table(path):
        if float(row["prefix"]) == 0 and row["num_total_gpus"] and row.get("(p)system") == row.get("(d)system"):
            yield {"output_tok_per_s": float(row["tokens/s"]), "input_tok": float(row["isl"]), "output_tok": float(row["osl"]),
                   "gpus_per_replica": float(row["num_total_gpus"]), "concurrency": float(row["concurrency"]),
                   "ttft_ms": float(row["ttft"]), "tpot_ms": float(row["tpot"])}


def mlperf(path, options):
    shape = [float(part) for part in options[options.index("--shape") + 1].split(":")] if "--shape" in options else None
    for row in table(path):
        if (shape and row["units"] == "Tokens/s" and plain(row["model"]) in MODELS and plain(row["accelerator"]) in GPUS
                and row["accelerators_per_node"]):
            yield {"output_tok_per_s": float(row["result"]), "input_tok": shape[0], "output_tok": shape[1],
                   "gpus_per_replica": float(row["accelerators_per_node"]) * float(row["nodes"])}


def inferencex(path, _):
    for run in document(path):
        gpus, rate = run["tp"] * run["pp"], run["output_tput_per_gpu"]
        rate *= gpus
        if run["disagg"]:
            prefill, decode = run["num_prefill_gpu"], run["num_decode_gpu"]
            gpus, total = prefill + decode, run["tput_per_gpu"] * (prefill + decode)
            output, of_input = run["output_tput_per_gpu"], run["input_tput_per_gpu"]
            rates = [output * decode] if math.isclose(output * decode + of_input * prefill, total, rel_tol=0.01) else \
                    [output * gpus] if math.isclose((output + of_input) * gpus, total, rel_tol=0.01) else []
            if not rates:
                continue
            rate = rates[0]
        if "isl" in run:
            yield {"output_tok_per_s": rate, "input_tok": run["isl"], "output_tok": run["osl"], "gpus_per_replica": gpus,
                   "concurrency": run["conc"], "ttft_ms": run["mean_ttft"] * 1000, "tpot_ms": run["mean_tpot"] * 1000,
                   "ttft_p99_ms": run["p99_ttft"] * 1000, "tpot_p99_ms": run["p99_tpot"] * 1000}


def inferencex_points(path, options):
    for row in table(path):
        noted = re.search("silicon_concurrency=([0-9.]+)", row["silicon_data_source"])
        dated = "--as-of" in options or re.search("measured=[0-9]", row["silicon_data_source"])
        if not noted or not dated or plain(row["model_path"]) not in MODELS or plain(row["system"]) not in GPUS:
            continue
        whole = lambda prefix, keys: math.prod(float(row[prefix + key] or 1) for key in keys)
        sizes = ("tp_size", "pp_size", "attention_dp_size")
        gpus = whole("", sizes) if row["mode"] == "agg" else \
            whole("prefill_", ("num_workers",) + sizes) + whole("decode_", ("num_workers",) + sizes)
        if gpus == 0:
            continue
        ttft, tpot, osl, concurrency = float(row["silicon_ttft_ms"]), float(row["silicon_tpot_ms"]), float(row["osl"]), float(noted[1])
        yield {"output_tok_per_s": concurrency * osl / (ttft + (osl - 1) * tpot) * 1000, "input_tok": float(row["isl"]),
               "output_tok": osl, "gpus_per_replica": gpus, "concurrency": concurrency, "ttft_ms": ttft, "tpot_ms": tpot}


MS = {"ms": 1, "sec": 1e3, "ns": 1e-6}


def aiperf(path, options):
    run = document(path)
    stat = lambda key, name="avg": number(run[key].get(name), MS.get(run[key]["unit"], 1)) if key in run else None
    config = run["input_config"]
    telemetry = [gpu for endpoint in run.get("telemetry_data", {}).get("endpoints", {}).values() for gpu in endpoint["gpus"]]
    yield {"output_tok_per_s": stat("output_token_throughput"),
           "input_tok": stat("input_sequence_length") or stat("num_input_token"),
           "output_tok": stat("output_sequence_length") or stat("num_output_token"),
           "gpus_per_replica": None if "--gpus" in options else len(telemetry),
           "concurrency": stat("effective_concurrency") or config.get("concurrency"),
           "ttft_ms": stat("time_to_first_token"), "tpot_ms": stat("inter_token_latency"),
           "ttft_p99_ms": stat("time_to_first_token", "p99"), "tpot_p99_ms": stat("inter_token_latency", "p99")}


def guidellm(path, _):
    for benchmark in document(path)["benchmarks"]:
        if benchmark["scheduler_metrics"]["requests_made"]["successful"] == 0:
            continue
        of = {key: value.get("successful") or value["completed"] for key, value in benchmark["metrics"].items()}
        mean = lambda key: of[key]["mean"]
        p99 = lambda key: of[key]["percentiles"]["p99"]
        yield {"output_tok_per_s": mean("output_tokens_per_second"), "input_tok": mean("prompt_token_count"),
               "output_tok": mean("output_token_count"), "concurrency": mean("request_concurrency"),
               "ttft_ms": mean("time_to_first_token_ms"), "tpot_ms": mean("inter_token_latency_ms"),
               "ttft_p99_ms": p99("time_to_first_token_ms"), "tpot_p99_ms": p99("inter_token_latency_ms")}


def trtllm_bench(path, _):
    report = document(path)
    world, asked, streamed = report["world_info"], report["request_info"], report["streaming_metrics"]
    yield {"output_tok_per_s": report["performance"]["system_output_throughput_tok_s"],
           "input_tok": asked["avg_input_length"], "output_tok": asked["avg_output_length"],
           "gpus_per_replica": world.get("world_size") or world["tp_size"] * world.get("pp_size", 1),
           "concurrency": asked["avg_num_concurrent_requests"], "ttft_ms": streamed["avg_ttft_ms"], "tpot_ms": streamed["avg_tpot_ms"],
           "ttft_p99_ms": streamed["ttft_percentiles"]["p99"], "tpot_p99_ms": streamed["tpot_percentiles"]["p99"]}


def llmperf(path, _):
    run = document(path)
    yield {"output_tok_per_s": run["results_mean_output_throughput_token_per_s"],
           "input_tok": run["results_number_input_tokens_mean"], "output_tok": run["results_number_output_tokens_mean"],
           "concurrency": run["num_concurrent_requests"], "ttft_ms": run["results_ttft_s_mean"] * 1000,
           "ttft_p99_ms": run["results_ttft_s_quantiles_p99"] * 1000}


def inference_perf(path, _):
    found = document(path)["successes"]
    of = found["latency"]
    yield {"output_tok_per_s": found["throughput"]["output_tokens_per_sec"], "input_tok": found["prompt_len"]["mean"],
           "output_tok": found["output_len"]["mean"], "ttft_ms": of["time_to_first_token"]["mean"] * 1000,
           "tpot_ms": of["time_per_output_token"]["mean"] * 1000, "ttft_p99_ms": of["time_to_first_token"]["p99"] * 1000,
           "tpot_p99_ms": of["time_per_output_token"]["p99"] * 1000}


ON_H100 = "--gpu h100-sxm --gpus 1 "
DATED = "--as-of 2026-03-01 "
UNNAMED = ON_H100 + "--model llama-3.1-8b " + DATED
# folder, file, options, reader, entries imported and of how many, refusals by code
FILES = [
    (OURS, "vllm_serve.json", ON_H100, vllm_serve, 1, 1, {}),
    (OURS, "vllm_serve_lines.json", ON_H100, vllm_serve, 3, 6, {"BE-P020": 1, "BE-P024": 1, "BE-P026": 1}),
    (OURS, "vllm_throughput.json", UNNAMED, vllm_throughput, 0, 1, {"BE-P025": 1}),
    (OURS, "vllm_throughput.json", UNNAMED + "--shape 128:256", vllm_throughput, 1, 1, {}),
    (OURS, "sglang.jsonl", UNNAMED, sglang, 4, 6, {"BE-P011": 1, "BE-P023": 1}),
    (OURS, "llama_bench.json", "--gpus 1 --model llama-3.1-8b", llama_bench, 3, 4, {"BE-P011": 1}),
    (OURS, "llama_bench.jsonl", "--gpus 1 --model llama-3.1-8b", llama_bench, 3, 4, {"BE-P011": 1}),
    (OURS, "llama_bench.csv", "--gpus 1 --model llama-3.1-8b", llama_bench, 2, 2, {}),
    (OURS, "aiconfigurator.csv", DATED, aiconfigurator, 1, 3, {"BE-P011": 1, "BE-P016": 1}),
    (OURS, "aiconfigurator_disagg.csv", DATED, aiconfigurator, 1, 2, {"BE-P011": 1}),
    (OURS, "mlperf.csv", DATED + "--shape 780:75", mlperf, 1, 5, {"BE-P015": 1, "BE-P020": 1, "BE-P021": 1, "BE-P027": 1}),
    (OURS, "inferencex.json", DATED, inferencex, 3, 5, {"BE-P023": 1, "BE-P025": 1}),
    (OURS, "inferencex_points.csv", "", inferencex_points, 2, 4, {"BE-P005": 1, "BE-P023": 1}),
    (OURS, "aiperf.json", "", aiperf, 1, 1, {}),
    (OURS, "genai_perf.json", ON_H100 + DATED, aiperf, 1, 1, {}),
    (OURS, "guidellm.json", ON_H100, guidellm, 3, 4, {"BE-P026": 1}),
    (OURS, "trtllm_bench.json", DATED, trtllm_bench, 1, 1, {}),
    (OURS, "llmperf.json", ON_H100, llmperf, 1, 1, {}),
    (OURS, "inference_perf.json", UNNAMED, inference_perf, 1, 1, {}),
]
VLLM = "vllm_serve_gpt-oss-120b"
FILES += [(SHARED, os.path.join(VLLM, name), "--gpu h200-sxm --gpus 8", vllm_serve, 1, 1, {})
          for name in (sorted(os.listdir(os.path.join(SHARED, VLLM))) if os.path.isdir(SHARED) else ())]
FILES += [
    (SHARED, "sglang_llama-3.3-70b_4xH200.jsonl", "--gpu h200-sxm --gpus 4 --model llama-3.3-70b --as-of 2024-12-01", sglang, 7, 7, {}),
    (SHARED, "sglang_2025_keys.jsonl", "--gpu h200-sxm --gpus 4 --model llama-3.3-70b --as-of 2025-06-01", sglang, 1, 1, {}),
    (SHARED, "llama-bench-rtx4080.csv", "--gpu rtx-4090 --gpus 1 --model llama-3.1-8b", llama_bench, 1, 1, {}),
    (SHARED, "llama-bench-rtx4080.jsonl", "--gpu rtx-4090 --gpus 1 --model llama-3.1-8b", llama_bench, 1, 1, {}),
    (SHARED, "llama-bench-rtx4080.jsonl", "--gpus 1", llama_bench, 0, 1, {"BE-P020": 1}),
    (SHARED, "aiperf_kimi-k2.5_b200.json", "--gpu b200-sxm --gpus 8 --model kimi-k2.5", aiperf, 1, 1, {}),
    (SHARED, "trtllm_report_fixture.json", "--gpu b200-sxm --model llama-3.3-70b --as-of 2026-01-01", trtllm_bench, 1, 1, {}),
    (SHARED, "mlperf_v5.1_llm_closed_datacenter.csv", "--as-of 2025-09-09", mlperf, 0, 382,
     {"BE-P015": 8, "BE-P020": 230, "BE-P021": 12, "BE-P025": 124, "BE-P027": 8}),
    (SHARED, "mlperf_v5.1_llm_closed_datacenter.csv", "--as-of 2025-09-09 --shape 1000:500", mlperf, 124, 382,
     {"BE-P015": 8, "BE-P020": 230, "BE-P021": 12, "BE-P027": 8}),
    (SHARED, "inferencex_points_2026-04-27.csv", "--as-of 2026-04-27", inferencex_points, 4951, 5221,
     {"BE-P016": 15, "BE-P020": 239, "BE-P023": 16}),
]


def refusals(text):
    """How many entries each BE-P code of the diagnostics stands for."""
    found = {}
    for code, message in re.findall(r"\[(BE-P\d+)\]: (.*)", text):
        several = re.search(r": (\d+) of \d+ entries$", message)
        found[code] = found.get(code, 0) + (int(several[1]) if several else 1)
    return found


def differs(expected, found):
    if expected is None or found is None:
        return expected is not found
    return not math.isclose(expected, found, rel_tol=1e-14)


def problems_of(program, folder, name, options, reader, imported, entries, refused):
    path, options = os.path.join(folder, name), options.split()
    printed = subprocess.run([program, "catalog", "import", path, *options], capture_output=True, text=True, check=False)
    records = json.loads(printed.stdout)["throughputs"] if printed.stdout else []
    expected = list(reader(path, options))
    counted = re.search(r"(\d+) of (\d+) entries imported", printed.stderr)
    reasons = refusals(printed.stderr)
    told = (int(counted[1]), int(counted[2])) if counted else (0, sum(reasons.values()))
    print(f"{name}: {told[0]} of {told[1]}, {reasons}")
    if told != (len(records), entries) or imported != len(records):
        yield f"{name}: {told[0]} of {told[1]} entries and {len(records)} records, expected {imported} of {entries}"
    if sum(reasons.values()) != entries - len(records) or refused != reasons:
        yield f"{name}: refused {reasons}, expected {refused}"
    if len(expected) != len(records):
        yield f"{name}: {len(records)} records, and {len(expected)} in the file"
    for wanted, record in zip(expected, records):
        for member in MEMBERS:
            if member == "gpus_per_replica" and wanted.get(member) is None:
                continue
            if differs(wanted.get(member), record.get(member)):
                yield f"{name}, {record['id']}: {member} is {record.get(member)}, and {wanted.get(member)} in the file"
    ids = [record["id"] for record in records]
    if len(set(ids)) != len(ids):
        yield f"{name}: ids that are not unique"


def main():
    problems = []
    for folder, name, *rest in FILES:
        if os.path.exists(os.path.join(folder, name)):
            problems += problems_of(sys.argv[1], folder, name, *rest)
        else:
            print(f"{name} is not tried: it is absent")
    print("\n".join(problems[:40]) or "every imported record is its source's")
    return bool(problems)


sys.exit(main())
