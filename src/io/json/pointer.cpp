// SPDX-License-Identifier: MIT
#include "io/json/document.hpp"

namespace breakeven::io {

std::string child(std::string_view pointer, std::string_view key) {
  std::string path(pointer);
  path += '/';
  for (const char letter : key) {
    if (letter == '~')
      path += "~0";
    else if (letter == '/')
      path += "~1";
    else
      path += letter;
  }
  return path;
}

std::string child(std::string_view pointer, std::size_t index) { return child(pointer, std::to_string(index)); }

std::string Path::name() const { return index_ ? std::to_string(*index_) : std::string(key_); }

std::string Path::pointer() const { return parent_ ? child(parent_->pointer(), name()) : std::string(); }

}  // namespace breakeven::io
