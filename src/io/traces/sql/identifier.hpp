// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven::io {

/// A name of a table or column, dots between its parts: schema.table, or a member of a record.
struct SqlName {
  std::string text{};  // as it was typed
  std::vector<std::string> parts{};
};

/// How an engine writes a name that is not a plain word.
struct SqlQuoting {
  std::string_view mark;               // on both sides
  std::string_view escaped_mark;       // within
  std::string_view escaped_backslash;  // within
  bool encloses_tables = false;        // one pair of marks around all parts of a table's name
};

/// Reads a name. A part with dots stands in "double quotes" or `backticks`, doubled within. Absent if a part is
/// empty, not closed, or no text of one line.
std::optional<SqlName> read_sql_name(std::string_view text);

/// The name in the engine's quotes: always, so no name can be anything else.
std::string quoted_column(const SqlName& name, const SqlQuoting& quoting);
std::string quoted_table(const SqlName& name, const SqlQuoting& quoting);

}  // namespace breakeven::io
