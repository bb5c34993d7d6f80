#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds every price that `breakeven catalog import` takes over against its source, in decimal arithmetic: the small
files of tests/data/import, and the whole price lists of ../shared/data/api_prices where they are present."""

import json
import os
import subprocess
import sys
from decimal import Decimal

TESTS = os.path.dirname(os.path.abspath(__file__))
SHARED = os.path.join(TESTS, "..", "..", "shared", "data", "api_prices")
MEMBERS = ("input_usd_per_mtok", "output_usd_per_mtok", "cache_read_usd_per_mtok", "cache_write_usd_per_mtok")


def decimals(text):
    return json.loads(text, parse_float=Decimal, parse_int=Decimal)


def litellm(document):
    keys = ("input_cost_per_token", "output_cost_per_token", "cache_read_input_token_cost", "cache_creation_input_token_cost")
    for key, model in document.items():
        if isinstance(model, dict):
            yield key, [model.get(name) for name in keys], 10**6


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


FILES = [(os.path.join(TESTS, "data", "import", "litellm.json"), "2026-08-01", litellm, 5),
         (os.path.join(TESTS, "data", "import", "openrouter.json"), "2026-08-01", openrouter, 5),
         (os.path.join(TESTS, "data", "import", "genai_prices.json"), "2026-08-01", genai_prices, 3),
         (os.path.join(SHARED, "litellm_2026-08-01.json"), "2026-08-01", litellm, 2000),
         (os.path.join(SHARED, "openrouter_2026-08-01.json"), "2026-08-01", openrouter, 300),
         (os.path.join(SHARED, "genai-prices_2026-09-23.json"), "2026-09-23", genai_prices, 1400)]


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


def main():
    problems = []
    for path, day, prices_of, least in FILES:
        if os.path.exists(path):
            problems += problems_of(sys.argv[1], path, day, prices_of, least)
        else:
            print(f"{os.path.basename(path)} is not tried: it is absent")
    print("\n".join(problems) or "every imported price is its source's")
    return bool(problems)


sys.exit(main())
