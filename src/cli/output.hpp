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

/// The test reports that --report can name.
std::vector<std::string_view> report_names();

/// Where an answer goes and how it looks. Formats are chosen and files opened before any work is done.
class Output {
 public:
  /// `commands` are the ones to suggest for other formats.
  Output(Session& session, const Process& process, std::span<const CommandRow> commands);

  /// Writes the answer to every place; false and a problem if one could not be written.
  bool write(const report::Report& report, io::Diagnostics& problems);

  /// Writes the requested test reports with the errors, to replace those of an earlier run.
  void write_errors(const io::Diagnostics& problems) const;

  /// Whether a failure in that format is a document, like an answer.
  static bool states_errors(const report::Format& format);
  /// The format of the answer if a failure is a document too; else null.
  const report::Format* error_documents() const;
  /// Whether warnings go to standard error: the document may already hold them.
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
  const std::vector<std::string>& inputs_;  // must not be overwritten
  std::span<const CommandRow> commands_;
  std::vector<const report::Format*> formats_;  // of standard output or -o; the first one decides for failures
  std::vector<std::string> paths_;              // of the files that are written
  report::Style style_;
  bool quiet_ = false;
  bool color_err_ = false;
  bool ascii_ = false;  // asked for
  bool utf8_ = false;   // the locale's encoding
  std::unique_ptr<io::OutputFile> file_;
  std::vector<Export> exports_;
};

}  // namespace breakeven::app
