// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/traces/bytes/record_blocks.hpp"
#include "io/traces/rows.hpp"

namespace breakeven::io {

/// The members of JSON objects, one a line, as paths whose steps are joined by dots; of arrays the path alone. Of the
/// first lines, because not all have the same. Empty if none is an object.
std::vector<std::string> json_paths(std::string_view lines);
/// The text of the scalar at `path`, or empty.
std::string json_value(std::string_view line, std::string_view path);

/// Reads blocks of JSON objects, one a line, by the events of nlohmann/json. simdjson 3.0.1 takes a ninth of the time,
/// but Debian 12 has it as a shared library alone, which a static program cannot link.
class JsonRows {
 public:
  explicit JsonRows(const TraceColumns& columns) : columns_(columns) {}

  /// Reads the lines of `block`; returns how many it has.
  std::size_t read(const RecordBlock& block, TraceRows& rows) const;

 private:
  const TraceColumns& columns_;
};

}  // namespace breakeven::io
