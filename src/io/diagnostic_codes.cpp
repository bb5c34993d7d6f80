// SPDX-License-Identifier: MIT
#include <array>

#include "io/diagnostic.hpp"

namespace breakeven::io {
namespace {

// Sorted by family: U usage, Q quantity, J JSON text, S shape of a file, P catalog, M model and feasibility, O output,
// W warning. The lines are run by a test, in the source directory.
// clang-format off
constexpr std::array codes{
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
                   "share; billed hours or sessions; marginal or all-units tiers. Give one of them. On different levels the higher one displaces the other.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --util 30%",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month"},
    DiagnosticCode{"BE-U005", "an input that is missing",
                   "A comparison needs a GPU price, a throughput, an API price and a volume; other commands say what "
                   "they need. Nothing is guessed. The notes show how to give what is missing.",
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
                   "The answer can be a table, or one of the formats that --help lists. The name stands behind -f or "
                   "--format, in BREAKEVEN_FORMAT, or before the = of --export.",
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
                   "rank takes GPU prices, throughputs and API prices from the catalog, offer by offer. A price that "
                   "is given there would be ignored, so it is refused. Put it in a catalog of your own, or use "
                   "compare.",
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
                   "A sweep varies one or two inputs, and asks each question of their grid: 100,000 at the most. With a "
                   "third input an answer would be a cube that no table shows, and it is better asked as one sweep for "
                   "each of its values.",
                   "breakeven sweep --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --vary "
                   "tok_per_month=1B/month..10B/month/1000001",
                   "breakeven sweep --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --vary "
                   "tok_per_month=1B/month..10B/month/10"},
    DiagnosticCode{"BE-U014", "ranges that cannot be tried or drawn",
                   "--range and --monte-carlo ask about inputs that are ranges, typed as 1.99..3.50usd/h or priced so "
                   "by the catalog, and there is none; or there are more than can be tried; or one begins at 0, which "
                   "a lognormal distribution never reaches. The help line says what to give instead.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --range",
                   "breakeven compare --gpu-price 2..3usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --range"},
    DiagnosticCode{"BE-U015", "two files that cannot be compared",
                   "diff compares like with like: two catalogs, which are price files or the word builtin, or two "
                   "answers of one command as -f json writes them. The schema key of a file says which it is. A file "
                   "has no difference from itself, so naming it twice is taken for a slip.",
                   "breakeven diff data/examples/prices.json data/examples/scenario.json",
                   "breakeven diff builtin data/examples/prices.json"},
    DiagnosticCode{"BE-Q001", "a value that is not a number",
                   "A quantity begins with its number: digits, a decimal point, and _ between digits where that "
                   "helps. Words such as nan and inf are not numbers, and a range needs both of its bounds.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --overhead about1.2",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --overhead 1.2"},
    DiagnosticCode{"BE-Q002", "a number with a comma",
                   "2,500 is two thousand five hundred to one reader and two and a half to another, so a comma is "
                   "never read. Write the decimal point as . and separate digits with _.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --fixed 2,500usd/month",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --fixed 2_500usd/month"},
    DiagnosticCode{"BE-Q003", "a number too large or too small to be held",
                   "Numbers are held as doubles, which end near 1.8e308 and 2.2e-308. Beyond that a number would "
                   "become infinite or 0, and the answer would be wrong without a sign of it.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --fixed 1e400usd/month",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --fixed 1e4usd/month"},
    DiagnosticCode{"BE-Q004", "a unit that is not known",
                   "Units are usd (or $), tok, req, W, Wh, and the times s, min, h, d, week, month and year; k, M, B and "
                   "T multiply by a thousand up to a trillion. Case matters: M is a million, and m is nothing.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1m/month",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1M/month"},
    DiagnosticCode{"BE-Q005", "a quantity without its unit or currency",
                   "An option's price, rate, volume or duration needs its unit: a shell turns an unquoted $2.50/h "
                   "into .50/h, and the missing currency is what shows it. Beside its key, as in --set "
                   "gpu_usd_per_hour=2.5, a bare number is in the key's unit.",
                   "breakeven compare --gpu-price 2.5 --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month"},
    DiagnosticCode{"BE-Q006", "a price in another currency",
                   "All prices are in US dollars, and exchange rates change by the day. Convert the price before you "
                   "give it, and keep the rate with your notes.",
                   "breakeven compare --gpu-price 2.5eur/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month",
                   "breakeven compare --gpu-price 2.9usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month"},
    DiagnosticCode{"BE-Q007", "a unit of something else",
                   "The units are known, but they measure something else: tokens per second where a price is asked, "
                   "or the length of a month in months. Times convert into each other, so usd/day is fine for a "
                   "price per hour.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --month 1month",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --month 720h"},
    DiagnosticCode{"BE-Q008", "a number outside the range of its input",
                   "Each input has bounds: ratios lie between 0 and 1, counts are whole, prices are not negative. "
                   "The message states the bounds. A ratio can be written as a percentage: 10% is 0.1.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --gpu-discount 10",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --gpu-discount 10%"},
    DiagnosticCode{"BE-Q009", "a range that begins above its end",
                   "A range is written from its lower to its higher bound. Exchange the two; where only the order of "
                   "months and hours differs, the length of the month decides.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "2..1B/month",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1..2B/month"},
    DiagnosticCode{"BE-Q010", "tiers that cannot be read",
                   "Tiers are monthly volumes with their prices, in ascending order: VOLUME:PRICE,VOLUME:PRICE. A price "
                   "is one for all kinds of tokens, as in 0.8usd/Mtok, or a discount off the list prices, as in 20%. "
                   "Above the volume it holds for the tokens above it (--api-tiers) or for all tokens of the month "
                   "(--api-all-units-tiers).",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --api-tiers 1B/month=20%",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --api-tiers 1B/month:20%"},
    DiagnosticCode{"BE-J001", "text that is not JSON",
                   "The text breaks the rules of JSON at the place that is shown: a missing comma, a trailing one, "
                   "single quotes, a merge marker, or an end that comes too early. Comments are allowed.",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"models\": [],}' | breakeven catalog validate -",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"models\": []}' | breakeven catalog validate -"},
    DiagnosticCode{"BE-J002", "a key that occurs twice in one object",
                   "Most readers silently keep the last of two equal keys, and a price that was changed in one place "
                   "stays wrong in the other. Keep one of them.",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"models\": [], \"models\": []}' | breakeven catalog validate -",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"models\": []}' | breakeven catalog validate -"},
    DiagnosticCode{"BE-J003", "a number too large for a double",
                   "JSON sets no limit to numbers, doubles end near 1.8e308, and beyond that a number would become "
                   "infinite. Nothing in a catalog comes near it: look for a slip in the exponent.",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"models\": [{\"id\": \"my-model\", \"params\": 70.6e999, \"cited\": "
                   "{\"source\": \"price list\", \"as_of\": \"2026-06-15\"}}]}' | breakeven catalog validate -",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"models\": [{\"id\": \"my-model\", \"params\": 70.6e9, \"cited\": {\"source\": "
                   "\"price list\", \"as_of\": \"2026-06-15\"}}]}' | breakeven catalog validate -"},
    DiagnosticCode{"BE-J004", "a number so small that it would become 0",
                   "The number is above 0, and yet too small for a double, which would turn it into 0: a price would "
                   "silently become free. Look for a slip in the exponent.",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"models\": [{\"id\": \"my-model\", \"params\": 70.6e-999, \"cited\": "
                   "{\"source\": \"price list\", \"as_of\": \"2026-06-15\"}}]}' | breakeven catalog validate -",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"models\": [{\"id\": \"my-model\", \"params\": 70.6e9, \"cited\": {\"source\": "
                   "\"price list\", \"as_of\": \"2026-06-15\"}}]}' | breakeven catalog validate -"},
    DiagnosticCode{"BE-J005", "JSON that is nested too deep",
                   "No file of breakeven needs more than 5 levels, and 64 are read. Deeper nesting is a file of "
                   "something else, or one that was made to exhaust the reader.",
                   "breakeven catalog validate tests/data/bad_files/deep_65.json",
                   "breakeven catalog validate data/examples/prices.json"},
    DiagnosticCode{"BE-J006", "a NUL byte in a text file",
                   "JSON is text, and text has no NUL bytes. The file is probably binary, compressed, or in UTF-16: "
                   "save it as UTF-8.",
                   "breakeven catalog validate tests/data/bad_files/nul_byte.json",
                   "breakeven catalog validate data/examples/prices.json"},
    DiagnosticCode{"BE-S001", "a key that the file cannot have",
                   "Unknown keys are refused, because a misspelt price would otherwise be left out without a word. "
                   "The help line names the nearest key; breakeven schema catalog lists all. Notes of your own fit "
                   "into a comment, or into \"note\" of \"cited\".",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"models\": [{\"id\": \"my-model\", \"params\": 70.6e9, \"layer\": 80, "
                   "\"cited\": {\"source\": \"price list\", \"as_of\": \"2026-06-15\"}}]}' | breakeven catalog "
                   "validate -",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"models\": [{\"id\": \"my-model\", \"params\": 70.6e9, \"layers\": 80, "
                   "\"cited\": {\"source\": \"price list\", \"as_of\": \"2026-06-15\"}}]}' | breakeven catalog "
                   "validate -"},
    DiagnosticCode{"BE-S002", "a key that is missing",
                   "The object lacks a key that it must have. An entry without its price, its source or its date "
                   "cannot be used, and is not guessed at.",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"models\": [{\"id\": \"my-model\", \"layers\": 80, \"cited\": {\"source\": "
                   "\"price list\", \"as_of\": \"2026-06-15\"}}]}' | breakeven catalog validate -",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"models\": [{\"id\": \"my-model\", \"layers\": 80, \"params\": 70.6e9, "
                   "\"cited\": {\"source\": \"price list\", \"as_of\": \"2026-06-15\"}}]}' | breakeven catalog "
                   "validate -"},
    DiagnosticCode{"BE-S003", "a value of the wrong kind",
                   "A number is expected where a string stands, an object where an array stands, and so on. null is "
                   "no value at all: leave the key out where something is not known.",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"gpu_offers\": [{\"id\": \"me/h100\", \"gpu\": \"h100-sxm\", \"provider\": "
                   "\"me\", \"term\": \"on_demand\", \"usd_per_gpu_hour\": \"2.50\", \"cited\": {\"source\": \"price "
                   "list\", \"as_of\": \"2026-06-15\"}}]}' | breakeven catalog validate -",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"gpu_offers\": [{\"id\": \"me/h100\", \"gpu\": \"h100-sxm\", \"provider\": "
                   "\"me\", \"term\": \"on_demand\", \"usd_per_gpu_hour\": 2.50, \"cited\": {\"source\": \"price "
                   "list\", \"as_of\": \"2026-06-15\"}}]}' | breakeven catalog validate -"},
    DiagnosticCode{"BE-S004", "a number outside the range of its key",
                   "The number cannot be meant: a negative price, a share above 1, half a GPU. The message states "
                   "the bounds.",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"gpu_offers\": [{\"id\": \"me/h100\", \"gpu\": \"h100-sxm\", \"provider\": "
                   "\"me\", \"term\": \"on_demand\", \"usd_per_gpu_hour\": -2.5, \"cited\": {\"source\": \"price "
                   "list\", \"as_of\": \"2026-06-15\"}}]}' | breakeven catalog validate -",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"gpu_offers\": [{\"id\": \"me/h100\", \"gpu\": \"h100-sxm\", \"provider\": "
                   "\"me\", \"term\": \"on_demand\", \"usd_per_gpu_hour\": 2.5, \"cited\": {\"source\": \"price "
                   "list\", \"as_of\": \"2026-06-15\"}}]}' | breakeven catalog validate -"},
    DiagnosticCode{"BE-S005", "an empty string",
                   "An id, a name or a source that is empty says nothing, and nothing could refer to it. Write it, "
                   "or leave an optional key out.",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"models\": [{\"id\": \"my-model\", \"params\": 70.6e9, \"cited\": {\"source\": "
                   "\"\", \"as_of\": \"2026-06-15\"}, \"layers\": 80}]}' | breakeven catalog validate -",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"models\": [{\"id\": \"my-model\", \"params\": 70.6e9, \"cited\": {\"source\": "
                   "\"model card\", \"as_of\": \"2026-06-15\"}, \"layers\": 80}]}' | breakeven catalog validate -"},
    DiagnosticCode{"BE-S006", "a word that is not one of the possible ones",
                   "The key takes one of a few words, which the help line lists: the term of an offer, or the kind "
                   "of a throughput record.",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"gpu_offers\": [{\"id\": \"me/h100\", \"gpu\": \"h100-sxm\", \"provider\": "
                   "\"me\", \"term\": \"hourly\", \"usd_per_gpu_hour\": 2.5, \"cited\": {\"source\": \"price list\", "
                   "\"as_of\": \"2026-06-15\"}}]}' | breakeven catalog validate -",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"gpu_offers\": [{\"id\": \"me/h100\", \"gpu\": \"h100-sxm\", \"provider\": "
                   "\"me\", \"term\": \"on_demand\", \"usd_per_gpu_hour\": 2.5, \"cited\": {\"source\": \"price "
                   "list\", \"as_of\": \"2026-06-15\"}}]}' | breakeven catalog validate -"},
    DiagnosticCode{"BE-S007", "values that contradict each other",
                   "Each value could be right alone, but not together with the others: a flat price beside split "
                   "prices, a low end above the high one, context tiers out of order, or two rates for one "
                   "throughput.",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"api_offers\": [{\"id\": \"me/api\", \"provider\": \"me\", \"model\": "
                   "\"my-model\", \"usd_per_mtok\": 0.6, \"input_usd_per_mtok\": 0.4, \"cited\": {\"source\": "
                   "\"price list\", \"as_of\": \"2026-06-15\"}}]}' | breakeven catalog validate -",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"api_offers\": [{\"id\": \"me/api\", \"provider\": \"me\", \"model\": "
                   "\"my-model\", \"input_usd_per_mtok\": 0.4, \"output_usd_per_mtok\": 0.8, \"cited\": {\"source\": "
                   "\"price list\", \"as_of\": \"2026-06-15\"}}]}' | breakeven catalog validate -"},
    DiagnosticCode{"BE-S008", "a date that does not exist",
                   "Dates are written YYYY-MM-DD, and must be in the calendar. They tell how old a price is, so a "
                   "wrong one is refused.",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-02-30\"}' | breakeven catalog validate -",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-02-28\"}' | breakeven catalog validate -"},
    DiagnosticCode{"BE-S009", "a document of another kind or version",
                   "\"schema\" says what a file is, and \"schema_version\" by which rules it is written. A catalog "
                   "cannot be read as a scenario, and a newer major version may mean something else by the same "
                   "words.",
                   "breakeven catalog validate data/examples/scenario.json",
                   "breakeven catalog validate data/examples/prices.json"},
    DiagnosticCode{"BE-S010", "a file that cannot be read",
                   "The file is absent, a directory, not readable for you, or larger than 64 MiB; the message says "
                   "which. Names are relative to the directory that you are in.",
                   "breakeven catalog list models --catalog no-such-file.json",
                   "breakeven catalog list models --catalog data/examples/prices.json"},
    DiagnosticCode{"BE-P001", "an id that occurs twice in one section",
                   "Ids name entries, so each can stand once in a section of a file. To replace an entry, put it in "
                   "another file and layer that one over: the later one wins. An older figure of the same offer "
                   "takes a date: provider/thing@2026-01.",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"models\": [{\"id\": \"my-model\", \"params\": 7e9, \"cited\": {\"source\": "
                   "\"price list\", \"as_of\": \"2026-06-15\"}}, {\"id\": \"my-model\", \"params\": 8e9, \"cited\": "
                   "{\"source\": \"price list\", \"as_of\": \"2026-06-15\"}}]}' | breakeven catalog validate -",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"models\": [{\"id\": \"my-model\", \"params\": 7e9, \"cited\": {\"source\": "
                   "\"price list\", \"as_of\": \"2026-06-15\"}}, {\"id\": \"my-model-2\", \"params\": 8e9, "
                   "\"cited\": {\"source\": \"price list\", \"as_of\": \"2026-06-15\"}}]}' | breakeven catalog "
                   "validate -"},
    DiagnosticCode{"BE-P002", "a reference to an entry that no catalog has",
                   "An offer names its GPU, and a throughput record its GPU and its model, by id. The id must be in "
                   "this file or in a catalog below it. Correct it, or add the entry.",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"gpu_offers\": [{\"id\": \"me/h100\", \"gpu\": \"h100\", \"provider\": \"me\", "
                   "\"term\": \"on_demand\", \"usd_per_gpu_hour\": 2.5, \"cited\": {\"source\": \"price list\", "
                   "\"as_of\": \"2026-06-15\"}}]}' | breakeven catalog validate -",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"gpu_offers\": [{\"id\": \"me/h100\", \"gpu\": \"h100-sxm\", \"provider\": "
                   "\"me\", \"term\": \"on_demand\", \"usd_per_gpu_hour\": 2.5, \"cited\": {\"source\": \"price "
                   "list\", \"as_of\": \"2026-06-15\"}}]}' | breakeven catalog validate -"},
    DiagnosticCode{"BE-P003", "an id or a name that no catalog has",
                   "The catalogs have no entry of this id, or none of this provider, model or term. breakeven "
                   "catalog list shows what there is; --catalog adds a file of your own.",
                   "breakeven catalog show h100-sxn",
                   "breakeven catalog show h100-sxm"},
    DiagnosticCode{"BE-P004", "a file of no format that can be imported",
                   "catalog import recognizes price lists by what stands in them, not by their names. The help line names the formats; data/examples and the README say where their files come from. A file that --from names must be of that format.",
                   "echo '{\"prices\": []}' | breakeven catalog import -",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-07, \"output_cost_per_token\": 4e-07}}' | breakeven catalog import - --as-of 2026-08-01"},
    DiagnosticCode{"BE-P005", "prices without a date",
                   "Every price of a catalog has the day on which it was true, so that an answer can say how old it is. This list does not say it. Give the day on which you took the file; it is not guessed from the file's name or from the clock.",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-07, \"output_cost_per_token\": 4e-07}}' | breakeven catalog import -",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-07, \"output_cost_per_token\": 4e-07}}' | breakeven catalog import - --as-of 2026-08-01"},
    DiagnosticCode{"BE-P006", "a model without an output price",
                   "Output tokens cost several times what input tokens do, so an offer without their price cannot be compared. Lists that know none, as for models that only embed, say 0: that is a price.",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-07}}' | breakeven catalog import - --as-of 2026-08-01",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-07, \"output_cost_per_token\": 4e-07}}' | breakeven catalog import - --as-of 2026-08-01"},
    DiagnosticCode{"BE-P007", "a model without an input price",
                   "The list has a price of output tokens, and none of input tokens. An absent price is unknown, not 0, so the entry is not imported.",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"output_cost_per_token\": 4e-07}}' | breakeven catalog import - --as-of 2026-08-01",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-07, \"output_cost_per_token\": 4e-07}}' | breakeven catalog import - --as-of 2026-08-01"},
    DiagnosticCode{"BE-P008", "a model without any price per token",
                   "The list names the model, and says nothing about what its tokens cost. An explicit 0 would be a price.",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"mode\": \"chat\"}}' | breakeven catalog import - --as-of 2026-08-01",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-07, \"output_cost_per_token\": 4e-07}}' | breakeven catalog import - --as-of 2026-08-01"},
    DiagnosticCode{"BE-P009", "a price per something other than tokens",
                   "Images, seconds, pages, characters, queries and units such as Databricks' DBU are not tokens, and no rate converts them without a guess. An entry whose tokens are free because something else is paid for is one of these.",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"output_cost_per_second\": 0.01}}' | breakeven catalog import - --as-of 2026-08-01",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-07, \"output_cost_per_token\": 4e-07}}' | breakeven catalog import - --as-of 2026-08-01"},
    DiagnosticCode{"BE-P010", "a negative price",
                   "Lists write -1 where a price depends on something else, as for a router that chooses the model. It is not a price, and not 0. The entry is not imported.",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": -1, \"output_cost_per_token\": -1}}' | breakeven catalog import - --as-of 2026-08-01",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-07, \"output_cost_per_token\": 4e-07}}' | breakeven catalog import - --as-of 2026-08-01"},
    DiagnosticCode{"BE-P011", "an entry that cannot be read",
                   "A price is a number, or where the format says so a string that holds one; it has a seller and a model. The note says what stands there instead. Nothing of the entry is imported.",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": \"cheap\", \"output_cost_per_token\": 4e-07}}' | breakeven catalog import - --as-of 2026-08-01",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-07, \"output_cost_per_token\": 4e-07}}' | breakeven catalog import - --as-of 2026-08-01"},
    DiagnosticCode{"BE-P012", "context tiers that a catalog cannot hold",
                   "In a catalog, a tier's prices hold for every token of a request whose input is longer than its bound. Ranges that overlap or leave gaps, and tiers of which each prices only the tokens within it, cannot be said so.",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"tiered_pricing\": [{\"range\": [0, 32000], \"input_cost_per_token\": 1e-07, \"output_cost_per_token\": 4e-07}, {\"range\": [64000, 128000], \"input_cost_per_token\": 2e-07, \"output_cost_per_token\": 8e-07}]}}' | breakeven catalog import - --as-of 2026-08-01",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"tiered_pricing\": [{\"range\": [0, 32000], \"input_cost_per_token\": 1e-07, \"output_cost_per_token\": 4e-07}, {\"range\": [32000, 128000], \"input_cost_per_token\": 2e-07, \"output_cost_per_token\": 8e-07}]}}' | breakeven catalog import - --as-of 2026-08-01"},
    DiagnosticCode{"BE-P013", "no price that was in force on a day",
                   "The list has dated prices of the model, and --as-of asks for a day on which none of them held: before the first, or behind the last. Ask for another day.",
                   "echo '{\"vendor\": \"acme\", \"models\": [{\"id\": \"small\", \"price_history\": [{\"input\": 0.1, \"output\": 0.4, \"from_date\": \"2026-03-01\", \"to_date\": null}]}]}' | breakeven catalog import - --as-of 2026-02-01",
                   "echo '{\"vendor\": \"acme\", \"models\": [{\"id\": \"small\", \"price_history\": [{\"input\": 0.1, \"output\": 0.4, \"from_date\": \"2026-03-01\", \"to_date\": null}]}]}' | breakeven catalog import - --as-of 2026-08-01"},
    DiagnosticCode{"BE-M001", "a price that this traffic needs and the API does not state",
                   "An unknown price is not 0. Output tokens, cached input and cache writes each need a price as "
                   "soon as the traffic has any of them. Give it by the option that the help line names, or choose "
                   "another offer.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api groq/llama-3.3-70b "
                   "--cache-hit 50% --shape 1500:300 --volume 1B/month",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api groq/llama-3.3-70b "
                   "--cache-hit 50% --api-cache-read 0.3usd/Mtok --shape 1500:300 --volume 1B/month"},
    DiagnosticCode{"BE-M002", "requests whose size is not known",
                   "A number of requests, a fee for each of them and a context cost mean nothing until it is known "
                   "how many tokens a request has. Add --shape with input and output tokens.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --requests "
                   "500k/month",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --requests "
                   "500k/month --shape 1500:300"},
    DiagnosticCode{"BE-M003", "a model without a throughput record on this GPU",
                   "No catalog has a measurement of this model on this GPU, and one of another GPU says little about "
                   "it. The note lists the GPUs that have one. Give what you measured, or choose one of those.",
                   "breakeven compare --gpu lambda/a10 --model llama-3.3-70b --api-price 0.6usd/Mtok --volume "
                   "1B/month",
                   "breakeven compare --gpu lambda/h100-sxm --model llama-3.3-70b --api-price 0.6usd/Mtok --volume "
                   "1B/month"},
    DiagnosticCode{"BE-M004", "a throughput record of something else",
                   "The record was taken on another model, another GPU or another number of GPUs than what is given. "
                   "A throughput does not carry over. Leave one of the two out, or choose a record that fits.",
                   "breakeven compare --gpu lambda/h100-sxm --model llama-3.3-70b --gpus 8 --api-price 0.6usd/Mtok "
                   "--volume 1B/month",
                   "breakeven compare --gpu lambda/h100-sxm --model llama-3.3-70b --gpus 2 --api-price 0.6usd/Mtok "
                   "--volume 1B/month"},
    DiagnosticCode{"BE-M005", "inputs that contradict each other",
                   "Each input could be right alone, but not with the others: more billed hours than the month has, "
                   "a maximum below the minimum, a utilization above the headroom, more cached tokens than input "
                   "tokens, or one of two inputs that go together. The help line names the options to change.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --min-replicas 4 --max-replicas 2",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --min-replicas 2 --max-replicas 4"},
    DiagnosticCode{"BE-M006", "a GPU without an on-demand offer",
                   "The id of a GPU stands for its cheapest on-demand offer, and no catalog has one. Name an offer "
                   "of another term by its id, or give the price.",
                   "breakeven compare --gpu mi355x --throughput 2500tok/s --api-price 0.6usd/Mtok --volume 1B/month",
                   "breakeven compare --gpu mi355x --gpu-price 3usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok "
                   "--volume 1B/month"},
    DiagnosticCode{"BE-M007", "an output throughput without output tokens",
                   "The total throughput is the output throughput divided by the share of output, which is 0 where "
                   "all tokens are input, as for embeddings. Give the total throughput instead.",
                   "breakeven compare --gpu-price 2.5usd/h --output-throughput 800tok/s --input-share 100% "
                   "--api-price 0.6usd/Mtok --volume 1B/month",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 3200tok/s --input-share 100% --api-price "
                   "0.6usd/Mtok --volume 1B/month"},
    DiagnosticCode{"BE-M008", "spot hours without a fallback price",
                   "Where spot GPUs cannot be had for a part of the hours, something else runs then, and it has a price: "
                   "the same GPU on demand, as a rule. A missing price is never taken as zero.",
                   "breakeven compare --gpu-price 1.2usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --spot-availability 90%",
                   "breakeven compare --gpu-price 1.2usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --spot-availability 90% --spot-fallback 2.5usd/h"},
    DiagnosticCode{"BE-M009", "an infeasible question where a saving is asked",
                   "A sensitivity says by how much the saving moves, and there is none while the volume needs more "
                   "replicas than can be had. Allow more of them, or ask about less traffic.",
                   "breakeven sensitivity --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "20B/month --max-replicas 1",
                   "breakeven sensitivity --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "20B/month --max-replicas 4"},
    DiagnosticCode{"BE-C001", "checks that test nothing",
                   "A file without checks, a check without expectations, or an input without values to repeat it "
                   "for would be green whatever happens. Name a figure, an operator and a value.",
                   "echo '{\"schema\": \"breakeven.checks\", \"schema_version\": \"1.0\", \"checks\": [{\"name\": "
                   "\"API wins\", \"given\": {\"gpu_usd_per_hour\": 2.5, \"tok_per_s\": 2500, \"api_usd_per_mtok\": "
                   "0.6, \"tok_per_month\": 1e9}, \"expect\": {}}]}' | breakeven check -",
                   "echo '{\"schema\": \"breakeven.checks\", \"schema_version\": \"1.0\", \"checks\": [{\"name\": "
                   "\"API wins\", \"given\": {\"gpu_usd_per_hour\": 2.5, \"tok_per_s\": 2500, \"api_usd_per_mtok\": "
                   "0.6, \"tok_per_month\": 1e9}, \"expect\": {\"verdict\": {\"is\": \"api\"}}}]}' | breakeven "
                   "check -"},
    DiagnosticCode{"BE-C002", "an operator that checks do not have",
                   "The operators are is, not, min, max, above, below, near (with a tolerance) and one_of. min and "
                   "max include the value, above and below do not.",
                   "echo '{\"schema\": \"breakeven.checks\", \"schema_version\": \"1.0\", \"checks\": [{\"name\": "
                   "\"API wins\", \"given\": {\"gpu_usd_per_hour\": 2.5, \"tok_per_s\": 2500, \"api_usd_per_mtok\": "
                   "0.6, \"tok_per_month\": 1e9}, \"expect\": {\"self_host.usd_per_mtok\": {\"maximum\": 2}}}]}' | "
                   "breakeven check -",
                   "echo '{\"schema\": \"breakeven.checks\", \"schema_version\": \"1.0\", \"checks\": [{\"name\": "
                   "\"API wins\", \"given\": {\"gpu_usd_per_hour\": 2.5, \"tok_per_s\": 2500, \"api_usd_per_mtok\": "
                   "0.6, \"tok_per_month\": 1e9}, \"expect\": {\"self_host.usd_per_mtok\": {\"max\": 2}}}]}' | "
                   "breakeven check -"},
    DiagnosticCode{"BE-C003", "a figure that answers do not have",
                   "Figures are named by their path in the JSON of the answer, with dots between the keys and "
                   "numbers for the places in lists, or by catalog.SECTION.ID.KEY. breakeven schema compare lists "
                   "those of compare.",
                   "echo '{\"schema\": \"breakeven.checks\", \"schema_version\": \"1.0\", \"checks\": [{\"name\": "
                   "\"API wins\", \"given\": {\"gpu_usd_per_hour\": 2.5, \"tok_per_s\": 2500, \"api_usd_per_mtok\": "
                   "0.6, \"tok_per_month\": 1e9}, \"expect\": {\"self_host.usd_per_token\": {\"max\": 2}}}]}' | "
                   "breakeven check -",
                   "echo '{\"schema\": \"breakeven.checks\", \"schema_version\": \"1.0\", \"checks\": [{\"name\": "
                   "\"API wins\", \"given\": {\"gpu_usd_per_hour\": 2.5, \"tok_per_s\": 2500, \"api_usd_per_mtok\": "
                   "0.6, \"tok_per_month\": 1e9}, \"expect\": {\"self_host.usd_per_mtok\": {\"max\": 2}}}]}' | "
                   "breakeven check -"},
    DiagnosticCode{"BE-C004", "an expectation that no answer, or every answer, meets",
                   "Bounds compare numbers, and a word must be one that the figure can have: a misspelt word would "
                   "never be found, and \"not\" with it would be green for ever.",
                   "echo '{\"schema\": \"breakeven.checks\", \"schema_version\": \"1.0\", \"checks\": [{\"name\": "
                   "\"API wins\", \"given\": {\"gpu_usd_per_hour\": 2.5, \"tok_per_s\": 2500, \"api_usd_per_mtok\": "
                   "0.6, \"tok_per_month\": 1e9}, \"expect\": {\"verdict\": {\"not\": \"self-host\"}}}]}' | "
                   "breakeven check -",
                   "echo '{\"schema\": \"breakeven.checks\", \"schema_version\": \"1.0\", \"checks\": [{\"name\": "
                   "\"API wins\", \"given\": {\"gpu_usd_per_hour\": 2.5, \"tok_per_s\": 2500, \"api_usd_per_mtok\": "
                   "0.6, \"tok_per_month\": 1e9}, \"expect\": {\"verdict\": {\"not\": \"self_host\"}}}]}' | "
                   "breakeven check -"},
    DiagnosticCode{"BE-C005", "two checks of one name",
                   "Reports, and --run, tell the checks of a file apart by their names. Give each its own; a check "
                   "that differs only in an input can be repeated with for_each.",
                   "echo '{\"schema\": \"breakeven.checks\", \"schema_version\": \"1.0\", \"checks\": [{\"name\": "
                   "\"API wins\", \"given\": {\"gpu_usd_per_hour\": 2.5, \"tok_per_s\": 2500, \"api_usd_per_mtok\": "
                   "0.6, \"tok_per_month\": 1e9}, \"expect\": {\"verdict\": {\"is\": \"api\"}}}, {\"name\": \"API "
                   "wins\", \"given\": {\"gpu_usd_per_hour\": 2.5, \"tok_per_s\": 2500, \"api_usd_per_mtok\": 0.6, "
                   "\"tok_per_month\": 1e9}, \"expect\": {\"verdict\": {\"not\": \"tie\"}}}]}' | breakeven check -",
                   "echo '{\"schema\": \"breakeven.checks\", \"schema_version\": \"1.0\", \"checks\": [{\"name\": "
                   "\"API wins\", \"given\": {\"gpu_usd_per_hour\": 2.5, \"tok_per_s\": 2500, \"api_usd_per_mtok\": "
                   "0.6, \"tok_per_month\": 1e9}, \"expect\": {\"verdict\": {\"is\": \"api\"}}}, {\"name\": \"no "
                   "tie\", \"given\": {\"gpu_usd_per_hour\": 2.5, \"tok_per_s\": 2500, \"api_usd_per_mtok\": 0.6, "
                   "\"tok_per_month\": 1e9}, \"expect\": {\"verdict\": {\"not\": \"tie\"}}}]}' | breakeven check -"},
    DiagnosticCode{"BE-C006", "a tolerance without near, or near without a tolerance",
                   "near needs how far the figure may be away: a tolerance in its unit, or a tolerance_ratio as a "
                   "share of what is expected. Other operators take none.",
                   "echo '{\"schema\": \"breakeven.checks\", \"schema_version\": \"1.0\", \"checks\": [{\"name\": "
                   "\"API wins\", \"given\": {\"gpu_usd_per_hour\": 2.5, \"tok_per_s\": 2500, \"api_usd_per_mtok\": "
                   "0.6, \"tok_per_month\": 1e9}, \"expect\": {\"self_host.usd_per_mtok\": {\"near\": 1.8}}}]}' | "
                   "breakeven check -",
                   "echo '{\"schema\": \"breakeven.checks\", \"schema_version\": \"1.0\", \"checks\": [{\"name\": "
                   "\"API wins\", \"given\": {\"gpu_usd_per_hour\": 2.5, \"tok_per_s\": 2500, \"api_usd_per_mtok\": "
                   "0.6, \"tok_per_month\": 1e9}, \"expect\": {\"self_host.usd_per_mtok\": {\"near\": 1.8, "
                   "\"tolerance_ratio\": 0.1}}}]}' | breakeven check -"},
    DiagnosticCode{"BE-C007", "a figure that this answer does not have",
                   "Some parts of an answer are there only where an option asks for them: range and uncertainty of "
                   "compare. Give the option in the options of the check.",
                   "echo '{\"schema\": \"breakeven.checks\", \"schema_version\": \"1.0\", \"checks\": [{\"name\": "
                   "\"API wins\", \"given\": {\"gpu_usd_per_hour\": 2.5, \"tok_per_s\": 2500, \"api_usd_per_mtok\": "
                   "0.6, \"tok_per_month\": 1e9}, \"expect\": {\"range.verdict\": {\"is\": \"api\"}}}]}' | "
                   "breakeven check -",
                   "echo '{\"schema\": \"breakeven.checks\", \"schema_version\": \"1.0\", \"checks\": [{\"name\": "
                   "\"API wins\", \"options\": {\"range\": true}, \"given\": {\"gpu_usd_per_hour\": \"2..3usd/h\", "
                   "\"tok_per_s\": 2500, \"api_usd_per_mtok\": 0.6, \"tok_per_month\": 1e9}, \"expect\": "
                   "{\"range.verdict\": {\"is\": \"api\"}}}]}' | breakeven check -"},
    DiagnosticCode{"BE-C008", "an input that the command of a check does not take",
                   "rank takes prices and throughputs from the catalog, offer by offer, so that giving it one in a "
                   "check would test something else than it says. In the defaults of a file such inputs are for the "
                   "other checks.",
                   "echo '{\"schema\": \"breakeven.checks\", \"schema_version\": \"1.0\", \"checks\": [{\"name\": "
                   "\"API wins\", \"command\": \"rank\", \"given\": {\"model\": \"llama-3.3-70b\", "
                   "\"tok_per_month\": 1e9, \"gpu_usd_per_hour\": 2}, \"expect\": {\"rows.0.kind\": {\"is\": "
                   "\"api\"}}}]}' | breakeven check -",
                   "echo '{\"schema\": \"breakeven.checks\", \"schema_version\": \"1.0\", \"checks\": [{\"name\": "
                   "\"API wins\", \"command\": \"rank\", \"given\": {\"model\": \"llama-3.3-70b\", "
                   "\"tok_per_month\": 1e9}, \"expect\": {\"rows.0.kind\": {\"is\": \"api\"}}}]}' | breakeven check "
                   "-"},
    DiagnosticCode{"BE-C009", "a name that is too long",
                   "The name of a check stands in one line of every report, so it can have 200 bytes at most. Say "
                   "there what is expected, and the rest in a comment beside it.",
                   "echo '{\"schema\": \"breakeven.checks\", \"schema_version\": \"1.0\", \"checks\": [{\"name\": "
                   "\"the API wins the API wins the API wins the API wins the API wins the API wins the API wins "
                   "the API wins the API wins the API wins the API wins the API wins the API wins the API wins the "
                   "API wins the API wins the API wins \", \"given\": {\"gpu_usd_per_hour\": 2.5, \"tok_per_s\": "
                   "2500, \"api_usd_per_mtok\": 0.6, \"tok_per_month\": 1e9}, \"expect\": {\"verdict\": {\"is\": "
                   "\"api\"}}}]}' | breakeven check -",
                   "echo '{\"schema\": \"breakeven.checks\", \"schema_version\": \"1.0\", \"checks\": [{\"name\": "
                   "\"API wins\", \"given\": {\"gpu_usd_per_hour\": 2.5, \"tok_per_s\": 2500, \"api_usd_per_mtok\": "
                   "0.6, \"tok_per_month\": 1e9}, \"expect\": {\"verdict\": {\"is\": \"api\"}}}]}' | breakeven "
                   "check -"},
    DiagnosticCode{"BE-C010", "a check that is repeated too often",
                   "The values of for_each are combined with each other, and there can be 100,000 combinations at "
                   "most. Take fewer values of one of the inputs.",
                   "echo '{\"schema\": \"breakeven.checks\", \"schema_version\": \"1.0\", \"checks\": [{\"name\": "
                   "\"API wins\", \"for_each\": {\"fixed_usd_per_month\": \"0..1000/1000\", "
                   "\"marginal_usd_per_mtok\": \"0..1/1000\"}, \"given\": {\"gpu_usd_per_hour\": 2.5, "
                   "\"tok_per_s\": 2500, \"api_usd_per_mtok\": 0.6, \"tok_per_month\": 1e9}, \"expect\": "
                   "{\"verdict\": {\"is\": \"api\"}}}]}' | breakeven check -",
                   "echo '{\"schema\": \"breakeven.checks\", \"schema_version\": \"1.0\", \"checks\": [{\"name\": "
                   "\"API wins\", \"for_each\": {\"fixed_usd_per_month\": \"0..1000/10\", "
                   "\"marginal_usd_per_mtok\": \"0..1/10\"}, \"given\": {\"gpu_usd_per_hour\": 2.5, \"tok_per_s\": "
                   "2500, \"api_usd_per_mtok\": 0.6, \"tok_per_month\": 1e9}, \"expect\": {\"verdict\": {\"is\": "
                   "\"api\"}}}]}' | breakeven check -"},
    DiagnosticCode{"BE-C011", "a selection without checks",
                   "--run is a regular expression that is searched for in the names of the checks. One that finds "
                   "none would be green without having tested anything.",
                   "echo '{\"schema\": \"breakeven.checks\", \"schema_version\": \"1.0\", \"checks\": [{\"name\": "
                   "\"API wins\", \"given\": {\"gpu_usd_per_hour\": 2.5, \"tok_per_s\": 2500, \"api_usd_per_mtok\": "
                   "0.6, \"tok_per_month\": 1e9}, \"expect\": {\"verdict\": {\"is\": \"api\"}}}]}' | breakeven "
                   "check - --run 'self-hosting'",
                   "echo '{\"schema\": \"breakeven.checks\", \"schema_version\": \"1.0\", \"checks\": [{\"name\": "
                   "\"API wins\", \"given\": {\"gpu_usd_per_hour\": 2.5, \"tok_per_s\": 2500, \"api_usd_per_mtok\": "
                   "0.6, \"tok_per_month\": 1e9}, \"expect\": {\"verdict\": {\"is\": \"api\"}}}]}' | breakeven "
                   "check - --run 'API'"},
    DiagnosticCode{"BE-C012", "reports that cannot share standard output",
                   "JSON, JUnit and TAP are read by programs, which take the whole of what they get; only text and "
                   "GitHub annotations can stand together. Write the others to files.",
                   "echo '{\"schema\": \"breakeven.checks\", \"schema_version\": \"1.0\", \"checks\": [{\"name\": "
                   "\"API wins\", \"given\": {\"gpu_usd_per_hour\": 2.5, \"tok_per_s\": 2500, \"api_usd_per_mtok\": "
                   "0.6, \"tok_per_month\": 1e9}, \"expect\": {\"verdict\": {\"is\": \"api\"}}}]}' | breakeven "
                   "check - --report text --report json",
                   "echo '{\"schema\": \"breakeven.checks\", \"schema_version\": \"1.0\", \"checks\": [{\"name\": "
                   "\"API wins\", \"given\": {\"gpu_usd_per_hour\": 2.5, \"tok_per_s\": 2500, \"api_usd_per_mtok\": "
                   "0.6, \"tok_per_month\": 1e9}, \"expect\": {\"verdict\": {\"is\": \"api\"}}}]}' | breakeven "
                   "check - --report text --report github"},
    DiagnosticCode{"BE-O001", "a file that cannot be opened for writing",
                   "Files are opened before any work is done, so that no answer is lost. The name is that of a "
                   "directory, the directory does not exist, or you may not write there; the message says which.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month -o no-such-directory/answer.txt",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month -o /dev/null"},
    DiagnosticCode{"BE-O002", "an answer that could not be written completely",
                   "The disk is full, or the program that reads the answer has ended. A file that was there before "
                   "is left as it was.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month > /dev/full",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month > /dev/null"},
    DiagnosticCode{"BE-W001", "a price that is old",
                   "Prices of GPUs and tokens change within months, and this one is more than half a year old on the "
                   "day of the question. The answer stands; check the price, and keep the new one in a catalog of "
                   "your own.",
                   "breakeven compare --gpu lambda/h100-sxm --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --today 2027-11-21",
                   "breakeven compare --gpu lambda/h100-sxm --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --today 2026-11-21"},
    DiagnosticCode{"BE-W002", "a mix of input and output that is assumed",
                   "Input and output tokens cost different amounts here, and it is not said how many there are of "
                   "each: 3 of input for 1 of output are assumed. Say it by --shape or --input-share.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api groq/llama-3.3-70b --volume "
                   "1B/month",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api groq/llama-3.3-70b --volume "
                   "1B/month --input-share 80%"},
    DiagnosticCode{"BE-W003", "a price that depends on the length of requests",
                   "The offer charges more for requests with a long input, and their length is not known: its base "
                   "prices are taken. Say it by --shape.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api google/gemini-2.5-pro "
                   "--input-share 80% --volume 1B/month",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api google/gemini-2.5-pro "
                   "--shape 1600:400 --volume 1B/month"},
    DiagnosticCode{"BE-W004", "a throughput measured on other requests",
                   "The record was taken at requests whose input or output differs more than twofold from yours. "
                   "Throughput depends on both, and long outputs look too cheap. Measure at your own shape, or give "
                   "the rates of the two phases.",
                   "breakeven compare --gpu lambda/h100-sxm --model llama-3.3-70b --api-price 0.6usd/Mtok --volume "
                   "1B/month --shape 200:2000",
                   "breakeven compare --gpu lambda/h100-sxm --model llama-3.3-70b --api-price 0.6usd/Mtok --volume "
                   "1B/month --shape 1000:1000"},
    DiagnosticCode{"BE-W005", "a throughput that is an estimate",
                   "No measurement of this model on this GPU is known, and the record was estimated or read off a "
                   "fit. Take the answer as a first guess, and measure.",
                   "breakeven compare --gpu lambda/a100-80gb --model llama-3.3-70b --api-price 0.6usd/Mtok --volume "
                   "1B/month",
                   "breakeven compare --gpu lambda/h100-sxm --model llama-3.3-70b --api-price 0.6usd/Mtok --volume "
                   "1B/month"},
    DiagnosticCode{"BE-W006", "a band answered by its midpoint",
                   "The price is given as a band from a low to a high figure, and one answer needs one figure: the "
                   "midpoint. The truth may lie to either side of it. Give one figure where you know it.",
                   "breakeven compare --gpu-price 2..3usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month"},
    DiagnosticCode{"BE-W007", "an API of another model",
                   "The API offer serves another model than the one that you would host. Its tokens may carry more "
                   "or less work: tokenizers, verbosity and reasoning differ. Say how many of its tokens replace one "
                   "of yours by --api-token-ratio, 1 included.",
                   "breakeven compare --gpu lambda/h100-sxm --model llama-3.3-70b --api openai/gpt-5.4-mini --shape "
                   "1000:1000 --volume 1B/month",
                   "breakeven compare --gpu lambda/h100-sxm --model llama-3.3-70b --api openai/gpt-5.4-mini --shape "
                   "1000:1000 --volume 1B/month --api-token-ratio 1.1"},
    DiagnosticCode{"BE-W008", "an unknown variable of the environment",
                   "Variables whose names begin with BREAKEVEN_ set inputs, and this one matches none of them. It is "
                   "ignored, since it may be of another version; the help line names the nearest one.",
                   "BREAKEVEN_GPU_PRICE=2.5usd/h breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s "
                   "--api-price 0.6usd/Mtok --volume 1B/month",
                   "BREAKEVEN_GPU_USD_PER_HOUR=2.5usd/h breakeven compare --gpu-price 2.5usd/h --throughput "
                   "2500tok/s --api-price 0.6usd/Mtok --volume 1B/month"},
    DiagnosticCode{"BE-W009", "a looked-up value that has changed since",
                   "The scenario is an earlier answer, and the catalog (or a default) now has another figure than it did then. "
                   "The new one counts. To keep the old one, give it as an option.",
                   "echo '{\"schema\": \"breakeven.compare\", \"schema_version\": \"1.0\", \"inputs\": {\"gpu\": "
                   "{\"value\": \"lambda/h100-sxm\", \"source\": \"option\"}, \"gpu_usd_per_hour\": {\"value\": "
                   "2.99, \"source\": \"catalog\", \"origin\": \"lambda/h100-sxm\"}}}' | breakeven compare --scenario - --throughput 2500tok/s "
                   "--api-price 0.6usd/Mtok --volume 1B/month",
                   "echo '{\"schema\": \"breakeven.compare\", \"schema_version\": \"1.0\", \"inputs\": {\"gpu\": "
                   "{\"value\": \"lambda/h100-sxm\", \"source\": \"option\"}, \"gpu_usd_per_hour\": {\"value\": "
                   "4.29, \"source\": \"catalog\", \"origin\": \"lambda/h100-sxm\"}}}' | breakeven compare --scenario - --throughput 2500tok/s "
                   "--api-price 0.6usd/Mtok --volume 1B/month"},
    DiagnosticCode{"BE-W010", "cache hits that the throughput does not know",
                   "A catalog record's total rate was taken without your cache hits. They lower what the API costs, but the "
                   "GPU's work stays as recorded. Rates of the two phases, or your own measurement, count them.",
                   "breakeven compare --gpu-price 2.5usd/h --gpu h200-sxm --model llama-3.3-70b --shape 1000:1000 "
                   "--api-price 0.6usd/Mtok --volume 1B/month --cache-hit 40%",
                   "breakeven compare --gpu-price 2.5usd/h --prefill 20000tok/s --decode 3000tok/s --shape 1000:1000 "
                   "--api-price 0.6usd/Mtok --volume 1B/month --cache-hit 40%"},
    DiagnosticCode{"BE-W011", "a batch share without a batch discount",
                   "A share of the traffic is marked as batch work, but neither the API offer nor you say what batch work "
                   "saves. It is priced like the rest.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --batch-share 30%",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --batch-share 30% --batch-discount 50%"},
    DiagnosticCode{"BE-W012", "ways without a price that is needed",
                   "Some API offers have no price for a part of this traffic, such as cached input, and an unknown price is "
                   "never taken as zero. They stand last, without a cost: the cheapest way may be one of them.",
                   "breakeven rank --model llama-3.1-8b --volume 3B/month --shape 1000:1000 --cache-hit 10%",
                   "breakeven rank --model llama-3.1-8b --volume 3B/month --shape 1000:1000"},
    DiagnosticCode{"BE-W013", "prices that a catalog has no place for",
                   "Imported prices are those of ordinary requests: input, output, cached input, cache writes, longer contexts and one batch discount. Flex and priority rates, audio, image and reasoning tokens, and fees of tools are left out, and counted here.",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-07, \"output_cost_per_token\": 4e-07, \"input_cost_per_token_flex\": 5e-08}}' | breakeven catalog import - --as-of 2026-08-01",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-07, \"output_cost_per_token\": 4e-07}}' | breakeven catalog import - --as-of 2026-08-01"},
};
// clang-format on

}  // namespace

std::span<const DiagnosticCode> diagnostic_codes() { return codes; }

}  // namespace breakeven::io
