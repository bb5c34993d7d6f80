// SPDX-License-Identifier: MIT
#include "analysis/diff/check_changes.hpp"

#include <algorithm>

#include "analysis/diff/document_changes.hpp"

namespace breakeven::app {
namespace {

bool same_inputs(const NamedQuestion& a, const NamedQuestion& b) {
  return std::equal(a.given.begin(), a.given.end(), b.given.begin(), b.given.end(),
                    [](const Given& one, const Given& other) {
                      return one.key == other.key && one.value == other.value && one.source == other.source;
                    });
}

std::string status_of(const Checked& one) {
  if (!one.actual_status.empty()) return one.actual_status;
  return one.status == CheckStatus::errored ? std::string(unanswerable) : "at";
}

// Runs every check against two catalogs.
class CheckComparer {
 public:
  CheckComparer(const Asker& asker, const Catalog& before, const Catalog& after)
      : asker_(asker),
        before_(asker, [&before]() -> const Catalog& { return before; }),
        after_(asker, [&after]() -> const Catalog& { return after; }) {}

  void add(const CheckFile& file) {
    before_.refuse_misfits(file);
    if (io::has_errors(asker_.problems)) return;
    has_catalogs_ = !file.catalogs.empty();
    for (const Check& check : file.checks) {
      add_questions(check);
      const std::vector<Checked> before = before_.run(check);
      const std::vector<Checked> after = after_.run(check);
      for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i) add_pair(before[i], after[i]);
    }
  }

  CheckConsequences take() {
    std::stable_sort(found_.moved.begin(), found_.moved.end(), [](const Move& a, const Move& b) {
      return size_of_change(a.before, a.after) > size_of_change(b.before, b.after);
    });
    return std::move(found_);
  }

 private:
  // A question that several checks share is asked once.
  void add_questions(const Check& check) {
    if (!is_about_answer(check) || check.command->name != "compare") return;
    for (const auto& point : before_.points_of(check, asker_.problems)) {
      NamedQuestion asked{
          .name = check.name + point_text(point), .given = before_.given_at(check, point), .shows_moves = false};
      const auto is_same = [&](const NamedQuestion& known) { return same_inputs(known, asked); };
      if (std::none_of(found_.questions.begin(), found_.questions.end(), is_same))
        found_.questions.push_back(std::move(asked));
    }
  }

  void add_pair(const Checked& before, const Checked& after) {
    if (before.status == CheckStatus::errored && after.status == CheckStatus::errored)
      for (const io::Diagnostic& diagnostic : after.diagnostics) add_problem(diagnostic);
    const std::string name = after.check->name + point_text(after.point);
    if (before.status != after.status)
      found_.changed.push_back({.name = name,
                                .metric = after.expectation->metric,
                                .expected = expected_text(*after.expectation),
                                .before = before.status,
                                .after = after.status,
                                .before_actual = before.actual,
                                .after_actual = after.actual});
    add_move(name, before, after);
  }

  void add_problem(io::Diagnostic problem) {
    if (has_catalogs_)
      problem.notes.emplace_back(
          "the catalogs that the file of checks names are left out: --catalog lays one under both");
    io::add_once(std::move(problem), asker_.problems);
  }

  // Adds a figure once, even with several expectations; catalog prices are already among the changes.
  void add_move(const std::string& name, const Checked& before, const Checked& after) {
    const std::string& metric = after.expectation->metric;
    const auto was = number_of(before.actual);
    const auto is = number_of(after.actual);
    const bool is_known = std::any_of(found_.moved.begin(), found_.moved.end(),
                                      [&](const Move& move) { return move.scenario == name && move.key == metric; });
    if (is_known || (!was && !is) || is_same(was, is) || behind(metric, "catalog")) return;
    found_.moved.push_back({.scenario = name,
                            .key = metric,
                            .before = was,
                            .after = is,
                            .before_status = status_of(before),
                            .after_status = status_of(after),
                            .change_ratio = change_ratio(was, is)});
  }

  Asker asker_;
  Checker before_;
  Checker after_;
  bool has_catalogs_ = false;  // of the file at work
  CheckConsequences found_{};
};

}  // namespace

CheckConsequences check_consequences(const Asker& asker, const CheckFiles& checks, const Catalog& before,
                                     const Catalog& after) {
  CheckComparer comparer(asker, before, after);
  for (const CheckFile& file : checks.files) comparer.add(file);
  return comparer.take();
}

}  // namespace breakeven::app
