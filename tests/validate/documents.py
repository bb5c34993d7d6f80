#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Validates what breakeven prints as JSON against what `breakeven schema` prints, over every status that an answer can
have, and proves that the schemas reject documents broken on purpose."""

import copy
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile

from python_modules import need

Draft202012Validator = need("jsonschema", "python3-jsonschema").Draft202012Validator

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PRICED = "--gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok"
SLOW = "--gpu-price 2.5usd/h --throughput 700tok/s --api-price 1.2usd/Mtok"
ASKED = f"{PRICED} --volume 1B/month"
SHAPED = "--gpu-price 2.5usd/h --throughput 2500tok/s --api-in 0.4usd/Mtok --api-out 1.2usd/Mtok --shape 1500:300"
FROM_CATALOG = "--gpu h100-sxm --model llama-3.3-70b --api deepinfra/llama-3.3-70b --volume 1B/month"
RANGED = "--gpu-price 2..4usd/h --throughput 1500..2500tok/s --api-price 0.59..0.90usd/Mtok"
TIERS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data", "service_tiers.json")
TIERED = f"--gpu-price 2.5usd/h --throughput 2500tok/s --volume 1B/month --shape 1500:500 --catalog {TIERS} --api acme/small"

# What the documents of the transcripts must show at least once.
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
    "compare.self_host.breakdown.component": {"gpu_hours", "interruptions", "fallback", "overhead", "spares", "unused_gpus", "replica_fixed", "fixed", "marginal"},
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
    TODAY = "1795219200"

    def __init__(self, path, directory):
        self.path = path
        self.directory = directory
        self.validators = {}

    def run(self, line):
        environment = {"SOURCE_DATE_EPOCH": self.TODAY}
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


def commands_of(transcript, directory):
    """The command lines of a transcript, each when its files are written."""
    with open(transcript, encoding="utf-8") as file:
        lines = iter(file.read().splitlines())
    for line in lines:
        if line.startswith("$ cat > "):
            with open(os.path.join(directory, line.split()[3]), "w", encoding="utf-8") as file:
                file.writelines(f"{content}\n" for content in iter(lambda: next(lines), "END"))
        elif line.startswith("$ ") and not line.startswith("$ cat "):
            yield line[2:]


def documents_of(program):
    """What the commands of the transcripts print as JSON, where they do not ask for another format."""
    for transcript in sorted(glob.glob(os.path.join(TESTS, "transcripts", "*.txt"))):
        with tempfile.TemporaryDirectory() as directory:
            for source, place in (("transcripts", "."), ("../data/examples", "data/examples"), ("data/traffic", "data")):
                shutil.copytree(os.path.join(TESTS, source), os.path.join(directory, place), dirs_exist_ok=True)
            environment = {"PATH": f"{os.path.dirname(program.path)}:{os.environ['PATH']}", "SOURCE_DATE_EPOCH": program.TODAY, "BREAKEVEN_FORMAT": "json"}
            for line in commands_of(transcript, directory):
                printed = subprocess.run(["bash", "-c", line], cwd=directory, env=environment, capture_output=True, text=True).stdout
                target = os.path.join(directory, line.rsplit(" > ", 1)[-1])
                if not printed and " > " in line and os.path.isfile(target):
                    with open(target, encoding="utf-8") as file:
                        printed = file.read()
                if printed.startswith("{\n"):
                    yield f"{os.path.basename(transcript)}: {line}", json.loads(printed)


def problems_of(program):
    seen = {path: set() for path in SEEN}
    names = set()

    def check(line, document):
        name = document["schema"].removeprefix("breakeven.") if "schema" in document else "catalog"
        names.add(name)
        for path in SEEN:
            if path.startswith(f"{name}."):
                seen[path] |= values_at(document, path.split(".")[1:])
        return [f"{line}: /{'/'.join(map(str, error.absolute_path))}: {error.message}"
                for error in program.validator(name).iter_errors(document)]

    def validate(name, line, expected_exit):
        result = program.run(f"{line} -f json")
        if result.returncode != expected_exit:
            return [f"{line}: exit {result.returncode}, expected {expected_exit}: {result.stderr}"]
        return check(line, json.loads(result.stdout))

    count = 0
    for line, document in documents_of(program):
        # What `schema` prints itself: a schema, or the list of them.
        if "$schema" in document or document.get("schema") == "breakeven.schemas":
            continue
        count += 1
        yield from check(line, document)
    print(f"{count} documents of {len(names)} schemas")
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
        problems = list(problems_of(program))
    print("\n".join(problems) or "every document matches its schema")
    return bool(problems)


sys.exit(main())
