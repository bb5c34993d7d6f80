// SPDX-License-Identifier: MIT
#include "cli/output.hpp"

#include <algorithm>
#include <ostream>

#include "cli/argument_problems.hpp"
#include "cli/commands.hpp"
#include "cli/number_text.hpp"
#include "report/ascii.hpp"

namespace breakeven::cli {
namespace {

constexpr std::size_t narrowest = 40;
constexpr std::size_t widest = 1000;

std::optional<std::size_t> parse_width(std::string_view text) { return read_whole_number(text, narrowest, widest); }

// --color, then NO_COLOR, CLICOLOR_FORCE or FORCE_COLOR, CLICOLOR=0, and last what the stream is.
bool wants_color(const std::string& when, const Session& session, bool is_terminal) {
  if (when != "auto") return when == "always";
  if (session.variable("NO_COLOR")) return false;
  for (const std::string_view forced : {"CLICOLOR_FORCE", "FORCE_COLOR"})
    if (const auto value = session.variable(forced); value && *value != "0") return true;
  if (session.variable("CLICOLOR") == "0") return false;
  return is_terminal && session.variable("TERM") != "dumb";
}

// The first of these that is set names the locale, and behind a dot its encoding.
bool is_utf8(const Session& session) {
  for (const std::string_view name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const auto locale = session.variable(name);
    if (!locale) continue;
    std::string encoding(*locale);
    std::erase(encoding, '-');
    std::transform(encoding.begin(), encoding.end(), encoding.begin(), [](char letter) {
      return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    });
    return encoding.find(".utf8") != std::string::npos;
  }
  return false;
}

io::Diagnostic nothing_to_draw() {
  std::string drawing;
  for (const CommandRow& command : commands())
    if (command.draws) (drawing += drawing.empty() ? "; plots are made by " : ", ") += command.name;
  return {.code = "BE-U012", .message = "this answer has no plot", .help = "write -f table" + drawing};
}

}  // namespace

Output::Output(Session& session, const Process& process) : process_(process), format_(report::find_format("table")) {
  const Arguments& arguments = session.arguments();
  if (const auto named = session.variable("BREAKEVEN_FORMAT"); named && !arguments.has("format"))
    format_ = format_named(std::string(*named), "BREAKEVEN_FORMAT", session.problems());
  if (const auto named = arguments.value("format")) format_ = format_named(*named, "--format", session.problems());
  quiet_ = arguments.has("quiet");
  choose_style(session, process);
  if (io::has_errors(session.problems())) return;
  if (const auto path = arguments.value("output"); path && *path != "-")
    file_ = io::OutputFile::open(*path, session.problems());
  open_exports(session);
}

const report::Format* Output::format_named(const std::string& name, const std::string& argument,
                                           io::Diagnostics& problems) const {
  if (const report::Format* format = report::find_format(name)) return format;
  const auto names = report::format_names();
  std::string help = io::did_you_mean(name, names);
  if (help.empty()) {
    help = "formats are";
    for (const std::string_view known : names) (help += known == names.front() ? " " : ", ") += known;
  }
  problems.push_back({.code = "BE-U007",
                      .message = argument + " has the unknown format '" + io::printable(name) + "'",
                      .location = io::Location{.argument = argument},
                      .help = std::move(help)});
  return format_;
}

void Output::open_exports(Session& session) {
  std::vector<std::string> paths;
  if (const auto path = session.arguments().value("output")) paths.push_back(*path);
  for (const std::string& text : session.arguments().values("export")) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos) {
      session.problems().push_back(
          unreadable_value("export", text, "write --export FORMAT=FILE, such as --export json=answer.json"));
      continue;
    }
    const report::Format* format = format_named(text.substr(0, equals), "--export", session.problems());
    if (io::has_errors(session.problems())) return;
    const std::string path = text.substr(equals + 1);
    if (std::find(paths.begin(), paths.end(), path) != paths.end()) {
      session.problems().push_back(written_twice(path));
      return;
    }
    paths.push_back(path);
    if (auto file = io::OutputFile::open(path, session.problems())) exports_.push_back({format, std::move(file)});
  }
}

void Output::choose_style(Session& session, const Process& process) {
  const Arguments& arguments = session.arguments();
  const std::string when = arguments.value("color").value_or("auto");
  if (when != "auto" && when != "always" && when != "never")
    session.problems().push_back(unreadable_value("color", when, "write auto, always or never"));
  style_.color = wants_color(when, session, process.out_is_terminal && !arguments.has("output"));
  color_err_ = wants_color(when, session, process.err_is_terminal);
  ascii_ = arguments.has("ascii");
  utf8_ = is_utf8(session);
  style_.ascii = wants_ascii(*format_);
  if (process.terminal_width) style_.width = std::max(narrowest, *process.terminal_width);
  if (const auto columns = session.variable("COLUMNS"); columns && process.out_is_terminal)
    style_.width = parse_width(*columns).value_or(style_.width);
  const auto given = arguments.value("width");
  if (!given) return;
  if (const auto width = parse_width(*given))
    style_.width = *width;
  else
    session.problems().push_back(unreadable_value("width", *given, "write a number of columns from 40 to 1000"));
}

bool Output::states_errors(const report::Format& format) { return format.name.starts_with("json"); }

const report::Format* Output::error_documents() const { return states_errors(*format_) ? format_ : nullptr; }

bool Output::shows_warnings() const { return !quiet_ && !error_documents(); }

bool Output::wants_ascii(const report::Format& format) const { return ascii_ || (format.draws && !utf8_); }

bool Output::is_brief(const report::Report& report) const {
  return quiet_ && format_->for_people && !report.brief.empty();
}

bool Output::can_render(const report::Report& report, io::Diagnostics& problems) const {
  bool draws = format_->draws && !is_brief(report);
  for (const Export& extra : exports_) draws = draws || extra.format->draws;
  if (!draws || report.pictures) return true;
  problems.push_back(nothing_to_draw());
  return false;
}

bool Output::write(const report::Report& report, io::Diagnostics& problems) {
  if (!can_render(report, problems)) return false;
  for (const Export& extra : exports_) {
    const report::Style style{.ascii = wants_ascii(*extra.format)};
    extra.format->write(report, style, [&](std::string_view piece) { extra.file->write(piece); });
    extra.file->commit(problems);
  }
  const report::Sink sink = [&](std::string_view piece) {
    if (file_)
      file_->write(piece);
    else
      *process_.out << piece;
  };
  if (is_brief(report))
    sink((style_.ascii ? report::in_ascii(report.brief) : report.brief) + "\n");
  else
    format_->write(report, style_, sink);
  if (file_) file_->commit(problems);
  if (io::has_errors(problems)) return false;
  if (file_) return true;
  *process_.out << std::flush;
  if (process_.out->good()) return true;
  problems.push_back({.code = "BE-O002", .message = "could not write all of the answer to standard output"});
  return false;
}

}  // namespace breakeven::cli
