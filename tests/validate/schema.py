#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Validates a JSON document against a schema of draft 2020-12, and proves that a document broken on purpose is rejected."""

import argparse
import copy
import json
import sys

from python_modules import need

Draft202012Validator = need("jsonschema", "python3-jsonschema").Draft202012Validator


def read(path):
    with sys.stdin if path == "-" else open(path, encoding="utf-8") as file:
        return json.load(file)


def without(document, path):
    broken = copy.deepcopy(document)
    *parents, last = [int(key) if key.isdigit() else key for key in path.split("/")]
    place = broken
    for key in parents:
        place = place[key]
    del place[last]
    return broken


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("instance", help="a file, or - for standard input")
    parser.add_argument("schema")
    parser.add_argument("--reject-without", metavar="PATH", action="append", default=[],
                        help="a key such as gpus/0/cited that the schema must miss")
    arguments = parser.parse_args()

    schema = read(arguments.schema)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    instance = read(arguments.instance)

    failed = False
    for error in validator.iter_errors(instance):
        failed = True
        print(f"{arguments.instance}: /{'/'.join(map(str, error.absolute_path))}: {error.message}")
    for path in arguments.reject_without:
        if validator.is_valid(without(instance, path)):
            failed = True
            print(f"{arguments.schema}: accepts a document without {path}")
    if not failed:
        print(f"{arguments.instance}: valid")
    return failed


sys.exit(main())
