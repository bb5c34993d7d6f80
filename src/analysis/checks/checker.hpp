// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "analysis/checks/check_file.hpp"
#include "inputs/asker.hpp"

namespace breakeven::app {

enum class CheckStatus { passed, failed, errored, skipped };
std::string_view name(CheckStatus status);

/// One expectation, at one of the points that the check repeats.
struct Checked {
  const Check* check = nullptr;
  const Expectation* expectation = nullptr;
  std::vector<Given> point{};
  CheckStatus status = CheckStatus::skipped;
  Json actual{};                // null if there is none, or if nothing was asked
  std::string actual_status{};  // for a null: its status in the answer
  std::string actual_reason{};
  io::Diagnostics diagnostics{};  // errors, or the warnings of the answer
};

/// The checks of one file, and the result of each expectation.
struct CheckedFile {
  const CheckFile* file = nullptr;
  std::vector<Checked> checked{};
};

/// Check files, with the commands they ask and the texts they were read from.
struct CheckFiles {
  std::vector<CheckableCommand> commands{};
  std::deque<io::Text> texts{};
  std::deque<CheckFile> files{};
};
CheckFiles read_check_files(std::vector<CheckableCommand> commands, std::deque<io::Text> texts,
                            io::Diagnostics& problems);

/// The values that a check repeats, in readable form: " at tok_per_month 1 B", or empty.
std::string point_text(const std::vector<Given>& point);
/// Whether the check expects something of an answer, not only of the catalog.
bool is_about_answer(const Check& check);

/// Asks the questions of a file's checks, and compares.
class Checker {
 public:
  /// The file's checks are about `catalog`.
  Checker(Asker asker, CatalogSource catalog) : asker_(std::move(asker)), catalog_(std::move(catalog)) {}

  /// Reports expectations that can never fail or never pass.
  void refuse_misfits(const CheckFile& file);
  /// One for each expectation at each point, in the order of the file.
  std::vector<Checked> run(const Check& check);
  /// The same for a check that is not selected.
  std::vector<Checked> skip(const Check& check);

  using Points = std::vector<std::vector<Given>>;
  /// All combinations of the values that the check repeats; the first input varies slowest.
  Points points_of(const Check& check, io::Diagnostics& problems);
  /// The given values at one of these points, including displaced ones.
  std::vector<Given> given_at(const Check& check, const std::vector<Given>& point);

 private:
  void refuse_idle(const Check& check);
  void refuse_misfit(const Check& check, const Expectation& expectation);
  const std::variant<PathKind, PathFault>& kind_of(std::string_view command, const std::string& metric);
  const Json& schema_of(std::string_view name);
  std::vector<Given> values_of(const Check& check, const RepeatedInput& repeated, io::Diagnostics& problems);
  void run_at(const Check& check, const std::vector<Given>& point, std::vector<Checked>& checked);
  void compare(Checked& one, const Json& document);
  void compare_catalog(Checked& one, std::string_view path);
  void decide(Checked& one, Json actual);

  Asker asker_;
  CatalogSource catalog_;
  std::map<std::string, Json, std::less<>> schemas_;
  std::map<std::pair<std::string, std::string>, std::variant<PathKind, PathFault>> kinds_;
};

}  // namespace breakeven::app
