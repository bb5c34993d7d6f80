// SPDX-License-Identifier: MIT
#include "io/traces/known_formats.hpp"

#include <algorithm>

namespace breakeven::io {
namespace {

// The result of the query of `breakeven traffic sql`.
constexpr std::array sums{FormatColumn{Role::part, "part"},
                          FormatColumn{Role::time, "start_s"},
                          FormatColumn{Role::width, "width_s"},
                          FormatColumn{Role::requests, "requests"},
                          FormatColumn{Role::failed_requests, "failed_requests"},
                          FormatColumn{Role::input, "input_tok"},
                          FormatColumn{Role::cached_input, "cached_input_tok"},
                          FormatColumn{Role::output, "output_tok"},
                          FormatColumn{Role::input_output, "input_output_tok2"},
                          FormatColumn{Role::output_output, "output_output_tok2"},
                          FormatColumn{Role::first, "first_us"},
                          FormatColumn{Role::last, "last_us"},
                          FormatColumn{Role::length, "length_tok"}};

// The output of `breakeven traffic -f csv`.
constexpr std::array bins{FormatColumn{Role::time, "start"},
                          FormatColumn{Role::end, "end"},
                          FormatColumn{Role::requests, "requests"},
                          FormatColumn{Role::input, "input_tok"},
                          FormatColumn{Role::cached_input, "cached_input_tok", false},
                          FormatColumn{Role::output, "output_tok"}};

// https://github.com/Azure/AzurePublicDataset, AzureLLMInferenceTrace_conv.csv and _code.csv, 2023 and 2024
constexpr std::array azure{FormatColumn{Role::time, "TIMESTAMP"}, FormatColumn{Role::input, "ContextTokens"},
                           FormatColumn{Role::output, "GeneratedTokens"}};

// https://github.com/kvcache-ai/Mooncake, FAST25-release/traces: milliseconds, and blocks of 512 tokens
constexpr std::array mooncake{FormatColumn{Role::time, "timestamp"}, FormatColumn{Role::input, "input_length"},
                              FormatColumn{Role::output, "output_length"},
                              FormatColumn{Role::prefix_blocks, "hash_ids"}};

// https://github.com/HPMLL/BurstGPT: seconds from the start; a response of 0 tokens is a failure
constexpr std::array burst_gpt{FormatColumn{Role::time, "Timestamp"}, FormatColumn{Role::input, "Request tokens"},
                               FormatColumn{Role::output, "Response tokens"}};

// https://github.com/microsoft/vidur, data/processed_traces: seconds from the start
constexpr std::array vidur{FormatColumn{Role::time, "arrived_at"}, FormatColumn{Role::input, "num_prefill_tokens"},
                           FormatColumn{Role::output, "num_decode_tokens"}};

// https://github.com/Mutinifni/splitwise-sim, traces: seconds from the start
constexpr std::array splitwise{FormatColumn{Role::time, "arrival_timestamp"}, FormatColumn{Role::input, "prompt_size"},
                               FormatColumn{Role::output, "token_size"}};

// The response body of OpenAI's chat completions, which vLLM and others write too
constexpr std::array chat_completion{
    FormatColumn{Role::time, "created"}, FormatColumn{Role::input, "usage.prompt_tokens"},
    FormatColumn{Role::output, "usage.completion_tokens"},
    FormatColumn{Role::cached_input, "usage.prompt_tokens_details.cached_tokens", false},
    FormatColumn{Role::error, "error", false}};

// The response body of OpenAI's responses API
constexpr std::array response{FormatColumn{Role::time, "created_at"}, FormatColumn{Role::input, "usage.input_tokens"},
                              FormatColumn{Role::output, "usage.output_tokens"},
                              FormatColumn{Role::cached_input, "usage.input_tokens_details.cached_tokens", false},
                              FormatColumn{Role::error, "error", false}};

// Hourly rates and lengths, as made from https://github.com/alibaba/ServeGen
constexpr std::array hourly{FormatColumn{Role::time, "hour"}, FormatColumn{Role::requests, "requests"},
                            FormatColumn{Role::input, "input_tokens"}, FormatColumn{Role::output, "output_tokens"}};

constexpr std::int64_t hour_s = 3'600;

constexpr std::array trace_format_rows{
    TraceFormat{"sums of breakeven traffic sql", sums, TimeForm::seconds},
    TraceFormat{"bins of breakeven traffic", bins},
    TraceFormat{"Azure LLM inference trace", azure},
    TraceFormat{"Mooncake", mooncake, TimeForm::milliseconds},
    TraceFormat{"BurstGPT", burst_gpt, TimeForm::seconds, true},
    TraceFormat{"vidur", vidur, TimeForm::seconds},
    TraceFormat{"Splitwise", splitwise, TimeForm::seconds},
    TraceFormat{"OpenAI chat completions", chat_completion},
    TraceFormat{"OpenAI responses", response},
    TraceFormat{"hours of the day, as of ServeGen", hourly, TimeForm::hours, false, hour_s},
};

}  // namespace

const TraceFormat* find_trace_format(std::span<const std::string> present) {
  const auto is_there = [&](const FormatColumn& column) {
    return !column.is_needed || std::find(present.begin(), present.end(), column.name) != present.end();
  };
  const auto found = std::find_if(trace_format_rows.begin(), trace_format_rows.end(), [&](const TraceFormat& format) {
    return std::all_of(format.columns.begin(), format.columns.end(), is_there);
  });
  return found == trace_format_rows.end() ? nullptr : &*found;
}

}  // namespace breakeven::io
