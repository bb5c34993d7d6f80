// SPDX-License-Identifier: MIT
#include "cli/output.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <ostream>

#include "cli/argument_problems.hpp"
#include "cli/command_table.hpp"
#include "inputs/number.hpp"
#include "report/ascii.hpp"

namespace breakeven::app {
namespace {

constexpr std::size_t narrowest = 40;
constexpr std::size_t widest = 1000;

std::optional<std::size_t> parse_width(std::string_view text) { return read_whole_number(text, narrowest, widest); }

// --color, then NO_COLOR, CLICOLOR_FORCE or FORCE_COLOR, CLICOLOR=0, and last whether the stream is a terminal.
bool wants_color(const std::string& when, const Session& session, bool is_terminal) {
  if (when != "auto") return when == "always";
  if (session.variable("NO_COLOR")) return false;
  for (const std::string_view forced : {"CLICOLOR_FORCE", "FORCE_COLOR"})
    if (const auto value = session.variable(forced); value && *value != "0") return true;
  if (session.variable("CLICOLOR") == "0") return false;
  return is_terminal && session.variable("TERM") != "dumb";
}

// The first variable that is set names the locale, and after a dot its encoding.
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

// Different paths can name the same file.
bool is_among(const std::string& path, const std::vector<std::string>& others) {
  return std::any_of(others.begin(), others.end(), [&](const std::string& other) {
    std::error_code ignored;
    const auto file = [&](const std::string& name) {
      return std::filesystem::weakly_canonical(std::filesystem::absolute(name, ignored), ignored);
    };
    return file(path) == file(other) || std::filesystem::equivalent(path, other, ignored);
  });
}

// Whether writing would overwrite what the command reads.
bool is_read(const std::string& path, const std::vector<std::string>& inputs) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(path, ignored) && is_among(path, inputs);
}

bool is_for_people(const report::Format& format) {
  return format.shows == report::OutputKind::blocks || format.shows == report::OutputKind::pictures;
}

bool has_content_for(const report::Report& report, report::OutputKind shown) {
  if (shown == report::OutputKind::pictures) return static_cast<bool>(report.pictures);
  return shown != report::OutputKind::tests || report.tests;
}

io::Diagnostic not_shown(const report::Format& format, std::span<const CommandRow> commands) {
  std::string showing;
  for (const CommandRow& command : commands)
    if (command.also_writes == format.shows) (showing += showing.empty() ? "" : ", ") += command.name;
  return {.code = "BE-U012",
          .message = "this answer cannot be shown as " + std::string(format.name),
          .help = "write -f table; " + std::string(format.name) + " shows answers of " + showing};
}

// The formats of --report, and their names in --format.
struct ReportRow {
  std::string_view report;
  std::string_view format;
};
constexpr std::array reports{ReportRow{"text", "table"}, ReportRow{"github", "github"}, ReportRow{"junit", "junit"},
                             ReportRow{"json", "json"}, ReportRow{"tap", "tap"}};

const report::Format* report_named(const std::string& name, io::Diagnostics& problems) {
  for (const ReportRow& row : reports)
    if (row.report == name) return report::find_format(row.format);
  problems.push_back({.code = "BE-U007",
                      .message = "--report has the unknown format '" + io::printable(name) + "'",
                      .location = io::Location{.argument = "--report"},
                      .help = io::suggestion(name, report_names(), "reports")});
  return report::find_format("table");
}

}  // namespace

std::vector<std::string_view> report_names() {
  std::vector<std::string_view> names;
  for (const ReportRow& row : reports) names.push_back(row.report);
  return names;
}

Output::Output(Session& session, const Process& process, std::span<const CommandRow> commands)
    : process_(process), inputs_(session.inputs()), commands_(commands) {
  choose_formats(session);
  quiet_ = session.arguments().has("quiet");
  choose_style(session, process);
  if (io::has_errors(session.problems())) return;
  if (const auto path = session.arguments().value("output"); path && *path != "-") {
    if (is_read(*path, inputs_)) {
      session.problems().push_back(written_over("output", *path));
      return;
    }
    paths_.push_back(*path);
    file_ = io::OutputFile::open(*path, session.problems());
  }
  open_exports(session);
}

void Output::choose_formats(Session& session) {
  formats_ = {report::find_format("table")};
  const Arguments& arguments = session.arguments();
  if (const auto named = session.variable("BREAKEVEN_FORMAT"); named && !arguments.has("format"))
    formats_ = {format_named(std::string(*named), "BREAKEVEN_FORMAT", session.problems())};
  if (const auto named = arguments.value("format")) formats_ = {format_named(*named, "--format", session.problems())};
  choose_reports(session);
}

// Reports without a file go to standard output.
void Output::choose_reports(Session& session) {
  std::vector<const report::Format*> formats;
  for (const std::string& text : session.arguments().values("report"))
    if (text.find('=') == std::string::npos) formats.push_back(report_named(text, session.problems()));
  if (formats.empty()) return;
  const bool one_is_whole =
      std::any_of(formats.begin(), formats.end(), [](const report::Format* format) { return format->is_whole; });
  if (session.arguments().has("format") || (one_is_whole && formats.size() > 1))
    session.problems().push_back({.code = "BE-C012",
                                  .message = "reports that cannot share standard output",
                                  .location = io::Location{.argument = "--report"},
                                  .help = "write some of them to files, as in --report junit=checks.xml"});
  formats_ = std::move(formats);
}

