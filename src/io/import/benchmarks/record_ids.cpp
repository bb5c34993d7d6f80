// SPDX-License-Identifier: MIT
#include "io/import/benchmarks/record_ids.hpp"

#include <cmath>

#include "io/catalog/fields.hpp"
#include "io/catalog/pack.hpp"

namespace breakeven::io {
namespace {

std::string all_but_its_id(ThroughputRecord record) {
  record.id.clear();
  Catalog catalog;
  catalog.throughputs.push_back(std::move(record));
  return pack(catalog);
}

std::string whole(double number) { return std::to_string(std::llround(number)); }

}  // namespace

RecordIds::RecordIds(const std::vector<ThroughputRecord>& earlier) {
  for (const ThroughputRecord& record : earlier) earlier_.insert(all_but_its_id(record));
}

bool RecordIds::has(const ThroughputRecord& record) const {
  return !earlier_.empty() && earlier_.contains(all_but_its_id(record));
}

std::string RecordIds::next(const std::string& base, const std::unordered_set<std::string>& taken) {
  std::size_t& number = numbers_[base];
  std::string id = base;
  do
    if (++number > 1) id = base + "-" + std::to_string(number);
  while (taken.contains(id));
  return id;
}

std::string id_of(const ThroughputRecord& record) {
  std::string id = record.model + "/" + record.gpu + "/";
  for (const std::string* word : {&record.engine, &record.precision})
    if (*word != unknown_word) id += *word + "-";
  id += "x" + std::to_string(record.gpus_per_replica) + "-" + whole(record.shape.input / tok_per_request) + "x" +
        whole(record.shape.output / tok_per_request);
  if (record.concurrency) id += "-c" + whole(*record.concurrency);
  return id;
}

std::string plain_word(std::string_view text) {
  constexpr std::size_t longest = 40;
  std::string word;
  for (const char letter : text) {
    if (letter >= 'A' && letter <= 'Z')
      word += static_cast<char>(letter - 'A' + 'a');
    else if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
             ((letter == '.' || letter == '_') && !word.empty()))
      word += letter;
    else if (!word.empty() && word.back() != '-')
      word += '-';
    if (word.size() == longest) break;
  }
  while (!word.empty() && word.back() == '-') word.pop_back();
  return word.empty() ? std::string(unknown_word) : word;
}

}  // namespace breakeven::io
