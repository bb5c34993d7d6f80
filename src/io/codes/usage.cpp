// SPDX-License-Identifier: MIT
// BE-U: what is asked.
#include <array>

#include "io/codes/codes.hpp"

namespace breakeven::io {
namespace {

// clang-format off
constexpr std::array usage_rows{
    DiagnosticCode{"BE-U001", "an option that the command does not have",
                   "Each command takes its own options, and no abbreviations. A misspelt option is refused, not "
                   "skipped, because an answer without it would be the answer to another question. The help line "
                   "names the nearest option; --help behind the command lists all.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --mont 720h",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --month 720h"},
    DiagnosticCode{"BE-U002", "no command, or an unknown one",
                   "The first word says what to do, such as compare or rank; there is no default. catalog needs a "
                   "second one: list, show, validate or import.",
                   "breakeven compair",
                   "breakeven compare --help"},
    DiagnosticCode{"BE-U003", "an option or an input given twice",
                   "An option that is given twice, or an option and a --set of the same input, leave open which one "
                   "counts. Keep one. Levels do not clash: an option displaces a variable of the environment, and "
                   "that displaces a scenario file.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --gpus 1 --gpus 2",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --gpus 2"},
    DiagnosticCode{"BE-U004", "two inputs that answer the same question",
                   "Some inputs are different ways to say one thing: a volume, a number of requests or a "
                   "utilization; a total or an output throughput; a flat price or split prices; a shape or an input "
                   "share; billed hours or sessions; marginal or all-units tiers. Give one of them. On different "
                   "levels the higher one displaces the other.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --util 30%",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month"},
    DiagnosticCode{"BE-U005", "an input that is missing",
                   "A comparison needs a GPU price, a throughput, an API price and a volume; other commands say "
                   "what they need. Nothing is guessed. The notes show how to give what is missing.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month"},
    DiagnosticCode{"BE-U006", "a word that is not expected here",
                   "The command takes no such argument: a value without its option, or a section, schema or figure "
                   "that does not exist. Options begin with --.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month 720h",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --month 720h"},
    DiagnosticCode{"BE-U007", "an unknown output format",
                   "The answer can be a table, or one of the formats that --help lists. The name stands behind -f "
                   "or --format, in BREAKEVEN_FORMAT, or before the = of --export.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month -f yaml",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month -f json"},
    DiagnosticCode{"BE-U008", "standard input asked for twice",
                   "A lone - reads standard input, and its content can be read once. Save one of the two as a file "
                   "and give its name.",
                   "echo '{\"schema\": \"breakeven.scenario\", \"schema_version\": \"1.0\", \"inputs\": {\"gpu\": "
                   "\"h100-sxm\"}}' | breakeven compare --catalog - --scenario - --throughput 2500tok/s --api-price "
                   "0.6usd/Mtok --volume 1B/month",
                   "echo '{\"schema\": \"breakeven.scenario\", \"schema_version\": \"1.0\", \"inputs\": {\"gpu\": "
                   "\"h100-sxm\"}}' | breakeven compare --scenario - --throughput 2500tok/s --api-price 0.6usd/Mtok "
                   "--volume 1B/month"},
    DiagnosticCode{"BE-U009", "an unknown input",
                   "Inputs have one key each, the same for --set, scenario files and CSV headers. A key that is not "
                   "one of them is refused, since leaving it out would change the answer. breakeven schema scenario "
                   "lists the keys.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --set overhead=1.2",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --set overhead_multiplier=1.2"},
    DiagnosticCode{"BE-U010", "an option whose value cannot be read",
                   "The option is known, and its value is not of the form that it takes: a date is YYYY-MM-DD, a "
                   "width is a number of columns, a shape is input:output. A value that begins with -- is taken for "
                   "a forgotten value; write --option=value where it is meant.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --today 21.11.2026",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --today 2026-11-21"},
    DiagnosticCode{"BE-U011", "an option that would have no effect",
                   "rank takes GPU prices, throughputs and API prices from the catalog, offer by offer. A price "
                   "that is given there would be ignored, so it is refused. Put it in a catalog of your own, or use "
                   "compare. Latencies and a service tier choose entries of the catalog, and are refused where "
                   "what they choose is given.",
                   "breakeven rank --model llama-3.3-70b --volume 1B/month --gpu-discount 10% --set "
                   "gpu_usd_per_hour=2.5",
                   "breakeven rank --model llama-3.3-70b --volume 1B/month --gpu-discount 10%"},
    DiagnosticCode{"BE-U012", "an answer that has no plot, or no tests to report",
                   "Some answers can be drawn, and this one cannot: prices, schemas and explanations are lists and "
                   "sentences. JUnit, TAP and GitHub annotations report checks. Ask for a table, or for one of the "
                   "formats that programs read; the help line names the commands that have the other.",
                   "breakeven catalog list gpus -f plot",
                   "breakeven catalog list gpus -f table"},
    DiagnosticCode{"BE-U013", "a sweep without inputs, or with too many inputs or points",
                   "A sweep varies one or two inputs, and asks each question of their grid: 100,000 at the most. "
                   "With a third input an answer would be a cube that no table shows, and it is better asked as one "
                   "sweep for each of its values.",
                   "breakeven sweep --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --vary "
                   "tok_per_month=1B/month..10B/month/1000001",
                   "breakeven sweep --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --vary "
                   "tok_per_month=1B/month..10B/month/10"},
    DiagnosticCode{"BE-U014", "ranges that cannot be tried or drawn",
                   "--range and --monte-carlo ask about inputs that are ranges, typed as 1.99..3.50usd/h or priced "
                   "so by the catalog, and there is none; or there are more than can be tried; or one begins at 0, "
                   "which a lognormal distribution never reaches. The help line says what to give instead.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --range",
                   "breakeven compare --gpu-price 2..3usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --range"},
    DiagnosticCode{"BE-U015", "two files that cannot be compared",
                   "diff compares like with like: two catalogs, which are price files or the word builtin, or two "
                   "answers of one command as -f json writes them. The schema key of a file says which it is. A "
                   "file has no difference from itself, so naming it twice is taken for a slip.",
                   "breakeven diff data/examples/prices.json data/examples/scenario.json",
                   "breakeven diff builtin data/examples/prices.json"},
};
// clang-format on

}  // namespace

std::span<const DiagnosticCode> usage_codes() { return usage_rows; }

}  // namespace breakeven::io
