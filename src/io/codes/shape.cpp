// SPDX-License-Identifier: MIT
// BE-S: the shape of a file.
#include <array>

#include "io/codes/codes.hpp"

namespace breakeven::io {
namespace {

// clang-format off
constexpr std::array shape_rows{
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
                   "\"me\", \"term\": \"on_demand\", \"usd_per_gpu_hour\": \"2.50\", \"cited\": {\"source\": "
                   "\"price list\", \"as_of\": \"2026-06-15\"}}]}' | breakeven catalog validate -",
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
                   "The key takes one of a few words, which the help line lists: the term of an offer, a service "
                   "tier, or the kind of a throughput record.",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"gpu_offers\": [{\"id\": \"me/h100\", \"gpu\": \"h100-sxm\", \"provider\": "
                   "\"me\", \"term\": \"hourly\", \"usd_per_gpu_hour\": 2.5, \"cited\": {\"source\": \"price "
                   "list\", \"as_of\": \"2026-06-15\"}}]}' | breakeven catalog validate -",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"gpu_offers\": [{\"id\": \"me/h100\", \"gpu\": \"h100-sxm\", \"provider\": "
                   "\"me\", \"term\": \"on_demand\", \"usd_per_gpu_hour\": 2.5, \"cited\": {\"source\": \"price "
                   "list\", \"as_of\": \"2026-06-15\"}}]}' | breakeven catalog validate -"},
    DiagnosticCode{"BE-S007", "values that contradict each other",
                   "Each value could be right alone, but not together with the others: a flat price beside split "
                   "prices, a low end above the high one, context tiers out of order, a service tier twice, or "
                   "two rates for one throughput.",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"api_offers\": [{\"id\": \"me/api\", \"provider\": \"me\", \"model\": "
                   "\"my-model\", \"usd_per_mtok\": 0.6, \"input_usd_per_mtok\": 0.4, \"cited\": {\"source\": "
                   "\"price list\", \"as_of\": \"2026-06-15\"}}]}' | breakeven catalog validate -",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"api_offers\": [{\"id\": \"me/api\", \"provider\": \"me\", \"model\": "
                   "\"my-model\", \"input_usd_per_mtok\": 0.4, \"output_usd_per_mtok\": 0.8, \"cited\": "
                   "{\"source\": \"price list\", \"as_of\": \"2026-06-15\"}}]}' | breakeven catalog validate -"},
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
};
// clang-format on

}  // namespace

std::span<const DiagnosticCode> shape_codes() { return shape_rows; }

}  // namespace breakeven::io
