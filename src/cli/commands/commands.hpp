// SPDX-License-Identifier: MIT
#pragma once

#include "cli/session.hpp"
#include "report/report.hpp"

namespace breakeven::app {

report::Report run_compare(Session& session);
report::Report run_rank(Session& session);
report::Report run_solve(Session& session);
report::Report run_sensitivity(Session& session);
report::Report run_sweep(Session& session);
report::Report run_forecast(Session& session);
report::Report run_commit(Session& session);
report::Report run_buy(Session& session);
report::Report run_fit(Session& session);
report::Report run_traffic(Session& session);
/// The query that sums up a table of requests in place, for your own engine.
report::Report run_traffic_sql(Session& session);
report::Report run_check(Session& session);
report::Report run_diff(Session& session);
report::Report run_catalog_list(Session& session);
report::Report run_catalog_show(Session& session);
report::Report run_catalog_validate(Session& session);
/// The files of other programs as one catalog.
report::Report run_catalog_import(Session& session);
report::Report run_explain(Session& session);
report::Report run_schema(Session& session);

/// Whether rank takes the input from the user, not from the catalog offer by offer.
bool rank_takes(const OptionRow& input);

/// The inputs of a commitment: the GPU's price, and the hours that it is used.
bool commit_takes(const OptionRow& input);

/// The model, the GPUs of a replica, and the shape of a request.
bool fit_takes(const OptionRow& input);

/// All inputs except those that the trace itself gives: how many tokens, in which mix, and when.
bool traffic_takes(const OptionRow& input);

/// Everything except the overhead multiplier, which applies to rented GPUs.
bool buy_takes(const OptionRow& input);

}  // namespace breakeven::app
