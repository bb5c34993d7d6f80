// SPDX-License-Identifier: MIT
#include "io/catalog/names.hpp"

namespace breakeven::io {
namespace {

std::string plain_name(std::string_view name) {
  std::string letters;
  for (const char letter : name.substr(name.rfind('/') + 1)) {
    if (letter >= 'A' && letter <= 'Z')
      letters += static_cast<char>(letter - 'A' + 'a');
    else if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'))
      letters += letter;
  }
  return letters;
}

}  // namespace

Names::Names(const Catalog& catalog) {
  for (const Gpu& gpu : catalog.gpus) {
    add(gpus_, gpu.id, gpu.id);
    add(gpus_, gpu.name, gpu.id);
    for (const std::string& alias : gpu.aliases) add(gpus_, alias, gpu.id);
  }
  for (const Model& model : catalog.models) {
    add(models_, model.id, model.id);
    for (const std::string& alias : model.aliases) add(models_, alias, model.id);
  }
}

void Names::add(Ids& ids, std::string_view name, const std::string& id) {
  const auto [known, is_new] = ids.emplace(plain_name(name), id);
  if (!is_new && known->second != id) known->second.clear();
}

std::optional<std::string> Names::find(const Ids& ids, std::string_view name) {
  const auto known = ids.find(plain_name(name));
  return known == ids.end() || known->second.empty() ? std::nullopt : std::optional(known->second);
}

}  // namespace breakeven::io
