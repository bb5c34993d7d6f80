// SPDX-License-Identifier: MIT
// BE-W030 to BE-W044: warnings about the entries of catalogs, as they are imported and chosen.
#include <array>

#include "io/codes/codes.hpp"

namespace breakeven::io {
namespace {

// clang-format off
constexpr std::array entry_warning_rows{
    DiagnosticCode{"BE-W030", "a benchmark of a single stream",
                   "llama-bench runs one stream at a time, without the work around it. Servers batch: they deliver "
                   "more, and this is the floor. The record is kept as an estimate of the two phases' rates, so that "
                   "answers say so; measure with a serving benchmark.",
                   "echo '[{\"model_filename\": \"Llama-3.1-8B-Q4_K_M.gguf\", \"gpu_info\": \"NVIDIA GeForce RTX "
                   "4090\", \"n_prompt\": 512, \"n_gen\": 0, \"test_time\": \"2026-03-01\", \"avg_ts\": 10250}, "
                   "{\"model_filename\": \"Llama-3.1-8B-Q4_K_M.gguf\", \"gpu_info\": \"NVIDIA GeForce RTX 4090\", "
                   "\"n_prompt\": 0, \"n_gen\": 128, \"test_time\": \"2026-03-01\", \"avg_ts\": 151}]' | breakeven "
                   "catalog import - --gpus 1 --model llama-3.1-8b",
                   "echo '{\"date\": \"20260301-101500\", \"model_id\": \"meta-llama/Llama-3.1-8B-Instruct\", "
                   "\"tokenizer_id\": \"t\", \"num_prompts\": 100, \"completed\": 100, \"total_input_tokens\": "
                   "12800, \"total_output_tokens\": 25600, \"output_throughput\": 2560}' | breakeven catalog import "
                   "- --gpu h100-sxm --gpus 1"},
    DiagnosticCode{"BE-W031", "a rate that is computed from latencies",
                   "The file has latencies and the requests in flight, and no rate: output tokens per second follow "
                   "from them, if the load was steady. The records count as estimates.",
                   "echo "
                   "'id,silicon_data_source,model_path,system,isl,osl,tp_size,silicon_ttft_ms,"
                   "silicon_tpot_ms\none,silicon_concurrency=64; "
                   "measured=2026-04-17,llama-3.1-8b,h100-sxm,1024,1024,1,200,20' | breakeven catalog import -",
                   "echo '{\"date\": \"20260301-101500\", \"model_id\": \"meta-llama/Llama-3.1-8B-Instruct\", "
                   "\"tokenizer_id\": \"t\", \"num_prompts\": 100, \"completed\": 100, \"total_input_tokens\": "
                   "12800, \"total_output_tokens\": 25600, \"output_throughput\": 2560}' | breakeven catalog import "
                   "- --gpu h100-sxm --gpus 1"},
    DiagnosticCode{"BE-W032", "a name in a file for which an option stands",
                   "The file names a GPU or a model that no catalog knows, and --gpu or --model says which it is. "
                   "Nothing checks that: a run of one GPU or model would pass for another's.",
                   "echo '{\"date\": \"20260301-101500\", \"model_id\": \"acme/tuned-8b\", \"tokenizer_id\": \"t\", "
                   "\"num_prompts\": 100, \"completed\": 100, \"total_input_tokens\": 12800, "
                   "\"total_output_tokens\": 25600, \"output_throughput\": 2560}' | breakeven catalog import - --gpu "
                   "h100-sxm --gpus 1 --model llama-3.1-8b",
                   "echo '{\"date\": \"20260301-101500\", \"model_id\": \"meta-llama/Llama-3.1-8B-Instruct\", "
                   "\"tokenizer_id\": \"t\", \"num_prompts\": 100, \"completed\": 100, \"total_input_tokens\": "
                   "12800, \"total_output_tokens\": 25600, \"output_throughput\": 2560}' | breakeven catalog import "
                   "- --gpu h100-sxm --gpus 1"},
    DiagnosticCode{"BE-W033", "a price that no known model has",
                   "More than 1,000 usd/Mtok. The dearest tokens on sale by 2026-08 cost 600 usd/Mtok (o1-pro, "
                   "OpenAI): the file may give usd per Mtok, or cents, where its format has usd per token. The price "
                   "is imported as the file has it.",
                   "echo '{\"some-model\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-06, "
                   "\"output_cost_per_token\": 0.25}}' | breakeven catalog import - --as-of 2026-06-01",
                   "echo '{\"some-model\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-06, "
                   "\"output_cost_per_token\": 2.5e-06}}' | breakeven catalog import - --as-of 2026-06-01"},
    DiagnosticCode{"BE-W034", "a rate that contradicts the totals beside it",
                   "Output tokens over the seconds of the run are more than 5% away from the rate that the file "
                   "states. The record keeps the stated rate; one of the three is wrong, or the file was edited.",
                   "echo '{\"date\": \"20260301-101500\", \"model_id\": \"meta-llama/Llama-3.1-8B-Instruct\", "
                   "\"tokenizer_id\": \"t\", \"num_prompts\": 100, \"completed\": 100, \"total_input_tokens\": 12800, "
                   "\"total_output_tokens\": 25600, \"duration\": 10, \"output_throughput\": 5120}' | breakeven "
                   "catalog import - --gpu h100-sxm --gpus 1",
                   "echo '{\"date\": \"20260301-101500\", \"model_id\": \"meta-llama/Llama-3.1-8B-Instruct\", "
                   "\"tokenizer_id\": \"t\", \"num_prompts\": 100, \"completed\": 100, \"total_input_tokens\": 12800, "
                   "\"total_output_tokens\": 25600, \"duration\": 10, \"output_throughput\": 2560}' | breakeven "
                   "catalog import - --gpu h100-sxm --gpus 1"},
    DiagnosticCode{"BE-W035", "a benchmark in which requests failed",
                   "The rate counts what was answered, at a load that was too much for some. The note says how many "
                   "failed.",
                   "echo '{\"date\": \"20260301-101500\", \"model_id\": \"meta-llama/Llama-3.1-8B-Instruct\", "
                   "\"tokenizer_id\": \"t\", \"num_prompts\": 100, \"completed\": 90, \"total_input_tokens\": 12800, "
                   "\"total_output_tokens\": 25600, \"duration\": 10, \"output_throughput\": 2560}' | breakeven "
                   "catalog import - --gpu h100-sxm --gpus 1",
                   "echo '{\"date\": \"20260301-101500\", \"model_id\": \"meta-llama/Llama-3.1-8B-Instruct\", "
                   "\"tokenizer_id\": \"t\", \"num_prompts\": 100, \"completed\": 100, \"total_input_tokens\": 12800, "
                   "\"total_output_tokens\": 25600, \"duration\": 10, \"output_throughput\": 2560}' | breakeven "
                   "catalog import - --gpu h100-sxm --gpus 1"},
    DiagnosticCode{"BE-W036", "a benchmark whose prompts were partly cached",
                   "Input tokens that are read from a prefix cache take almost no work: the rate holds for traffic "
                   "with as many hits, and is too high for other.",
                   "echo '{\"aiperf_version\": \"0.9.0\", \"start_time\": \"2026-03-01T10:00:00\", \"input_config\": "
                   "{\"endpoint\": {\"model_names\": [\"llama-3.1-8b\"]}}, \"input_sequence_length\": {\"unit\": "
                   "\"tokens\", \"avg\": 1000}, \"output_sequence_length\": {\"unit\": \"tokens\", \"avg\": 200}, "
                   "\"output_token_throughput\": {\"unit\": \"tokens/sec\", \"avg\": 2560}, "
                   "\"theoretical_prefix_cache_hit\": {\"unit\": \"%\", \"avg\": 93.1}}' | breakeven catalog import - "
                   "--gpu h100-sxm --gpus 1",
                   "echo '{\"aiperf_version\": \"0.9.0\", \"start_time\": \"2026-03-01T10:00:00\", \"input_config\": "
                   "{\"endpoint\": {\"model_names\": [\"llama-3.1-8b\"]}}, \"input_sequence_length\": {\"unit\": "
                   "\"tokens\", \"avg\": 1000}, \"output_sequence_length\": {\"unit\": \"tokens\", \"avg\": 200}, "
                   "\"output_token_throughput\": {\"unit\": \"tokens/sec\", \"avg\": 2560}}' | breakeven catalog "
                   "import - --gpu h100-sxm --gpus 1"},
    DiagnosticCode{"BE-W037", "a date to come",
                   "A price or a benchmark cannot be known to hold on a day that has not come. Ages and staleness are "
                   "worked out from these dates.",
                   "echo '{\"some-model\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-06, "
                   "\"output_cost_per_token\": 2e-06}}' | breakeven catalog import - --as-of 9999-12-31",
                   "echo '{\"some-model\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-06, "
                   "\"output_cost_per_token\": 2e-06}}' | breakeven catalog import - --as-of 2026-06-01"},
    DiagnosticCode{"BE-W038", "an option that no imported file needed",
                   "--gpu, --gpus, --model, --shape, --provider and --at say what files leave open. The files at hand "
                   "say it themselves, or hold nothing that it could say something of.",
                   "echo '{\"some-model\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-06, "
                   "\"output_cost_per_token\": 2e-06}}' | breakeven catalog import - --as-of 2026-06-01 --gpu h100-sxm",
                   "echo '{\"some-model\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-06, "
                   "\"output_cost_per_token\": 2e-06}}' | breakeven catalog import - --as-of 2026-06-01"},
    DiagnosticCode{"BE-W040", "GPU offers without a record that is quick enough",
                   "Of these GPUs the catalog has throughput records of the model, but none shows that it keeps to "
                   "the latencies that --slo-ttft and --slo-tpot ask for. They are left out of the ranking; that "
                   "does not mean that they are too slow.",
                   "breakeven rank --catalog tests/data/load_curve.json --model llama-3.1-8b --volume 1B/month "
                   "--shape 1000:1000 --slo-ttft 150ms",
                   "breakeven rank --catalog tests/data/load_curve.json --model llama-3.1-8b --volume 1B/month "
                   "--shape 1000:1000"},
    DiagnosticCode{"BE-W041", "throughput that falls with more load",
                   "The records of this replica under different loads have a fastest point, and beyond it more "
                   "requests in flight make all of them slower: the KV cache is full, and requests are put off or "
                   "done again. The fastest point that keeps to the latencies asked for is taken.",
                   "breakeven compare --catalog tests/data/load_curve.json --gpu l40s --model llama-3.1-8b --shape "
                   "1000:1000 --api-price 0.2usd/Mtok --volume 1B/month",
                   "breakeven compare --gpu l40s --model llama-3.1-8b --shape 1000:1000 --api-price 0.2usd/Mtok "
                   "--volume 1B/month"},
    DiagnosticCode{"BE-W042", "shapes that allow no fit of phase rates",
                   "Prefill and decode share a replica; from runs of two shapes or more follows what each takes, "
                   "and so the throughput at any other shape. Runs of one mix of input and output do not tell them "
                   "apart, nor do runs that contradict each other.",
                   "breakeven catalog import tests/data/same_mix.json --phase-rates",
                   "breakeven catalog import tests/data/shapes.json --phase-rates"},
    DiagnosticCode{"BE-W043", "a throughput that is fitted to runs of other shapes",
                   "No run of a shape near the one that is asked for is known, but several of others: the "
                   "throughput follows from prefill and decode rates fitted to them. The message names the shapes, "
                   "and how far the fit is from them; between them it is about as good, beyond them it is less.",
                   "breakeven compare --bench tests/data/shapes.json --model llama-3.3-70b --gpu h200-sxm "
                   "--api-price 0.6usd/Mtok --volume 10B/month --shape 3000:300",
                   "breakeven compare --bench tests/data/shapes.json --model llama-3.3-70b --gpu h200-sxm "
                   "--api-price 0.6usd/Mtok --volume 10B/month --shape 1000:1000"},
    DiagnosticCode{"BE-W044", "API offers that are not sold in the service tier",
                   "The ranking has the prices of the service tier that is asked for, and of these API offers the "
                   "catalog has none. They are left out, rather than ranked at their standard prices.",
                   "breakeven rank --catalog tests/data/service_tiers.json --model llama-3.1-8b --volume 1B/month "
                   "--shape 1500:300 --service-tier flex",
                   "breakeven rank --catalog tests/data/service_tiers.json --model llama-3.1-8b --volume 1B/month "
                   "--shape 1500:300"},
    DiagnosticCode{"BE-W045", "offers that take the ids of other sellers'",
                   "A catalog replaces the entries of those below that have the same ids. Lists of resellers call "
                   "their offers as the makers of the models call theirs: with such a list the maker's price is no "
                   "longer seen.",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": \"2026-06-15\", "
                   "\"api_offers\": [{\"id\": \"openai/gpt-5\", \"provider\": \"Acme Router\", \"model\": \"gpt-5\", "
                   "\"input_usd_per_mtok\": 1, \"output_usd_per_mtok\": 2, \"cited\": {\"source\": \"list\", "
                   "\"as_of\": \"2026-06-15\"}}]}' | breakeven compare --catalog - --api openai/gpt-5 --gpu-price "
                   "2.5usd/h --throughput 2500tok/s --volume 1B/month --shape 1500:300",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": \"2026-06-15\", "
                   "\"api_offers\": [{\"id\": \"openai/gpt-5\", \"provider\": \"OpenAI\", \"model\": \"gpt-5\", "
                   "\"input_usd_per_mtok\": 1, \"output_usd_per_mtok\": 2, \"cited\": {\"source\": \"list\", "
                   "\"as_of\": \"2026-06-15\"}}]}' | breakeven compare --catalog - --api openai/gpt-5 --gpu-price "
                   "2.5usd/h --throughput 2500tok/s --volume 1B/month --shape 1500:300"},
};
// clang-format on

}  // namespace

std::span<const DiagnosticCode> entry_warning_codes() { return entry_warning_rows; }

}  // namespace breakeven::io
