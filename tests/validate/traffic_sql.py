#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs what `breakeven traffic sql` prints on a real engine, over tables full of traps and over a real trace where
../shared/data is present, and holds every field of the result against the same sums in Python's integers, and the
profile that `breakeven traffic` makes of it against that of the log itself.

usage: traffic_sql.py PROGRAM duckdb|chdb|postgres"""

import csv
import io
import json
import math
import os
import random
import subprocess
import sys
import tempfile
from datetime import datetime, timezone
from decimal import Decimal, getcontext

from sql_engines import ENGINES

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TRACE = os.path.join(TESTS, "..", "..", "shared", "data", "traces", "azure2023_conv.csv")
TRACE_TOTALS = (19366, 22361870, 4088665)
COLUMNS = ("part", "start_s", "width_s", "requests", "failed_requests", "input_tok", "cached_input_tok", "output_tok",
           "input_output_tok2", "output_output_tok2", "first_us", "last_us", "length_tok")
getcontext().prec = 60

GOOD, FAILED, BAD = "good", "failed", "bad"
STATUSES = {GOOD: ["", "ok", "OK", "Success", "succeeded", "completed", "complete", "stop", "length", "finished", "tool_calls", None,
                   "200", "204", "299", "200.0"],
            FAILED: ["error", "Error", "failed", "failure", "TIMEOUT", "cancelled", "canceled", "aborted", "400", "429", "503", "599", "999",
                     "500.0"],
            BAD: ["pending", "null", " ok", "100", "302", "2000", "20", "2x0", "200.5", "2000.0", "2.00", "500.00", "2a0", "51x", "-200", "0", "okay", "err%", "4_0"]}
ERRORS = {GOOD: ["", "null", "NULL", "None", "false", "False", "0", None], FAILED: ["overloaded", "true", "1", "0.5", "{}", "nulls"], BAD: []}
SUCCESSES = {GOOD: ["true", "True", "1", "yes", "T"], FAILED: ["false", "0", "NO", "f"], BAD: ["", "y", "ok", "2", None]}
HTTP = {GOOD: [200, 201, 204, 299, None], FAILED: [400, 404, 429, 500, 503, 999], BAD: [0, 7, 100, 199, 300, 302, 399, 1000, 4040, -200]}
LENGTHS = [0, 1, 99_999, 100_000, 100_001, 100_999, 101_000, 999_999, 1_000_000, 1_009_999, 1_010_000, 9_999_999, 10_000_000, 12_345_678,
           123_456_789, 999_999_999, 1_000_000_000, 9_876_543_210, 98_765_432_109, 987_654_321_098, 999_999_999_999, 1_000_000_000_000]
SOUND = Decimal(10) ** 12


def outcome_of(words, value):
    return next(outcome for outcome, known in words.items() if any(value is word or value == word for word in known))


def made_rows(count):
    """Rows by column. Times lie around 1970, 2026 and the edges of slices, out of order."""
    chance = random.Random(7)
    pick = chance.choice
    rows = []
    for number in range(count):
        start = pick([0, 0, 1_795_219_200, 1_795_226_399, -7_200, -86_400 * 365])
        nanoseconds = (start + pick([0, 0, -1, 1, 59, 60, 61, 600, chance.randrange(-9_000, 9_000)])) * 10**9
        nanoseconds += pick([0, 0, -1, 1, 999, -999, 1_000, 500_000_000, 999_999_999, chance.randrange(10**9)])
        row = {"id": number, "ns": nanoseconds, "us": nanoseconds // 1000, "ms": nanoseconds // 10**6, "s": nanoseconds / 10**9,
               "exact_s": Decimal(nanoseconds).scaleb(-9), "at": nanoseconds // 1000}
        for column, words in (("status", STATUSES), ("error", ERRORS), ("success", SUCCESSES), ("http", HTTP)):
            row[column] = pick(words[pick([GOOD, GOOD, GOOD, FAILED, BAD if words[BAD] else GOOD])])
        for column in ("input", "output"):
            row[column] = pick([pick(LENGTHS), chance.randrange(200_000), chance.randrange(2_000), chance.randrange(2_000)])
        row["cached"] = pick([None, 0, row["input"], row["input"] // 2])
        row.update({f"{column}_f": None if row[column] is None else float(row[column]) for column in ("input", "output", "cached")})
        # Each row has at the most one trap, or else few rows would count.
        if number % 5 == 0:
            column, value = pick([("input", None), ("input", -1), ("input", 10**12 + 1), ("output", None), ("output", -5), ("output", 2**62),
                                  ("cached", -1), ("cached", row["input"] + 1),
                                  ("input_f", None), ("input_f", 10.5), ("input_f", -3.0), ("input_f", math.nan), ("input_f", math.inf),
                                  ("input_f", 1e300), ("output_f", 0.1), ("output_f", -math.inf), ("output_f", 1e12 + 1), ("output_f", -0.0),
                                  ("cached_f", 0.5), ("cached_f", -1.0), ("cached_f", math.nan)])
            row[column] = value
        if number % 37 == 0:
            row.update({column: None for column in ("ns", "us", "ms", "s", "exact_s", "at")})
        elif number % 41 == 0:
            row.update({"s": pick([math.nan, math.inf, -math.inf, 1e300, 9.1e12]), "at": math.inf, "us": pick([2**63 - 1, -2**63]),
                        "ms": 2**62, "exact_s": Decimal(10) ** 13})
        rows.append(row)
    return rows


def microseconds(value, unit):
    """Whole ones, rounded down; None where the time cannot count."""
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return None
    power = {"s": 6, "ms": 3, "us": 0, "ns": -3, None: 0}[unit]
    scaled = value * 10.0**power if isinstance(value, float) else Decimal(value).scaleb(power)
    if abs(Decimal(scaled)) > 9 * 10**18:
        return None
    return math.floor(scaled)


def is_sound(value, most=SOUND):
    return value is not None and math.isfinite(value) and 0 <= value <= most and value == math.floor(value)


def kind_of(row, columns, unit, words):
    if microseconds(row[columns["time"]], unit) is None:
        return BAD
    outcome = outcome_of(words, row[columns[next(role for role in ("status", "error", "success") if role in columns)]]) if words else GOOD
    if outcome != GOOD:
        return outcome
    sound = is_sound(row[columns["input"]]) and is_sound(row[columns["output"]])
    if sound and "cached" in columns and row[columns["cached"]] is not None:
        sound = is_sound(row[columns["cached"]], row[columns["input"]])
    return GOOD if sound else BAD


def bucket(length):
    return length if length < 100_000 else length - length % 10 ** (len(str(length)) - 3) if length < 10**12 else length


def expected(rows, columns, unit, width, words):
    """What the query must find: the rows of the result."""
    slices, lengths, bad = {}, {"input_length": {}, "output_length": {}}, 0
    for row in rows:
        kind = kind_of(row, columns, unit, words)
        if kind == BAD:
            bad += 1
            continue
        time = microseconds(row[columns["time"]], unit)
        slice = slices.setdefault(time // (width * 10**6) * width, {"failed_requests": 0, "good": []})
        if kind == FAILED:
            slice["failed_requests"] += 1
            continue
        tokens = [int(row[columns[role]] or 0) if role in columns else 0 for role in ("input", "cached", "output")]
        slice["good"].append((time, *tokens))
        for part, length in (("input_length", tokens[0]), ("output_length", tokens[2])):
            lengths[part][bucket(length)] = lengths[part].get(bucket(length), 0) + 1
    found = [dict(part="bad_rows", requests=bad)]
    for part, counts in lengths.items():
        found += [dict(part=part, length_tok=length, requests=counts[length]) for length in sorted(counts)]
    for start, slice in sorted(slices.items()):
        good = slice["good"]
        found.append(dict(
            part="slice", start_s=start, width_s=width, requests=len(good), failed_requests=slice["failed_requests"],
            input_tok=sum(request[1] for request in good), output_tok=sum(request[3] for request in good),
            cached_input_tok=sum(request[2] for request in good) if "cached" in columns else None,
            input_output_tok2=sum(request[1] * request[3] for request in good),
            output_output_tok2=sum(request[3] ** 2 for request in good),
            first_us=min((request[0] for request in good), default=None), last_us=max((request[0] for request in good), default=None)))
    return found


def read_result(text):
    reader = csv.reader(io.StringIO(text))
    header = tuple(next(reader, ()))
    return header, [{name: value if name == "part" else Decimal(value) for name, value in zip(header, row) if value != ""} for row in reader]


def agrees(row, right, product_error):
    """In every digit, but for sums of products where the engine's are doubles."""
    return row.keys() == right.keys() and all(
        value == right[key] or key.endswith("_tok2") and abs(value - right[key]) <= product_error * right[key] for key, value in row.items())


