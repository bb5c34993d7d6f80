// SPDX-License-Identifier: MIT
#include "io/traces/sql/identifier.hpp"

#include "catch.hpp"
#include "io/traces/sql/dialects.hpp"
#include "test_data.hpp"

namespace {

using namespace breakeven;

std::vector<std::string> parts_of(std::string_view text) {
  const auto name = io::read_sql_name(text);
  return name ? name->parts : std::vector<std::string>{};
}

// What an engine's lexer reads off the front of `sql` as quoted names with dots between; the rest stays.
std::vector<std::string> names_read(std::string_view& sql, const io::SqlQuoting& quoting) {
  const char mark = quoting.mark.front();
  std::vector<std::string> parts;
  do {
    if (!parts.empty()) sql.remove_prefix(1);
    if (sql.empty() || sql.front() != mark) return {};
    std::string part;
    for (sql.remove_prefix(1); !sql.empty(); sql.remove_prefix(1)) {
      if (quoting.escaped_backslash.size() == 2 && sql.front() == '\\') {
        sql.remove_prefix(1);
      } else if (sql.front() == mark) {
        if (sql.size() < 2 || sql[1] != mark || quoting.escaped_mark.front() == '\\') break;
        sql.remove_prefix(1);
      }
      part += sql.front();
    }
    if (sql.empty()) return {};
    sql.remove_prefix(1);
    parts.push_back(part);
  } while (sql.starts_with('.'));
  return parts;
}

}  // namespace

TEST_CASE("names have parts, which may stand in quotes") {
  using Parts = std::vector<std::string>;
  CHECK(parts_of("requests") == Parts{"requests"});
  CHECK(parts_of("logs.requests") == Parts{"logs", "requests"});
  CHECK(parts_of("my-project.logs.requests_*") == Parts{"my-project", "logs", "requests_*"});
  CHECK(parts_of(R"("requests.parquet")") == Parts{"requests.parquet"});
  CHECK(parts_of(R"(a."b""c.".`d``e`)") == Parts{"a", "b\"c.", "d`e"});
  CHECK(parts_of("x; DROP TABLE y --") == Parts{"x; DROP TABLE y --"});
  for (const std::string_view bad :
       {"", ".", "a.", ".a", "a..b", "\"a", "\"a\"b", "\"\"", "a\nb", "a\tb", "a\x80", "`a``", "a.\"b\"c"}) {
    INFO(bad);
    CHECK(parts_of(bad).empty());
  }
  const auto name = io::read_sql_name(R"(a."b,c")");
  REQUIRE(name);
  CHECK(name->parts == Parts{"a", "b,c"});
  CHECK(name->text == R"(a."b,c")");
}

TEST_CASE("no name is anything but a name to an engine") {
  breakeven::test::Draw draw(11);
  constexpr std::string_view characters = "ab .\"`'\\;-/*";
  for (int i = 0; i < 20000; ++i) {
    io::SqlName name;
    for (std::int64_t parts = draw.integer(1, 3); parts > 0; --parts) {
      std::string& part = name.parts.emplace_back();
      for (std::int64_t size = draw.integer(1, 6); size > 0; --size)
        part += characters[static_cast<std::size_t>(draw.integer(0, std::ssize(characters) - 1))];
    }
    for (const io::SqlDialect& dialect : io::sql_dialects()) {
      const std::string column = quoted_column(name, dialect.quoting);
      std::string_view sql = column;
      CHECK(names_read(sql, dialect.quoting) == name.parts);
      CHECK(sql.empty());
      const std::string table = quoted_table(name, dialect.quoting);
      sql = table;
      CHECK(names_read(sql, dialect.quoting).size() == (dialect.quoting.encloses_tables ? 1 : name.parts.size()));
      CHECK(sql.empty());
    }
  }
}
