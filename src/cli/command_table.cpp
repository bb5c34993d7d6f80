// SPDX-License-Identifier: MIT
#include "cli/command_table.hpp"

#include <array>

#include "cli/commands/commands.hpp"
#include "cli/options/fit.hpp"
#include "cli/options/sensitivity.hpp"
#include "cli/options/time.hpp"
#include "cli/options/traffic.hpp"

namespace breakeven::app {
namespace {

bool any_input(const InputRow&) { return true; }
bool no_input(const InputRow&) { return false; }

constexpr OptionRow bench{"bench", "", "FILE",
                          "take the throughput from benchmark results, such as vllm bench serve's; repeatable", true};

constexpr std::array compare_options{
    bench,
    OptionRow{"range", "", "", "bounds of every figure over the inputs that are ranges, such as 1.99..3.50usd/h"},
    OptionRow{"monte-carlo", "", "N", "draw the ranges N times: how probable it is that self-hosting is cheaper"},
    OptionRow{"seed", "", "S", "of the draws (default 1): the same seed draws the same"},
    OptionRow{"distribution", "", "NAME",
              "of the ranges: lognormal (default, the range is its 5-95%), triangular, uniform"},
    OptionRow{"exit-code", "", "", "exit 1 unless self-hosting is cheaper"}};

constexpr std::array rank_options{
    OptionRow{"gpu", "", "ID", "rank only offers of this GPU, or this offer"},
    OptionRow{"provider", "", "NAME", "rank only offers of this provider"},
    OptionRow{"term", "", "TERM", "rank only GPU offers of this term: on_demand, spot, reserved or serverless"},
    OptionRow{"all-records", "", "", "rank every throughput record, not the best fit alone"},
    OptionRow{"superseded", "", "", "rank offers too that a newer one of the same provider replaces"},
};

constexpr std::array solve_options{
    bench,
    OptionRow{"for", "", "KEY", "the input to solve for: its value at which both sides cost the same"},
    OptionRow{"target", "", "FIGURE=VALUE", "solve for the value at which this figure of the answer has this value"},
    OptionRow{"exit-code", "", "", "exit 1 if there is no such value"},
};

constexpr std::array sweep_options{
    bench,
    OptionRow{"vary", "", "KEY=VALUES", "vary an input: KEY=A..B/N, A..B/N@log, A..B:STEP or a,b,c; once or twice",
              true},
    OptionRow{"metric", "", "FIGURE", "show this figure of the answer, such as self_host.usd_per_mtok"},
};

constexpr std::array sensitivity_options{bench, option::swing.row};

constexpr std::array forecast_options{bench,
                                      option::growth.row,
                                      option::gpu_decline.row,
                                      option::api_decline.row,
                                      option::months.row,
                                      option::discount_rate.row};

constexpr std::array commit_options{option::commit.row, option::discount.row, option::gpu_decline.row,
                                    OptionRow{"exit-code", "", "", "exit 1 unless the commitment pays"}};

constexpr std::array buy_options{option::hardware_price.row,  option::life.row,       option::residual.row,
                                 option::cost_of_capital.row, option::power.row,      option::pue.row,
                                 option::electricity.row,     option::colocation.row, option::support.row,
                                 option::gpu_decline.row,     option::api_decline.row};

constexpr std::array fit_options{
    option::config,          option::precision,       option::kv_precision,        option::context_length.row,
    option::concurrency.row, option::memory_util.row, option::memory_overhead.row, option::gpu_memory.row,
    option::weights.row,     option::params.row,      option::active_params.row,   option::kv_bytes.row};

constexpr std::array traffic_options{option::columns,
                                     option::time_unit,
                                     option::bin.row,
                                     option::utc_offset,
                                     option::max_bad.row,
                                     bench,
                                     option::scale,
                                     option::percentile.row,
                                     option::replicas.row,
                                     option::reserved.row,
                                     option::spot.row,
                                     option::start_up.row,
                                     option::billing_increment.row,
                                     option::schedule,
                                     option::replay,
                                     option::max_wait.row,
                                     option::growth.row,
                                     option::months.row,
                                     option::seed,
                                     option::engine,
                                     option::table};

constexpr std::array diff_options{
    OptionRow{"checks", "", "FILE", "ask both catalogs what the checks of this file ask; its own catalogs are left out",
              true},
    OptionRow{"exit-code", "", "", "exit 1 if something changed"},
};

constexpr std::array catalog_options{
    OptionRow{"gpu", "", "ID", "list only what is of this GPU; import: the GPU of what does not name it"},
    OptionRow{"gpus", "", "N", "import: the GPUs of the replica that was measured"},
    OptionRow{"provider", "", "NAME",
              "list only offers of this provider; import: the seller, where the file names none"},
    OptionRow{"model", "", "ID", "list only what is of this model; import: the model of what does not name it"},
    OptionRow{"term", "", "TERM", "list only GPU offers of this term: on_demand, spot, reserved or serverless"},
    OptionRow{"shape", "", "IN:OUT", "import: the mean tokens of the requests of what does not say them"},
    OptionRow{"from", "", "FORMAT", "import only files of this format; else their content says which it is"},
    OptionRow{"as-of", "", "YYYY-MM-DD", "import the prices of this day, and date with it those without a date"},
    OptionRow{"at", "", "HH:MM", "import the prices of this time of day, in UTC"},
    OptionRow{"phase-rates", "", "", "import: add prefill and decode rates fitted to records of several shapes"},
};

constexpr std::array schema_options{OptionRow{"example", "", "", "a file to start from"}};

constexpr std::array check_options{
    OptionRow{"report", "", "FORMAT[=FILE]",
              "text (default), github, junit, json or tap, to standard output or to a file; repeatable", true},
    OptionRow{"run", "", "TEXT", "run only the checks whose name holds it (* is anything, | is or)"},
    OptionRow{"fail-on", "", "SEVERITY", "error (default), or warning: exit 1 where a check of that severity fails"},
    OptionRow{"exit-zero", "", "", "exit 0 where checks fail; what cannot be checked still exits 2"},
};

constexpr auto pictures = report::Shows::pictures;

constexpr std::array commands_table{
    CommandRow{"compare", "One question, both sides, the verdict and every break-even", "", any_input, compare_options,
               run_compare, true, pictures},
    CommandRow{"rank", "Every way in the catalog to serve a model, cheapest first", "", rank_takes, rank_options,
               run_rank, true},
    CommandRow{"solve", "The value of one input at which both sides cost the same", "", any_input, solve_options,
               run_solve, true},
    CommandRow{"sweep", "One or two inputs varied: every answer, as rows, a grid or a picture", "", any_input,
               sweep_options, run_sweep, false, pictures},
    CommandRow{"sensitivity", "What each input moves, one at a time, and where the verdict switches", "", any_input,
               sensitivity_options, run_sensitivity, true, pictures},
    CommandRow{"forecast", "Growing volume and falling prices: when the verdict flips, and what the months cost", "",
               any_input, forecast_options, run_forecast, true},
    CommandRow{"commit", "Whether a commitment pays against on-demand prices that fall", "", commit_takes,
               commit_options, run_commit, true},
    CommandRow{"buy", "Owned GPUs against rented ones and the API: cost and payback", "", buy_takes, buy_options,
               run_buy, true},
    CommandRow{"fit", "Whether a model fits the GPUs: weights, KV cache, concurrency, an estimate of the throughput",
               "", fit_takes, fit_options, run_fit, true},
    CommandRow{"traffic", "A log of requests or a histogram of them: its load, and what serves it best",
               "FILE... | sql", traffic_takes, traffic_options, run_traffic, false, pictures},
    CommandRow{"check", "Whether the assumptions of a file still hold; for CI", "FILE...", any_input, check_options,
               run_check, false, report::Shows::tests},
    CommandRow{"diff", "Two catalogs or two answers: what changed, and which verdicts flipped",
               "BEFORE AFTER (files, - for stdin, or builtin)", any_input, diff_options, run_diff},
    CommandRow{"catalog", "Prices, models and throughput records with source and date",
               "list [SECTION...] | show ID... | validate FILE... | import FILE...", no_input, catalog_options,
               run_catalog},
    CommandRow{"explain",
               "The arithmetic of a figure, or what a diagnostic code means",
               "METRIC | CODE",
               any_input,
               {},
               run_explain},
    CommandRow{"schema", "The JSON Schema of an answer or a file", "[NAME]", no_input, schema_options, run_schema},
};

}  // namespace

std::span<const CommandRow> commands() { return commands_table; }

}  // namespace breakeven::app
