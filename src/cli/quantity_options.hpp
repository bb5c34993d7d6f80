// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "cli/session.hpp"
#include "report/report.hpp"

namespace breakeven::app {

/// The quantities that a command's own options give, in the units of their keys.
class Settings {
 public:
  Settings(Session& session, double hours_per_month) : session_(session), hours_per_month_(hours_per_month) {}

  /// What was given, else the default; absent if there is neither, or if it cannot be read, which is a problem.
  std::optional<double> read(const OptionRow& option);

  /// What has been read, by key; what has no value is left out.
  const Json& document() const { return document_; }

 private:
  std::optional<double> given(const OptionRow& option, const std::string& text);

  Session& session_;
  double hours_per_month_;
  Json document_ = Json::object();
};

/// The inputs without those that the command does not take.
InputSet inputs_of_command(const Session& session, InputSet inputs);

}  // namespace breakeven::app
