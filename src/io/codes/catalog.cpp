// SPDX-License-Identifier: MIT
// BE-P: catalogs and imports.
#include <array>

#include "io/codes/codes.hpp"

namespace breakeven::io {
namespace {

// clang-format off
constexpr std::array codes{
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
    DiagnosticCode{"BE-P014", "a table that cannot be read",
                   "A CSV file has one header, whose names differ, and rows whose quotes match: what is behind an "
                   "open quote could belong to any row. Rows with too few or too many fields are refused one by one.",
                   "echo 'date,pricing,date\n2026-10-10,spot,2026-10-10' | breakeven catalog import -",
                   "echo 'date,source,provider,pricing,gpu_model,sku,region,gpu_count,usd_per_hour,"
                   "usd_per_gpu_hour\n2026-10-10,acme,Acme,spot,L40S,l40s,east,8,8,1' "
                   "| breakeven catalog import -"},
    DiagnosticCode{"BE-P015", "a GPU that no catalog knows",
                   "Files call GPUs by names of their own. A name counts if it is the id, the name or one of the "
                   "aliases of a GPU in a catalog, whatever its case and its punctuation. Give --gpu where all "
                   "entries are of one GPU, or put the GPU, or an alias, into a catalog of your own: none is taken "
                   "for another that looks like it.",
                   "echo 'date,source,provider,pricing,gpu_model,sku,region,gpu_count,usd_per_hour,"
                   "usd_per_gpu_hour\n2026-10-10,acme,Acme,spot,L41S,l41s,east,8,8,1' "
                   "| breakeven catalog import -",
                   "echo 'date,source,provider,pricing,gpu_model,sku,region,gpu_count,usd_per_hour,"
                   "usd_per_gpu_hour\n2026-10-10,acme,Acme,spot,L40S,l40s,east,8,8,1' "
                   "| breakeven catalog import -"},
    DiagnosticCode{"BE-P016", "a missing number of GPUs",
                   "A price is that of a machine, and a benchmark that of a replica: without the number of GPUs in "
                   "it there is no price or speed of one. For benchmarks --gpus says it.",
                   "echo 'date,source,provider,pricing,gpu_model,sku,region,gpu_count,usd_per_hour,"
                   "usd_per_gpu_hour\n2026-10-10,acme,Acme,spot,L40S,l40s,east,0,8,1' "
                   "| breakeven catalog import -",
                   "echo 'date,source,provider,pricing,gpu_model,sku,region,gpu_count,usd_per_hour,"
                   "usd_per_gpu_hour\n2026-10-10,acme,Acme,spot,L40S,l40s,east,8,8,1' "
                   "| breakeven catalog import -"},
    DiagnosticCode{"BE-P017", "an offer without a price of an hour",
                   "The list names the offer, and has no price of it, or 0, which lists write where they know none.",
                   "echo 'date,source,provider,pricing,gpu_model,sku,region,gpu_count,usd_per_hour,"
                   "usd_per_gpu_hour\n2026-10-10,acme,Acme,spot,L40S,l40s,east,8,0,1' "
                   "| breakeven catalog import -",
                   "echo 'date,source,provider,pricing,gpu_model,sku,region,gpu_count,usd_per_hour,"
                   "usd_per_gpu_hour\n2026-10-10,acme,Acme,spot,L40S,l40s,east,8,8,1' "
                   "| breakeven catalog import -"},
    DiagnosticCode{"BE-P018", "a placeholder in the place of a price",
                   "Some lists write a figure where they know none: one that a seller asks for different GPUs alike, "
                   "far below what anyone else asks for that GPU, or the least bid of a market, a cent an hour. An "
                   "answer from it would be wrong by a factor, so the offer is not imported.",
                   "echo 'InstanceType,AcceleratorName,AcceleratorCount,Price,Region\nb200.8,B200,8,0.08,east' | "
                   "breakeven catalog import - --provider Acme --as-of 2026-06-01",
                   "echo 'InstanceType,AcceleratorName,AcceleratorCount,Price,Region\nb200.8,B200,8,40,east' | "
                   "breakeven catalog import - --provider Acme --as-of 2026-06-01"},
    DiagnosticCode{"BE-P019", "a machine without a GPU",
                   "Lists of clouds have their machines without GPUs too. They are no GPU offers, and are counted "
                   "here so that no row goes unnoticed.",
                   "echo 'instance_name,price,gpu_count,gpu_name,spot\nl40s.1,0,1,L40S,False\ncpu.2,0.05,0,,False' | "
                   "breakeven catalog import - --provider Acme --as-of 2026-06-01",
                   "echo 'instance_name,price,gpu_count,gpu_name,spot\nl40s.1,0.85,1,L40S,False' | "
                   "breakeven catalog import - --provider Acme --as-of 2026-06-01"},
    DiagnosticCode{"BE-P020", "a model that no catalog knows",
                   "Files call models by names of their own. A name counts if it is the id or one of the aliases of "
                   "a model in a catalog, whatever its case and its punctuation; of a path the last part counts. "
                   "Give --model where the whole file is of one model, or put the model, or an alias, into a catalog "
                   "of your own: none is taken for another that looks like it.",
                   "echo '{\"date\": \"20260301-101500\", \"model_id\": \"acme/unheard-of-7b\", \"tokenizer_id\": "
                   "\"t\", \"num_prompts\": 100, \"completed\": 100, \"total_input_tokens\": 12800, "
                   "\"total_output_tokens\": 25600, \"output_throughput\": 2560}' | breakeven catalog import - --gpu "
                   "h100-sxm --gpus 1",
                   "echo '{\"date\": \"20260301-101500\", \"model_id\": \"meta-llama/Llama-3.1-8B-Instruct\", "
                   "\"tokenizer_id\": \"t\", \"num_prompts\": 100, \"completed\": 100, \"total_input_tokens\": "
                   "12800, \"total_output_tokens\": 25600, \"output_throughput\": 2560}' | breakeven catalog import "
                   "- --gpu h100-sxm --gpus 1"},
    DiagnosticCode{"BE-P021", "a benchmark that does not name its GPU",
                   "Most benchmarks run beside the server and do not know on which GPUs it serves. Say it by --gpu, "
                   "an id of a catalog.",
                   "echo '{\"date\": \"20260301-101500\", \"model_id\": \"meta-llama/Llama-3.1-8B-Instruct\", "
                   "\"tokenizer_id\": \"t\", \"num_prompts\": 100, \"completed\": 100, \"total_input_tokens\": "
                   "12800, \"total_output_tokens\": 25600, \"output_throughput\": 2560}' | breakeven catalog import "
                   "- --gpus 1",
                   "echo '{\"date\": \"20260301-101500\", \"model_id\": \"meta-llama/Llama-3.1-8B-Instruct\", "
                   "\"tokenizer_id\": \"t\", \"num_prompts\": 100, \"completed\": 100, \"total_input_tokens\": "
                   "12800, \"total_output_tokens\": 25600, \"output_throughput\": 2560}' | breakeven catalog import "
                   "- --gpu h100-sxm --gpus 1"},
    DiagnosticCode{"BE-P022", "a benchmark that does not name its model",
                   "The file does not say which model was served. Say it by --model, an id of a catalog.",
                   "echo '{\"date\": \"20260301-101500\", \"model_id\": null, \"tokenizer_id\": \"t\", "
                   "\"num_prompts\": 100, \"completed\": 100, \"total_input_tokens\": 12800, "
                   "\"total_output_tokens\": 25600, \"output_throughput\": 2560}' | breakeven catalog import - --gpu "
                   "h100-sxm --gpus 1",
                   "echo '{\"date\": \"20260301-101500\", \"model_id\": null, \"tokenizer_id\": \"t\", "
                   "\"num_prompts\": 100, \"completed\": 100, \"total_input_tokens\": 12800, "
                   "\"total_output_tokens\": 25600, \"output_throughput\": 2560}' | breakeven catalog import - --gpu "
                   "h100-sxm --gpus 1 --model llama-3.1-8b"},
    DiagnosticCode{"BE-P023", "a benchmark without a rate of tokens",
                   "The rate is absent, 0, infinite or no number, or it cannot be told of how many GPUs it is. The "
                   "run is not imported: a rate is measured, and not made up from what else is there.",
                   "echo '{\"date\": \"20260301-101500\", \"model_id\": \"meta-llama/Llama-3.1-8B-Instruct\", "
                   "\"tokenizer_id\": \"t\", \"num_prompts\": 100, \"completed\": 100, \"total_input_tokens\": "
                   "12800, \"total_output_tokens\": 25600, \"output_throughput\": null}' | breakeven catalog import "
                   "- --gpu h100-sxm --gpus 1",
                   "echo '{\"date\": \"20260301-101500\", \"model_id\": \"meta-llama/Llama-3.1-8B-Instruct\", "
                   "\"tokenizer_id\": \"t\", \"num_prompts\": 100, \"completed\": 100, \"total_input_tokens\": "
                   "12800, \"total_output_tokens\": 25600, \"output_throughput\": 2560}' | breakeven catalog import "
                   "- --gpu h100-sxm --gpus 1"},
    DiagnosticCode{"BE-P024", "a benchmark without output tokens",
                   "Embeddings, rerankers and prompts alone have no output tokens, and serving throughput is counted "
                   "in these.",
                   "echo '{\"date\": \"20260301-101500\", \"model_id\": \"meta-llama/Llama-3.1-8B-Instruct\", "
                   "\"tokenizer_id\": \"t\", \"num_prompts\": 100, \"completed\": 100, \"total_input_tokens\": "
                   "12800, \"output_throughput\": 2560}' | breakeven catalog import - --gpu h100-sxm --gpus 1",
                   "echo '{\"date\": \"20260301-101500\", \"model_id\": \"meta-llama/Llama-3.1-8B-Instruct\", "
                   "\"tokenizer_id\": \"t\", \"num_prompts\": 100, \"completed\": 100, \"total_input_tokens\": "
                   "12800, \"total_output_tokens\": 25600, \"output_throughput\": 2560}' | breakeven catalog import "
                   "- --gpu h100-sxm --gpus 1"},
    DiagnosticCode{"BE-P025", "a benchmark without the shape of its requests",
                   "Throughput depends on how many tokens go in and come out of a request, and the file does not say "
                   "it, or not of each. Where you know it, give the means by --shape: it holds for what the files "
                   "leave open.",
                   "echo '{\"elapsed_time\": 10, \"num_requests\": 100, \"total_num_tokens\": 38400, "
                   "\"requests_per_second\": 10, \"tokens_per_second\": 3840}' | breakeven catalog import - --gpu "
                   "h100-sxm --gpus 1 --model llama-3.1-8b --as-of 2026-03-01",
                   "echo '{\"elapsed_time\": 10, \"num_requests\": 100, \"total_num_tokens\": 38400, "
                   "\"requests_per_second\": 10, \"tokens_per_second\": 3840}' | breakeven catalog import - --gpu "
                   "h100-sxm --gpus 1 --model llama-3.1-8b --as-of 2026-03-01 --shape 128:256"},
    DiagnosticCode{"BE-P026", "a run that failed or was cancelled",
                   "No request completed, or the run was cancelled. Requests that failed within a run are not "
                   "counted, and do not matter here.",
                   "echo '{\"date\": \"20260301-101500\", \"model_id\": \"meta-llama/Llama-3.1-8B-Instruct\", "
                   "\"tokenizer_id\": \"t\", \"num_prompts\": 100, \"completed\": 0, \"total_input_tokens\": 12800, "
                   "\"total_output_tokens\": 25600, \"output_throughput\": 2560}' | breakeven catalog import - --gpu "
                   "h100-sxm --gpus 1",
                   "echo '{\"date\": \"20260301-101500\", \"model_id\": \"meta-llama/Llama-3.1-8B-Instruct\", "
                   "\"tokenizer_id\": \"t\", \"num_prompts\": 100, \"completed\": 100, \"total_input_tokens\": "
                   "12800, \"total_output_tokens\": 25600, \"output_throughput\": 2560}' | breakeven catalog import "
                   "- --gpu h100-sxm --gpus 1"},
    DiagnosticCode{"BE-P027", "a unit that is not known",
                   "The file gives each figure a unit, which counts: none is inferred from the name of the figure, "
                   "and none is taken for another. MLPerf's queries/s are no tokens.",
                   "echo '{\"aiperf_version\": \"0.9.0\", \"input_config\": {\"endpoint\": {\"model_names\": "
                   "[\"llama-3.1-8b\"]}}, \"input_sequence_length\": {\"unit\": \"tokens\", \"avg\": 128}, "
                   "\"output_sequence_length\": {\"unit\": \"tokens\", \"avg\": 256}, \"output_token_throughput\": "
                   "{\"unit\": \"tokens/min\", \"avg\": 153600}, \"start_time\": \"2026-03-01\"}' | breakeven "
                   "catalog import - --gpu h100-sxm --gpus 1",
                   "echo '{\"aiperf_version\": \"0.9.0\", \"input_config\": {\"endpoint\": {\"model_names\": "
                   "[\"llama-3.1-8b\"]}}, \"input_sequence_length\": {\"unit\": \"tokens\", \"avg\": 128}, "
                   "\"output_sequence_length\": {\"unit\": \"tokens\", \"avg\": 256}, \"output_token_throughput\": "
                   "{\"unit\": \"tokens/sec\", \"avg\": 2560}, \"start_time\": \"2026-03-01\"}' | breakeven catalog "
                   "import - --gpu h100-sxm --gpus 1"},
    DiagnosticCode{"BE-P030", "prices without a seller",
                   "Catalogs of clouds have a file for each, and say whose it is in its name alone, which anyone can "
                   "change. Say it: --provider becomes the provider of all offers of the file.",
                   "echo 'InstanceType,AcceleratorName,AcceleratorCount,Price,Region\nb200.8,B200,8,40,east' | "
                   "breakeven catalog import - --as-of 2026-06-01",
                   "echo 'InstanceType,AcceleratorName,AcceleratorCount,Price,Region\nb200.8,B200,8,40,east' | "
                   "breakeven catalog import - --provider Acme --as-of 2026-06-01"},
};
// clang-format on

}  // namespace

std::span<const DiagnosticCode> catalog_codes() { return codes; }

}  // namespace breakeven::io
