// SPDX-License-Identifier: MIT
#include "cli/command_table.hpp"

#include <array>

#include "cli/commands/commands.hpp"
#include "cli/options/fit.hpp"
#include "cli/options/sensitivity.hpp"
#include "cli/options/time.hpp"
#include "cli/options/traffic.hpp"
#include "cli/output.hpp"
#include "io/catalog/terms.hpp"

namespace breakeven::app {
namespace {

bool any_input(const OptionRow&) { return true; }
bool no_input(const OptionRow&) { return false; }

constexpr OptionRow bench{"bench", "", "FILE",
                          "take the throughput from benchmark results, such as vllm bench serve's; repeatable", true};

constexpr std::array compare_options{
    bench,
    OptionRow{"range", "", "", "bounds of every figure over the inputs that are ranges, such as 1.99..3.50usd/h"},
    OptionRow{"monte-carlo", "", "N", "draw the ranges N times: how probable it is that self-hosting is cheaper"},
    OptionRow{"seed", "", "S", "of the draws (default 1): the same seed draws the same", false, "monte-carlo"},
    OptionRow{"distribution", "", "NAME",
              "of the ranges: lognormal (default, the range is its 5-95%), triangular, uniform", false, "monte-carlo"},
    OptionRow{"exit-code", "", "", "exit 1 unless self-hosting is cheaper"}};

std::vector<std::string_view> terms() {
  const auto names = io::names(Term{});
  return {names.begin(), names.end()};
}

constexpr OptionRow term{"term", "", "TERM", "only GPU offers of this term", false, {}, terms};

constexpr std::array rank_options{
    OptionRow{"gpu", "", "ID", "rank only offers of this GPU, or this offer"},
    OptionRow{"provider", "", "NAME", "rank only offers of this provider"},
    term,
    OptionRow{"all-records", "", "", "rank every set-up, not the best of each GPU alone"},
    OptionRow{"max-age", "", "TIME", "only prices not older than the newest by more than this: 90d (default), or any"},
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

constexpr std::array sensitivity_options{bench, option::swing};

constexpr std::array forecast_options{bench,          option::growth,       option::gpu_decline, option::api_decline,
                                      option::months, option::discount_rate};

constexpr std::array commit_options{option::commit, option::discount, option::gpu_decline,
                                    OptionRow{"exit-code", "", "", "exit 1 unless the commitment pays"}};

constexpr std::array buy_options{option::hardware_price,  option::life,       option::residual,
                                 option::cost_of_capital, option::power,      option::pue,
                                 option::electricity,     option::colocation, option::support,
                                 option::gpu_decline,     option::api_decline};

constexpr std::array fit_options{option::config,          option::precision,     option::kv_precision,
                                 option::context_length,  option::concurrency,   option::memory_util,
                                 option::memory_overhead, option::gpu_memory,    option::weights,
                                 option::params,          option::active_params, option::kv_bytes};

constexpr std::array traffic_options{option::columns,
                                     option::time_unit,
                                     option::bin,
                                     option::utc_offset,
                                     option::max_bad,
                                     bench,
                                     option::scale,
                                     option::percentile,
                                     option::replicas,
                                     option::reserved,
                                     option::spot,
                                     option::start_up,
                                     option::billing_increment,
                                     option::schedule,
                                     option::replay,
                                     option::max_wait,
                                     option::needing(option::growth, option::both_sides),
                                     option::needing(option::months, option::growth.name),
                                     option::seed};

constexpr std::array traffic_sql_options{option::engine, option::table, option::columns, option::time_unit,
                                         option::bin};

constexpr std::array diff_options{
    OptionRow{"checks", "", "FILE", "ask both catalogs what the checks of this file ask; its own catalogs are left out",
              true},
    OptionRow{"exit-code", "", "", "exit 1 if something changed"},
};

constexpr std::array list_options{
    OptionRow{"gpu", "", "ID", "only what is of this GPU"},
    OptionRow{"provider", "", "NAME", "only offers of this provider"},
    OptionRow{"model", "", "ID", "only what is of this model"},
    term,
};

constexpr std::array import_options{
    OptionRow{"from", "", "FORMAT", "only files of this format; else their content says which it is"},
    OptionRow{"as-of", "", "YYYY-MM-DD", "the prices of this day; it also dates those without a date"},
    OptionRow{"at", "", "HH:MM", "the prices of this time of day, in UTC"},
    OptionRow{"provider", "", "NAME", "the seller, where the file names none"},
    OptionRow{"gpu", "", "ID", "the GPU of what does not name it"},
    OptionRow{"gpus", "", "N", "the GPUs of the replica that was measured"},
    OptionRow{"model", "", "ID", "the model of what does not name it"},
    OptionRow{"shape", "", "IN:OUT", "the mean tokens of the requests of what does not say them"},
    OptionRow{"phase-rates", "", "", "add prefill and decode rates fitted to records of several shapes"},
};

constexpr std::array schema_options{OptionRow{"example", "", "", "a file to start from"}};

constexpr std::array check_options{
    OptionRow{"report",
              "",
              "FORMAT[=FILE]",
              "to standard output or to a file (default: text); repeatable",
              true,
              {},
              report_names},
    OptionRow{"run", "", "TEXT", "run only the checks whose name holds it (* is anything, | is or)"},
    OptionRow{"fail-on", "", "SEVERITY", "error (default), or warning: exit 1 where a check of that severity fails"},
    OptionRow{"exit-zero", "", "", "exit 0 where checks fail; what cannot be checked still exits 2"},
};

constexpr auto pictures = report::OutputKind::pictures;

constexpr std::array commands_table{
    CommandRow{"compare", "One question, both sides, the verdict and every break-even", "", any_input, compare_options,
               run_compare, true, pictures},
    CommandRow{"rank",
               "Every way in the catalog to serve a model, cheapest first",
               "",
               rank_takes,
               rank_options,
               run_rank,
               true,
               {},
               "rank takes it from the catalog, offer by offer"},
    CommandRow{"solve", "The value of one input at which both sides cost the same", "", any_input, solve_options,
               run_solve, true},
    CommandRow{"sweep", "One or two inputs varied: every answer, as rows, a grid or a picture", "", any_input,
               sweep_options, run_sweep, false, pictures},
    CommandRow{"sensitivity", "What each input moves, one at a time, and where the verdict switches", "", any_input,
               sensitivity_options, run_sensitivity, true, pictures},
    CommandRow{"forecast", "Growing volume and falling prices: when the verdict flips, and what the months cost", "",
               any_input, forecast_options, run_forecast, true},
    CommandRow{"commit",
               "Whether a commitment pays against on-demand prices that fall",
               "",
               commit_takes,
               commit_options,
               run_commit,
               true,
               {},
               "a commitment is about the GPU's price and hours"},
    CommandRow{"buy",
               "Owned GPUs against rented ones and the API: cost and payback",
               "",
               buy_takes,
               buy_options,
               run_buy,
               true,
               {},
               "it is an overhead of rented GPUs"},
    CommandRow{"fit",
               "Whether a model fits the GPUs: weights, KV cache, concurrency, an estimate of the throughput",
               "",
               fit_takes,
               fit_options,
               run_fit,
               true,
               {},
               "fit asks for memory, and no cost"},
    CommandRow{"traffic", "A log of requests or a histogram of them: its load, and what serves it best", "FILE...",
               traffic_takes, traffic_options, run_traffic, false, pictures, "the trace says it"},
    CommandRow{"traffic sql", "A query that sums up the requests where they are", "", no_input, traffic_sql_options,
               run_traffic_sql},
    CommandRow{"check", "Whether the assumptions of a file still hold; for CI", "FILE...", any_input, check_options,
               run_check, false, report::OutputKind::tests},
    CommandRow{"diff", "Two catalogs or two answers: what changed, and which verdicts flipped",
               "BEFORE AFTER (files, - for stdin, or builtin)", any_input, diff_options, run_diff},
    CommandRow{"catalog", "Prices, models and throughput records with source and date", "", no_input, {}, nullptr},
    CommandRow{"catalog list", "Entries, as tables", "[SECTION...]", no_input, list_options, run_catalog_list},
    CommandRow{"catalog show", "Entries with all that is known of them", "ID...", no_input, {}, run_catalog_show},
    CommandRow{"catalog validate", "Whether files are catalogs", "FILE...", no_input, {}, run_catalog_validate},
    CommandRow{"catalog import", "Price lists, benchmarks and model configs as a catalog", "FILE...", no_input,
               import_options, run_catalog_import},
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
