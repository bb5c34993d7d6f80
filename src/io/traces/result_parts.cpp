// SPDX-License-Identifier: MIT
#include "io/traces/rows.hpp"

namespace breakeven::io {

ResultParts& ResultParts::operator+=(const ResultParts& other) {
  slices += other.slices;
  input_lengths += other.input_lengths;
  output_lengths += other.output_lengths;
  bad_row_counts += other.bad_row_counts;
  return *this;
}

std::string ResultParts::flaw() const {
  if (bad_row_counts != 1)
    return "the query's result has " + std::to_string(bad_row_counts) + " rows of part bad_rows, and should have one";
  if (slices == input_lengths && slices == output_lengths) return "";
  const auto count = [](double number) { return std::to_string(static_cast<std::uint64_t>(number)); };
  return "the query's result is not whole: its slices have " + count(slices) + " requests, its input lengths " +
         count(input_lengths) + " and its output lengths " + count(output_lengths);
}

}  // namespace breakeven::io
