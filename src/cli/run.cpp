// SPDX-License-Identifier: MIT
#include "cli/run.hpp"

#include <ostream>

#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/output.hpp"
#include "cli/print_diagnostics.hpp"

namespace breakeven::cli {
namespace {

constexpr int answered = 0;
constexpr int answered_no = 1;
constexpr int could_not_answer = 2;

int fail(const Process& process, const io::Diagnostics& problems, bool as_document, bool color) {
  *process.err << diagnostics_text(problems, color) << std::flush;
  if (as_document)
    *process.out << error_document(problems).dump(2, ' ', false, Json::error_handler_t::replace) << "\n" << std::flush;
  return could_not_answer;
}

// Whether the words ask for JSON, when they could not be taken apart.
bool words_ask_for_json(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool spelled = words[i] == "--format" || words[i] == "-f";
    const std::string_view value = spelled && i + 1 < words.size() ? std::string_view(words[i + 1]) : words[i];
    for (const std::string_view asked : {"json", "jsonl", "--format=json", "--format=jsonl", "-fjson", "-fjsonl"})
      if (value == asked && (spelled || value.starts_with("-"))) return true;
  }
  return false;
}

int run_command(const Process& process, Arguments arguments) {
  Session session(process, std::move(arguments));
  io::Diagnostics& problems = session.problems();
  Output output(session, process);
  report::Report report;
  if (!io::has_errors(problems)) report = session.arguments().command->run(session);
  if (io::has_errors(problems)) return fail(process, problems, output.wants_error_document(), output.colors_errors());
  const std::size_t warning_count = problems.size();
  if (!output.write(report, problems))
    return fail(process, {problems.begin() + static_cast<std::ptrdiff_t>(warning_count), problems.end()}, false,
                output.colors_errors());
  if (output.shows_warnings()) *process.err << diagnostics_text(problems, output.colors_errors()) << std::flush;
  return session.answered_no ? answered_no : answered;
}

}  // namespace

int run(const Process& process) {
  std::string help;
  io::Diagnostics problems;
  auto arguments = parse_arguments(process.words, help, problems);
  if (arguments) return run_command(process, std::move(*arguments));
  if (!problems.empty()) return fail(process, problems, words_ask_for_json(process.words), false);
  *process.out << help << std::flush;
  if (process.out->good()) return answered;
  return fail(process, {{.code = "BE-O002", .message = "could not write all of the help to standard output"}}, false,
              false);
}

}  // namespace breakeven::cli
