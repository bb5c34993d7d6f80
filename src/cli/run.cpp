// SPDX-License-Identifier: MIT
#include "cli/run.hpp"

#include <ostream>

#include "cli/argument_parser.hpp"
#include "cli/diagnostics_text.hpp"
#include "cli/idle_options.hpp"
#include "cli/output.hpp"
#include "views/document.hpp"

namespace breakeven::app {
namespace {

constexpr int exit_answered = 0;
constexpr int answered_no = 1;
constexpr int could_not_answer = 2;

// `documents` is the JSON format asked for; null if it is another format.
int fail(const Process& process, const io::Diagnostics& problems, const report::Format* documents, bool color) {
  *process.err << diagnostics_text(problems, color) << std::flush;
  if (documents)
    documents->write({.document = error_document(problems)}, {},
                     [&](std::string_view piece) { *process.out << piece; });
  *process.out << std::flush;
  return could_not_answer;
}

// The JSON format asked for, found in the raw words of the command line or in the environment.
const report::Format* asked_documents(const Process& process) {
  const auto documents = [](std::string_view name) {
    const report::Format* format = report::find_format(name);
    return format && Output::states_errors(*format) ? format : nullptr;
  };
  const auto& words = process.words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (word == "--format" || word == "-f") return i + 1 < words.size() ? documents(words[i + 1]) : nullptr;
    if (word.starts_with("--format=")) return documents(word.substr(word.find('=') + 1));
    if (word.starts_with("-f")) return documents(word.substr(2));
  }
  constexpr std::string_view variable = "BREAKEVEN_FORMAT=";
  for (const std::string_view entry : process.environment)
    if (entry.starts_with(variable)) return documents(entry.substr(variable.size()));
  return nullptr;
}

int run_command(const Process& process, Arguments arguments) {
  const Program program{.commands = commands(), .run = run};
  Session session(process, program, std::move(arguments));
  io::Diagnostics& problems = session.problems();
  Output output(session, process, program.commands);
  report::Report report;
  if (!io::has_errors(problems)) refuse_idle_options(session);
  if (!io::has_errors(problems)) report = session.arguments().command->run(session);
  if (io::has_errors(problems)) {
    if (session.arguments().command->also_writes == report::OutputKind::tests) output.write_errors(problems);
    return fail(process, problems, output.error_documents(), output.colors_errors());
  }
  const std::size_t warning_count = problems.size();
  if (!output.write(report, problems))
    return fail(process, {problems.begin() + static_cast<std::ptrdiff_t>(warning_count), problems.end()}, nullptr,
                output.colors_errors());
  if (output.shows_warnings(report)) {
    for (const std::string& remark : report.remarks) *process.err << remark << "\n";
    *process.err << diagnostics_text(problems, output.colors_errors()) << std::flush;
  }
  *process.err << diagnostics_text(session.unanswered, output.colors_errors()) << std::flush;
  if (!session.unanswered.empty()) return could_not_answer;
  return session.answered_no ? answered_no : exit_answered;
}

}  // namespace

int run(const Process& process) {
  std::string help;
  io::Diagnostics problems;
  auto arguments = parse_arguments(process.words, commands(), help, problems);
  if (arguments) return run_command(process, std::move(*arguments));
  if (!problems.empty()) return fail(process, problems, asked_documents(process), false);
  *process.out << help << std::flush;
  if (process.out->good()) return exit_answered;
  return fail(process, {{.code = "BE-O002", .message = "could not write all of the help to standard output"}}, nullptr,
              false);
}

}  // namespace breakeven::app
