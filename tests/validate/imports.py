#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds every price that `breakeven catalog import` takes over against its source, in decimal arithmetic: the small
files of tests/data/import, and the whole lists of ../shared/data/api_prices and gpu_prices where they are present."""

import csv
import json
import os
import re
import subprocess
import sys
from decimal import Decimal, getcontext

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHARED = os.path.join(TESTS, "..", "..", "shared", "data", "api_prices")
GPU_LISTS = os.path.join(TESTS, "..", "..", "shared", "data", "gpu_prices")
MEMBERS = ("input_usd_per_mtok", "output_usd_per_mtok", "cache_read_usd_per_mtok", "cache_write_usd_per_mtok")


def decimals(text):
    return json.loads(text, parse_float=Decimal, parse_int=Decimal)


def litellm(document):
    for key, model in document.items():
        if isinstance(model, dict):
            yield key, [model.get(name) for name in LITELLM_PRICES], 10**6


def openrouter(document):
    keys = ("prompt", "completion", "input_cache_read", "input_cache_write")
    for model in reversed(document["data"]):
        yield model["id"], [model["pricing"].get(name) for name in keys], 10**6


def genai_prices(document):
    keys = ("input_mtok", "output_mtok", "cache_read_mtok", "cache_write_mtok")
    for provider in document:
        for model in provider["models"]:
            if isinstance(model["prices"], dict):
                prices = [model["prices"].get(name) for name in keys]
                prices = [price["base"] if isinstance(price, dict) else price for price in prices]
                yield f"{provider['id']}/{model['id']}", prices, 1


def pi_ai(document):
    keys = ("input", "output", "cacheRead", "cacheWrite")
    for models in document.values():
        for model in models.values():
            yield f"{model['provider']}/{model['id']}", [model["cost"].get(name) or None for name in keys], 1


# A key of LiteLLM is a price, the length above which it holds and the service tier that it is of.
LITELLM_PRICES = ("input_cost_per_token", "output_cost_per_token", "cache_read_input_token_cost", "cache_creation_input_token_cost")
LITELLM_KEY = re.compile(rf"({'|'.join(LITELLM_PRICES)})" r"(?:_above_(\d+)k_tokens)?(_flex|_priority|_batches)?")
SERVICES = {"_flex": "flex", "_priority": "priority", "_batches": "batch"}


def litellm_services(path):
    """By model and service tier ("" is standard service), by length: the four prices as far as the file has them."""
    with open(path, encoding="utf-8") as file:
        for name, model in decimals(file.read()).items():
            found = {}
            for key, price in model.items() if isinstance(model, dict) else ():
                if (match := LITELLM_KEY.fullmatch(key)) and price is not None:
                    prices = found.setdefault(SERVICES.get(match[3], ""), {}).setdefault(1000 * int(match[2] or 0), {})
                    prices[MEMBERS[LITELLM_PRICES.index(match[1])]] = Decimal(price) * 10**6
            yield name, found


def expected_service(standard, own, service):
    """What a service tier costs at each length: input and output are its own; cache prices of flex and priority are those of
    standard service where it has none, as in LiteLLM's _get_cost_per_unit; longer requests than it prices are not priced."""
    expected, below = {}, {}
    for length in sorted({0, *standard, *own}):
        prices = dict(own.get(length, {}))
        if all(member in prices for member in MEMBERS[:2]):
            if service != "batch":
                prices = {**{member: price for source in (below, standard.get(length, {})) for member, price in source.items()
                             if member in MEMBERS[2:]}, **prices}
            below = prices
        expected[length] = prices
    return expected


def service_problems_of(program, path, day, least):
    printed = subprocess.run([program, "catalog", "import", path, "--as-of", day, "-q"], capture_output=True, text=True, check=True)
    offers = {offer["id"]: offer for offer in decimals(printed.stdout)["api_offers"]}
    counts = {}
    for name, found in litellm_services(path):
        if name not in offers:
            continue
        standard = found.get("", {})
        imported = {service["service_tier"]: service for service in offers[name].get("service_tiers", [])}
        for service in set(imported) | set(SERVICES.values()):
            own = found.get(service, {})
            is_whole = all(member in own.get(0, {}) for member in MEMBERS[:2])
            discount = offers[name].get("batch_discount_ratio")
            if service == "batch" and discount is not None:
                for length, prices in own.items():
                    for member, price in prices.items():
                        if abs(price - standard[length][member] * (1 - discount)) > price * Decimal("1e-8"):
                            yield f"{name}: {member} is {price} in batches, no discount of {discount}"
                is_whole = False
            if (service in imported) != is_whole:
                yield f"{name}: the service tier {service} is {'' if service in imported else 'not '}imported"
            if service not in imported or not is_whole:
                continue
            lengths = {0: imported[service], **{int(tier["above_input_tok"]): tier for tier in imported[service].get("context_tiers", [])}}
            expected = expected_service(standard, own, service)
            if set(lengths) != set(expected):
                yield f"{name} {service}: lengths {sorted(lengths)}, and {sorted(expected)}"
            for length, prices in expected.items():
                counts[service] = counts.get(service, 0) + len(prices)
                for member in MEMBERS:
                    if (price := prices.get(member)) is not None and float(price) != float(lengths[length].get(member, -1)):
                        yield f"{name} {service} above {length}: {member} is {lengths[length].get(member)}, and {price}"
                    elif price is None and member in lengths[length]:
                        yield f"{name} {service} above {length}: {member} is {lengths[length][member]}, and the file has none"
    if counts != least:
        yield f"{os.path.basename(path)}: prices compared by service tier {counts}, not {least}"


