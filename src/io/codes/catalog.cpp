// SPDX-License-Identifier: MIT
// BE-P001 to BE-P013: catalogs, and price lists that are imported.
#include <array>

#include "io/codes/codes.hpp"

namespace breakeven::io {
namespace {

// clang-format off
constexpr std::array catalog_rows{
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
                   "catalog import recognizes price lists by what stands in them, not by their names. The help line "
                   "names the formats; data/examples and the README say where their files come from. A file that "
                   "--from names must be of that format.",
                   "echo '{\"prices\": []}' | breakeven catalog import -",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-07, "
                   "\"output_cost_per_token\": 4e-07}}' | breakeven catalog import - --as-of 2026-08-01"},
    DiagnosticCode{"BE-P005", "prices without a date",
                   "Every price of a catalog has the day on which it was true, so that an answer can say how old it "
                   "is. This list does not say it. Give the day on which you took the file; it is not guessed from "
                   "the file's name or from the clock.",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-07, "
                   "\"output_cost_per_token\": 4e-07}}' | breakeven catalog import -",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-07, "
                   "\"output_cost_per_token\": 4e-07}}' | breakeven catalog import - --as-of 2026-08-01"},
    DiagnosticCode{"BE-P006", "a model without an output price",
                   "Output tokens cost several times what input tokens do, so an offer without their price cannot "
                   "be compared. Lists that know none, as for models that only embed, say 0: that is a price.",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-07}}' | "
                   "breakeven catalog import - --as-of 2026-08-01",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-07, "
                   "\"output_cost_per_token\": 4e-07}}' | breakeven catalog import - --as-of 2026-08-01"},
    DiagnosticCode{"BE-P007", "a model without an input price",
                   "The list has a price of output tokens, and none of input tokens. An absent price is unknown, "
                   "not 0, so the entry is not imported.",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"output_cost_per_token\": 4e-07}}' | "
                   "breakeven catalog import - --as-of 2026-08-01",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-07, "
                   "\"output_cost_per_token\": 4e-07}}' | breakeven catalog import - --as-of 2026-08-01"},
    DiagnosticCode{"BE-P008", "a model without any price per token",
                   "The list names the model, and says nothing about what its tokens cost. An explicit 0 would be a "
                   "price.",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"mode\": \"chat\"}}' | breakeven "
                   "catalog import - --as-of 2026-08-01",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-07, "
                   "\"output_cost_per_token\": 4e-07}}' | breakeven catalog import - --as-of 2026-08-01"},
    DiagnosticCode{"BE-P009", "a price per something other than tokens",
                   "Images, seconds, pages, characters, queries and units such as Databricks' DBU are not tokens, "
                   "and no rate converts them without a guess. An entry whose tokens are free because something "
                   "else is paid for is one of these.",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"output_cost_per_second\": 0.01}}' | "
                   "breakeven catalog import - --as-of 2026-08-01",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-07, "
                   "\"output_cost_per_token\": 4e-07}}' | breakeven catalog import - --as-of 2026-08-01"},
    DiagnosticCode{"BE-P010", "a negative price",
                   "Lists write -1 where a price depends on something else, as for a router that chooses the model. "
                   "It is not a price, and not 0. The entry is not imported.",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": -1, "
                   "\"output_cost_per_token\": -1}}' | breakeven catalog import - --as-of 2026-08-01",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-07, "
                   "\"output_cost_per_token\": 4e-07}}' | breakeven catalog import - --as-of 2026-08-01"},
    DiagnosticCode{"BE-P011", "an entry that cannot be read",
                   "A figure is a number, or where the format says so a string that holds one, and not negative; a "
                   "price has a seller and a model. The note says what stands there instead. Nothing of the entry is "
                   "imported.",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": \"cheap\", "
                   "\"output_cost_per_token\": 4e-07}}' | breakeven catalog import - --as-of 2026-08-01",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-07, "
                   "\"output_cost_per_token\": 4e-07}}' | breakeven catalog import - --as-of 2026-08-01"},
    DiagnosticCode{"BE-P012", "context tiers that a catalog cannot hold",
                   "In a catalog, a tier's prices hold for every token of a request whose input is longer than its "
                   "bound. Ranges that overlap or leave gaps, and tiers of which each prices only the tokens within "
                   "it, cannot be said so.",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"tiered_pricing\": [{\"range\": [0, "
                   "32000], \"input_cost_per_token\": 1e-07, \"output_cost_per_token\": 4e-07}, {\"range\": [64000, "
                   "128000], \"input_cost_per_token\": 2e-07, \"output_cost_per_token\": 8e-07}]}}' | breakeven "
                   "catalog import - --as-of 2026-08-01",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"tiered_pricing\": [{\"range\": [0, "
                   "32000], \"input_cost_per_token\": 1e-07, \"output_cost_per_token\": 4e-07}, {\"range\": [32000, "
                   "128000], \"input_cost_per_token\": 2e-07, \"output_cost_per_token\": 8e-07}]}}' | breakeven "
                   "catalog import - --as-of 2026-08-01"},
    DiagnosticCode{"BE-P013", "no price that was in force on a day",
                   "The list has dated prices of the model, and --as-of asks for a day on which none of them held: "
                   "before the first, or behind the last. Ask for another day.",
                   "echo '{\"vendor\": \"acme\", \"models\": [{\"id\": \"small\", \"price_history\": [{\"input\": "
                   "0.1, \"output\": 0.4, \"from_date\": \"2026-03-01\", \"to_date\": null}]}]}' | breakeven "
                   "catalog import - --as-of 2026-02-01",
                   "echo '{\"vendor\": \"acme\", \"models\": [{\"id\": \"small\", \"price_history\": [{\"input\": "
                   "0.1, \"output\": 0.4, \"from_date\": \"2026-03-01\", \"to_date\": null}]}]}' | breakeven "
                   "catalog import - --as-of 2026-08-01"},
};
// clang-format on

}  // namespace

std::span<const DiagnosticCode> catalog_codes() { return catalog_rows; }

}  // namespace breakeven::io