def differences(name, engine, text, wanted):
    name = f"{engine.name}, {name}"
    header, rows = read_result(text)
    if header != COLUMNS:
        return [f"{name}: the header is {header}"]
    wanted = [{key: value for key, value in row.items() if value is not None} for row in wanted]
    problems = [f"{name}: row {at + 1} is { {key: str(value) for key, value in row.items()} }, expected {right}"
                for at, (row, right) in enumerate(zip(rows, wanted)) if not agrees(row, right, engine.PRODUCT_ERROR)]
    if len(rows) != len(wanted):
        problems.append(f"{name}: {len(rows)} rows, expected {len(wanted)}")
    return problems[:3]


def quoted_role(role, column):
    """A column as --columns takes it."""
    plain = all(character.isalnum() or character == "_" for character in column)
    return f"{role}={column}" if plain else role + '="' + column.replace('"', '""') + '"'


def printed_query(program, engine, table, columns, unit, bin):
    line = [program, "traffic", "sql", "--engine", engine, "--table", table, "--bin", bin,
            "--columns", ",".join(quoted_role(*item) for item in columns.items())]
    return subprocess.run(line + (["--time-unit", unit] if unit else []), capture_output=True, text=True, check=True).stdout


EXACT = {"input": "input", "output": "output"}
FLOATS = {"input": "input_f", "output": "output_f", "cached": "cached_f"}
CACHED = {**EXACT, "cached": "cached"}
# the roles, the unit, the bin, and the words of the outcome
QUESTIONS = [
    ({"time": "at", **EXACT}, None, "1h", None),
    ({"time": "at", **FLOATS, "status": "status"}, None, "1min", STATUSES),
    ({"time": "zoned", **CACHED, "error": "error"}, None, "10min", ERRORS),
    ({"time": "s", **FLOATS, "success": "success"}, "s", "599s", SUCCESSES),
    ({"time": "exact_s", **EXACT}, "s", "1s", None),
    ({"time": "ms", **CACHED, "status": "http"}, "ms", "1d", HTTP),
    ({"time": "us", **FLOATS, "error": "error"}, "us", "2s", ERRORS),
    ({"time": "ns", **EXACT, "status": "status"}, "ns", "15min", STATUSES),
    ({"time": "ns", **CACHED}, "ns", "1s", None),
    # a column under the name of another's role, and of one of the query's own
    ({"time": "us", "input": "raw_output", "output": "raw_input", "cached": "raw\\`x\"y.z,w; --"}, "us", "1h", None),
]
TABLE = "log of.requests"  # a schema and a table, of which the schema has a space


