// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "cli/session.hpp"
#include "report/report.hpp"

namespace breakeven::app {

/// An option that is a quantity and no input: it belongs to its command, and not to the question.
struct QuantityOption {
  OptionRow row;
  std::string_view key;  // in the answer's settings
  Measure measure;
  io::Domain domain;
  std::optional<double> default_value{};
};

/// The quantities that a command's own options give, in the units of their keys.
class Settings {
 public:
  Settings(Session& session, double hours_per_month) : session_(session), hours_per_month_(hours_per_month) {}

  /// What was given, else the default; absent where there is neither, or where it cannot be read, which is a problem.
  std::optional<double> read(const QuantityOption& option);

  /// What has been read, by key; what has no value is left out.
  const Json& document() const { return document_; }

 private:
  std::optional<double> given(const QuantityOption& option, const std::string& text);
  void refuse(const QuantityOption& option, const std::string& text, std::string_view code, const std::string& what,
              std::string help);

  Session& session_;
  double hours_per_month_;
  Json document_ = Json::object();
};

/// The inputs without those that the command does not take.
InputSet taken_inputs(const Session& session, InputSet inputs);

}  // namespace breakeven::app
