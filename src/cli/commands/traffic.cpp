// SPDX-License-Identifier: MIT
#include "cli/argument_problems.hpp"
#include "cli/commands/commands.hpp"
#include "cli/traffic_sql.hpp"

namespace breakeven::cli {

report::Report run_traffic(Session& session) {
  const auto& words = session.arguments().positionals;
  if (words.size() == 1 && words.front() == "sql") return traffic_sql(session);
  if (words.empty())
    session.problems().push_back({.code = "BE-U005",
                                  .message = "traffic needs to know what to do",
                                  .help = "breakeven traffic sql --engine duckdb --table requests --columns ..."});
  else
    session.problems().push_back(unexpected_argument(words.back(), *session.arguments().command));
  return {};
}

}  // namespace breakeven::cli
