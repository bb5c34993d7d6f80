// SPDX-License-Identifier: MIT
#include "io/import/entry.hpp"

#include <algorithm>
#include <cmath>

#include "io/date.hpp"
#include "io/decimal.hpp"

namespace breakeven::io {

std::string text_of(const Json& value) { return value.is_string() ? value.string() : value.dump(); }

const Json* value_at(const Json& object, std::initializer_list<std::string_view> keys) {
  const Json* value = &object;
  for (const std::string_view key : keys)
    if (!(value = value->find(key))) return nullptr;
  return value;
}

const Json* first_element(const Json& document) {
  if (!document.is_array()) return nullptr;
  const auto first = std::find_if(document.begin(), document.end(), [](const Json& value) { return !value.is_null(); });
  return first == document.end() ? nullptr : &*first;
}

bool has_columns(const Json& document, std::initializer_list<std::string_view> names) {
  return document.is_array() && std::all_of(names.begin(), names.end(), [&](std::string_view name) {
           return std::any_of(document.begin(), document.end(), [&](const Json& row) { return row.find(name); });
         });
}

const Json* first_object(const Json& document) { return document.is_object() ? &document : first_element(document); }

Entry::Entry(ImportRun& run, std::string key, const Path& path) : run_(run), key_(std::move(key)), path_(path) {
  ++run_.file.entry_count;
}

bool Entry::is_object(const Json& value) {
  if (!value.is_object()) refuse(Reason::unreadable, "expected an object, found " + std::string(kind_of(value)));
  return value.is_object();
}

std::optional<double> Entry::number(const Json& value, std::string_view key, int exponent) {
  if (value.is_null()) return std::nullopt;
  const auto found = shifted_value(value, exponent);
  const auto named = [&](const std::string& what) { return std::string(key) + " is " + what; };
  if (!found)
    refuse(Reason::unreadable, named(value.is_string() ? value.dump() : std::string(kind_of(value))));
  else if (std::signbit(*found))
    refuse(Reason::negative_price, named(text_of(value)));
  else if (non_negative.contains(*found))
    return found;
  else
    refuse(Reason::unreadable, named("not " + std::string(non_negative.text)));
  return std::nullopt;
}

std::string Entry::gpu_named(std::string_view name) {
  return named(name, run_.names().gpu(name), run_.context.gpu, {"--gpu", Reason::no_gpu, Reason::unknown_gpu});
}

std::string Entry::model_named(std::string_view name) {
  return named(name, run_.names().model(name), run_.context.model,
               {"--model", Reason::no_model, Reason::unknown_model});
}

std::string Entry::named(std::string_view name, const std::optional<std::string>& known,
                         const std::optional<std::string>& given, const Naming& naming) {
  if (known && given && *known != *given) refuse(Reason::other_than_asked, std::string(name));
  if (given && (!known || *known != *given)) run_.file.options_used.insert(naming.option);
  if (known) return *known;
  if (given && !name.empty()) remark(Reason::called_otherwise, std::string(name) + std::string(taken_for) + *given);
  if (given) return *given;
  if (name.empty())
    refuse(naming.absent);
  else
    refuse(naming.unknown, std::string(name));
  return {};
}

std::string Entry::gpu_described(const GpuDescription& described) {
  if (!run_.last_chip || run_.last_chip->first != described)
    run_.last_chip.emplace(described, run_.chips().find(described));
  const GpuChips::Found& found = run_.last_chip->second;
  if (found.ids.size() == 1 && !found.is_open) return found.ids.front();
  for (const std::string& id : found.ids)
    if (id == run_.context.gpu) {
      run_.file.options_used.insert("--gpu");
      return id;
    }
  refuse(Reason::unknown_gpu, in_words(described, found));
  return {};
}

void Entry::refuse(Reason reason, std::string detail) {
  if (is_refused_) return;
  is_refused_ = true;
  run_.file.left_out.push_back({reason, key_, path_.pointer(), std::move(detail)});
}

void Entry::remark(Reason reason, std::string_view detail) {
  const auto is_same = [&](const auto& known) { return known.first == reason && known.second == detail; };
  if (std::none_of(remarks_.begin(), remarks_.end(), is_same)) remarks_.emplace_back(reason, detail);
}

bool Entry::is_taken(const std::string& id, std::optional<Date> dated, Citation& cited) {
  if (!dated) dated = run_.context.as_of;
  if (!dated) refuse(Reason::undated);
  if (printable(id) != id) refuse(Reason::unreadable, "a name with control characters");
  if (is_refused_) return false;
  if (!run_.ids.insert(id).second) return refuse(Reason::duplicate), false;
  if (cited.source.empty()) cited.source = run_.file.format->source;
  cited.as_of = *dated;
  run_.catalog.as_of = std::max(run_.catalog.as_of, *dated);
  if (*dated > run_.context.today) remark(Reason::dated_ahead, format_date(*dated));
  for (auto& [reason, detail] : remarks_)
    run_.file.left_out.push_back({reason, key_, path_.pointer(), std::move(detail)});
  ++run_.file.imported_count;
  return true;
}

}  // namespace breakeven::io
