// SPDX-License-Identifier: MIT
#include "cli/argument_problems.hpp"
#include "cli/checkable_commands.hpp"
#include "cli/commands/commands.hpp"
#include "inputs/warnings.hpp"
#include "text/wildcards.hpp"
#include "views/checks.hpp"

namespace breakeven::app {
namespace {

CheckOptions read_options(Session& session) {
  const std::string fail_on = session.arguments().value("fail-on").value_or("error");
  if (fail_on != "error" && fail_on != "warning")
    session.problems().push_back(unreadable_value("fail-on", fail_on, "write error or warning"));
  return {.fails_on_warnings = fail_on == "warning", .verbose = session.arguments().has("verbose")};
}

// Selects checks by name, for --run.
class Selection {
 public:
  explicit Selection(Session& session) : text_(session.arguments().value("run")) {}

  bool selects(const Check& check) const { return !text_ || text::has_match(check.name, *text_); }

  void refuse_if_empty(const std::deque<CheckFile>& files, io::Diagnostics& problems) const {
    std::size_t count = 0;
    for (const CheckFile& file : files) {
      if (std::any_of(file.checks.begin(), file.checks.end(), [&](const Check& check) { return selects(check); }))
        return;
      count += file.checks.size();
    }
    problems.push_back({.code = "BE-C011",
                        .message = "--run '" + io::printable(text_.value_or("")) + "' selects none of the " +
                                   std::to_string(count) + " checks",
                        .location = io::Location{.argument = "--run"},
                        .help = "their names must hold it; * stands for anything, and | between two texts for either"});
  }

 private:
  std::optional<std::string> text_;
};

CheckFiles read_files(Session& session) {
  if (session.arguments().positionals.empty())
    session.problems().push_back({.code = "BE-U005",
                                  .message = "check needs a file",
                                  .help = "breakeven schema checks --example prints one to start from"});
  return read_check_files(checkable_commands(session), session.texts(session.arguments().positionals),
                          session.problems());
}

CheckedFile run_file(Session& session, const CheckFile& file, const Selection& selection) {
  const bool has_own = !file.catalogs.empty();
  const Catalog own = has_own ? session.catalog_over(file.catalogs) : Catalog();
  const Catalog& catalog = has_own ? own : session.catalog();
  CheckedFile checked{.file = &file};
  if (io::has_errors(session.problems())) {
    if (has_own)
      for (io::Diagnostic& problem : session.problems())
        problem.notes.push_back("its catalogs are named in " + io::printable(file.name) +
                                ", from the place of that file");
    return checked;
  }
  Checker checker(session.asker(), [&]() -> const Catalog& { return catalog; });
  for (const Check& check : file.checks)
    for (Checked& one : selection.selects(check) ? checker.run(check) : checker.skip(check))
      checked.checked.push_back(std::move(one));
  return checked;
}

// The errors of all checks, each once.
io::Diagnostics unanswered(const std::vector<CheckedFile>& files) {
  io::Diagnostics errors;
  for (const CheckedFile& file : files)
    for (const Checked& one : file.checked)
      if (one.status == CheckStatus::errored)
        for (const io::Diagnostic& diagnostic : one.diagnostics)
          if (diagnostic.severity == io::Severity::error) io::add_once(diagnostic, errors);
  return errors;
}

// Whether a command-line input reaches the check, and is not displaced by a value that the check repeats.
bool is_reached(const Check& check, const Given& given) {
  if (!is_about_answer(check) || !check.command->takes_input(row(given.key))) return false;
  return std::none_of(check.for_each.begin(), check.for_each.end(), [&](const RepeatedInput& repeated) {
    const Key key = repeated.values.front().key;
    return key == given.key || (row(key).group != Group::none && row(key).group == row(given.key).group);
  });
}

// A what-if that changes nothing would always pass.
void refuse_options_without_effect(Session& session, const CheckFiles& read, const Selection& selection) {
  for (const Given& given : session.given()) {
    if (given.source != Source::option) continue;
    std::size_t selected = 0;
    std::size_t reached = 0;
    for (const CheckFile& file : read.files)
      for (const Check& check : file.checks) {
        if (!selection.selects(check)) continue;
        ++selected;
        reached += is_reached(check, given) ? 1 : 0;
      }
    if (reached == 0)
      session.problems().push_back(problem_with(given, "BE-U011", given.origin + " has no effect on these checks",
                                                "leave it out: their commands, or for_each, displace it"));
    else if (reached < selected)
      session.problems().push_back(warning("BE-W013", given.origin + " has no effect on " +
                                                          std::to_string(selected - reached) + " of " +
                                                          std::to_string(selected) + " checks"));
  }
}

}  // namespace

report::Report run_check(Session& session) {
  const CheckOptions options = read_options(session);
  const Selection selection(session);
  const InputSet given = read_values(session.chosen(), session.problems());
  const CheckFiles read = read_files(session);
  Checker checker(session.asker(), [&session]() -> const Catalog& { return session.catalog(); });
  for (const CheckFile& file : read.files) checker.refuse_misfits(file);
  if (io::has_errors(session.problems())) return {};
  selection.refuse_if_empty(read.files, session.problems());
  refuse_options_without_effect(session, read, selection);
  std::vector<CheckedFile> files;
  for (const CheckFile& file : read.files)
    if (!io::has_errors(session.problems())) files.push_back(run_file(session, file, selection));
  if (io::has_errors(session.problems())) return {};
  session.unanswered = unanswered(files);
  report::Report report =
      check_report(files, session.today(), options, {.inputs = given, .problems = session.problems()});
  const bool failed = std::any_of(report.tests->begin(), report.tests->end(), [](const report::TestCase& test) {
    return test.status == report::TestStatus::failed;
  });
  session.answered_no = failed && !session.arguments().has("exit-zero");
  return report;
}

}  // namespace breakeven::app
