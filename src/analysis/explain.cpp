// SPDX-License-Identifier: MIT
#include "analysis/explain.hpp"

#include <algorithm>

namespace breakeven::app {
namespace {

// The symbols of a formula, in evaluation order.
class Steps {
 public:
  explicit Steps(const AnsweredQuestion& answered) : answered_(answered) {}

  void add(std::string_view parts) {
    while (!parts.empty()) {
      const std::string_view name = parts.substr(0, parts.find(' '));
      parts.remove_prefix(std::min(name.size() + 1, parts.size()));
      add_symbol(name);
    }
  }
  const std::vector<Step>& steps() const { return steps_; }

 private:
  void add_symbol(std::string_view name) {
    const auto known = [&](const Step& step) { return step.symbol->symbol == name; };
    if (std::any_of(steps_.begin(), steps_.end(), known)) return;
    for (const Symbol& symbol : symbols()) {
      if (symbol.symbol != name || (symbol.applies && !symbol.applies(answered_))) continue;
      if (symbol.value) {
        add(symbol.parts);
        steps_.push_back({&symbol, symbol.value(answered_), "= " + std::string(symbol.formula)});
      } else {
        add_input(symbol);
      }
      return;
    }
  }

  void add_input(const Symbol& symbol) {
    const auto key = find_key(symbol.key);
    const auto& value = at(answered_.question.inputs, key.value());
    if (value)
      steps_.push_back(
          {&symbol, value->number, value->origin.empty() ? std::string(name(value->source)) : value->origin});
  }

  const AnsweredQuestion& answered_;
  std::vector<Step> steps_;
};

// The formula that applies to this question.
const Metric& applying(std::string_view path, const AnsweredQuestion& answered) {
  const auto metric = std::find_if(metrics().begin(), metrics().end(), [&](const Metric& known) {
    return known.path == path && (!known.applies || known.applies(answered));
  });
  return *metric;
}

}  // namespace

Explanation explanation_of(std::string_view path, const AnsweredQuestion& answered) {
  const Metric& metric = applying(path, answered);
  Steps steps(answered);
  steps.add(metric.parts);
  return {metric, metric.figure(answered), steps.steps()};
}

}  // namespace breakeven::app
