#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the shell lines of data/examples/ci in a repository with prices and checks, as GitHub, GitLab and pre-commit
would: with checks that pass and checks that fail, and with prices that are new. What installs breakeven is not run."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

from python_modules import SKIPPED, need

yaml = need("yaml", "python3-yaml")

PRICES, CHECKS = "prices.json", "checks.json"
JUNIT, SUMMARY, CHANGES = "breakeven.xml", "summary.md", "changes.md"
OLD_PRICE, NEAR_PRICE, FAR_PRICE = 2.0, 2.1, 2.9
LIMIT = 25  # lines of a file that is short enough to paste
NOT_RUN = re.compile(r"apt-get|git clone|/dev\"? run|GITHUB_PATH|export PATH")  # getting breakeven
AFTER_FAILURE = re.compile(r"always\(\)|!cancelled\(\)")
EXPRESSION = re.compile(r"\$\{\{ *inputs\.(\w+) *\}\}")

failures = []
not_run = []


def expect(condition, what):
    if not condition:
        failures.append(what)


def price_file(price):
    cited = {"source": "example, not a real price", "as_of": "2026-11-01"}
    offer = {"id": "ours/h100-sxm", "gpu": "h100-sxm", "provider": "Ours", "term": "reserved",
             "usd_per_gpu_hour": price, "cited": cited}
    return {"schema": "breakeven.catalog", "schema_version": "1.0", "as_of": "2026-11-01", "gpu_offers": [offer]}


def check_file():
    given = {"gpu": "ours/h100-sxm", "tok_per_s": 2500, "api_usd_per_mtok": 0.6, "tok_per_month": 3e9}
    near = {"near": OLD_PRICE, "tolerance_ratio": 0.1}
    return {"schema": "breakeven.checks", "schema_version": "1.0", "catalogs": [PRICES], "defaults": given, "checks": [
        {"name": "our H100s cost 2 usd/h", "expect": {"catalog.gpu_offers.ours/h100-sxm.usd_per_gpu_hour": near}},
        {"name": "they are cheaper than the API", "expect": {"verdict": {"is": "self_host"}}}]}


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def read(path):
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8") as file:
        return file.read()


