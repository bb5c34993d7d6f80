// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "cli/session.hpp"
#include "report/report.hpp"

namespace breakeven::app {

/// The quantities given by a command's own options, in the units of their keys.
class Settings {
 public:
  Settings(Session& session, double hours_per_month) : session_(session), hours_per_month_(hours_per_month) {}

  /// The given value, else the default; absent if there is neither, or if it cannot be read, which is a problem.
  std::optional<double> read(const OptionRow& option);

  /// The values read so far, by key; options without a value are left out.
  const Json& document() const { return document_; }

 private:
  std::optional<double> given(const OptionRow& option, const std::string& text);

  Session& session_;
  double hours_per_month_;
  Json document_ = Json::object();
};

/// The inputs, without those that the command does not take.
InputSet inputs_of_command(const Session& session, InputSet inputs);

}  // namespace breakeven::app
