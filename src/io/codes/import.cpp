// SPDX-License-Identifier: MIT
// BE-P014 to BE-P033: tables, GPU offers and benchmarks that are imported.
#include <array>

#include "io/codes/codes.hpp"

namespace breakeven::io {
namespace {

// clang-format off
constexpr std::array import_rows{
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
    DiagnosticCode{"BE-P031", "an entry of another GPU or model than is asked for",
                   "The file names a GPU or a model that the catalogs know, and --gpu or --model another. The options "
                   "say what a file leaves open, and choose; they do not rename.",
                   "echo '{\"date\": \"20260301-101500\", \"model_id\": \"meta-llama/Llama-3.1-8B-Instruct\", "
                   "\"tokenizer_id\": \"t\", \"num_prompts\": 100, \"completed\": 100, \"total_input_tokens\": 12800, "
                   "\"total_output_tokens\": 25600, \"duration\": 10, \"output_throughput\": 2560}' | breakeven "
                   "catalog import - --gpu h100-sxm --gpus 1 --model llama-3.3-70b",
                   "echo '{\"date\": \"20260301-101500\", \"model_id\": \"meta-llama/Llama-3.1-8B-Instruct\", "
                   "\"tokenizer_id\": \"t\", \"num_prompts\": 100, \"completed\": 100, \"total_input_tokens\": 12800, "
                   "\"total_output_tokens\": 25600, \"duration\": 10, \"output_throughput\": 2560}' | breakeven "
                   "catalog import - --gpu h100-sxm --gpus 1 --model llama-3.1-8b"},
    DiagnosticCode{"BE-P032", "several names for which one option would stand",
                   "The file has entries of several GPUs or models that no catalog knows. --gpu and --model stand for "
                   "one name: for more they would make one GPU or model of them all.",
                   "echo '[{\"date\": \"20260301-101500\", \"model_id\": \"acme/tuned-8b\", \"tokenizer_id\": \"t\", "
                   "\"num_prompts\": 100, \"completed\": 100, \"total_input_tokens\": 12800, \"total_output_tokens\": "
                   "25600, \"duration\": 10, \"output_throughput\": 2560}, {\"date\": \"20260301-101500\", "
                   "\"model_id\": \"acme/other-8b\", \"tokenizer_id\": \"t\", \"num_prompts\": 100, \"completed\": "
                   "100, \"total_input_tokens\": 12800, \"total_output_tokens\": 25600, \"duration\": 10, "
                   "\"output_throughput\": 2560}]' | breakeven catalog import - --gpu h100-sxm --gpus 1 --model "
                   "llama-3.1-8b",
                   "echo '[{\"date\": \"20260301-101500\", \"model_id\": \"acme/tuned-8b\", \"tokenizer_id\": \"t\", "
                   "\"num_prompts\": 100, \"completed\": 100, \"total_input_tokens\": 12800, \"total_output_tokens\": "
                   "25600, \"duration\": 10, \"output_throughput\": 2560}]' | breakeven catalog import - --gpu "
                   "h100-sxm --gpus 1 --model llama-3.1-8b"},
    DiagnosticCode{"BE-P033", "a line of another format than the file",
                   "Each line of JSON lines is an entry, and the first that is known says whose they are. A line of "
                   "another program has other keys: read as one of the file's it would lose its date or its model.",
                   "echo '{\"date\": \"20260301-101500\", \"model_id\": \"acme/unheard-of\", "
                   "\"tokenizer_id\": \"t\", \"num_prompts\": 100, \"completed\": 100, \"total_input_tokens\": 12800, "
                   "\"total_output_tokens\": 25600, \"duration\": 10, \"output_throughput\": 2560}\n{\"backend\": "
                   "\"sglang\", \"completed\": 100, \"total_input_tokens\": 12800, \"total_output_tokens\": 25600, "
                   "\"total_output_tokens_retokenized\": 25000, \"output_throughput\": 2560}' | breakeven catalog "
                   "import - --gpu h100-sxm --gpus 1",
                   "echo '{\"date\": \"20260301-101500\", \"model_id\": \"meta-llama/Llama-3.1-8B-Instruct\", "
                   "\"tokenizer_id\": \"t\", \"num_prompts\": 100, \"completed\": 100, \"total_input_tokens\": 12800, "
                   "\"total_output_tokens\": 25600, \"duration\": 10, \"output_throughput\": 2560}\n{\"date\": "
                   "\"20260301-101500\", \"model_id\": \"meta-llama/Llama-3.1-8B-Instruct\", \"tokenizer_id\": \"t\", "
                   "\"num_prompts\": 100, \"completed\": 100, \"total_input_tokens\": 12800, \"total_output_tokens\": "
                   "25700, \"duration\": 10, \"output_throughput\": 2560}' | breakeven catalog import - --gpu "
                   "h100-sxm --gpus 1"},
};
// clang-format on

}  // namespace

std::span<const DiagnosticCode> import_codes() { return import_rows; }

}  // namespace breakeven::io
