// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/traces/bytes/record_blocks.hpp"
#include "io/traces/rows.hpp"

namespace breakeven::io {

/// The members of JSON objects, one object per line, as paths with steps joined by dots; for arrays only the path
/// itself. Looks at several lines, because members may differ. Empty if none is an object.
std::vector<std::string> json_paths(std::string_view lines);
/// The text of the scalar at `path`, or empty.
std::string json_value(std::string_view line, std::string_view path);

/// Reads blocks of JSON objects, one per line, with the events of nlohmann/json. simdjson 3.0.1 takes a ninth of the
/// time, but Debian 12 has it only as a shared library, which a static program cannot link.
class JsonRows {
 public:
  explicit JsonRows(const TraceColumns& columns) : columns_(columns) {}

  /// Reads the lines of `block` and returns their number.
  std::size_t read(const RecordBlock& block, TraceRows& rows) const;

 private:
  const TraceColumns& columns_;
};

}  // namespace breakeven::io
