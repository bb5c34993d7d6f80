#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How far throughput is off at a shape that was left out, by the rule of set-ups and by the nearest record.

  leave_one_shape_out.py PROGRAM CATALOG

Of every set-up of the catalog with two shapes or more, each shape is left out in turn and asked of PROGRAM. Prints the
median and the 90th percentile of |error|, by how many shapes remain. Fails if the rule of set-ups is not the better one.
"""
import json
import math
import subprocess
import sys
import tempfile

NEAR = math.log(1.25)


def total(record):
    if "tok_per_s" in record:
        return record["tok_per_s"]
    share = record["output_tok"] / (record["input_tok"] + record["output_tok"])
    return record["output_tok_per_s"] / share if record.get("output_tok_per_s") and share else None


def apart(a, b):
    return [abs(math.log(max(a[key], 1) / max(b[key], 1))) for key in ("input_tok", "output_tok")]


def load(record):
    shows = any(key in record for key in ("concurrency", "ttft_ms", "tpot_ms", "ttft_p99_ms"))
    return record.get("load", "online" if shows else None)


def set_up(record):
    return tuple(record[key] for key in ("model", "gpu", "gpus_per_replica", "engine", "precision", "kind")) + (load(record),)


def points_of(records):
    """The fastest of each shape under full load."""
    most = max(record.get("concurrency", 0) for record in records)
    points = []
    for record in sorted(records, key=lambda r: -total(r)):
        if record.get("concurrency", most) >= most / 4 and all(max(apart(record, known)) > NEAR for known in points):
            points.append(record)
    return points


def asked(program, catalog, record_id, shape):
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(catalog, file)
        file.flush()
        words = [program, "compare", "--no-builtin", "--catalog", file.name, "--throughput-record", record_id, "--shape", shape,
                 "--gpu-price", "1usd/h", "--api-price", "1usd/Mtok", "--volume", "1/month", "--derate", "1", "-f", "json"]
        run = subprocess.run(words, capture_output=True, text=True, check=True)
    side = json.loads(run.stdout)["self_host"]
    return side["capacity_tok_per_month"] / side["replica_count"] / (730 * 3600)


def line(name, errors):
    errors.sort()
    print(f"{name:28} {len(errors):4}   {errors[len(errors) // 2]:7.1%}   {errors[int(0.9 * (len(errors) - 1))]:7.1%}")
    return errors[len(errors) // 2]


def main():
    program, path = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        catalog = json.load(file)
    records = [r for r in catalog["throughputs"] if r["kind"] != "estimated" and total(r)]
    groups = {}
    for record in records:
        groups.setdefault(set_up(record), []).append(record)
    nearest, by_count = [], {}
    for group in groups.values():
        points = points_of(group)
        for point in points if len(points) > 1 else []:
            kept = [r for r in catalog["throughputs"] if set_up(r) != set_up(point) or max(apart(r, point)) > NEAR]
            rest = [p for p in points if p is not point]
            shape = f'{point["input_tok"]}:{point["output_tok"]}'
            found = asked(program, {**catalog, "throughputs": kept}, rest[0]["id"], shape)
            by_count.setdefault(min(len(rest), 4), []).append(abs(found / total(point) - 1))
            others = [r for r in kept if r in records and (r["model"], r["gpu"]) == (point["model"], point["gpu"])]
            near = min(others, key=lambda r: (sum(apart(r, point)), r["id"]))
            nearest.append(abs(total(near) / near["gpus_per_replica"] / (total(point) / point["gpus_per_replica"]) - 1))
    print("rule                        cases    median       P90")
    old = line("nearest record", nearest)
    for count in sorted(by_count):
        line(f"set-up, {count} shape{'s' * (count > 1)} left", list(by_count[count]))
    new = line("set-up", [error for errors in by_count.values() for error in errors])
    if new >= old:
        sys.exit("the rule of set-ups is not better than the nearest record")


if __name__ == "__main__":
    main()
