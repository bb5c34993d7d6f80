# SPDX-License-Identifier: MIT
"""Database engines that a test starts for itself in a temporary directory, and ends: tables go in, CSV comes out. A
test whose engine is absent is skipped by name."""

import glob
import json
import math
import os
import pwd
import shutil
import socket
import subprocess
import sys
import time
from decimal import Decimal

SKIPPED = 77
ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")


def skip(what):
    print(f"skipped: {what} is absent")
    sys.exit(SKIPPED)


def program(name, *places):
    """The path of a program, found in PATH or in places that PATH leaves out."""
    found = shutil.which(name) or next((path for place in places for path in sorted(glob.glob(os.path.join(place, name)), reverse=True)), None)
    return found or skip(name)


def checked(line, **options):
    result = subprocess.run(line, capture_output=True, text=True, **options)
    if result.returncode:
        sys.exit(f"{os.path.basename(line[0])} failed: {result.stderr}{result.stdout}")
    return result.stdout


def as_lines(rows):
    """Tabs between the values, \\N for NULL: what all engines read, and leave an empty text and a space as they are."""
    return "".join("\t".join("\\N" if value is None else str(value) for value in row.values()) + "\n" for row in rows)


class Engine:
    """Types and quotes are the engine's; `at` and `zoned` are timestamps that Python holds as microseconds."""

    TEXTS = ("status", "error", "success")
    FLOATS = ("s", "input_f", "output_f", "cached_f")
    TIMES = ("at", "zoned")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        pass

    def stored(self, row):
        """The row as the engine's types keep it."""
        return row

    def type_of(self, column):
        return self.TYPES.get(column) or self.TYPES["text" if column in self.TEXTS else "float" if column in self.FLOATS else "integer"]

    def quoted(self, name):
        return '"' + name.replace('"', '""') + '"'

    def table(self, name):
        return ".".join(self.quoted(part) for part in name.split("."))

    def definition(self, table, columns):
        schema = table.partition(".")[0] if "." in table else None
        listed = ", ".join(f"{self.quoted(column)} {self.type_of(column)}" for column in columns)
        return ([f"CREATE SCHEMA {self.quoted(schema)}"] if schema else []) + [f"CREATE TABLE {self.table(table)} ({listed}){self.ENDING}"]

    ENDING = ""
    PRODUCT_ERROR = 0  # of sums of products


def written(column, value):
    """A value, or microseconds of a timestamp as SQL writes it in UTC; the years of the tests have four digits."""
    if column not in Engine.TIMES or value is None:
        return value
    if math.isinf(value):
        return "infinity"
    seconds, fraction = divmod(value, 10**6)
    return time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(seconds)) + f".{fraction:06}" + ("+00" if column == "zoned" else "")


class Module(Engine):
    """An engine that is a module of npm. Each line of standard input is a statement as JSON; what a query finds is
    written by the engine itself."""

    MODULES = os.path.join(ROOT, "build", "node", "node_modules")

    def __init__(self, directory):
        self.directory = directory
        self.node = program("node")
        if not os.path.isdir(os.path.join(self.MODULES, *self.MODULE.split("/"))):
            skip(f"npm's {self.MODULE} (./dev deps)")
        self.version = self.query().strip()

    def query(self, *statements):
        environment = {**os.environ, "NODE_PATH": self.MODULES}
        lines = "\n".join(map(json.dumps, (*self.SETTINGS, *statements)))
        return checked([self.node, "-e", self.SCRIPT, os.path.join(self.directory, "log")], input=lines, env=environment)

    def load(self, table, columns, rows):
        path = os.path.join(self.directory, "rows.tsv")
        with open(path, "w", encoding="utf-8") as file:
            file.write(as_lines({column: self.written(column, value) for column, value in row.items()} for row in rows))
        self.query(*self.definition(table, columns), *([self.copy(table, columns, path)] if rows else []))

    def run(self, sql):
        path = os.path.join(self.directory, "result.csv")
        if os.path.exists(path):
            os.remove(path)
        self.query(self.export(sql.rstrip().rstrip(";"), path))
        with open(path, encoding="utf-8") as file:
            return file.read()


class Duckdb(Module):
    name = "duckdb"
    MODULE = "@duckdb/node-api"
    TYPES = {"text": "VARCHAR", "float": "DOUBLE", "integer": "BIGINT", "exact_s": "DECIMAL(28, 9)", "at": "TIMESTAMP", "zoned": "TIMESTAMPTZ"}
    SETTINGS = ("SET TimeZone = 'America/New_York'",)
    SCRIPT = """
      const { DuckDBInstance, version } = require('@duckdb/node-api');
      (async () => {
        const connection = await (await DuckDBInstance.create(process.argv[1])).connect();
        for (const line of require('fs').readFileSync(0, 'utf8').trim().split('\\n')) await connection.run(JSON.parse(line));
        console.log(version());
        connection.closeSync();
      })().catch(error => { console.error(error.message); process.exit(1); });"""

    def written(self, column, value):
        return written(column, value)

    def copy(self, table, columns, path):
        types = ", ".join(f"'c{at}': '{self.type_of(column)}'" for at, column in enumerate(columns))
        return (f"INSERT INTO {self.table(table)} SELECT * FROM read_csv('{path}', header = false, delim = '\t', quote = '', escape = '', "
                f"nullstr = '\\N', columns = {{{types}}})")

    def export(self, sql, path):
        return f"COPY ({sql}) TO '{path}' (HEADER)"


