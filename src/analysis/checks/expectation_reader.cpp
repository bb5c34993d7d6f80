// SPDX-License-Identifier: MIT
#include <cmath>

#include "analysis/checks/expectation.hpp"

namespace breakeven::app {
namespace {

using io::ObjectReader;
using io::Path;

// Reads what one check expects.
class ExpectationReader {
 public:
  explicit ExpectationReader(const io::Reporter& file) : file_(file) {}

  std::vector<Expectation> read(const Json& expected, const Path& path) {
    if (!expected.is_object() || expected.empty())
      file_.refuse("BE-C001", path, "the check expects nothing",
                   R"(name a figure and what it must be: {"verdict": {"is": "api"}})");
    else
      for (const auto& [metric, comparisons] : expected.members())
        read_comparisons(metric, comparisons, Path(path, metric));
    return std::move(found_);
  }

 private:
  void read_comparisons(const std::string& metric, const Json& comparisons, const Path& path) {
    if (!comparisons.is_object() || comparisons.empty())
      return file_.refuse("BE-C001", path, "nothing is expected of \"" + io::printable(metric) + "\"",
                          !comparisons.is_structured() && !comparisons.is_null()
                              ? "write {\"is\": " + io::printable(comparisons.dump()) + "}"
                              : R"(write an operator and a value: {"max": 0.4})");
    const bool is_near = comparisons.contains("near");
    if (!is_near && (comparisons.contains("tolerance") || comparisons.contains("tolerance_ratio")))
      file_.refuse("BE-C006", path, "a tolerance has no effect without \"near\"",
                   "write {\"near\": 2, \"tolerance\": 0.1}");
    for (const auto& [name, value] : comparisons.members()) {
      if (name == "tolerance" || name == "tolerance_ratio") continue;
      Expectation expectation{.metric = metric, .comparison = find_operator(name), .expected = value};
      if (!is_complete(expectation, name, Path(path, name))) continue;
      if (name == "near") read_tolerance(comparisons, path, expectation);
      expectation.location = file_.locate(Path(path, name), io::Part::key);
      found_.push_back(std::move(expectation));
    }
  }

  bool is_complete(const Expectation& expectation, const std::string& name, const Path& path) {
    if (!expectation.comparison) {
      std::vector<std::string_view> known;
      for (const OperatorRow& row : operators()) known.push_back(row.name);
      file_.refuse("BE-C002", path, "unknown operator \"" + io::printable(name) + "\"",
                   io::suggestion(name, known, "operators"), io::Part::key);
      return false;
    }
    const Json& value = expectation.expected;
    const auto wrong = [&](std::string_view wanted) {
      file_.refuse(
          "BE-C004", path,
          "\"" + name + "\" takes " + std::string(wanted) + ", found " + std::string(io::kind_of(value)),
          value.is_string() ? "write it in the unit of the figure, without quotes; a ratio of 40% is 0.4" : "");
      return false;
    };
    switch (expectation.comparison->takes) {
      case OperatorRow::Takes::number:
        return value.is_number() || wrong("a number");
      case OperatorRow::Takes::list:
        return (value.is_array() && !value.empty()) || wrong("a list of values");
      default:
        return !value.is_structured() || wrong("one value");
    }
  }

  // The tolerance beside "near".
  void read_tolerance(const Json& comparisons, const Path& path, Expectation& near) {
    const bool absolute = comparisons.contains("tolerance");
    const bool relative = comparisons.contains("tolerance_ratio");
    if (absolute == relative)
      file_.refuse("BE-C006", path,
                   absolute ? "both \"tolerance\" and \"tolerance_ratio\" are given" : "\"near\" has no tolerance",
                   absolute ? "keep one of them" : "add \"tolerance_ratio\": 0.1, or a \"tolerance\"");
    ObjectReader reader(file_.text(), comparisons, path, file_.problems());
    near.tolerance_ratio = reader.number("tolerance_ratio", io::positive_ratio);
    near.tolerance = reader.number("tolerance", io::positive);
    if (!near.tolerance_ratio) return;
    const auto expected = near.expected.number();
    if (expected == 0)
      file_.refuse("BE-C006", Path(path, "tolerance_ratio"), "a share of 0 is no tolerance", "write a \"tolerance\"");
    near.tolerance = *near.tolerance_ratio * std::abs(expected);
  }

  const io::Reporter& file_;
  std::vector<Expectation> found_;
};

}  // namespace

std::vector<Expectation> read_expectations(const Json& expected, const Path& path, const io::Reporter& file) {
  return ExpectationReader(file).read(expected, path);
}

}  // namespace breakeven::app
