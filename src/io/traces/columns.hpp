// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "io/diagnostics/diagnostic.hpp"
#include "io/traces/time.hpp"

namespace breakeven::io {

/// The role of a column in a trace. The sums and later roles belong to histograms, whose rows are bins of requests.
enum class Role {
  time,
  input,
  output,
  cached_input,
  status,
  error,
  success,
  requests,
  failed_requests,
  prefix_blocks,
  end,
  part,
  width,
  input_output,
  output_output,
  first,
  last,
  length
};
inline constexpr std::size_t role_count = 18;

/// A role's name in `--columns` and diagnostics, and the names of such columns in files of unknown format, likeliest
/// first, in lowercase letters and digits only. A role without such names occurs only in known formats.
struct RoleRow {
  Role role;
  std::string_view name;
  std::string_view meaning;
  std::span<const std::string_view> columns;
};
std::span<const RoleRow> roles();
const RoleRow& row(Role role);
/// The roles that `--columns` may map.
std::span<const std::string_view> role_names();
std::optional<Role> find_role(std::string_view name);

/// A column name for each role; empty if there is none. For JSON a path with steps joined by dots.
using ColumnNames = std::array<std::string, role_count>;

inline std::string& of(ColumnNames& names, Role role) { return names[static_cast<std::size_t>(role)]; }
inline const std::string& of(const ColumnNames& names, Role role) { return names[static_cast<std::size_t>(role)]; }

/// How to read a file.
struct TraceColumns {
  std::string_view format = "columns by their names";
  ColumnNames names{};
  std::optional<TimeForm> time_form{};  // if absent, that of the first times
  bool no_output_is_failed = false;     // an answer without tokens counts as failed
  std::optional<std::int64_t> bin_s{};  // for a histogram whose rows do not give it

  bool is_histogram() const { return !of(names, Role::requests).empty(); }
  /// Whether it is the result of the query of `traffic sql`.
  bool is_result() const { return !of(names, Role::part).empty(); }
};

/// The known columns of a file.
struct PresentColumns {
  std::span<const std::string> names{};
  bool has_others = false;  // JSON rows may have members that the first rows lack
};

/// How to read a file with these columns: in a known format, or by their names; `given` overrides both. Absent, with a
/// diagnostic, if no column can be the time or the tokens, or a given one does not exist.
std::optional<TraceColumns> find_columns(const PresentColumns& present, const ColumnNames& given,
                                         const std::string& file, Diagnostics& problems);

}  // namespace breakeven::io
