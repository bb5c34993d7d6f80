// SPDX-License-Identifier: MIT
#include "views/diff.hpp"

#include "views/assumptions.hpp"
#include "views/document.hpp"

namespace breakeven::app {
namespace {

Json change_document(const Change& change) {
  const auto ratio = change_ratio(number_of(change.before), number_of(change.after));
  return {{"section", change.section}, {"id", change.id},       {"key", change.key},
          {"before", change.before},   {"after", change.after}, {"change_ratio", ratio ? Json(*ratio) : Json()},
          {"kind", name(change.kind)}};
}

Json flip_document(const VerdictFlip& flip) {
  return {{"scenario", flip.scenario},
          {"before", flip.before},
          {"after", flip.after},
          {"before_reason", text_or_null(flip.before_reason)},
          {"after_reason", text_or_null(flip.after_reason)}};
}

Json move_document(const Move& move) {
  return {{"scenario", move.scenario},
          {"key", move.key},
          {"before", Json(move.before)},
          {"after", Json(move.after)},
          {"change_ratio", Json(move.change_ratio)},
          {"before_status", move.before_status},
          {"after_status", move.after_status}};
}

Json check_change_document(const CheckChange& change) {
  return {{"name", change.name},
          {"metric", change.metric},
          {"expected", change.expected},
          {"before", name(change.before)},
          {"after", name(change.after)},
          {"before_actual", change.before_actual},
          {"after_actual", change.after_actual}};
}

Json diff_summary(const Difference& difference) {
  return {{"changed_count", difference.count(ChangeKind::changed)},
          {"added_count", difference.count(ChangeKind::added)},
          {"removed_count", difference.count(ChangeKind::removed)},
          {"recited_count", difference.recited_count},
          {"flipped_count", difference.flipped.size()},
          {"check_count", difference.checks.size()},
          {"moved_count", difference.moved.size()}};
}

Json side_document(const DiffSide& side) { return {{"file", side.name}, {"schema", side.schema}}; }

}  // namespace

report::Report diff_report(const Sides& sides, const Difference& difference, const AnswerContext& context) {
  report::Report report{.document = document_header("breakeven.diff"),
                        .blocks = diff_blocks(difference),
                        .brief = diff_brief(difference),
                        .rows = std::vector<Json>()};
  for (const Change& change : difference.changes) report.rows->push_back(change_document(change));
  report.document["before"] = side_document(sides.before);
  report.document["after"] = side_document(sides.after);
  report.document["summary"] = diff_summary(difference);
  report.document["changes"] = *report.rows;
  for (const std::string_view list : {"flipped", "checks", "moved"}) report.document[std::string(list)] = Json::array();
  for (const CheckChange& check : difference.checks) report.document["checks"].push_back(check_change_document(check));
  for (const VerdictFlip& flip : difference.flipped) report.document["flipped"].push_back(flip_document(flip));
  for (const Move& move : difference.moved) report.document["moved"].push_back(move_document(move));
  close_document(report.document, context.inputs, context.problems);
  if (context.verbose && difference.asked_count > 0)
    report.blocks.insert(report.blocks.begin(), inputs_table(context.inputs));
  return report;
}

}  // namespace breakeven::app
