// SPDX-License-Identifier: MIT
// Prints the least time in milliseconds of RUNS aggregations of FILE by hours, with two threads of DuckDB, and then what
// they found: requests, input and output tokens.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [file, runs, modules] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(join(modules, 'here.js'))('@duckdb/node-api');
const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
const query = `SELECT date_trunc('hour', "TIMESTAMP") AS hour, count(*) AS requests, sum(ContextTokens) AS input,
                      sum(GeneratedTokens) AS output, max(ContextTokens) AS longest
               FROM read_csv('${file}', header = true) GROUP BY hour ORDER BY hour`;
let least = Infinity;
let rows = [];
for (let run = 0; run < Number(runs); ++run) {
  const start = process.hrtime.bigint();
  rows = (await connection.runAndReadAll(query)).getRowObjects();
  least = Math.min(least, Number(process.hrtime.bigint() - start) / 1e6);
}
const sum = (name) => rows.reduce((total, row) => total + Number(row[name]), 0);
console.log(least.toFixed(1), sum('requests'), sum('input'), sum('output'));
