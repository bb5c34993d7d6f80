// SPDX-License-Identifier: MIT
#pragma once

#include <utility>
#include <vector>

#include "inputs/asker.hpp"

namespace breakeven::app {

/// One question, asked again with other values of some inputs. Each value counts as given, above all others: it
/// displaces its rivals, and inputs derived from it are derived again.
class VariedQuestion {
 public:
  using Values = std::vector<std::pair<Key, Value>>;

  /// Asks with the first values, which `option` gives.
  VariedQuestion(Asker asker, Requirements needs, std::string_view option, const Values& first,
                 io::Diagnostics& problems);
  VariedQuestion(const VariedQuestion&) = delete;
  VariedQuestion& operator=(const VariedQuestion&) = delete;

  const Question& question() const { return question_; }
  /// Whether another value needs a lookup, or reading other inputs again, which is slow.
  bool is_looked_up(Key key) const;

  /// Sets the value of the i-th varied input, for the next ask().
  void set(std::size_t i, const Value& value);
  /// Whether the question can be asked with the current values; problems if not.
  bool ask(io::Diagnostics& problems);

 private:
  bool look_up(io::Diagnostics& problems);

  Asker asker_;
  Requirements needs_;
  std::vector<Given> given_;
  std::size_t first_varied_ = 0;
  EffectiveInputs chosen_{};
  Question question_;
  bool look_up_ = false;
};

/// The scenario after a number changed: inputs that default to it follow.
Scenario reassemble(InputSet& inputs);

}  // namespace breakeven::app