def with_aliases(row):
    """The row with all columns that the questions name."""
    return {**row, "zoned": row["at"], "raw_output": row["input"], "raw_input": row["output"], "raw\\`x\"y.z,w; --": row["cached"]}


def made_problems(program, engine):
    rows = [engine.stored(with_aliases(row)) for row in made_rows(4000)]
    engine.load(TABLE, list(rows[0]), rows)
    engine.load("empty", list(rows[0]), [])
    for columns, unit, bin, words in QUESTIONS:
        if not all(column in rows[0] for column in columns.values()):
            continue
        width = 60 if bin in ("1h", "10min", "15min", "1d") else 1
        name = f"{columns}, {unit}, --bin {bin}"
        wanted = expected(rows, columns, unit, width, words)
        kinds = {kind_of(row, columns, unit, words) for row in rows}
        if kinds != {GOOD, BAD} | ({FAILED} if words else set()):
            yield f"{engine.name}, {name}: the rows are {kinds} alone"
        yield from differences(name, engine, engine.run(printed_query(program, engine.name, TABLE, columns, unit, bin)), wanted)
    yield from made_profile_problems(program, engine, rows)
    columns, unit, bin, _ = QUESTIONS[0]
    yield from differences("no rows", engine, engine.run(printed_query(program, engine.name, "empty", columns, unit, bin)), [dict(part="bad_rows", requests=0)])


