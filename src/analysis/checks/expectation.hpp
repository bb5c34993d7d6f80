// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "analysis/checks/document_path.hpp"
#include "io/json/locate.hpp"

namespace breakeven::app {

struct Expectation;

/// A way to compare a figure with what is expected of it.
struct OperatorRow {
  enum class Takes { any, number, list };

  std::string_view name;
  Takes takes;
  std::string_view words;  // "must be at most", before the expected value
  bool (*holds)(const Json& actual, const Expectation& expectation);
};

std::span<const OperatorRow> operators();
const OperatorRow* find_operator(std::string_view name);

/// What is expected of one figure.
struct Expectation {
  std::string metric;
  const OperatorRow* comparison = nullptr;
  Json expected{};
  std::optional<double> tolerance{};        // for near, in the figure's unit
  std::optional<double> tolerance_ratio{};  // if it was given as a share of the expected value
  io::Location location{};                  // of the operator in its file
};

/// Reads the "expect" member; reports expectations that make no sense.
std::vector<Expectation> read_expectations(const Json& expected, const io::Path& path, const io::Reporter& file);

/// Whether the actual value is as expected. A null passes only if null, or a list with null, is expected.
bool holds(const Expectation& expectation, const Json& actual);

/// What the figure should be: "must be at most 0.4".
std::string expected_text(const Expectation& expectation);
/// A value as in JSON, a text without its quotes.
std::string plain_text(const Json& value);

/// Why the figure can never, or must always, meet the expectation; absent if it can do either.
std::optional<PathFault> misfit(const Expectation& expectation, const PathKind& kind);

}  // namespace breakeven::app
