// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "io/files.hpp"
#include "report/report.hpp"

namespace breakeven::app {

/// The reports of tests that --report may name.
std::vector<std::string_view> report_names();

/// Where an answer goes and how it looks: chosen, and files opened, before any work is done.
class Output {
 public:
  /// `commands` are those that another format may be asked of.
  Output(Session& session, const Process& process, std::span<const CommandRow> commands);

  /// Writes the answer to every place; false and a problem if one could not be written.
  bool write(const report::Report& report, io::Diagnostics& problems);

  /// Writes the reports of tests that were asked for: they hold the errors, so none is taken for an earlier run's.
  void write_errors(const io::Diagnostics& problems) const;

  /// Whether a failure is a document of that format, as an answer would have been.
  static bool states_errors(const report::Format& format);
  /// The format of the answer, where a failure is a document too; else null.
  const report::Format* error_documents() const;
  /// Whether standard error takes warnings: they may be in the document.
  bool shows_warnings(const report::Report& report) const;
  bool colors_errors() const { return color_err_; }

 private:
  struct Export {
    const report::Format* format;
    std::string path;
    std::unique_ptr<io::OutputFile> file;
  };

  const report::Format* format_named(const std::string& name, const std::string& argument,
                                     io::Diagnostics& problems) const;
  void choose_formats(Session& session);
  void choose_reports(Session& session);
  void open_exports(Session& session);
  void open_export(const report::Format* format, const std::string& text, Session& session);
  bool is_written(const std::string& path) const;
  bool commit(io::OutputFile& file, const std::string& path, io::Diagnostics& problems) const;
  void choose_style(Session& session, const Process& process);
  bool wants_ascii(const report::Format& format) const;
  bool can_render(const report::Report& report, io::Diagnostics& problems) const;
  bool is_brief(const report::Format& format, const report::Report& report) const;

  const Process& process_;
  const std::vector<std::string>& inputs_;  // that must not be written over
  std::span<const CommandRow> commands_;
  std::vector<const report::Format*> formats_;  // of standard output, or of -o; the first one counts for failures
  std::vector<std::string> paths_;              // that are written
  report::Style style_;
  bool quiet_ = false;
  bool color_err_ = false;
  bool ascii_ = false;  // asked for
  bool utf8_ = false;   // the locale's encoding
  std::unique_ptr<io::OutputFile> file_;
  std::vector<Export> exports_;
};

}  // namespace breakeven::app
