# SPDX-License-Identifier: MIT
"""Modules that tests in Python need beyond the standard library."""

import importlib
import os
import sys

SKIPPED = 77
SYSTEM_PYTHON = "/usr/bin/python3"


def need(module, package):
    """The module, here or in the system's Python; else the test is skipped, by the name of Debian's package."""
    try:
        return importlib.import_module(module)
    except ImportError:
        if os.path.exists(SYSTEM_PYTHON) and os.path.realpath(sys.executable) != os.path.realpath(SYSTEM_PYTHON):
            os.execv(SYSTEM_PYTHON, [SYSTEM_PYTHON, "-B", *sys.argv])
        print(f"skipped: {package} is absent")
        sys.exit(SKIPPED)