const report::Format* Output::format_named(const std::string& name, const std::string& argument,
                                           io::Diagnostics& problems) const {
  if (const report::Format* format = report::find_format(name)) return format;
  problems.push_back({.code = "BE-U007",
                      .message = argument + " has the unknown format '" + io::printable(name) + "'",
                      .location = io::Location{.argument = argument},
                      .help = io::suggestion(name, report::format_names(), "formats")});
  return report::find_format("table");
}

void Output::open_exports(Session& session) {
  const auto name_of = [](const std::string& text) { return text.substr(0, text.find('=')); };
  for (const std::string& text : session.arguments().values("export")) {
    if (text.find('=') == std::string::npos)
      session.problems().push_back(
          unreadable_value("export", text, "write --export FORMAT=FILE, such as --export json=answer.json"));
    else
      open_export(format_named(name_of(text), "--export", session.problems()), text, session);
  }
  for (const std::string& text : session.arguments().values("report"))
    if (text.find('=') != std::string::npos)
      open_export(report_named(name_of(text), session.problems()), text, session);
}

bool Output::is_written(const std::string& path) const { return is_among(path, paths_); }

// In `text`, the file name follows the '='.
void Output::open_export(const report::Format* format, const std::string& text, Session& session) {
  if (io::has_errors(session.problems())) return;
  const std::string path = text.substr(text.find('=') + 1);
  if (is_read(path, inputs_)) return session.problems().push_back(written_over("export", path));
  if (is_written(path)) return session.problems().push_back(written_twice(path));
  paths_.push_back(path);
  if (auto file = io::OutputFile::open(path, session.problems())) exports_.push_back({format, path, std::move(file)});
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
  style_.ascii = wants_ascii(*formats_.front());
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

const report::Format* Output::error_documents() const {
  return states_errors(*formats_.front()) ? formats_.front() : nullptr;
}

bool Output::shows_warnings(const report::Report& report) const {
  return !quiet_ && (!error_documents() || (report.document.is_object() && !report.document.contains("warnings")));
}

bool Output::wants_ascii(const report::Format& format) const {
  return ascii_ || (format.shows == report::OutputKind::pictures && !utf8_);
}

bool Output::is_brief(const report::Format& format, const report::Report& report) const {
  return quiet_ && is_for_people(format) && !report.brief.empty();
}

bool Output::can_render(const report::Report& report, io::Diagnostics& problems) const {
  std::vector<const report::Format*> wanted;
  for (const report::Format* format : formats_)
    if (!is_brief(*format, report)) wanted.push_back(format);
  for (const Export& extra : exports_) wanted.push_back(extra.format);
  const auto missing = std::find_if(wanted.begin(), wanted.end(), [&](const report::Format* format) {
    return !has_content_for(report, format->shows);
  });
  if (missing != wanted.end()) problems.push_back(not_shown(**missing, commands_));
  return missing == wanted.end();
}

void Output::write_errors(const io::Diagnostics& problems) const {
  report::Report report{.tests = std::vector<report::TestCase>()};
  for (const io::Diagnostic& problem : problems) {
    if (problem.severity != io::Severity::error) continue;
    const io::Location place = problem.location.value_or(io::Location{});
    report.tests->push_back({.suite = place.file.empty() ? "breakeven" : io::printable(place.file),
                             .group = std::string(problem.code),
                             .name = problem.message,
                             .status = report::TestStatus::errored,
                             .message = problem.message + (problem.help.empty() ? "" : "; " + problem.help),
                             .line = std::max<std::size_t>(place.line, 1),
                             .column = std::max<std::size_t>(place.column, 1)});
  }
  for (const report::Format* format : formats_)
    if (format->shows == report::OutputKind::tests)
      format->write(report, style_, [&](std::string_view piece) { *process_.out << piece; });
  io::Diagnostics unused;
  for (const Export& extra : exports_)
    if (extra.format->shows == report::OutputKind::tests) {
      extra.format->write(report, {}, [&](std::string_view piece) { extra.file->write(piece); });
      commit(*extra.file, extra.path, unused);
    }
}

// Also keeps a file that turned out to be an input only later, such as the catalog of a check file.
bool Output::commit(io::OutputFile& file, const std::string& path, io::Diagnostics& problems) const {
  if (!is_read(path, inputs_)) return file.commit(problems);
  problems.push_back(written_over(&file == file_.get() ? "output" : "export", path));
  return false;
}

bool Output::write(const report::Report& report, io::Diagnostics& problems) {
  if (!can_render(report, problems)) return false;
  for (const Export& extra : exports_) {
    const report::Style style{.ascii = wants_ascii(*extra.format)};
    extra.format->write(report, style, [&](std::string_view piece) { extra.file->write(piece); });
    commit(*extra.file, extra.path, problems);
  }
  const report::Sink sink = [&](std::string_view piece) {
    if (file_)
      file_->write(piece);
    else
      *process_.out << piece;
  };
  for (const report::Format* format : formats_)
    if (is_brief(*format, report))
      sink((style_.ascii ? report::in_ascii(report.brief) : report.brief) + "\n");
    else
      format->write(report, style_, sink);
  if (file_) commit(*file_, paths_.front(), problems);
  if (io::has_errors(problems)) return false;
  if (file_) return true;
  *process_.out << std::flush;
  if (process_.out->good()) return true;
  problems.push_back({.code = "BE-O002", .message = "could not write all of the answer to standard output"});
  return false;
}

}  // namespace breakeven::app
