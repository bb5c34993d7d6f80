// SPDX-License-Identifier: MIT
// BE-T: traces of requests.
#include <array>

#include "io/codes/codes.hpp"

namespace breakeven::io {
namespace {

// clang-format off
constexpr std::array traffic_rows{
    DiagnosticCode{"BE-T001", "a trace without requests",
                   "A trace is a table of requests whose first row names its columns, or JSON lines, one object a "
                   "request. It must hold at least one request that was answered: failed ones are counted apart, and "
                   "load nothing. The text is UTF-8, and its lines end in line feeds.",
                   "echo 'time,input_tok,output_tok' | breakeven traffic -",
                   "echo 'time,input_tok,output_tok\n0,100,20\n60,50,10' | breakeven traffic -"},
    DiagnosticCode{"BE-T002", "a column that is not known",
                   "The columns of published traces and of usual logs are known by their names. Of other tables, "
                   "--columns says which column is the time, the input tokens and the output tokens. The members of "
                   "JSON objects within others are named by a path: usage.prompt_tokens.",
                   "echo 'when,a,b\n0,100,20\n60,50,10' | breakeven traffic -",
                   "echo 'when,a,b\n0,100,20\n60,50,10' | breakeven traffic - "
                   "--columns time=when,input=a,output=b"},
    DiagnosticCode{"BE-T003", "too many rows that cannot be read",
                   "Rows without a time, or with tokens that are missing, negative, fractional or above 1e12, are "
                   "counted and told of, and left out. Above 0.1% of all rows, or the share that --max-bad allows, "
                   "the file is more likely misread than damaged.",
                   "echo 'time,input_tok,output_tok\n0,100,20\n60,-50,10' | breakeven traffic -",
                   "echo 'time,input_tok,output_tok\n0,100,20\n60,-50,10\n90,5,5' | breakeven traffic - --max-bad 50%"},
    DiagnosticCode{"BE-T004", "files or bins that do not make one trace",
                   "Several files are read as one trace: all logs of requests or all histograms, and all of times "
                   "since 1970 or all of times since a start of their own. The bins of a histogram must be equally "
                   "wide, of whole seconds, and none may overlap another.",
                   "echo 'time,requests,input_tok,output_tok\n0,5,100,20' | breakeven traffic -",
                   "echo 'time,requests,input_tok,output_tok\n0,5,100,20\n60,4,90,10' | breakeven traffic -"},
    DiagnosticCode{"BE-T005", "bins that the trace cannot be put into",
                   "Bins are made of the slices of time over which requests were added up, or of the bins of a "
                   "histogram: --bin must be a multiple of these. A trace has at most a million bins; one that covers "
                   "more has a wrong time among its times, or wants wider bins.",
                   "echo 'time,requests,input_tok,output_tok\n0,5,100,20\n60,4,90,10' | breakeven traffic - --bin 90s",
                   "echo 'time,requests,input_tok,output_tok\n0,5,100,20\n60,4,90,10' | breakeven traffic - --bin 2min"},
    DiagnosticCode{"BE-T006", "what this trace cannot tell",
                   "A replay takes the requests themselves, and not sums of them. A schedule takes every hour of a "
                   "day at the least, in bins of an hour or of a part of one: what an hour that was never seen would "
                   "hold is not guessed.",
                   "echo 'hour,requests,input_tokens,output_tokens\n0,5,1000,200\n1,4,900,100' | breakeven traffic - "
                   "--gpu-price 2usd/h --throughput 700tok/s --api-price 1usd/Mtok --replay",
                   "echo 'hour,requests,input_tokens,output_tokens\n0,5,1000,200\n1,4,900,100' | breakeven traffic - "
                   "--gpu-price 2usd/h --throughput 700tok/s --api-price 1usd/Mtok"},
    DiagnosticCode{"BE-T007", "a query's result that is not whole",
                   "The query of `traffic sql` tells of the same requests three times, by slices of time, by input and by "
                   "output lengths, and has one row that counts the bad ones. Where these differ, rows were lost, "
                   "doubled or changed on the way.",
                   "echo 'part,start_s,width_s,requests,failed_requests,input_tok,cached_input_tok,output_tok,"
                   "input_output_tok2,output_output_tok2,first_us,last_us,length_tok\nbad_rows,,,0,,,,,,,,,\n"
                   "slice,0,60,2,0,20,,8,80,32,0,1,' | breakeven traffic -",
                   "echo 'part,start_s,width_s,requests,failed_requests,input_tok,cached_input_tok,output_tok,"
                   "input_output_tok2,output_output_tok2,first_us,last_us,length_tok\nbad_rows,,,0,,,,,,,,,\n"
                   "input_length,,,2,,,,,,,,,10\noutput_length,,,2,,,,,,,,,4\nslice,0,60,2,0,20,,8,80,32,0,1,' | "
                   "breakeven traffic -"},
};
// clang-format on

}  // namespace

std::span<const DiagnosticCode> traffic_codes() { return traffic_rows; }

}  // namespace breakeven::io
