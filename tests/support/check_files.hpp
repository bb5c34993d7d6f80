// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "answers.hpp"

namespace breakeven::test {

using Json = nlohmann::ordered_json;

/// An object of names and values: a braced list of two texts is an object to one compiler and a list to another.
inline Json object() { return Json::object(); }

template <class... Rest>
Json object(const std::string& name, Json value, Rest&&... rest) {
  Json result = Json::object();
  result[name] = std::move(value);
  result.update(object(std::forward<Rest>(rest)...));
  return result;
}

template <class... Values>
Json list(Values&&... values) {
  Json result = Json::array();
  (result.push_back(Json(std::forward<Values>(values))), ...);
  return result;
}

/// A question that the API wins, with 600 against 1825 USD a month.
inline Json asked() {
  return object("gpu_usd_per_hour", 2.5, "tok_per_s", 2500, "api_usd_per_mtok", 0.6, "tok_per_month", 1e9);
}

/// A file of checks.
inline Json file_of(const Json& checks, const Json& defaults = asked()) {
  return object("schema", "breakeven.checks", "schema_version", "1.0", "defaults", defaults, "checks", checks);
}

/// A check that compares one figure.
inline Json check_of(const std::string& metric, const Json& comparison, const std::string& name = "a check") {
  return object("name", name, "expect", object(metric, comparison));
}

/// `breakeven check -` with the file as its input.
inline Outcome run_checks(const Json& file, const std::vector<std::string>& options = {},
                          const std::vector<std::string>& environment = {}) {
  std::vector<std::string> words{"check", "-"};
  words.insert(words.end(), options.begin(), options.end());
  return run_words(words, file.dump(), environment);
}

}  // namespace breakeven::test
