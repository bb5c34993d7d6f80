// SPDX-License-Identifier: MIT
// BE-M: the model, and what cannot be answered.
#include <array>

#include "io/codes/codes.hpp"

namespace breakeven::io {
namespace {

// clang-format off
constexpr std::array model_rows{
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
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok "
                   "--requests 500k/month",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok "
                   "--requests 500k/month --shape 1500:300"},
    DiagnosticCode{"BE-M003", "a model without a throughput record on this GPU",
                   "No catalog has a measurement of this model on this GPU, and one of another GPU says little "
                   "about it. The note lists the GPUs that have one. Give what you measured, or choose one of those.",
                   "breakeven compare --gpu lambda/a10 --model llama-3.3-70b --api-price 0.6usd/Mtok --volume "
                   "1B/month",
                   "breakeven compare --gpu lambda/h100-sxm --model llama-3.3-70b --api-price 0.6usd/Mtok --volume "
                   "1B/month"},
    DiagnosticCode{"BE-M004", "a throughput record of something else",
                   "The record was taken on another model, another GPU or another number of GPUs than what is "
                   "given. A throughput does not carry over. Leave one of the two out, or choose a record that fits.",
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
                   "breakeven compare --gpu mi355x --gpu-price 3usd/h --throughput 2500tok/s --api-price "
                   "0.6usd/Mtok --volume 1B/month"},
    DiagnosticCode{"BE-M007", "an output throughput without output tokens",
                   "The total throughput is the output throughput divided by the share of output, which is 0 where "
                   "all tokens are input, as for embeddings. Give the total throughput instead.",
                   "breakeven compare --gpu-price 2.5usd/h --output-throughput 800tok/s --input-share 100% "
                   "--api-price 0.6usd/Mtok --volume 1B/month",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 3200tok/s --input-share 100% --api-price "
                   "0.6usd/Mtok --volume 1B/month"},
    DiagnosticCode{"BE-M008", "spot hours without a fallback price",
                   "Where spot GPUs cannot be had for a part of the hours, something else runs then, and it has a "
                   "price: the same GPU on demand, as a rule. A missing price is never taken as zero.",
                   "breakeven compare --gpu-price 1.2usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --spot-availability 90%",
                   "breakeven compare --gpu-price 1.2usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --spot-availability 90% --spot-fallback 2.5usd/h"},
    DiagnosticCode{"BE-M009", "an infeasible question where a saving is asked",
                   "A sensitivity says by how much the saving moves, and there is none while the volume needs more "
                   "replicas than can be had. Allow more of them, or ask about less traffic.",
                   "breakeven sensitivity --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok "
                   "--volume 20B/month --max-replicas 1",
                   "breakeven sensitivity --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok "
                   "--volume 20B/month --max-replicas 4"},
    DiagnosticCode{"BE-M010", "latencies that no throughput record keeps to",
                   "A record counts where its time to the first token and its time per output token, at the 99th "
                   "percentile if it states that and else on average, are within the bounds asked for. One that "
                   "states none shows nothing. Less load is quicker: a benchmark at a lower concurrency may keep to "
                   "them.",
                   "breakeven compare --catalog tests/data/load_curve.json --gpu l40s --model llama-3.1-8b --shape "
                   "1000:1000 --api-price 0.2usd/Mtok --volume 1B/month --slo-ttft 100ms",
                   "breakeven compare --catalog tests/data/load_curve.json --gpu l40s --model llama-3.1-8b --shape "
                   "1000:1000 --api-price 0.2usd/Mtok --volume 1B/month --slo-ttft 150ms"},
    DiagnosticCode{"BE-M011", "a service tier that an API is not sold in",
                   "Flex, priority and batch prices are those that a catalog has of the offer; none of them is "
                   "guessed from the standard prices. A batch discount is no tier of its own: with --batch-share the "
                   "share of the traffic that goes through it is said. rank lists the offers that have a tier.",
                   "breakeven compare --catalog tests/data/service_tiers.json --api acme/small --service-tier batch "
                   "--gpu-price 2.5usd/h --throughput 2500tok/s --volume 1B/month --shape 1500:300",
                   "breakeven compare --catalog tests/data/service_tiers.json --api acme/small --batch-share 100% "
                   "--gpu-price 2.5usd/h --throughput 2500tok/s --volume 1B/month --shape 1500:300"},
};
// clang-format on

}  // namespace

std::span<const DiagnosticCode> model_codes() { return model_rows; }

}  // namespace breakeven::io