class Server(Engine):
    """An engine whose server runs as long as the test."""

    def wait_until(self, is_ready):
        for _ in range(600):
            if self.process.poll() is not None or is_ready():
                break
            time.sleep(0.05)
        if self.process.poll() is not None or not is_ready():
            sys.exit(f"{self.name} did not start: {self.log()}")

    def log(self):
        with open(os.path.join(self.directory, "log"), encoding="utf-8", errors="replace") as file:
            return file.read()[-3000:]

    def start(self, line, **options):
        with open(os.path.join(self.directory, "log"), "w", encoding="utf-8") as log:
            self.process = subprocess.Popen(line, stdin=subprocess.DEVNULL, stdout=log, stderr=log, **options)

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Postgres(Server):
    name = "postgres"
    TYPES = {"text": "text", "float": "double precision", "integer": "bigint", "exact_s": "numeric(28, 9)", "at": "timestamp",
             "zoned": "timestamptz", "http": "integer", "input": "numeric"}
    PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin")

    def __init__(self, directory):
        self.directory = directory
        initdb, postgres = program("initdb", *self.PLACES), program("postgres", *self.PLACES)
        self.psql = [program("psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", directory, "-U", "postgres", "-d", "postgres"]
        # The server refuses to run as root.
        account = next(name for name in ("postgres", "nobody") if name in {entry.pw_name for entry in pwd.getpwall()})
        self.account = {"user": account, "group": pwd.getpwnam(account).pw_gid, "extra_groups": []} if os.getuid() == 0 else {}
        if self.account:
            shutil.chown(directory, account)
        data = os.path.join(directory, "data")
        checked([initdb, "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"], cwd=directory, **self.account)
        self.start([postgres, "-D", data, "-k", directory, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "timezone=America/New_York"],
                   cwd=directory, **self.account)
        self.wait_until(lambda: subprocess.run([*self.psql, "-c", "SELECT 1"], capture_output=True).returncode == 0)
        self.version = checked([*self.psql, "-At", "-c", "SHOW server_version"]).strip()

    def load(self, table, columns, rows):
        rows = ({column: written(column, value) for column, value in row.items()} for row in rows)
        checked([*self.psql, "-c", "; ".join(self.definition(table, columns))])
        checked([*self.psql, "-c", f"COPY {self.table(table)} FROM STDIN"], input=as_lines(rows))

    def run(self, sql):
        path = os.path.join(self.directory, "traffic.sql")
        with open(path, "w", encoding="utf-8") as file:
            file.write(sql)
        return checked([*self.psql, "--csv", "-f", path])


class Chdb(Module):
    """ClickHouse without a server. Its DateTime64 has microseconds."""

    name = "clickhouse"
    MODULE = "chdb"
    PRODUCT_ERROR = Decimal("1e-12")
    TYPES = {"text": "Nullable(String)", "float": "Nullable(Float64)", "integer": "Nullable(Int64)", "at": "Nullable(DateTime64(6))",
             "zoned": "Nullable(DateTime64(6, 'Asia/Kolkata'))", "http": "Nullable(Int16)", "id": "UInt32", "exact_s": "Nullable(Decimal(28, 9))"}
    ENDING = " ENGINE = MergeTree ORDER BY tuple()"
    SETTINGS = ("SET session_timezone = 'America/New_York'",)
    SCRIPT = """
      const { Session } = require('chdb');
      const session = new Session(process.argv[1]);
      for (const line of require('fs').readFileSync(0, 'utf8').trim().split('\\n')) session.query(JSON.parse(line));
      console.log(session.query('SELECT version()', 'TabSeparated'));
      session.close();"""

    def quoted(self, name):
        return "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`"

    def definition(self, table, columns):
        return [line.replace("CREATE SCHEMA", "CREATE DATABASE") for line in super().definition(table, columns)]

    def written(self, column, value):
        return None if column in self.TIMES and value is not None and math.isinf(value) else value

    def copy(self, table, columns, path):
        types = ", ".join(f"c{at} {'Nullable(Int64)' if column in self.TIMES else self.type_of(column)}" for at, column in enumerate(columns))
        values = ", ".join(f"fromUnixTimestamp64Micro(c{at})" if column in self.TIMES else f"c{at}" for at, column in enumerate(columns))
        return f"INSERT INTO {self.table(table)} SELECT {values} FROM file('{path}', TabSeparated, '{types}')"

    def export(self, sql, path):
        return f"{sql} INTO OUTFILE '{path}' FORMAT CSVWithNames"


ENGINES = {"duckdb": Duckdb, "chdb": Chdb, "postgres": Postgres}