def trace_rows():
    with open(TRACE, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            whole, fraction = row["TIMESTAMP"].split(".")
            at = datetime.strptime(whole, "%Y-%m-%d %H:%M:%S").replace(tzinfo=timezone.utc)
            yield {"at": int(at.timestamp()) * 10**6 + int(fraction[:6]), "input": int(row["ContextTokens"]), "output": int(row["GeneratedTokens"])}


def profile_problems(program, engine, name, log, log_options, result, bin):
    """The profile of the log itself, and of the sums that the engine made of it."""
    profiles = []
    with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="") as file:
        file.write(result)
        file.flush()
        for path, options in ((log, log_options), (file.name, [])):
            line = [program, "traffic", path, "--bin", bin, "-f", "json", "--max-bad", "100%", *options]
            run = subprocess.run(line, capture_output=True, text=True)
            if run.returncode:
                return [f"{engine.name}, {name}: exit {run.returncode} of {path}: {run.stderr}"]
            profiles.append(json.loads(run.stdout)["profile"])
    return [f"{engine.name}, {name}: {key} is {profiles[1][key]} and not the log's {profiles[0][key]}"
            for key in profiles[0] if profiles[0][key] != profiles[1][key]]


def made_profile_problems(program, engine, rows):
    names = ("us", "input", "output", "cached", "status")
    with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        writer.writerows([row[name] for name in names] for row in rows)
        file.flush()
        columns = {"time": "us", **CACHED, "status": "status"}
        options = ["--time-unit", "us", "--columns", ",".join(f"{role}={column}" for role, column in columns.items())]
        result = engine.run(printed_query(program, engine.name, TABLE, columns, "us", "1d"))
        return profile_problems(program, engine, "made rows", file.name, options, result, "1d")


def trace_problems(program, engine):
    rows = [engine.stored(row) for row in trace_rows()]
    engine.load("trace", list(rows[0]), rows)
    columns = {"time": "at", **EXACT}
    text = engine.run(printed_query(program, engine.name, "trace", columns, None, "1min"))
    yield from differences("the trace", engine, text, expected(rows, columns, None, 1, None))
    slices = [row for row in read_result(text)[1] if row["part"] == "slice"]
    totals = tuple(sum(row[name] for row in slices) for name in ("requests", "input_tok", "output_tok"))
    if totals != TRACE_TOTALS:
        yield f"{engine.name}: the trace has {totals}"
    if rows == list(trace_rows()):
        yield from profile_problems(program, engine, "the trace", TRACE, [], text, "1min")
        return
    # A table whose timestamps are whole seconds is of another log.
    with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("time", "input", "output"))
        writer.writerows((row["at"], row["input"], row["output"]) for row in rows)
        file.flush()
        yield from profile_problems(program, engine, "the trace in seconds", file.name, ["--time-unit", "us"], text, "1min")


def main():
    program, name = os.path.abspath(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as directory:
        with ENGINES[name](directory) as engine:
            problems = list(made_problems(program, engine))
            has_trace = os.path.exists(TRACE)
            if has_trace:
                problems += trace_problems(program, engine)
            version = engine.version
    print("\n".join(problems) or f"{name} {version} agrees with Python in every field" + ("" if has_trace else "; the trace is absent"))
    return bool(problems)


sys.exit(main())
