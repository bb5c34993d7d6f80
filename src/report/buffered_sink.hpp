// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "report/report.hpp"

namespace breakeven::report {

/// Collects text into pieces large enough to be worth a write.
class Pieces {
 public:
  explicit Pieces(const Sink& sink) : sink_(sink) {}

  std::string& text() { return text_; }
  void pass_on_if_large() {
    if (text_.size() >= large) pass_on();
  }
  void pass_on() {
    sink_(text_);
    text_.clear();
  }

 private:
  static constexpr std::size_t large = 16384;

  const Sink& sink_;
  std::string text_;
};

}  // namespace breakeven::report
