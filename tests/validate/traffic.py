#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares what `breakeven traffic` says of a trace with sums, percentiles and costs worked out here, row by row and
replica by replica: for the trace of data/examples, and the real ones of ../shared/data/traces where they are."""

import csv
import datetime
import json
import math
import os
import subprocess
import sys
import tempfile
from fractions import Fraction

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OWN = os.path.join(TESTS, "..", "data", "examples")
SHARED = os.path.join(TESTS, "..", "..", "shared", "data", "traces")
GPU, RATE, API = 2.5, 700.0, 1.2

failures = 0


def check(what, got, expected, tolerance=1e-9):
    global failures
    same = abs(got - expected) <= tolerance * max(1, abs(expected)) if isinstance(expected, float) else got == expected
    if not same:
        failures += 1
        print(f"{what}: {got!r}, not {expected!r}")


def seconds(text):
    """Microseconds since the epoch, floored."""
    whole, _, part = text.rstrip("Z").replace("T", " ").partition(".")
    day = datetime.datetime.strptime(whole, "%Y-%m-%d %H:%M:%S").replace(tzinfo=datetime.timezone.utc)
    return int(day.timestamp()) * 1_000_000 + int((part + "000000")[:6])


def own_rows(path):
    for row in csv.DictReader(open(path)):
        yield seconds(row["time"]), int(row["input_tok"]), int(row["output_tok"]), row["status"] in ("ok", "200", "")


def azure_rows(path):
    for row in csv.DictReader(open(path)):
        yield seconds(row["TIMESTAMP"]), int(row["ContextTokens"]), int(row["GeneratedTokens"]), True


def mooncake_rows(path):
    for line in open(path):
        row = json.loads(line)
        yield row["timestamp"] * 1000, row["input_length"], row["output_length"], True


def bins_of(rows, bin_s, start, end):
    """[width in seconds, input, output, requests] of each bin as wide as it was observed; short ends are joined."""
    width = bin_s * 1_000_000
    first, last = start // width, (end - 1) // width
    bins = [[(min((i + 1) * width, end) - max(i * width, start)) / 1e6, 0, 0, 0] for i in range(first, last + 1)]
    for time, tok_in, tok_out, good in rows:
        if good:
            found = bins[time // width - first]
            found[1] += tok_in
            found[2] += tok_out
            found[3] += 1
    def join(short, neighbour):
        for i in range(4):
            neighbour[i] += short[i]
        bins.remove(short)
    if len(bins) > 1 and bins[0][0] < bin_s / 2:
        join(bins[0], bins[1])
    if len(bins) > 1 and bins[-1][0] < bin_s / 2:
        join(bins[-1], bins[-2])
    return bins


def nearest_rank(values, share):
    return sorted(values)[math.ceil(Fraction(str(share)) * len(values)) - 1]


def answer(tool, path, *options):
    run = subprocess.run([tool, "traffic", path, "-f", "json", *options], capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"{path}: exit {run.returncode}\n{run.stderr}")
    return json.loads(run.stdout)


def check_trace(tool, path, rows, bin_s):
    name = os.path.basename(path)
    good = [row for row in rows if row[3]]
    times = [row[0] for row in good]
    start = min(times)
    end = max(times) + max(1, math.floor((max(times) - start) / (len(good) - 1) + 0.5))
    profile = answer(tool, path, "--bin", f"{bin_s}s")["profile"]
    check(f"{name} requests", profile["requests"], float(len(good)))
    check(f"{name} failed", profile["failed_requests"], float(len(rows) - len(good)))
    check(f"{name} input", profile["input_tok"], float(sum(row[1] for row in good)))
    check(f"{name} output", profile["output_tok"], float(sum(row[2] for row in good)))
    check(f"{name} hours", profile["hours"], (end - start) / 3.6e9)
    for key, column in (("input_length_tok", 1), ("output_length_tok", 2)):
        lengths = [row[column] for row in good]
        for figure, share in (("p50", 0.5), ("p90", 0.9), ("p95", 0.95), ("p99", 0.99), ("max", 1)):
            length = nearest_rank(lengths, share)
            is_exact = length < 100_000 or figure == "max"
            check(f"{name} {key} {figure}", profile[key][figure], length if is_exact else length - length % 1000)
    bins = bins_of(rows, bin_s, start, end)
    rates = [(b[1] + b[2]) / b[0] for b in bins]
    check(f"{name} bins", profile["bin_count"], len(bins))
    check(f"{name} empty bins", profile["empty_bin_count"], sum(b[3] == 0 for b in bins))
    check(f"{name} peak", profile["peak_tok_per_s"], max(rates))
    mean = sum(b[1] + b[2] for b in bins) / ((end - start) / 1e6)
    check(f"{name} peak to average", profile["peak_to_average_ratio"], max(rates) / mean)
    for figure, share in (("p50", 0.5), ("p90", 0.9), ("p99", 0.99)):
        weight, level = 0, None
        for rate, width in sorted(zip(rates, (b[0] for b in bins))):
            weight += width
            if weight >= share * sum(b[0] for b in bins) * (1 - 1e-12):
                level = rate
                break
        check(f"{name} load {figure}", profile["tok_per_s"][figure], level)
    check_sizing(tool, path, name, bins, bin_s)


def check_sizing(tool, path, name, bins, bin_s):
    """Every number of replicas, by brute force over the bins, at a flat price."""
    sized = answer(tool, path, "--bin", f"{bin_s}s", "--gpu-price", f"{GPU}usd/h", "--throughput", f"{RATE}tok/s",
                   "--api-price", f"{API}usd/Mtok")["sizing"]
    month_s = 730 * 3600
    scale = month_s / sum(b[0] for b in bins)
    tokens = sum(b[1] + b[2] for b in bins)
    peak = math.ceil(max((b[1] + b[2]) / b[0] for b in bins) / RATE * (1 - 1e-12))
    costs = []
    for count in range(peak + 1):
        over = sum(max(0, b[1] + b[2] - count * RATE * b[0]) for b in bins)
        costs.append(count * GPU * 730 + over * scale * API / 1e6)
        row = next((r for r in sized["rows"] if r["replica_count"] == count), None)
        if row:
            check(f"{name} cost of {count}", row["usd_per_month"], costs[-1])
            check(f"{name} overflow of {count}", row["overflow_tok_ratio"], over / tokens)
    check(f"{name} least cost", sized["best"]["usd_per_month"], min(costs))
    check(f"{name} best", costs[sized["best"]["replica_count"]], min(costs))
    check(f"{name} peak replicas", sized["all_self_host"]["replica_count"], peak)


def check_prefixes(tool, path):
    seen, hit, total = set(), 0, 0
    for line in open(path):
        row = json.loads(line)
        blocks = 0
        while blocks < len(row["hash_ids"]) and row["hash_ids"][blocks] in seen:
            blocks += 1
        seen.update(row["hash_ids"])
        hit += min(512 * blocks, row["input_length"])
        total += row["input_length"]
    check("prefix hits", answer(tool, path)["reading"]["prefix_cache"]["achievable_hit_ratio"], hit / total)


def check_own_bins(tool, path, *options):
    """What -f csv prints is read back as the same bins."""
    run = subprocess.run([tool, "traffic", path, "-f", "csv", *options], capture_output=True, text=True, check=True)
    with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
        file.write(run.stdout)
        file.flush()
        check(f"{path} {options} read back", answer(tool, file.name, *options)["bins"], answer(tool, path, *options)["bins"])


def main():
    tool = sys.argv[1]
    for options in ([], ["--bin", "10min"], ["--bin", "1day"], ["--bin", "1min", "--utc-offset", "+05:30"]):
        check_own_bins(tool, os.path.join(OWN, "requests.csv"), *options)
    check_trace(tool, os.path.join(OWN, "requests.csv"), list(own_rows(os.path.join(OWN, "requests.csv"))), 3600)
    path = os.path.join(SHARED, "azure2023_conv.csv")
    if os.path.exists(path):
        rows = list(azure_rows(path))
        check("azure totals", (len(rows), sum(r[1] for r in rows), sum(r[2] for r in rows)), (19366, 22361870, 4088665))
        for bin_s in (60, 300, 3600):
            check_trace(tool, path, rows, bin_s)
    else:
        print("left out: the Azure trace is absent")
    path = os.path.join(SHARED, "mooncake_synthetic.jsonl")
    if os.path.exists(path):
        rows = list(mooncake_rows(path))
        check("mooncake totals", (len(rows), sum(r[1] for r in rows), sum(r[2] for r in rows)), (3993, 61194628, 595432))
        check_trace(tool, path, rows, 60)
        check_prefixes(tool, path)
    else:
        print("left out: the Mooncake trace is absent")
    path = os.path.join(SHARED, "servegen_deepseek-r1_hourly.csv")
    if os.path.exists(path):
        profile = answer(tool, path)["profile"]
        rows = list(csv.DictReader(open(path)))
        for ours, theirs in (("requests", "requests"), ("input_tok", "input_tokens"), ("output_tok", "output_tokens")):
            check(f"servegen {ours}", profile[ours], float(sum(float(row[theirs]) for row in rows)))
        check("servegen hours", profile["hours"], 24.0)
    else:
        print("left out: the ServeGen histogram is absent")
    if failures:
        sys.exit(f"{failures} figures differ")
    print("every figure is that of the rows")


if __name__ == "__main__":
    main()
