// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/command_table.hpp"
#include "cli/run.hpp"
#include "inputs/asker.hpp"
#include "inputs/benchmarks.hpp"

namespace breakeven::app {

/// What a command may need to know of the other commands.
struct Program {
  std::span<const CommandRow> commands;
  int (*run)(const Process&);
};

/// One command line at work: the question, the catalog, the date, and the problems so far.
class Session {
 public:
  Session(const Process& process, const Program& program, Arguments arguments);
  /// A question asked as part of another, with its own options and inputs.
  Session(const Session& outer, Arguments arguments, std::vector<Given> given, CatalogSource catalog);

  const Program& program() const { return program_; }
  const Arguments& arguments() const { return arguments_; }
  io::Diagnostics& problems() { return problems_; }
  Date today() const { return today_; }

  /// The value of an environment variable; empty counts as unset.
  std::optional<std::string_view> variable(std::string_view name) const;

  /// The built-in catalog with the layers from options and environment, loaded once.
  const Catalog& catalog();
  /// The same, with the catalogs of these files between the built-in one and the layers.
  Catalog catalog_over(std::span<const std::string> files);

  /// A file's text, or standard input's for "-". Standard input is read once.
  std::optional<io::Text> read(const std::string& path);

  /// The files named by the command line and the environment, and the other catalogs that were read: none of them may
  /// be overwritten.
  const std::vector<std::string>& inputs() const { return inputs_; }

  /// The texts of the files that can be read; problems for the others.
  std::deque<io::Text> texts(std::span<const std::string> paths);

  /// The stream for "-" among these paths, for readers that take it piece by piece; null, with a problem, if standard
  /// input is requested twice. Without a "-" it is not touched.
  std::istream* standard_input(std::span<const std::string> paths);
  /// Writes a progress line over the previous one on a terminal; an empty line ends it.
  void show_progress(std::string_view line);

  /// The values from options, environment and scenario file, including displaced ones. Reads them once.
  const std::vector<Given>& given();
  /// The values that count.
  EffectiveInputs chosen() { return effective_inputs(given(), problems_); }
  /// The asker for these values. A named catalog is read and checked even if no id needs it.
  Asker asker();
  Question question(const Requirements& needs) { return asker().question(needs); }

  /// Whether the answer is no (exit 1).
  bool answered_no = false;
  /// Why parts of the question have no answer, if the rest is still shown (exit 2).
  io::Diagnostics unanswered{};

 private:
  void name_inputs();
  void take_options(std::vector<Given>& given);
  void take_settings(std::vector<Given>& given);
  void drop_untaken(std::vector<Given>& given);
  void take_benchmarks(Catalog& catalog);
  void take_benchmarked(std::vector<Given>& given);
  bool may_read_stdin();
  void choose_today();
  const std::vector<io::Text>& layers();

  const Process& process_;
  const Program& program_;
  Arguments arguments_;
  io::Diagnostics problems_;
  Date today_{};
  std::vector<std::string> inputs_{};
  bool stdin_read_ = false;
  CatalogSource outer_catalog_{};  // of a question within another
  std::optional<Catalog> catalog_;
  BenchmarkedEntry benchmarked_{};
  std::optional<std::vector<io::Text>> layers_;
  std::optional<io::Text> scenario_text_;
  ScenarioFile scenario_;
  std::optional<std::vector<Given>> given_;
};

}  // namespace breakeven::app
