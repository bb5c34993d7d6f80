// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "cli/check_file.hpp"
#include "cli/session.hpp"

namespace breakeven::cli {

enum class CheckStatus { passed, failed, errored, skipped };
std::string_view name(CheckStatus status);

/// One expectation, at one point of what the check is repeated for.
struct Checked {
  const Check* check = nullptr;
  const Expectation* expectation = nullptr;
  std::vector<Given> point{};
  CheckStatus status = CheckStatus::skipped;
  io::Json actual{};            // null where there is none, or nothing was asked
  std::string actual_status{};  // where it is null: what the answer says of it
  std::string actual_reason{};
  io::Diagnostics diagnostics{};  // errors, or the warnings of the answer
};

/// Asks what the checks of a file ask, and compares.
class Checker {
 public:
  /// `catalog` is the one that the file's checks are about.
  Checker(Session& session, CatalogSource catalog) : session_(session), catalog_(std::move(catalog)) {}

  /// Reports expectations that no answer, or every answer, could meet.
  void refuse_misfits(const CheckFile& file);
  /// One for each expectation at each point, in the order of the file.
  std::vector<Checked> run(const Check& check);
  /// The same, where the check is not selected.
  std::vector<Checked> skip(const Check& check);

 private:
  using Points = std::vector<std::vector<Given>>;

  void refuse_misfit(const Check& check, const Expectation& expectation);
  const std::variant<PathKind, PathFault>& kind_of(std::string_view command, const std::string& metric);
  const io::Json& schema_of(std::string_view name);
  Points points_of(const Check& check, io::Diagnostics& problems);
  std::vector<Given> values_of(const Check& check, const Repeated& repeated, io::Diagnostics& problems);
  Session asking(const Check& check, const std::vector<Given>& point);
  void run_at(const Check& check, const std::vector<Given>& point, std::vector<Checked>& checked);
  void compare(Checked& one, const io::Json& document);
  void compare_catalog(Checked& one, std::string_view path);
  void decide(Checked& one, io::Json actual);

  Session& session_;
  CatalogSource catalog_;
  std::map<std::string, io::Json, std::less<>> schemas_;
  std::map<std::pair<std::string, std::string>, std::variant<PathKind, PathFault>> kinds_;
};

}  // namespace breakeven::cli
