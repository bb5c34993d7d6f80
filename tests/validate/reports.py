#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Has the reports of breakeven check read by those who read such reports: xmllint with a schema of JUnit, prove for TAP,
and GitHub's rules for workflow commands. The checks have names that try to break out of every one of them."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

HOSTILE = ["::error file=x::forged", "percent %25 % and, comma: colon", "line\nfeed\r\n::warning::forged", "tab\there",
           "escape \x1b[31m bell \x07 nul-like \x01", "<failure/> & \"quoted\" 'too' ]]>", "ünïcode 測試 \ufffe \uffff \u202e",
           "# TODO not yet", "\\# SKIP", "not ok 1 - forged", "1..7", "Bail out!", "... ---", "{\"a\": 1}", "$(touch x) `y`"]
GIVEN = {"gpu_usd_per_hour": 2.5, "tok_per_s": 2500, "api_usd_per_mtok": 0.6, "tok_per_month": 1e9}
PASSING, FAILING = {"verdict": {"is": "api"}}, {"verdict": {"is": "self_host"}}

failures = []


def expect(condition, what):
    if not condition:
        failures.append(what)


def check_file():
    checks = []
    for i, name in enumerate(HOSTILE):
        checks.append({"name": name, "expect": PASSING if i % 3 == 0 else FAILING})
        if i % 3 == 2:
            checks[-1]["severity"] = "warning"
    checks.append({"name": "unknown <GPU>", "given": {"gpu": "no\nsuch::gpu"}, "expect": PASSING})
    return {"schema": "breakeven.checks", "schema_version": "1.0", "defaults": GIVEN, "checks": checks}


def run(breakeven, *options):
    return subprocess.run([breakeven, "check", "checks.json", *options], capture_output=True, check=False)


def judge_junit(text, counts, directory):
    root = ElementTree.fromstring(text)
    cases = root.findall("testsuite/testcase")
    found = {kind: len(root.findall(f"testsuite/testcase/{kind}")) for kind in ("failure", "error", "skipped")}
    expect(len(cases) == int(root.get("tests")) == sum(counts.values()), "JUnit: the number of tests")
    expect(found["failure"] == int(root.get("failures")), "JUnit: the number of failures")
    expect(found["error"] == int(root.get("errors")) == counts["errored"], "JUnit: the number of errors")
    expect(found["failure"] + found["skipped"] == counts["failed"], "JUnit: failures and warnings")
    expect(found["skipped"] == int(root.find("testsuite").get("skipped")), "JUnit: the number skipped")
    if not shutil.which("xmllint"):
        print("left out: xmllint is absent")
        return
    schema = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data", "junit.xsd")
    path = os.path.join(directory, "report.xml")
    with open(path, "wb") as file:
        file.write(text)
    linted = subprocess.run(["xmllint", "--noout", "--schema", schema, path], capture_output=True, check=False)
    expect(linted.returncode == 0, "JUnit: " + linted.stderr.decode())
    with open(path, "wb") as file:
        file.write(text.replace(b" classname=", b" class=", 1))
    linted = subprocess.run(["xmllint", "--noout", "--schema", schema, path], capture_output=True, check=False)
    expect(linted.returncode != 0, "the schema of JUnit takes anything")


def judge_tap(text, counts, directory):
    if not shutil.which("prove"):
        print("left out: prove is absent")
        return
    path = os.path.join(directory, "report.tap")
    with open(path, "wb") as file:
        file.write(text)
    proved = subprocess.run(["prove", "--verbose", "--exec", "cat", path], capture_output=True, check=False)
    shown = proved.stdout.decode() + proved.stderr.decode()
    lines = text.decode().splitlines()
    real = sum(1 for line in lines if line.startswith("not ok") and "# TODO a warning" not in line)
    warned = sum(1 for line in lines if line.endswith("# TODO a warning"))
    expect(real + warned == counts["failed"] + counts["errored"], "TAP: the number of failures")
    expect(re.search(rf"Failed {real}/{sum(counts.values())} subtests", shown), "TAP: prove counts otherwise:\n" + shown)
    expect("Parse errors" not in shown and "Bailout" not in shown, "TAP: prove cannot read it:\n" + shown)


def judge_github(text, counts):
    lines = text.decode().splitlines()
    annotations = [line for line in lines if line.startswith("::")]
    expect(len(annotations) == min(10, counts["failed"] + counts["errored"]), "GitHub: the number of annotations")
    pattern = re.compile(r"::(error|warning) file=checks\.json,line=\d+,col=\d+,title=([^:,\n]*)::(.+)")
    for line in annotations[:-1]:
        expect(pattern.fullmatch(line), "GitHub: " + line)
    expect(re.fullmatch(r"::warning::\d+ more did not pass; the text report lists them all", annotations[-1]),
           "GitHub: the last annotation: " + annotations[-1])
    expect(len(lines) == len(annotations) + 3, "GitHub: a line that is no annotation and no summary")
    expect(not re.search(rb"[\x00-\x09\x0b-\x1f]", text), "GitHub: a control character")


def main(breakeven):
    breakeven = os.path.abspath(breakeven)
    with tempfile.TemporaryDirectory() as directory:
        os.chdir(directory)
        with open("checks.json", "w", encoding="utf-8") as file:
            json.dump(check_file(), file, indent=1)
        answer = run(breakeven, "--report", "json")
        counts = json.loads(answer.stdout)["summary"]
        expect(answer.returncode == 2 and counts == {"passed": 5, "failed": 10, "errored": 1, "skipped": 0}, f"counts: {counts}")
        judge_junit(run(breakeven, "--report", "junit").stdout, counts, directory)
        judge_tap(run(breakeven, "--report", "tap").stdout, counts, directory)
        judge_github(run(breakeven, "--report", "github").stdout, counts)
        text = run(breakeven, "--report", "text").stdout
        expect(text.endswith(b"\n5 passed, 10 failed, 0 skipped\n"), "text: the last line")
        expect(not re.search(rb"^::", text, re.M), "text: a line begins with ::")
        expect(not re.search(rb"[\x00-\x09\x0b-\x1f]", text), "text: a control character")
        run(breakeven, "--report", "junit=a.xml", "--report", "tap=a.tap", "--report", "github")
        with open("a.xml", "rb") as xml, open("a.tap", "rb") as tap:
            expect(xml.read() == run(breakeven, "--report", "junit").stdout, "JUnit to a file differs")
            expect(tap.read() == run(breakeven, "-f", "tap").stdout, "TAP to a file differs")
        os.chdir("/")
    for failure in failures:
        print("FAILED: " + failure)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