def git(*words):
    name = ("-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    environment = {"PATH": os.environ["PATH"], "HOME": os.getcwd()}
    subprocess.run(["git", *name, *words], env=environment, check=True, capture_output=True)


def change_prices(directory, price, base_has_prices):
    """Makes a clone in which a branch changes the prices of main."""
    upstream, clone = os.path.join(directory, "upstream"), os.path.join(directory, "clone")
    git("init", "-q", upstream)
    os.chdir(upstream)
    git("checkout", "-q", "-b", "main")
    write("README.md", "prices\n")
    if base_has_prices:
        write(PRICES, json.dumps(price_file(OLD_PRICE), indent=1))
    git("add", ".")
    git("commit", "-q", "-m", "Begin")
    git("clone", "-q", upstream, clone)
    os.chdir(clone)
    git("checkout", "-q", "-b", "change")
    write(PRICES, json.dumps(price_file(price), indent=1))
    write(CHECKS, json.dumps(check_file(), indent=1))
    git("add", ".")
    git("commit", "-q", "-m", "Change the prices")
    return clone


class Job:
    """Shell lines one after another, until one fails; what it prints, and how it ended."""

    def __init__(self, environment):
        self.environment = environment
        self.output = ""
        self.status = 0

    def run(self, lines, runs_after_failure=False):
        if self.status and not runs_after_failure:
            return
        done = subprocess.run(["bash", "-euo", "pipefail", "-c", lines], env=self.environment, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, check=False)
        self.output += done.stdout.decode()
        self.status = self.status or done.returncode


def skip(file, what):
    line = f"{file}: {what}"
    if line not in not_run:
        not_run.append(line)


def run_steps(file, steps, inputs, environment):
    job = Job(environment)
    for step in steps:
        name = step.get("name") or step.get("uses")
        if "run" not in step or NOT_RUN.search(step["run"]):
            skip(file, name)
            continue
        expect(inputs is None or step.get("shell") == "bash", f"{file}: {name} names no shell")
        for variable, value in step.get("env", {}).items():
            job.environment[variable] = EXPRESSION.sub(lambda found: inputs[found[1]]["default"], value)
        job.run(step["run"], bool(AFTER_FAILURE.search(step.get("if", ""))))
    return job


def run_workflow(file, document, environment):
    jobs = list(document["jobs"].values())
    expect(len(jobs) == 1, f"{file}: its number of jobs")
    return run_steps(file, jobs[0]["steps"], None, environment)


def run_action(file, document, environment):
    return run_steps(file, document["runs"]["steps"], document["inputs"], environment)


def run_gitlab(file, document, environment):
    whole = Job(environment)
    for name, part in document.items():
        job = Job(environment)
        base = document.get(part.get("extends"), {})
        lines = base.get("before_script", []) + part.get("script", [])
        if not name.startswith("."):
            for line in lines:
                if NOT_RUN.search(line):
                    skip(file, line)
            job.run("\n".join(line for line in lines if not NOT_RUN.search(line)))
        named = list(part.get("artifacts", {}).get("reports", {}).values()) + part.get("artifacts", {}).get("paths", [])
        for artifact in named:
            expect(os.path.exists(artifact), f"{file}: {name} leaves no {artifact}")
        whole.output += job.output
        whole.status = whole.status or job.status
    return whole


def run_hooks(file, hooks, environment):
    job = Job(environment)
    for hook in hooks:
        expect(hook["language"] == "system" and not hook["pass_filenames"], f"{file}: how its hook is run")
        touched = [name for name in (PRICES, CHECKS, "README.md") if re.search(hook["files"], name)]
        expect(touched == [PRICES, CHECKS], f"{file}: it runs for {touched}")
        job.run(hook["entry"])
    return job


def run_local_hooks(file, document, environment):
    return run_hooks(file, [hook for repository in document["repos"] for hook in repository["hooks"]], environment)


# How a file is run, and what it leaves beside an exit code and its output.
FILES = {
    "github-workflow.yml": (run_workflow, ["annotations", "junit", "summary"]),
    "action.yml": (run_action, ["annotations", "junit", "summary"]),
    "gitlab-ci.yml": (run_gitlab, ["junit", "changes"]),
    "pre-commit-hooks.yaml": (run_hooks, []),
    "pre-commit-config.yaml": (run_local_hooks, []),
}


def environment_of(directory, breakeven):
    programs = os.path.join(directory, "programs")
    os.mkdir(programs)
    os.symlink(breakeven, os.path.join(programs, "breakeven"))
    return {"PATH": programs + os.pathsep + os.environ["PATH"], "HOME": directory, "GITHUB_BASE_REF": "main",
            "GITHUB_STEP_SUMMARY": SUMMARY, "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"}


def judge_junit(case, fails):
    text = read(JUNIT)
    counts = ElementTree.fromstring(text).attrib if text else {}
    failed = "2" if fails else "0"
    expect(counts.get("tests") == "2" and counts.get("failures") == failed, f"{case}: JUnit has {counts}")


def judge_changes(case, text, price, fails, base_has_prices):
    before = f"{OLD_PRICE:g} | {price:g}" if base_has_prices else f"- | {price:g}"
    expect(f"| {before} |" in text, f"{case}: its changes have no price:\n{text}")
    flipped = text.count("| they are cheaper than the API | self-host | API |")
    expect(flipped == (1 if fails else 0), f"{case}: its changes and the verdict:\n{text}")


def try_file(file, document, breakeven, price, base_has_prices):
    run, leaves = FILES[file]
    fails = price == FAR_PRICE
    case = f"{file} at {price} usd/h{'' if base_has_prices else ', new'}"
    with tempfile.TemporaryDirectory() as directory:
        change_prices(directory, price, base_has_prices)
        job = run(file, document, environment_of(directory, breakeven))
        expect(job.status == (1 if fails else 0), f"{case}: exit {job.status}\n{job.output}")
        counted = "0 passed, 2 failed, 0 skipped" if fails else "2 passed, 0 failed, 0 skipped"
        expect(counted in job.output, f"{case}:\n{job.output}")
        if "annotations" in leaves:
            found = re.findall(r"^::error file=checks\.json,line=\d+", job.output, re.M)
            expect(len(found) == (2 if fails else 0), f"{case}: {len(found)} annotations")
        if "junit" in leaves:
            judge_junit(case, fails)
        for kind, path in (("summary", SUMMARY), ("changes", CHANGES)):
            if kind in leaves:
                judge_changes(case, read(path), price, fails, base_has_prices)
        os.chdir("/")


def main(breakeven):
    for tool in ("bash", "git"):
        if not shutil.which(tool):
            print(f"skipped: {tool} is absent")
            return SKIPPED
    breakeven = os.path.abspath(breakeven)
    folder = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "data", "examples", "ci")
    present = sorted(name for name in os.listdir(folder) if name != "README.md")
    expect(present == sorted(FILES), f"files that this test does not know: {present}")
    for file in FILES:
        text = read(os.path.join(folder, file))
        expect(len(text.splitlines()) <= LIMIT, f"{file}: more than {LIMIT} lines")
        document = yaml.safe_load(text)
        for price, base_has_prices in ((NEAR_PRICE, True), (FAR_PRICE, True), (NEAR_PRICE, False)):
            try_file(file, document, breakeven, price, base_has_prices)
    for line in not_run:
        print("not run: " + line)
    for failure in failures:
        print("FAILED: " + failure)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
