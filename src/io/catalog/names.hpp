// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "breakeven/catalog.hpp"

namespace breakeven::io {

/// The names of the catalogs' GPUs and models in other programs: id, name or alias, compared by letters and digits,
/// ignoring case. Of a path such as meta-llama/Llama-3.1-8B only the last part counts.
class Names {
 public:
  explicit Names(const Catalog& catalog);

  /// The id; absent if no entry or more than one has that name.
  std::optional<std::string> gpu(std::string_view name) const { return find(gpus_, name); }
  std::optional<std::string> model(std::string_view name) const { return find(models_, name); }

 private:
  using Ids = std::unordered_map<std::string, std::string>;  // by name; empty if several entries share it

  static void add(Ids& ids, std::string_view name, const std::string& id);
  static std::optional<std::string> find(const Ids& ids, std::string_view name);

  Ids gpus_{};
  Ids models_{};
};

}  // namespace breakeven::io
