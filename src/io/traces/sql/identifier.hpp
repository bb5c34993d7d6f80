// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven::io {

/// A table or column name, with dots between its parts: schema.table, or a member of a record.
struct SqlName {
  std::string text{};  // as typed
  std::vector<std::string> parts{};
};

/// How an engine quotes names.
struct SqlQuoting {
  std::string_view mark;               // on both sides
  std::string_view escaped_mark;       // a mark inside a name
  std::string_view escaped_backslash;  // a backslash inside a name
  bool encloses_tables = false;        // one pair of marks encloses all parts of a table's name
};

/// Reads a name. A part with dots must be in "double quotes" or `backticks`, which are doubled inside. Absent if a part
/// is empty, not closed, or not one line of text.
std::optional<SqlName> read_sql_name(std::string_view text);

/// The name in the engine's quotes. Always quoted, so a name cannot be taken for anything else.
std::string quoted_column(const SqlName& name, const SqlQuoting& quoting);
std::string quoted_table(const SqlName& name, const SqlQuoting& quoting);

}  // namespace breakeven::io
