#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Validates what breakeven prints as JSON against what `breakeven schema` prints, over every status that an answer can
have, and proves that the schemas reject documents broken on purpose."""

import copy
import json
import os
import subprocess
import sys
import tempfile

from python_modules import need

Draft202012Validator = need("jsonschema", "python3-jsonschema").Draft202012Validator

PRICED = "--gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok"
SLOW = "--gpu-price 2.5usd/h --throughput 700tok/s --api-price 1.2usd/Mtok"
ASKED = f"{PRICED} --volume 1B/month"
SHAPED = "--gpu-price 2.5usd/h --throughput 2500tok/s --api-in 0.4usd/Mtok --api-out 1.2usd/Mtok --shape 1500:300"
FREE = "--gpu-price 0usd/h --throughput 700tok/s --api-price 1.2usd/Mtok --volume 1B/month"
FROM_CATALOG = "--gpu h100-sxm --model llama-3.3-70b --api groq/llama-3.3-70b --volume 1B/month"
RANGED = "--gpu-price 2..4usd/h --throughput 1500..2500tok/s --api-price 0.59..0.90usd/Mtok"
RANKED = "rank --model llama-3.3-70b --shape 3000:1000"
BOUGHT = "buy --hardware-price 30kusd --life 36months"
LOGGED = "time=at,input=in,output=out"
OWN_CATALOG = {
    "schema": "breakeven.catalog", "schema_version": "1.0", "as_of": "2026-06-15",
    "gpus": [], "gpu_offers": [], "models": [], "throughputs": [],
    "api_offers": [{"id": "own/no-output", "provider": "Own", "model": "llama-3.3-70b", "input_usd_per_mtok": 0.4,
                    "cited": {"source": "an input price without an output price", "as_of": "2026-06-15"}}]}
DEARER_CATALOG = {
    "schema": "breakeven.catalog", "schema_version": "1.0", "as_of": "2026-06-15",
    "gpu_offers": [{"id": "gmi/h100-sxm", "gpu": "h100-sxm", "provider": "GMI", "term": "spot", "usd_per_gpu_hour": {"low": 2.5, "high": 3},
                    "cited": {"source": "a band in the place of a price", "as_of": "2026-06-15"}}]}
DIFFERING = "diff builtin dearer.json --gpu gmi/h100-sxm --throughput 2500tok/s"

ANSWERED = {"gpu_usd_per_hour": 2.5, "tok_per_s": 2500, "api_usd_per_mtok": 0.6, "tok_per_month": 1e9}
CHECKS = {
    "schema": "breakeven.checks", "schema_version": "1.0", "defaults": ANSWERED,
    "checks": [
        {"name": "the API wins", "expect": {"verdict": {"is": "api"}, "self_host.usd_per_mtok": {"near": 1.8, "tolerance": 0.1}}},
        {"name": "self-hosting wins", "expect": {"verdict": {"one_of": ["self_host", "tie"]}}},
        {"name": "a break-even", "severity": "warning", "for_each": {"api_usd_per_mtok": [0.1, 0.6]},
         "expect": {"break_even.utilization_ratio.value": {"max": 0.5}}}]}
ERRING = {**CHECKS, "checks": [{"name": "a GPU that is not there", "given": {"gpu": "nosuch"}, "expect": {"verdict": {"is": "api"}}}]}
PRICES = {**CHECKS, "checks": [
    {"name": "an H100 stays cheap", "given": {"gpu": "gmi/h100-sxm"},
     "expect": {"self_host.usd_per_mtok": {"max": 1.5}, "catalog.gpu_offers.gmi/h100-sxm.usd_per_gpu_hour": {"max": 2}}}]}
LACKING = {**CHECKS, "checks": [{"name": "our API", "given": {"api": "own/no-output", "input_share_ratio": 1}, "expect": {"api.usd_per_mtok": {"max": 1}}}]}

CONFIG = {"model_type": "llama", "hidden_size": 4096, "num_hidden_layers": 32, "num_attention_heads": 32, "num_key_value_heads": 8,
          "intermediate_size": 14336, "vocab_size": 128256, "tie_word_embeddings": False, "torch_dtype": "bfloat16"}

TIERS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", "service_tiers.json")
TIERED = f"--gpu-price 2.5usd/h --throughput 2500tok/s --volume 1B/month --shape 1500:500 --catalog {TIERS} --api acme/small"

TRAFFIC = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", "traffic")
DAY = f"traffic {os.path.join(TRAFFIC, 'golden_day.csv')}"
LOG = f"traffic {os.path.join(TRAFFIC, '..', '..', '..', 'data', 'examples', 'requests.csv')}"
SERVED = "--gpu-price 2.5usd/h --throughput 700tok/s --api-price 1.2usd/Mtok"
THREE = "--gpu-price 2.5usd/h --throughput 90000tok/s --shape 1500:300 --service-time 8s --serverless-price 0.001097usd/s --cold-start 40s"

# schema, exit code, command line; the files of FILES stand in the working directory
CASES = [
    ("compare", 0, f"compare {ASKED}"),
    ("compare", 0, f"compare {PRICED} --volume 4B/month"),
    ("compare", 0, f"compare {PRICED} --volume 0/month"),
    ("compare", 0, f"compare {PRICED} --util 0%"),
    ("compare", 0, f"compare {PRICED} --volume 20B/month --max-replicas 2"),
    ("compare", 0, f"compare {PRICED} --volume 1B/month --fixed 9kusd/mo --max-replicas 2"),
    ("compare", 0, f"compare {SLOW} --volume 2B/month"),
    ("compare", 0, f"compare {SLOW} --volume 2B/month --max-util 70%"),
    ("compare", 0, f"compare {SLOW} --volume 2B/month --peak 1.5 --spares 1 --overhead 1.2 --replica-fixed 10usd/mo"),
    ("compare", 0, f"compare {SLOW} --volume 2B/month --marginal 1.3usd/Mtok"),
    ("compare", 0, f"compare {SLOW} --volume 5M/month --fixed 3kusd/mo"),
    ("compare", 0, f"compare {FREE}"),
    ("compare", 0, f"compare {FREE} --fixed 3000usd/mo"),
    ("compare", 0, f"compare {FREE} --shape 1000:500"),
    ("compare", 0, "compare --gpu-price 0usd/h --throughput 700tok/s --api-price 0usd/Mtok --volume 1B/month"),
    ("compare", 0, "compare --gpu-price 0.5usd/h --throughput 1000tok/s --api-price 0.365usd/Mtok --volume 1B/month"),
    ("compare", 0, f"compare {SHAPED} --requests 500k/month"),
    ("compare", 0, f"compare {SHAPED} --requests 0/month"),
    ("compare", 0, f"compare {SHAPED} --requests 500k/month --marginal 1usd/Mtok"),
    ("compare", 0, f"compare {SHAPED} --requests 9M/month --max-replicas 1"),
    ("compare", 0, f"compare {SLOW} --volume 2B/month --shape 1000:500 --api-request-fee 0.0001usd/req"),
    ("compare", 0, f"compare {SHAPED} --requests 500k/month --cache-hit 30% --cache-write 10% --api-cache-read 0.04usd/Mtok "
                   "--api-cache-write 0.5usd/Mtok --batch-share 50% --batch-discount 50% --api-request-fee 0.001usd/req"),
    ("compare", 0, f"compare {SLOW} --volume 2B/month --api-all-units-tiers 1.6B/month:50% --api-minimum 3kusd/month"),
    ("compare", 0, f"compare {SLOW} --volume 2B/month --api-tiers 100M/month:1usd/Mtok,1B/month:50% --api-free 10M/month"),
    ("compare", 0, f"compare {SLOW} --volume 2B/month --api-minimum 1900usd/month"),
    ("compare", 0, f"compare {SLOW} --volume 2B/month --interruptions 0.2/h --restart 15min --spot-availability 90% "
                   "--spot-fallback 4usd/h"),
    ("compare", 0, f"compare {PRICED} --volume 100M/month --sessions 3/day*20min --start-up 2min --billing-increment 15min"),
    ("compare", 1, f"compare {ASKED} --exit-code"),
    ("compare", 0, f"compare {FROM_CATALOG} --today 2030-01-01"),
    ("compare", 0, f"compare {FROM_CATALOG} --shape 20000:100"),
    ("compare", 0, f"compare {PRICED.replace('2.5usd/h', '2..3usd/h')} --util 10%"),
    ("compare", 0, f"compare {TIERED} --service-tier flex"),
    ("compare", 0, f"compare {TIERED} --service-tier standard --batch-share 100%"),
    ("compare", 0, f"compare {THREE} --api-price 25usd/Mtok --requests 1000/day"),
    ("compare", 0, f"compare {THREE} --api-price 5usd/Mtok --requests 100/day"),
    ("compare", 0, f"compare {THREE} --api-price 500usd/Mtok --requests 1000/day --cold-start-penalty 1usd/req"),
    ("compare", 0, f"compare {THREE} --api-price 0usd/Mtok --requests 0/day --serverless-concurrency one"),
    ("compare", 0, f"compare {THREE} --api-price 25usd/Mtok --requests 20/s --max-replicas 1".replace("90000tok/s", "9000tok/s")),
    ("compare", 0, f"compare {THREE} --api-price 25usd/Mtok --requests 1000/day --warm-workers 1 --warm-price 0.0008usd/s "
                   "--serverless-concurrency one --serverless-bills-idle no"),
    ("compare", 0, f"compare {THREE.replace('0.001097', '0.0005')} --api-price 25usd/Mtok --requests 1000/day"),
    ("sweep", 0, f"sweep {THREE} --api-price 25usd/Mtok --vary requests_per_month=1k..1M/20@log --metric serverless.on_ratio"),
    ("solve", 0, f"solve {THREE.replace(' --cold-start 40s', '')} --api-price 25usd/Mtok --requests 1000/day --for cold_start_s"),
    ("solve", 0, f"solve {THREE.replace('40s', '120s')} --api-price 25usd/Mtok --requests 1000/day --warm-price 0.0004usd/s --for warm_workers"),
    ("rank", 0, "rank --model llama-3.3-70b --requests 100/day --shape 1500:300 --cold-start 40s --service-time 8s"),
    ("error", 2, f"compare {THREE.replace(' --cold-start 40s', '')} --api-price 25usd/Mtok --requests 1000/day"),
    ("sweep", 0, f"sweep {TIERED} --vary service_tier=standard,flex,priority"),
    ("rank", 0, f"rank --model llama-3.1-8b --volume 1B/month --shape 1500:500 --catalog {TIERS} --service-tier flex"),
    ("catalog", 0, f"catalog show acme/small best/small --catalog {TIERS}"),
    ("error", 2, f"compare {TIERED} --service-tier batch"),
    ("error", 2, f"compare {TIERED} --service-tier fast"),
    ("compare", 0, "compare --scenario scenario.json"),
    ("compare", 0, "compare --scenario answer.json --set tok_per_month=2e9"),
    ("compare", 0, f"compare {RANGED} --volume 1..9B/month --range"),
    ("compare", 0, f"compare {RANGED} --volume 9B/month --range --max-replicas 2"),
    ("compare", 0, f"compare {RANGED} --volume 9B/month --range --max-replicas 1"),
    ("compare", 0, f"compare {RANGED} --volume 0..1B/month --range --shape 1000..2000:300 --api-price 0.6usd/Mtok".replace(
        "--api-price 0.59..0.90usd/Mtok ", "")),
    ("compare", 0, f"compare {FREE.replace('1.2usd/Mtok', '0usd/Mtok')} --derate 50%..60% --range"),
    ("compare", 0, f"compare {PRICED.replace('2.5usd/h', '0.1..0.2usd/h')} --volume 4B/month --range"),
    ("compare", 0, f"compare {RANGED} --volume 1B/month --monte-carlo 1000"),
    ("compare", 0, f"compare {RANGED} --util 20%..70% --monte-carlo 1000 --seed 0 --distribution triangular --range"),
    ("compare", 0, f"compare {RANGED} --volume 9B/month --max-replicas 1 --monte-carlo 500 --distribution uniform"),
    ("compare", 0, f"compare {RANGED} --volume 0/month --monte-carlo 500 --marginal 0..1usd/Mtok --distribution uniform"),
    ("sensitivity", 0, f"sensitivity {ASKED}"),
    ("sensitivity", 0, f"sensitivity {RANGED} --volume 9B/month --max-replicas 3 --swing 60%"),
    ("sensitivity", 0, f"sensitivity {PRICED} --volume 0/month"),
    ("sensitivity", 0, f"sensitivity {PRICED} --volume 9B/month --gpus 4"),
    ("sensitivity", 0, f"sensitivity {SHAPED} --requests 500k/month"),
    ("sensitivity", 0, f"sensitivity {FROM_CATALOG}"),
    ("rank", 0, f"{RANKED} --volume 10B/month"),
    ("rank", 0, f"{RANKED} --volume 10B/month --all-records --superseded"),
    ("rank", 0, f"{RANKED} --requests 100M/month --max-replicas 1 --today 2030-01-01"),
    ("rank", 0, f"{RANKED} --volume 0/month"),
    ("rank", 0, f"{RANKED} --volume 1B/month --catalog own.json"),
    ("rank", 0, f"{RANKED} --volume 1B/month --provider NoSuch --catalog own.json".replace("NoSuch", "Own")),
    ("rank", 0, "rank"),
    ("rank", 0, "rank --term spot"),
    ("forecast", 0, f"forecast {ASKED} --growth 10%/month"),
    ("forecast", 0, f"forecast {ASKED} --growth 10%/month --gpu-decline 20%/year --api-decline 40%/year --discount-rate 8%/year"),
    ("forecast", 0, f"forecast {ASKED} --growth=-5%/month --months 1"),
    ("forecast", 0, f"forecast {PRICED} --volume 4B/month --api-decline=-10%/year"),
    ("forecast", 0, f"forecast {PRICED} --volume 4B/month --growth 1%/month --months 12"),
    ("forecast", 0, f"forecast {PRICED} --volume 5B/month --growth 10%/month --max-replicas 1 --discount-rate 0%/year"),
    ("forecast", 0, f"forecast {PRICED} --volume 9B/month --max-replicas 1 --months 2"),
    ("forecast", 0, f"forecast {FREE} --growth 1%/month"),
    ("forecast", 0, "forecast --gpu-price 0usd/h --throughput 700tok/s --api-price 0usd/Mtok --volume 1B/month --growth 1%/month"),
    ("forecast", 0, f"forecast {SHAPED} --requests 500k/month --growth 100%/year --months 60"),
    ("forecast", 0, f"forecast {FROM_CATALOG} --growth 20%/month"),
    ("commit", 0, "commit --commit 1y --discount 35% --gpu-decline 20%/year"),
    ("commit", 0, "commit --commit 3year --discount 35% --gpu-decline 30%/year --gpu-price 2.5usd/h"),
    ("commit", 1, "commit --commit 36months --discount 35% --gpu-decline 30%/year --gpu h100-sxm --exit-code"),
    ("commit", 0, "commit --commit 1y --discount 35% --schedule 8h/day*22d/month"),
    ("commit", 0, "commit --commit 1y --discount 100%"),
    ("commit", 0, "commit --commit 1y --discount 0%"),
    ("commit", 0, "commit --commit 1y --discount 0% --gpu-decline=-20%/year"),
    ("buy", 0, BOUGHT),
    ("buy", 0, f"{BOUGHT} --residual 20% --cost-of-capital 10%/year --power 0.7kW --pue 1.3 --electricity 0.10usd/kWh "
               f"--colocation 100usd/month --support 50usd/month --gpu-price 2.5usd/h --gpu-decline 20%/year"),
    ("buy", 0, f"{BOUGHT} {PRICED} --volume 9B/month --api-decline 40%/year"),
    ("buy", 0, f"{BOUGHT} {PRICED} --volume 9B/month --api-decline 90%/year --gpu-decline 90%/year"),
    ("buy", 0, f"{BOUGHT} {PRICED} --volume 9B/month --max-replicas 1"),
    ("buy", 0, f"{BOUGHT} {PRICED}"),
    ("buy", 0, f"{BOUGHT} --throughput 2500tok/s --api-price 0.01usd/Mtok --volume 1B/month --support 100usd/month"),
    ("buy", 0, "buy --hardware-price 0usd --life 1y --gpu-price 2.5usd/h"),
    ("buy", 0, "buy --hardware-price 730usd --life 1month --gpu-price 1usd/h"),
    ("buy", 0, f"{BOUGHT} --gpu-price 0.1usd/h"),
    ("buy", 0, f"{BOUGHT} {FROM_CATALOG}"),
    ("fit", 0, "fit --model llama-3.3-70b --gpu h100-sxm"),
    ("fit", 0, "fit --model llama-3.3-70b --gpu h100-sxm --gpus 2 --precision fp8 --shape 1500:300 --concurrency 64"),
    ("fit", 0, "fit --model llama-3.1-8b --gpu rtx-3090 --context-length 29008 --memory-overhead 3.755GiB"),
    ("fit", 0, "fit --model llama-3.1-8b --gpu rtx-3090 --context-length 1B --kv-precision fp8"),
    ("fit", 0, "fit --model gpt-oss-20b --gpu a100-80gb --shape 8192:1024 --gpus 3"),
    ("fit", 0, "fit --params 70B --kv-bytes-per-token 327680 --gpu-memory 79.1GiB --memory-util 98% --weights 67.72GiB"),
    ("fit", 0, "fit --config config.json --gpu gmi/h100-sxm --gpus 16 --shape 1000:0"),
    ("solve", 0, f"solve {SLOW} --for tok_per_month"),
    ("solve", 0, f"solve {SLOW} --for requests_per_month --shape 1000:500"),
    ("solve", 0, f"solve {PRICED} --for tok_per_month"),
    ("solve", 0, f"solve {PRICED} --for tok_per_month --fixed 9kusd/mo --max-replicas 2"),
    ("solve", 0, "solve --gpu-price 0usd/h --throughput 700tok/s --api-price 1.2usd/Mtok --for tok_per_month"),
    ("solve", 0, "solve --gpu-price 1.8usd/h --throughput 1000tok/s --api-price 1usd/Mtok --fixed 1314usd/mo --for tok_per_month"),
    ("solve", 0, f"solve {ASKED} --for gpu_usd_per_hour"),
    ("solve", 0, f"solve {SLOW} --volume 4B/month --for billed_hours_per_month"),
    ("solve", 0, f"solve {SLOW} --volume 4B/month --for tok_per_s"),
    ("solve", 0, f"solve {FREE} --for spare_replicas"),
    ("solve", 1, f"solve {ASKED} --for spare_replicas --exit-code"),
    ("solve", 0, f"solve {ASKED} --for gpu_usd_per_hour --target self_host.usd_per_mtok=0.5"),
    ("solve", 0, f"solve {SLOW} --volume 4B/month --for tok_per_s --target self_host.usd_per_mtok=0.5"),
    ("solve", 0, f"solve {ASKED} --for tok_per_s --target api.usd_per_mtok=0.6"),
    ("solve", 0, f"solve {FROM_CATALOG} --for max_utilization_ratio"),
    ("sweep", 0, f"sweep {SLOW} --vary tok_per_month=0,1B,4B"),
    ("sweep", 0, f"sweep {SLOW} --vary tok_per_month=1825000000/1.2,2B,20B --max-replicas 2".replace("1825000000/1.2", "1520833333.3333333")),
    ("sweep", 0, f"sweep {SLOW} --vary tok_per_month=1e9..9e9/5 --vary gpu_usd_per_hour=0,1,2 --metric break_even.tok_per_month"),
    ("sweep", 0, f"sweep {PRICED} --volume 4B/month --vary marginal_usd_per_mtok=0..1/3 --metric self_host.usd_per_request"),
    ("sweep", 0, f"sweep {FROM_CATALOG} --vary gpu=h100-sxm,h200-sxm --vary api_discount_ratio=0..1/3"),
    ("diff", 0, "diff builtin own.json"),
    ("diff", 1, "diff own.json builtin --exit-code"),
    ("diff", 0, f"{DIFFERING} --api-price 0.6usd/Mtok --volume 3B/month"),
    ("diff", 0, f"{DIFFERING} --api-price 0.25usd/Mtok --volume 3B/month"),
    ("diff", 0, f"{DIFFERING} --api-price 0.6usd/Mtok --volume 20B/month --max-replicas 2 --shape 1000:500"),
    ("diff", 0, f"{DIFFERING} --api-price 1.2usd/Mtok --volume 3B/month --spares 1 --max-util 60%"),
    ("diff", 0, "diff own.json builtin --gpu-price 2.5usd/h --throughput 2500tok/s --api own/no-output --volume 1B/month --input-share 100%"),
    ("diff", 0, "diff builtin own.json --gpu-price 2.5usd/h --throughput 2500tok/s --api own/no-output --volume 1B/month --input-share 100%"),
    ("diff", 0, "diff answer.json infeasible.json"),
    ("diff", 0, "diff builtin dearer.json --checks priced.json"),
    ("diff", 0, "diff own.json builtin --checks lacking.json"),
    ("check", 1, "check checks.json"),
    ("check", 0, "check checks.json --run API --today 2030-01-01"),
    ("check", 2, "check erring.json checks.json --exit-zero"),
    ("diagnostic_code", 0, "explain BE-Q005"),
    ("validation", 0, "catalog validate own.json"),
    *(("traffic_sql", 0, f"traffic sql --engine {engine} --table logs.requests --columns {LOGGED}")
      for engine in ("duckdb", "clickhouse", "postgres", "spark", "bigquery", "trino")),
    *(("traffic_sql", 0, f"traffic sql --engine duckdb --table requests --columns {LOGGED},{more} --time-unit {unit} --bin {bin}")
      for more, unit, bin in (("cached=c", "s", "1s"), ("status=s", "ms", "15min"), ("error=e", "us", "31d"), ("success=s", "ns", "599s"))),
    ("error", 2, f"traffic sql --engine mysql --table requests --columns {LOGGED}"),
    ("catalog", 0, "catalog list"),
    ("catalog", 0, "catalog list gpu_offers --gpu h100-sxm"),
    ("catalog", 0, "catalog show h100-sxm own/no-output --catalog own.json"),
    ("error", 2, "compare"),
    ("error", 2, f"compare {ASKED} --range"),
    ("error", 2, f"sensitivity {PRICED} --volume 20B/month --max-replicas 2"),
    ("error", 2, "compare --gpu-prise 2"),
    ("error", 2, f"forecast {ASKED} --growth 1000000%/month"),
    ("error", 2, "commit --commit 1y"),
    ("error", 2, f"solve {ASKED}"),
    ("error", 2, f"solve {ASKED} --for gpu"),
    ("error", 2, f"solve {ASKED} --for tok_per_s --target nosuch=1"),
    ("error", 2, f"sweep {ASKED}"),
    ("error", 2, f"sweep {ASKED} --vary tok_per_s=1..2"),
    ("error", 2, "buy --life 0months --hardware-price 30kusd --power 0.7kW"),
    ("error", 2, "compare --gpu-price 2.50"),
    ("error", 2, f"compare {ASKED} --util 30%"),
    ("error", 2, f"compare {ASKED} --set nosuch=1"),
    ("error", 2, f"compare {ASKED} --spares 1.5"),
    ("error", 2, f"compare {ASKED} --output no/such/directory/file"),
    ("error", 2, "compare --gpu nosuch"),
    ("error", 2, "compare --scenario nosuch.json"),
    ("error", 2, "compare --scenario bad.json"),
    ("error", 2, "compare --scenario own.json"),
    ("error", 2, "catalog validate bad.json"),
    ("error", 2, "catalog show nosuch"),
    ("traffic", 0, DAY),
    ("traffic", 0, f"{DAY} --bin 6h"),
    ("traffic", 0, f"{LOG} --utc-offset -08:00"),
    ("traffic", 0, f"{LOG} --bin 10min --max-bad 0%"),
    ("traffic", 0, f"{DAY} {SERVED} --reserved 1.75usd/h --month 24h"),
    ("traffic", 0, f"{DAY} {SERVED} --reserved 1.75usd/h --spot 1usd/h --max-replicas 1 --growth 50%/month --months 3"),
    ("traffic", 0, f"{DAY} {SERVED} --schedule auto --start-up 10min --billing-increment 2h"),
    ("traffic", 0, f"{DAY} --gpu-price 2.5usd/h --throughput 700tok/s --api-price 0.01usd/Mtok --schedule auto --reserved 2usd/h"),
    ("traffic", 0, f"{LOG} {SERVED} --scale 1000x --replay"),
    ("traffic", 0, f"{LOG} {SERVED} --scale 1000x --replay --max-wait 2s --replicas 3 --schedule daily"),
    ("traffic", 0, f"{LOG} --gpu h100-sxm --model llama-3.3-70b --api groq/llama-3.3-70b --api-cache-read 0.3usd/Mtok --scale 10000x"),
    ("error", 2, f"{DAY} {SERVED} --replay"),
    ("traffic", 0, f"{LOG} {SERVED} --serverless-price 0.001usd/s --cold-start 40s --service-time 8s"),
    ("traffic", 0, f"{LOG} {SERVED} --serverless-price 0.000001usd/s --cold-start 1s --service-time 8s"),
    ("traffic", 0, f"{LOG} {SERVED} --scale 1000x --serverless-price 0.001usd/s --cold-start 40s --service-time 8s"),
    ("traffic", 0, f"{DAY} {SERVED} --serverless-price 0.001usd/s --cold-start 40s --service-time 8s"),
    ("error", 2, f"{LOG} --max-wait 2s"),
    ("error", 2, "diff own.json answer.json"),
    ("error", 2, "diff builtin dearer.json --gpu nosuch --throughput 2500tok/s --api-price 0.6usd/Mtok --volume 1B/month"),
    ("error", 2, "check"),
    ("error", 2, "check own.json"),
    ("error", 2, "check checks.json --run nosuch"),
    ("error", 2, "explain nosuch"),
    ("error", 2, "explain BE-X999"),
    ("error", 2, "schema nosuch"),
    ("error", 2, "nosuch"),
]

# What the documents above must show at least once.
SEEN = {
    "compare.verdict": {"self_host", "api", "tie", "infeasible", "serverless"},
    "compare.serverless.status": {"priced", "not_applicable"},
    "compare.serverless.best_keep_alive_s.status": {"at", "always", "not_applicable"},
    "compare.serverless.break_even.api_requests_per_month.status": {"at", "always", "never", "not_applicable"},
    "compare.serverless.break_even.self_host_requests_per_month.status": {"always", "at", "not_applicable"},
    "compare.serverless.cheapest.approximate": {False, True},
    "compare.self_host.status": {"feasible", "infeasible"},
    "compare.break_even.utilization_ratio.status": {"at", "never", "always"},
    "compare.break_even.tok_per_s.status": {"at", "never", "always"},
    "compare.break_even.tok_per_month.status": {"at", "never", "always", "not_unique"},
    "compare.break_even.requests_per_month.status": {"at", "never", "always", "not_unique", "not_applicable"},
    "compare.break_even.gpu_usd_per_hour.status": {"at", "never", "not_applicable"},
    "compare.break_even.api_usd_per_mtok.status": {"at", "not_applicable"},
    "compare.self_host.breakdown.component": {"gpu_hours", "interruptions", "fallback", "overhead", "spares", "replica_fixed", "fixed", "marginal"},
    "compare.api.breakdown.component": {"input", "cache_read", "cache_write", "output", "requests", "minimum"},
    "compare.inputs.source": {"option", "scenario", "catalog", "default"},
    "compare.range.verdict": {"self_host", "api", "tie", "infeasible", "depends"},
    "compare.range.self_host.usd_per_month.status": {"bounded", "partly", "none"},
    "compare.range.self_host.usd_per_mtok.approximate": {False, True},
    "compare.uncertainty.distribution": {"uniform", "triangular", "lognormal"},
    "compare.uncertainty.quantiles.status": {"bounded", "partly", "none"},
    "sensitivity.rows.swing_status": {"priced", "infeasible"},
    "sensitivity.rows.self_host_elasticity_status": {"at", "not_applicable"},
    "sensitivity.rows.api_elasticity_status": {"at", "not_applicable"},
    "sensitivity.rows.switching_status": {"at", "never"},
    "forecast.flip.status": {"at", "not_unique", "never", "always"},
    "forecast.months_to_break_even_volume.status": {"at", "never", "always", "not_applicable"},
    "forecast.total.status": {"priced", "infeasible"},
    "forecast.present_value.status": {"priced", "infeasible", "not_applicable"},
    "forecast.rows.verdict": {"self_host", "api", "tie", "infeasible"},
    "fit.limit": {"weights", "kv_cache", "none"},
    "fit.concurrency.status": {"at", "not_applicable"},
    "fit.concurrency.average_status": {"at", "not_applicable"},
    "fit.min_gpus_status": {"at", "never"},
    "fit.estimate.status": {"estimated", "not_applicable"},
    "traffic.profile.clock": {"utc", "relative"},
    "traffic.profile.burstiness.status": {"at", "not_applicable"},
    "traffic.profile.week.status": {"at", "not_applicable"},
    "traffic.profile.cached_input_status": {"at", "unknown"},
    "traffic.profile.input_length_tok.status": {"at", "not_applicable"},
    "traffic.sizing.status": {"sized", "not_applicable"},
    "traffic.sizing.cheapest.way": {"replicas", "api", "layer_mix", "schedule", "serverless"},
    "traffic.sizing.all_self_host.status": {"feasible", "infeasible"},
    "traffic.sizing.month.status": {"at", "not_applicable"},
    "traffic.sizing.layer_mix.layers.choice": {"reserved", "by_the_hour", "api"},
    "traffic.sizing.layer_mix.layers.reserved_status": {"priced", "not_applicable"},
    "traffic.replay.status": {"replayed", "not_applicable"},
    "traffic.replay.max_wait_status": {"at", "not_applicable"},
    "traffic.schedule.status": {"found", "given", "not_applicable"},
    "traffic.serverless.status": {"replayed", "approximate", "not_applicable"},
    "traffic.serverless.replay_status": {"at", "not_applicable"},
    "traffic.inputs.source": {"trace", "option", "catalog", "default"},
    "commit.verdict": {"commit", "on_demand", "tie"},
    "commit.cost_per_gpu.status": {"priced", "not_applicable"},
    "commit.break_even.gpu_decline_ratio_per_year.status": {"at", "never", "always"},
    "commit.break_even.usage_ratio.status": {"at", "never", "always"},
    "buy.verdict": {"buy", "rent", "api", "tie", "not_applicable"},
    "buy.owned_per_gpu.breakdown.status": {"priced", "not_applicable"},
    "buy.rent_per_gpu.status": {"priced", "not_applicable"},
    "buy.rent_per_gpu.payback_months.status": {"at", "never", "always", "not_applicable"},
    "buy.rent_per_gpu.break_even_hours.status": {"at", "always", "not_applicable"},
    "buy.api.status": {"priced", "infeasible", "not_applicable"},
    "buy.api.static_payback_months.status": {"at", "never", "not_applicable"},
    "buy.api.payback_months.status": {"at", "never", "not_applicable"},
    "solve.status": {"at", "not_unique", "never", "always"},
    "solve.solutions.kind": {"root", "jump"},
    "solve.solutions.to": {"self_host", "api", None},
    "solve.solutions.touch": {True, False},
    "sweep.rows.verdict": {"self_host", "api", "tie", "infeasible", "serverless"},
    "sweep.rows.break_even_status": {"at", "never", "always"},
    "diff.changes.kind": {"changed", "added", "removed"},
    "diff.flipped.before": {"self_host", "api", "unanswerable"},
    "diff.flipped.after": {"api", "infeasible", "unanswerable"},
    "diff.checks.before": {"passed"},
    "diff.checks.after": {"failed", "errored"},
    "diff.moved.before_status": {"at", "not_unique"},
    "diff.moved.after_status": {"at", "never", "not_unique"},
    "check.checks.status": {"passed", "failed", "errored", "skipped"},
    "check.checks.severity": {"error", "warning"},
    "check.checks.operator": {"is", "max", "near", "one_of"},
    "check.checks.actual_status": {None, "never"},
    "rank.rows.kind": {"self_host", "api", "serverless"},
    "rank.rows.status": {"priced", "infeasible", "missing_price", "no_volume"},
    "traffic_sql.engine": {"duckdb", "clickhouse", "postgres", "spark", "bigquery", "trino"},
    "traffic_sql.time_unit": {"timestamp", "s", "ms", "us", "ns"},
    "traffic_sql.slice_s": {1, 60},
}

# Nulls and statuses that a document of the example must not have.
BROKEN = {
    "compare": [(("saving_usd_per_month",), None), (("self_host", "usd_per_month"), None), (("api", "usd_per_month"), None),
                (("self_host", "capacity_tok_per_month"), None), (("break_even", "utilization_ratio", "value"), None),
                (("break_even", "utilization_ratio", "status"), "never"), (("break_even", "tok_per_s", "value"), None),
                (("break_even", "tok_per_month", "last"), None), (("break_even", "tok_per_month", "status"), "always"),
                (("break_even", "requests_per_month", "value"), 1), (("break_even", "gpu_usd_per_hour", "reason"), "none"),
                (("self_host", "status"), "infeasible"), (("verdict",), "infeasible"), (("verdict",), "draw"), (("verdict",), "serverless"), (("serverless", "usd_per_month"), 1),
                (("serverless", "reason"), None), (("serverless", "best_keep_alive_s", "value"), 0),
                (("inputs", "gpu_usd_per_hour", "value"), None), (("inputs", "gpu_usd_per_hour", "value"), "2.5"),
                (("inputs", "gpu_usd_per_hour", "source"), "catalog"), (("inputs", "gpu_usd_per_hour", "origin"), None)],
    "forecast": [(("first_verdict",), "draw"), (("flip", "month"), None), (("flip", "status"), "never"), (("flips", 0, "month"), 0),
                 (("total", "api_usd"), None), (("total", "status"), "not_applicable"), (("present_value", "reason"), "none"),
                 (("rows",), []), (("rows", 0, "self_host_usd_per_month"), None), (("rows", 0, "verdict"), "infeasible"),
                 (("settings", "gpu_decline_ratio_per_year"), 1), (("months_to_break_even_volume", "value"), None)],
    "traffic": [(("profile", "clock"), "local"), (("profile", "cached_input_tok"), 5), (("profile", "requests"), 0), (("bins",), []),
                (("profile", "input_length_tok", "p50"), 5), (("profile", "burstiness", "status"), "at"), (("sizing", "status"), "not_applicable"),
                (("sizing", "best", "utilization_ratio"), None), (("sizing", "best", "overflow_tok_ratio"), 1.5), (("sizing", "month", "status"), "at"),
                (("sizing", "all_self_host", "usd_per_month"), None), (("replay", "status"), "replayed"), (("schedule", "reason"), None),
                (("sizing", "layer_mix", "layers", 0, "choice"), "spot"), (("sizing", "rows"), []), (("reading", "files"), [])],
    "commit": [(("verdict",), "buy"), (("cost_per_gpu", "saving_usd"), None), (("cost_per_gpu", "status"), "not_applicable"),
               (("break_even", "discount_ratio"), None), (("break_even", "usage_ratio", "value"), None), (("usage_ratio",), 1.5)],
    "buy": [(("verdict",), "commit"), (("owned_per_gpu", "usd_per_month"), None), (("owned_per_gpu", "breakdown", 0, "usd_per_month"), None),
            (("owned_per_gpu", "breakdown", 2, "usd_per_month"), 0), (("rent_per_gpu", "mean_usd_per_month"), None),
            (("api", "status"), "not_applicable"), (("api", "gpu_count"), None), (("api", "payback_months", "status"), "at"),
            (("rent_per_gpu", "payback_months", "value"), None)],
    "fit": [(("fits",), False), (("limit",), "weights"), (("limit",), "memory"), (("model", "params"), None), (("gpu", "count"), 0),
            (("kv_bytes_per_tok",), 0), (("concurrency", "worst"), None), (("concurrency", "status"), "not_applicable"),
            (("concurrency", "reason"), "none"), (("min_gpus",), None), (("min_gpus_status",), "never"),
            (("estimate", "status"), "not_applicable"), (("estimate", "band_ratio", "low"), None), (("estimate", "decode_tok_per_s"), None)],
    "rank": [(("rows", 0, "usd_per_month"), None), (("rows", 0, "kind"), "serverless"), (("rows", 0, "price_as_of"), None),
             (("rows", 0, "status"), "no_volume"), (("rows", 0, "rank"), 0)],
    "solve": [(("status",), "never"), (("status",), "not_unique"), (("reason",), "none"), (("solutions",), []), (("for",), None),
              (("solutions", 0, "to"), None), (("solutions", 0, "kind"), "touch"), (("solutions", 0, "touch"), None),
              (("target",), 1), (("searched_to",), "far"), (("current",), "2500tok/s")],
    "sweep": [(("vary",), []), (("vary", 0, "values"), []), (("rows",), []), (("rows", 0, "verdict"), "infeasible"),
              (("rows", 0, "self_host_usd_per_month"), None), (("rows", 0, "break_even_status"), "never"),
              (("rows", 0, "replica_count"), 1.5), (("rows", 0, "gpu_usd_per_hour"), [1])],
    "sensitivity": [(("swing_ratio",), 1), (("rows", 0, "key"), ""), (("rows", 0, "value"), None), (("rows", 0, "swing_status"), "infeasible"),
                    (("rows", 0, "swing_usd_per_month"), -1), (("rows", 0, "self_host_elasticity_status"), "never"),
                    (("rows", 0, "switching_status"), "always")],
    "diff": [(("before", "schema"), "breakeven.scenario"), (("after", "file"), ""), (("summary", "added_count"), -1), (("changes", 0, "before"), None),
             (("changes", 0, "kind"), "added"), (("changes", 0, "kind"), "moved"), (("changes", 0, "before"), {"low": 1}), (("changes", 0, "id"), ""),
             (("flipped", 0, "after"), "unanswerable"), (("flipped", 0, "before_reason"), "no price"), (("flipped", 0, "scenario"), ""),
             (("moved", 0, "before"), None), (("moved", 0, "after_status"), "never"), (("moved", 0, "before_status"), "")],
    "check": [(("summary", "errored"), None), (("checks",), []), (("checks", 0, "status"), "errored"), (("checks", 0, "status"), "maybe"),
              (("checks", 0, "status"), "skipped"), (("checks", 0, "operator"), "equals"), (("checks", 0, "tolerance"), 1),
              (("checks", 0, "actual"), [1]), (("checks", 0, "location", "line"), 0), (("checks", 0, "point"), None)],
    "checks": [(("checks",), []), (("checks", 0, "name"), ""), (("checks", 0, "expect"), {}), (("checks", 0, "expect", "verdict"), "api"),
               (("checks", 0, "expect", "verdict"), {"equals": "api"}), (("checks", 0, "expect", "verdict"), {"near": 1}),
               (("checks", 0, "expect", "verdict"), {"tolerance": 1}), (("checks", 0, "given"), {"nosuch": 1}),
               (("checks", 0, "severity"), "info"), (("checks", 0, "command"), "catalog"), (("checks", 2, "for_each"), {"tok_per_month": []}),
               (("defaults", "tok_per_s"), -1), (("catalogs",), "prices.json")],
    "explain": [(("value",), None), (("steps", 0, "value"), None), (("status",), "maybe")],
    "error": [(("diagnostics",), []), (("exit_code",), 0), (("diagnostics", 0, "code"), "E1"),
              (("diagnostics", 0, "severity"), "warning")],
    "validation": [(("files", 0, "gpus"), None), (("files",), [])],
    "traffic_sql": [(("engine",), "mysql"), (("table",), ""), (("columns", "time"), ""), (("columns", "cached"), None), (("time_unit",), None),
                    (("bin_s",), 0), (("bin_s",), 1.5), (("slice_s",), 30), (("sql",), "")],
    "diagnostic_code": [(("explanation",), None)],
    "scenario": [(("inputs", "tok_per_s"), None), (("inputs", "tok_per_s"), -1), (("inputs", "api_marginal_tiers"), 1), (("inputs", "nosuch"), 1),
                 (("inputs", "service_tier"), "fast"), (("inputs", "service_tier"), 1)],
    "catalog": [(("gpus", 0, "memory_gib"), None), (("gpus", 0, "cited"), None)],
}


# The same of objects that the examples lack: command line, path, value.
REFUSED = [
    (f"compare {RANGED} --volume 4B/month --range", [
        (("range", "verdict"), "self_host"), (("range", "verdict"), "draw"), (("range", "self_host", "usd_per_month", "low"), None),
        (("range", "self_host", "usd_per_month", "status"), "none"), (("range", "self_host", "usd_per_month", "status"), "partly"),
        (("range", "saving_usd_per_month", "approximate"), None), (("range", "break_even", "tok_per_s"), None),
        (("range", "api", "unheard_of"), 1)]),
    (f"compare {TIERED} --service-tier flex", [(("inputs", "service_tier", "value"), 1), (("inputs", "service_tier", "source"), "catalog")]),
    (f"compare {RANGED} --volume 4B/month --monte-carlo 100", [
        (("uncertainty", "draw_count"), 0), (("uncertainty", "self_host_cheaper_probability"), 1.5),
        (("uncertainty", "distribution"), "normal"), (("uncertainty", "quantiles", "self_host.usd_per_mtok", "p05"), None),
        (("uncertainty", "quantiles", "self_host.usd_per_mtok", "status"), "none"), (("uncertainty", "variance_share"), {}),
        (("uncertainty", "variance_share", "gpu_usd_per_hour"), -1)]),
]


class Program:
    def __init__(self, path, directory):
        self.path = path
        self.directory = directory
        self.validators = {}

    def run(self, line):
        environment = {"SOURCE_DATE_EPOCH": "1795219200"}
        return subprocess.run([self.path, *line.split()], cwd=self.directory, env=environment, capture_output=True, text=True)

    def document(self, line):
        return json.loads(self.run(line).stdout)

    def validator(self, name):
        if name not in self.validators:
            schema = self.document(f"schema {name}")
            Draft202012Validator.check_schema(schema)
            self.validators[name] = Draft202012Validator(schema)
        return self.validators[name]


def values_at(document, path):
    """The scalars at a dotted path; lists and, under inputs, keys are passed over. None where a key is absent."""
    if not path:
        return {document}
    if not isinstance(document, (dict, list)):
        return set()
    if isinstance(document, list):
        return {value for entry in document for value in values_at(entry, path)}
    if path[0] not in document:
        return {value for entry in document.values() for value in values_at(entry, path)}
    return values_at(document[path[0]], path[1:])


def with_value(document, path, value):
    broken = copy.deepcopy(document)
    place = broken
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return broken


def objects_in(value, path=()):
    if isinstance(value, dict):
        yield path, value
    for key, member in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from objects_in(member, (*path, key))


def broken_documents(name, document):
    """Copies of the document with a key more, a key less, or a value that it must not have."""
    for path, members in objects_in(document):
        yield f"a key more in /{'/'.join(map(str, path))}", with_value(document, (*path, "unheard_of"), 1)
        keys_are_optional = name in ("catalog", "scenario", "checks") and path or path in (("inputs",), ("settings",)) or path[-1:] == ("point",)
        optional = {variation["key"] for variation in document["vary"]} if name == "sweep" else {"defaults"} if name == "checks" else set()
        for key in () if keys_are_optional else members.keys() - optional:
            less = {other: member for other, member in members.items() if other != key}
            yield f"no {key} in /{'/'.join(map(str, path))}", with_value(document, path, less) if path else less
    for path, value in BROKEN[name]:
        yield f"{value} as /{'/'.join(map(str, path))}", with_value(document, path, value)


def problems_of(program):
    seen = {path: set() for path in SEEN}

    def validate(name, line, expected_exit):
        result = program.run(f"{line} -f json")
        if result.returncode != expected_exit:
            return [f"{line}: exit {result.returncode}, expected {expected_exit}: {result.stderr}"]
        document = json.loads(result.stdout)
        for path in SEEN:
            if path.startswith(f"{name}."):
                seen[path] |= values_at(document, path.split(".")[1:])
        return [f"{line}: /{'/'.join(map(str, error.absolute_path))}: {error.message}"
                for error in program.validator(name).iter_errors(document)]

    for name, expected_exit, line in CASES:
        yield from validate(name, line, expected_exit)
    notes = program.document("explain -f json")["diagnostics"][0]["notes"]
    figures = [note.removeprefix("a figure is ") for note in notes]
    for figure in figures:
        for asked in (ASKED, f"{SHAPED} --requests 500k/month", f"{SLOW} --volume 0/month", FROM_CATALOG):
            yield from validate("explain", f"explain {figure} {asked}", 0)
    for path, wanted in SEEN.items():
        yield from (f"no document has {path} = {value}" for value in sorted(wanted - seen[path]))

    for line, changes in REFUSED:
        document = program.document(f"{line} -f json")
        for path, value in changes:
            if program.validator("compare").is_valid(with_value(document, path, value)):
                yield f"{line}: the schema accepts {value} as /{'/'.join(path)}"

    for name in program.document("schema -f json")["names"]:
        example = program.document(f"schema {name} --example")
        for error in program.validator(name).iter_errors(example):
            yield f"the example of {name}: /{'/'.join(map(str, error.absolute_path))}: {error.message}"
        for what, broken in broken_documents(name, example):
            if program.validator(name).is_valid(broken):
                yield f"the schema of {name} accepts {what}"


def main():
    with tempfile.TemporaryDirectory() as directory:
        program = Program(os.path.abspath(sys.argv[1]), directory)
        files = {"config.json": json.dumps(CONFIG), "own.json": json.dumps(OWN_CATALOG), "checks.json": json.dumps(CHECKS), "erring.json": json.dumps(ERRING), "priced.json": json.dumps(PRICES), "lacking.json": json.dumps(LACKING), "dearer.json": json.dumps(DEARER_CATALOG),
                 "infeasible.json": program.run(f"compare {PRICED} --volume 20B/month --max-replicas 2 -f json").stdout,
                 "bad.json": '{"schema": "breakeven.scenario", "inputs": 1}',
                 "scenario.json": json.dumps(program.document("schema scenario --example")),
                 "answer.json": program.run(f"compare {FROM_CATALOG} --api-discount 10% -f json").stdout}
        for name, content in files.items():
            with open(os.path.join(directory, name), "w", encoding="utf-8") as file:
                file.write(content)
        problems = list(problems_of(program))
    print("\n".join(problems) or "every document matches its schema")
    return bool(problems)


sys.exit(main())
