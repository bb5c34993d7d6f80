// SPDX-License-Identifier: MIT
// BE-W001 to BE-W020: warnings about answers.
#include <array>

#include "io/codes/codes.hpp"

namespace breakeven::io {
namespace {

// clang-format off
constexpr std::array warning_rows{
    DiagnosticCode{"BE-W001", "a price that is old",
                   "Prices of GPUs and tokens change within months, and this one is more than half a year old on "
                   "the day of the question. The answer stands; check the price, and keep the new one in a catalog "
                   "of your own.",
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
                   "or less work: tokenizers, verbosity and reasoning differ. Say how many of its tokens replace "
                   "one of yours by --api-token-ratio, 1 included.",
                   "breakeven compare --gpu lambda/h100-sxm --model llama-3.3-70b --api openai/gpt-5.4-mini --shape "
                   "1000:1000 --volume 1B/month",
                   "breakeven compare --gpu lambda/h100-sxm --model llama-3.3-70b --api openai/gpt-5.4-mini --shape "
                   "1000:1000 --volume 1B/month --api-token-ratio 1.1"},
    DiagnosticCode{"BE-W008", "an unknown variable of the environment",
                   "Variables whose names begin with BREAKEVEN_ set inputs, and this one matches none of them. It "
                   "is ignored, since it may be of another version; the help line names the nearest one.",
                   "BREAKEVEN_GPU_PRICE=2.5usd/h breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s "
                   "--api-price 0.6usd/Mtok --volume 1B/month",
                   "BREAKEVEN_GPU_USD_PER_HOUR=2.5usd/h breakeven compare --gpu-price 2.5usd/h --throughput "
                   "2500tok/s --api-price 0.6usd/Mtok --volume 1B/month"},
    DiagnosticCode{"BE-W009", "a looked-up value that has changed since",
                   "The scenario is an earlier answer, and the catalog (or a default) now has another figure than "
                   "it did then. The new one counts. To keep the old one, give it as an option.",
                   "echo '{\"schema\": \"breakeven.compare\", \"schema_version\": \"1.0\", \"inputs\": {\"gpu\": "
                   "{\"value\": \"lambda/h100-sxm\", \"source\": \"option\"}, \"gpu_usd_per_hour\": {\"value\": "
                   "2.99, \"source\": \"catalog\", \"origin\": \"lambda/h100-sxm\"}}}' | breakeven compare "
                   "--scenario - --throughput 2500tok/s --api-price 0.6usd/Mtok --volume 1B/month",
                   "echo '{\"schema\": \"breakeven.compare\", \"schema_version\": \"1.0\", \"inputs\": {\"gpu\": "
                   "{\"value\": \"lambda/h100-sxm\", \"source\": \"option\"}, \"gpu_usd_per_hour\": {\"value\": "
                   "4.29, \"source\": \"catalog\", \"origin\": \"lambda/h100-sxm\"}}}' | breakeven compare "
                   "--scenario - --throughput 2500tok/s --api-price 0.6usd/Mtok --volume 1B/month"},
    DiagnosticCode{"BE-W010", "cache hits that the throughput does not know",
                   "A catalog record's total rate was taken without your cache hits. They lower what the API costs, "
                   "but the GPU's work stays as recorded. Rates of the two phases, or your own measurement, count "
                   "them.",
                   "breakeven compare --gpu-price 2.5usd/h --gpu h200-sxm --model llama-3.3-70b --shape 1000:1000 "
                   "--api-price 0.6usd/Mtok --volume 1B/month --cache-hit 40%",
                   "breakeven compare --gpu-price 2.5usd/h --prefill 20000tok/s --decode 3000tok/s --shape "
                   "1000:1000 --api-price 0.6usd/Mtok --volume 1B/month --cache-hit 40%"},
    DiagnosticCode{"BE-W011", "a batch share without a batch discount",
                   "A share of the traffic is marked as batch work, but neither the API offer nor you say what "
                   "batch work saves. It is priced like the rest.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --batch-share 30%",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --batch-share 30% --batch-discount 50%"},
    DiagnosticCode{"BE-W012", "ways without a price that is needed",
                   "Some API offers have no price for a part of this traffic, such as cached input, and an unknown "
                   "price is never taken as zero. They stand last, without a cost: the cheapest way may be one of "
                   "them.",
                   "breakeven rank --model llama-3.1-8b --volume 3B/month --shape 1000:1000 --cache-hit 10%",
                   "breakeven rank --model llama-3.1-8b --volume 3B/month --shape 1000:1000"},
    DiagnosticCode{"BE-W013", "an input without effect on some of the checks",
                   "What the command line gives stands above the file, but checks of the catalog, of rank, or with "
                   "for_each take it from elsewhere: they would be as green whatever it is. Where it reaches none "
                   "of the checks it is refused.",
                   "echo '{\"schema\": \"breakeven.checks\", \"schema_version\": \"1.0\", \"checks\": [{\"name\": "
                   "\"API wins\", \"given\": {\"gpu_usd_per_hour\": 2.5, \"tok_per_s\": 2500, \"api_usd_per_mtok\": "
                   "0.6, \"tok_per_month\": 1e9}, \"expect\": {\"verdict\": {\"is\": \"api\"}}}, {\"name\": \"it is "
                   "dated\", \"expect\": {\"catalog.age_days\": {\"max\": 900}}}]}' | breakeven check - --gpu-price "
                   "3usd/h",
                   "echo '{\"schema\": \"breakeven.checks\", \"schema_version\": \"1.0\", \"checks\": [{\"name\": "
                   "\"API wins\", \"given\": {\"gpu_usd_per_hour\": 2.5, \"tok_per_s\": 2500, \"api_usd_per_mtok\": "
                   "0.6, \"tok_per_month\": 1e9}, \"expect\": {\"verdict\": {\"is\": \"api\"}}}]}' | breakeven "
                   "check - --gpu-price 3usd/h"},
    DiagnosticCode{"BE-W014", "prices that a catalog has no place for",
                   "Imported prices are those of ordinary requests: input, output, cached input, cache writes, "
                   "longer contexts, flex, priority and batch service. A service tier without an input or an output "
                   "price, audio, image and reasoning tokens, and fees of tools are left out, and counted here.",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-07, "
                   "\"output_cost_per_token\": 4e-07, \"input_cost_per_token_flex\": 5e-08}}' | breakeven catalog "
                   "import - --as-of 2026-08-01",
                   "echo '{\"acme/small\": {\"litellm_provider\": \"acme\", \"input_cost_per_token\": 1e-07, "
                   "\"output_cost_per_token\": 4e-07}}' | breakeven catalog import - --as-of 2026-08-01"},
    DiagnosticCode{"BE-W015", "a model that does not fit the memory of its GPUs",
                   "Weights, overhead and the KV cache of a request are more than the GPUs hold, by a formula that "
                   "knows weights by their precision and takes 90% of the memory and 2.5 GiB of overhead as usual. A "
                   "measured record stands all the same; a throughput of your own would be of a replica that cannot "
                   "be.",
                   "breakeven compare --gpu h100-sxm --model deepseek-v3 --throughput 2500tok/s --api-price "
                   "0.6usd/Mtok --volume 1B/month",
                   "breakeven compare --gpu h100-sxm --model deepseek-v3 --gpus 8 --throughput 2500tok/s --api-price "
                   "0.6usd/Mtok --volume 1B/month"},
    DiagnosticCode{"BE-W016", "room for few requests at once",
                   "Each step of decoding reads all the weights, whether for one request or for a hundred, so a GPU "
                   "whose KV cache holds fewer than 8 requests delivers little of what it could. More memory, a KV "
                   "cache in 8 bits or a shorter context makes room.",
                   "breakeven fit --model llama-3.1-8b --gpu rtx-3090 --context-length 20000",
                   "breakeven fit --model llama-3.1-8b --gpu rtx-3090 --context-length 4000"},
    DiagnosticCode{"BE-W017", "a throughput that is estimated",
                   "A roofline knows arithmetic, bandwidth and the size of the model, and nothing of the engine: "
                   "against the catalog's records it is off by 25% in the middle on dense models and by 31% on "
                   "mixtures of experts, and engines differ twofold. Take it for a first look, and a measured "
                   "throughput for a decision.",
                   "breakeven fit --model llama-3.1-8b --gpu h100-sxm --shape 1000:1000",
                   "breakeven fit --model llama-3.1-8b --gpu h100-sxm --context-length 2000"},
    DiagnosticCode{"BE-W018", "a precision that the GPU does not compute in",
                   "The weights are kept in fewer bits and turned into 16 for every use. That saves memory and "
                   "bandwidth, and costs arithmetic: FP8 weights made an A100 14% slower than FP16 ones.",
                   "breakeven fit --model llama-3.1-8b --gpu a100-80gb --precision fp8",
                   "breakeven fit --model llama-3.1-8b --gpu l4 --precision fp8"},
    DiagnosticCode{"BE-W019", "GPUs over which a model does not split",
                   "Tensor parallelism gives every GPU the same number of heads, and of KV heads or copies of one. "
                   "Where that does not come out even engines refuse it, and can give each GPU some of the layers "
                   "instead, which shares memory as well and latency less.",
                   "breakeven fit --model llama-3.3-70b --gpu h100-sxm --gpus 3",
                   "breakeven fit --model llama-3.3-70b --gpu h100-sxm --gpus 4"},
    DiagnosticCode{"BE-W020", "a precision that is assumed",
                   "A config.json without torch_dtype or dtype does not say how many bits its weights have. bf16 is "
                   "what most open weights come in; with others the weights take half or twice the memory.",
                   "echo '{\"model_type\": \"llama\", \"hidden_size\": 4096, \"num_hidden_layers\": 32, "
                   "\"num_attention_heads\": 32, \"num_key_value_heads\": 8, \"intermediate_size\": 14336, "
                   "\"vocab_size\": 128256}' | breakeven fit --config - --gpu h100-sxm",
                   "echo '{\"model_type\": \"llama\", \"hidden_size\": 4096, \"num_hidden_layers\": 32, "
                   "\"num_attention_heads\": 32, \"num_key_value_heads\": 8, \"intermediate_size\": 14336, "
                   "\"vocab_size\": 128256}' | breakeven fit --config - --gpu h100-sxm --precision bf16"},
    DiagnosticCode{"BE-W021", "a serverless path that is left out",
                   "compare, sweep and explain weigh serverless workers against the other two paths. Other answers, "
                   "ranges and chances are about self-hosting and the API alone: what they say holds for those two, and "
                   "a third path may be cheaper than both.",
                   "breakeven forecast --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --requests "
                   "1000/day --shape 1500:300 --serverless-price 0.001097usd/s --cold-start 40s --service-time 8s "
                   "--growth 10%/month",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --requests "
                   "1000/day --shape 1500:300 --serverless-price 0.001097usd/s --cold-start 40s --service-time 8s"},
    DiagnosticCode{"BE-W022", "GPUs that scale to zero, priced as if they were always on",
                   "What a serverless GPU costs depends on how long a worker takes to start, how long it serves a "
                   "request and how often those come. Without that its price per hour is paid for every hour. Where "
                   "records state latencies, the service time is theirs.",
                   "breakeven rank --model llama-3.3-70b --term serverless --volume 100M/month --shape 1500:300",
                   "breakeven rank --model llama-3.3-70b --term serverless --volume 100M/month --shape 1500:300 "
                   "--cold-start 40s --service-time 8s"},
    DiagnosticCode{"BE-W023", "a bill with tiers, where layers are weighed one by one",
                   "The mix of layers and the hours of a schedule are found replica by replica and hour by hour, which "
                   "takes a price of each token. A bill with volume tiers, free tokens or a minimum has none: the "
                   "numbers of replicas are sized by the bill itself, the other two by its list price.",
                   "echo 'hour,requests,input_tokens,output_tokens\n0,5,1000,200\n1,4,900,100' | breakeven traffic - "
                   "--gpu-price 2usd/h --throughput 700tok/s --api-price 1usd/Mtok --api-minimum 100usd/month",
                   "echo 'hour,requests,input_tokens,output_tokens\n0,5,1000,200\n1,4,900,100' | breakeven traffic - "
                   "--gpu-price 2usd/h --throughput 700tok/s --api-price 1usd/Mtok"},
    DiagnosticCode{"BE-W024", "a service time that the throughput contradicts",
                   "The throughput is that of a worker with as many requests at once as it can serve; the tokens of one "
                   "request, at that rate, take less time than the request does, because it shares the worker. A "
                   "shorter service time means that one of the two is wrong.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 25usd/Mtok --shape 1500:300 "
                   "--requests 1000/day --serverless-price 0.001usd/s --cold-start 40s --service-time 0.1s",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 25usd/Mtok --shape 1500:300 "
                   "--requests 1000/day --serverless-price 0.001usd/s --cold-start 40s --service-time 8s"},
};
// clang-format on

}  // namespace

std::span<const DiagnosticCode> warning_codes() { return warning_rows; }

}  // namespace breakeven::io
