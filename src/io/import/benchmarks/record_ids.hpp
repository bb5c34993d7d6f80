// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "breakeven/catalog.hpp"

namespace breakeven::io {

/// Gives throughput records ids of their own, and knows those that other files have brought already.
class RecordIds {
 public:
  /// `earlier` are the records of the files before this one.
  explicit RecordIds(const std::vector<ThroughputRecord>& earlier);

  /// Whether an earlier file has a record that differs in nothing but its id.
  bool has(const ThroughputRecord& record) const;
  /// `base`, or if `taken` has it, `base` followed by the next number.
  std::string next(const std::string& base, const std::unordered_set<std::string>& taken);

 private:
  std::unordered_set<std::string> earlier_{};
  std::unordered_map<std::string, std::size_t> numbers_{};  // the last ones given, by base
};

/// What the record is of, as a part of an id: model/gpu/engine-precision-xGPUS-INPUTxOUTPUT-cCONCURRENCY, the lengths
/// rounded to tokens; what is unknown is left out.
std::string id_of(const ThroughputRecord& record);

/// An engine or a precision that a source does not say.
inline constexpr std::string_view unknown_word = "unknown";

/// The word as ids, engines and precisions are written: small letters, digits, dots, underscores and hyphens.
std::string plain_word(std::string_view text);

}  // namespace breakeven::io
