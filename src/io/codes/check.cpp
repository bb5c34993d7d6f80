// SPDX-License-Identifier: MIT
// BE-C: checks.
#include <array>

#include "io/codes/codes.hpp"

namespace breakeven::io {
namespace {

// clang-format off
constexpr std::array check_rows{
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
};
// clang-format on

}  // namespace

std::span<const DiagnosticCode> check_codes() { return check_rows; }

}  // namespace breakeven::io
