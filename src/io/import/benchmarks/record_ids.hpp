// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "breakeven/catalog.hpp"

namespace breakeven::io {

/// Gives throughput records unique ids, and knows the records of earlier files.
class RecordIds {
 public:
  /// `earlier` are the records of the files before this one.
  explicit RecordIds(const std::vector<ThroughputRecord>& earlier);

  /// Whether an earlier file has a record that differs only in its id.
  bool has(const ThroughputRecord& record) const;
  /// `base`, or if it is in `taken`, `base` followed by the next number.
  std::string next(const std::string& base, const std::unordered_set<std::string>& taken);

 private:
  std::unordered_set<std::string> earlier_{};
  std::unordered_map<std::string, std::size_t> numbers_{};  // last number given, by base
};

/// A record's description as part of an id: model/gpu/engine-precision-xGPUS-INPUTxOUTPUT-cCONCURRENCY, lengths rounded
/// to tokens; unknown parts are left out.
std::string id_of(const ThroughputRecord& record);

/// An engine or precision that a source does not state.
inline constexpr std::string_view unknown_word = "unknown";

/// The word as written in ids, engines and precisions: lowercase letters, digits, dots, underscores and hyphens.
std::string plain_word(std::string_view text);

}  // namespace breakeven::io
