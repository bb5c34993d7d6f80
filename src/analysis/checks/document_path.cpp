// SPDX-License-Identifier: MIT
#include "analysis/checks/document_path.hpp"

#include <algorithm>

#include "inputs/number.hpp"

namespace breakeven::app {
namespace {

constexpr std::size_t most_items = 1'000'000;

std::string_view first_word(std::string_view path) { return path.substr(0, path.find('.')); }

std::optional<std::size_t> index_of(std::string_view path) {
  return read_whole_number(first_word(path), std::size_t{0}, most_items);
}

std::vector<std::string_view> keys_of(const Json& object) {
  std::vector<std::string_view> keys;
  for (const auto& [key, value] : object.members()) keys.emplace_back(key);
  return keys;
}

// Follows a path through a schema.
class KindFinder {
 public:
  explicit KindFinder(const Json& schema) : definitions_(schema.find("$defs")) {}

  // Adds the kinds of the value at `path` below `node` to `kind`; false, with a fault, if the path leads nowhere.
  bool find(const Json& node, std::string_view path, PathKind& kind) {
    if (const auto found = find_beside_reference(node, path, kind)) return *found;
    if (const Json* referred = definition_of(node)) return find(*referred, path, kind);
    const Json& schema = node;
    for (const char* choice : {"anyOf", "oneOf"})
      if (const Json* choices = schema.find(choice); choices && !schema.find("properties"))
        return find_any(*choices, path, kind);
    if (path.empty()) return end(schema, kind);
    if (const Json* items = schema.find("items")) {
      if (!index_of(path)) return fail("a list is there, and a number must follow", "lists count from 0");
      kind.null = true;
      return find(*items, *behind(path, first_word(path)), kind);
    }
    return find_member(schema, path, kind);
  }

  const PathFault& fault() const { return fault_; }

 private:
  const Json* definition_of(const Json& node) const {
    const Json* reference = node.find("$ref");
    if (!reference || !definitions_) return nullptr;
    const auto& target = reference->string();
    return &definitions_->at(target.substr(target.rfind('/') + 1));
  }

  // Properties beside a $ref are more specific than those of its definition.
  std::optional<bool> find_beside_reference(const Json& node, std::string_view path, PathKind& kind) {
    const Json* properties = node.find("properties");
    if (!properties || !node.find("$ref")) return std::nullopt;
    const auto keys = keys_of(*properties);
    const std::string_view* key = longest_step(keys, path);
    if (!key) return std::nullopt;
    return find(properties->at(*key), *behind(path, *key), kind);
  }

  bool fail(std::string message, std::string help) {
    fault_ = {std::move(message), std::move(help)};
    return false;
  }

  bool find_any(const Json& choices, std::string_view path, PathKind& kind) {
    bool found = false;
    for (const Json& choice : choices) found = find(choice, path, kind) || found;
    return found;
  }

  bool find_member(const Json& schema, std::string_view path, PathKind& kind) {
    const Json* properties = schema.find("properties");
    if (!properties) {
      const Json* patterns = schema.find("patternProperties");
      const Json* others = patterns ? &patterns->members().front().value : schema.find("additionalProperties");
      if (!others || !others->is_object())
        return fail("nothing is behind the '.' before '" + io::printable(path) + "'", "");
      kind.null = true;
      return find(*others, *behind(path, first_word(path)), kind);
    }
    const auto keys = keys_of(*properties);
    const std::string_view* key = longest_step(keys, path);
    if (!key)
      return fail("there is no '" + io::printable(first_word(path)) + "'", io::did_you_mean(first_word(path), keys));
    const Json* required = schema.find("required");
    kind.null = kind.null || !required || std::find(required->begin(), required->end(), *key) == required->end();
    return find(properties->at(*key), *behind(path, *key), kind);
  }

  bool end(const Json& schema, PathKind& kind) {
    if (const Json* properties = schema.find("properties")) {
      const auto keys = keys_of(*properties);
      const bool has_value = std::find(keys.begin(), keys.end(), "value") != keys.end();
      return fail("is an object",
                  "name one of its values, such as ." + std::string(has_value ? "value" : keys.front()));
    }
    if (schema.find("items")) return fail("it is a list", "name a value of one of its items, such as .0");
    if (const Json* least = schema.find("minimum")) kind.minimum = least->number();
    if (const Json* most = schema.find("maximum")) kind.maximum = most->number();
    if (const Json* only = schema.find("const")) return add_word(*only, kind), true;
    if (const Json* words = schema.find("enum"))
      for (const Json& word : *words) add_word(word, kind);
    else if (const Json* type = schema.find("type"))
      for (const Json& name : type->is_array() ? *type : Json::array({*type})) add_type(name, kind);
    return kind.number || kind.text || kind.boolean || fail("it is no single value", "");
  }

  static void add_word(const Json& word, PathKind& kind) {
    kind.text = kind.text || word.is_string();
    kind.null = kind.null || word.is_null();
    kind.number = kind.number || word.is_number();
    if (word.is_string()) kind.words.push_back(word.string());
  }

  static void add_type(const Json& name, PathKind& kind) {
    kind.number = kind.number || name == "number" || name == "integer";
    kind.text = kind.text || name == "string";
    kind.boolean = kind.boolean || name == "boolean";
    kind.null = kind.null || name == "null";
  }

  const Json* definitions_;
  PathFault fault_{};
};

const Json* step_into(const Json& value, std::string_view& path) {
  const Json* next = nullptr;
  if (value.is_object()) {
    const auto keys = keys_of(value);
    const std::string_view* key = longest_step(keys, path);
    if (!key) return nullptr;
    next = value.find(*key);
    path = *behind(path, *key);
  } else if (value.is_array()) {
    const auto index = index_of(path);
    if (!index || *index >= value.size()) return nullptr;
    next = &value[*index];
    path = *behind(path, first_word(path));
  }
  return next;
}

// The object that directly holds the value may explain it by its verdict instead.
void take_status(const Json& object, bool is_around_it, PathValue& found) {
  const Json* status = object.find("status");
  if (!status && is_around_it) status = object.find("verdict");
  if (!status || !status->is_string()) return;
  found.status = status->string();
  const Json* reason = object.find("reason");
  found.reason = reason && reason->is_string() ? reason->string() : "";
}

}  // namespace

std::optional<std::string_view> behind(std::string_view path, std::string_view name) {
  if (!path.starts_with(name)) return std::nullopt;
  if (path.size() == name.size()) return std::string_view();
  if (path[name.size()] != '.') return std::nullopt;
  return path.substr(name.size() + 1);
}

std::variant<PathKind, PathFault> kind_at(const Json& schema, std::string_view path) {
  KindFinder finder(schema);
  PathKind kind;
  if (finder.find(schema, path, kind)) return kind;
  return finder.fault();
}

PathValue value_at(const Json& document, std::string_view path) {
  PathValue found;
  const Json* value = &document;
  while (value && !path.empty()) {
    take_status(*value, path.find('.') == std::string_view::npos, found);
    value = step_into(*value, path);
  }
  found.value = value;
  return found;
}

}  // namespace breakeven::app
