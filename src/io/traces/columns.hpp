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

/// What a column of a trace says. The sums and the rest are those of a histogram, whose rows are bins of requests.
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

/// A role as `--columns` and diagnostics name it, and what columns of it are called in files of no known format, the
/// likeliest first, in lower case with nothing but letters and digits; a role without such names only known formats
/// have.
struct RoleRow {
  Role role;
  std::string_view name;
  std::string_view meaning;
  std::span<const std::string_view> columns;
};
std::span<const RoleRow> roles();
const RoleRow& row(Role role);
/// Those that `--columns` may map.
std::span<const std::string_view> role_names();
std::optional<Role> find_role(std::string_view name);

/// A column name for each role; empty if there is none. Of JSON a path, its steps joined by dots.
using ColumnNames = std::array<std::string, role_count>;

inline std::string& of(ColumnNames& names, Role role) { return names[static_cast<std::size_t>(role)]; }
inline const std::string& of(const ColumnNames& names, Role role) { return names[static_cast<std::size_t>(role)]; }

/// How a file is to be read.
struct TraceColumns {
  std::string_view format = "columns by their names";
  ColumnNames names{};
  std::optional<TimeForm> time_form{};  // else that of the first time
  bool no_output_is_failed = false;     // whether an answer of no tokens is none
  std::optional<std::int64_t> bin_s{};  // of a histogram whose rows do not say it

  bool is_histogram() const { return !of(names, Role::requests).empty(); }
  /// Whether it is what the query of `traffic sql` found.
  bool is_result() const { return !of(names, Role::part).empty(); }
};

/// The columns that are known of a file.
struct PresentColumns {
  std::span<const std::string> names{};
  bool has_others = false;  // of JSON, whose rows may have members that the first ones lack
};

/// The columns of a file that has these: of a known format, or else by their names; `given` displaces both. Absent, and
/// a diagnostic, if none can be its time or its tokens, or where a given one is not there.
std::optional<TraceColumns> find_columns(const PresentColumns& present, const ColumnNames& given,
                                         const std::string& file, Diagnostics& problems);

}  // namespace breakeven::io