FILES = [(os.path.join(TESTS, "data", "import", "litellm.json"), "2026-08-01", litellm, 5),
         (os.path.join(TESTS, "data", "import", "openrouter.json"), "2026-08-01", openrouter, 5),
         (os.path.join(TESTS, "data", "import", "genai_prices.json"), "2026-08-01", genai_prices, 3),
         (os.path.join(TESTS, "data", "import", "pi_ai.json"), "2026-11-20", pi_ai, 2),
         (os.path.join(SHARED, "pi-ai-1.6.0", "amazon-bedrock.json"), "2026-11-20", pi_ai, 208),
         (os.path.join(SHARED, "pi-ai-1.6.0", "openai.json"), "2026-11-20", pi_ai, 47),
         (os.path.join(SHARED, "pi-ai-1.6.0", "openrouter.json"), "2026-11-20", pi_ai, 397),
         (os.path.join(SHARED, "litellm_2026-08-01.json"), "2026-08-01", litellm, 2000),
         (os.path.join(SHARED, "openrouter_2026-08-01.json"), "2026-08-01", openrouter, 300),
         (os.path.join(SHARED, "genai-prices_2026-09-23.json"), "2026-09-23", genai_prices, 1400)]


SERVICE_FILES = [(os.path.join(TESTS, "data", "import", "litellm_services.json"), {"flex": 11, "priority": 4, "batch": 8}),
                 (os.path.join(SHARED, "litellm_2026-08-01.json"), {"flex": 119, "priority": 374, "batch": 4})]


def problems_of(program, path, day, prices_of, least):
    printed = subprocess.run([program, "catalog", "import", path, "--as-of", day, "-q"], capture_output=True, text=True, check=True)
    offers = {offer["id"]: offer for offer in decimals(printed.stdout)["api_offers"]}
    compared = 0
    with open(path, encoding="utf-8") as file:
        expected = {key: (prices, factor) for key, prices, factor in prices_of(decimals(file.read()))}
    for key, (prices, factor) in expected.items():
        if key not in offers:
            continue
        compared += 1
        for member, price in zip(MEMBERS, prices):
            # A double has no more digits than these; LiteLLM's tiers stand in a list of their own.
            if price is not None and float(Decimal(price) * factor) != float(offers[key].get(member, -1)):
                yield f"{key}: {member} is {offers[key].get(member)}, and {price} x {factor} in {os.path.basename(path)}"
    if compared < least:
        yield f"{os.path.basename(path)}: {compared} models compared, fewer than {least}"


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if None not in row and None not in row.values()]


def gpu_price_index(path):
    for row in rows_of(path):
        place = "/".join(row[name] for name in ("provider", "gpu_model", "sku", "region", "gpu_count"))
        yield f"{place}x/{row['pricing']}", row["usd_per_hour"], row["gpu_count"], row["pricing"], row["date"], row["gpu_model"] + row["sku"]


def skypilot(path):
    for row in rows_of(path):
        place = "/".join(row.get(name) for name in ("InstanceType", "Region", "AvailabilityZone") if row.get(name))
        for name, term in (("Price", "on_demand"), ("SpotPrice", "spot")):
            yield f"{place}/{term}", row[name], row["AcceleratorCount"], term, DAY, row["AcceleratorName"] + row["InstanceType"] + row.get("GpuInfo", "")


def gpuhunt(path):
    for row in rows_of(path):
        term = "spot" if row["spot"] == "True" else "on_demand"
        yield f"{row['instance_name']}/{row['location']}/{term}", row["price"], row["gpu_count"], term, DAY, row["gpu_name"] + row["instance_name"]


def gpu_pricing(path):
    with open(path, encoding="utf-8") as file:
        for row in decimals(file.read()):
            if isinstance(row, dict):
                term = "spot" if row["is_spot"] else "on_demand"
                gpu = f"{row['gpu_model']} {row['interconnect']} {row['vram_gb']}GB"
                yield row["id"], row["price_usd_hour"], 1, term, row["collected_at"], gpu


