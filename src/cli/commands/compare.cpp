// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "cli/commands/commands.hpp"
#include "cli/compare_text.hpp"
#include "cli/documents.hpp"

namespace breakeven::cli {

report::Report run_compare(Session& session) {
  const Question question = session.question({});
  if (io::has_errors(session.problems())) return {};
  const Comparison comparison = compare(question.scenario);
  session.answered_no = session.arguments().has("exit-code") && comparison.verdict != Verdict::self_host;
  return {.document = compare_document(comparison, question, session.problems()),
          .blocks = compare_blocks(comparison, question, session.arguments().has("verbose")),
          .brief = compare_brief(comparison),
          .rows = std::nullopt};
}

}  // namespace breakeven::cli