DAY = "2026-06-01"
PROVIDER = ["--provider", "Acme", "--as-of", DAY]
# The file, its options, what it holds, and of its entries how many are imported, of how many, and refused by reason.
GPU_FILES = [
    (os.path.join(TESTS, "data", "import", "gpu_price_index.csv"), [], gpu_price_index, 8, 22,
     {"BE-P010": 1, "BE-P011": 4, "BE-P013": 1, "BE-P015": 4, "BE-P016": 1, "BE-P017": 1, "BE-P018": 2}),
    (os.path.join(TESTS, "data", "import", "skypilot.csv"), PROVIDER, skypilot, 7, 17,
     {"BE-P011": 1, "BE-P015": 3, "BE-P016": 1, "BE-P017": 3, "BE-P018": 1, "BE-P019": 1}),
    (os.path.join(TESTS, "data", "import", "gpuhunt.csv"), PROVIDER, gpuhunt, 5, 9, {"BE-P011": 1, "BE-P015": 2, "BE-P019": 1}),
    (os.path.join(TESTS, "data", "import", "gpu_pricing.json"), ["--as-of", DAY], gpu_pricing, 5, 14,
     {"BE-P011": 3, "BE-P013": 1, "BE-P015": 4, "BE-P017": 1}),
    (os.path.join(GPU_LISTS, "gpu-price-index_2026-10-10.excerpt.csv"), [], gpu_price_index, 101, 112, {"BE-P015": 8, "BE-P018": 3}),
    (os.path.join(GPU_LISTS, "gpu-pricing_2026-05-24.json"), [], gpu_pricing, 170, 310, {"BE-P015": 140}),
    (os.path.join(GPU_LISTS, "skypilot_lambda.excerpt.csv"), PROVIDER, skypilot, 6, 11, {"BE-P015": 4, "BE-P019": 1}),
    (os.path.join(GPU_LISTS, "skypilot_nebius.csv"), PROVIDER, skypilot, 29, 69, {"BE-P019": 40})]


# Of the GPUs that are sold in several forms: what the source must not call them.
NOT_CALLED = {"h100-sxm": "pcie|nvl\\b|nvl[^i]", "h100-pcie": "sxm|hgx|nvl\\b", "h100-nvl": "sxm|hgx|pcie|\\b80gb", "a100-40gb": "pcie|80gb",
              "a100-80gb": "pcie|40gb|40960", "a100-80gb-pcie": "sxm|hgx|40gb|40960", "h200-sxm": "nvl\\b", "l40s": "l40\\b", "b300-sxm": "mig |gb300|180gb"}


def gpu_problems_of(program, path, options, offers_of, imported, entries, refused):
    name = os.path.basename(path)
    printed = subprocess.run([program, "catalog", "import", path, *options], capture_output=True, text=True, check=True)
    offers = json.loads(printed.stdout, parse_float=Decimal, parse_int=Decimal)["gpu_offers"]
    if f", {imported} of {entries} entries imported" not in printed.stderr or len(offers) != imported:
        yield f"{name}: {len(offers)} offers; {printed.stderr.splitlines()[0]}"
    counts = {line[8:15]: int(count[0]) if (count := line.rsplit(": ", 1)[-1].split(" of ")) and len(count) == 2 else 1
              for line in printed.stderr.splitlines() if line.startswith("warning[BE-P")}
    if counts != refused or sum(counts.values()) + imported != entries:
        yield f"{name}: refused {counts}, not {refused}"
    sources = {}
    for key, *source in offers_of(path):
        sources.setdefault(key, []).append(source)
    for offer in offers:
        price, count, term, day, gpu = max(sources[offer["id"]], key=lambda source: source[3])
        if float(Decimal(price) / Decimal(count)) != float(offer["usd_per_gpu_hour"]):
            yield f"{name}: {offer['id']} is {offer['usd_per_gpu_hour']}, and {price} / {count}"
        if re.search(NOT_CALLED.get(offer["gpu"], "^$"), gpu.lower()):
            yield f"{name}: {offer['id']} is {offer['gpu']}, and {gpu}"
        if (offer["term"], offer["cited"]["as_of"]) != (term, day):
            yield f"{name}: {offer['id']} is {offer['term']} of {offer['cited']['as_of']}, and {term} of {day}"


def main():
    problems = []
    getcontext().prec = 60
    for path, counts in SERVICE_FILES:
        if os.path.exists(path):
            problems += service_problems_of(sys.argv[1], path, "2026-08-01", counts)
        else:
            print(f"the service tiers of {os.path.basename(path)} are not tried: it is absent")
    for path, *rest in GPU_FILES:
        if os.path.exists(path):
            problems += gpu_problems_of(sys.argv[1], path, *rest)
        else:
            print(f"{os.path.basename(path)} is not tried: it is absent")
    for path, day, prices_of, least in FILES:
        if os.path.exists(path):
            problems += problems_of(sys.argv[1], path, day, prices_of, least)
        else:
            print(f"{os.path.basename(path)} is not tried: it is absent")
    print("\n".join(problems) or "every imported price is its source's")
    return bool(problems)


sys.exit(main())
