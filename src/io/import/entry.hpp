// SPDX-License-Identifier: MIT
#pragma once

#include "io/import/import.hpp"

namespace breakeven::io {

/// Separator in remarks: NAME, taken for ID.
inline constexpr std::string_view taken_for = ", taken for ";

/// One entry of a foreign file while it is imported.
class Entry {
 public:
  /// Counts the entry; `key` is its name in the source. `run` and `path` must outlive it.
  Entry(ImportRun& run, std::string key, const Path& path);

  /// Whether the value is an object; if not, refuses the entry.
  bool is_object(const Json& value);
  /// The nonnegative number at `key`, times 10^exponent; a string may hold it. Null counts as absent; anything else is
  /// refused.
  std::optional<double> number(const Json& value, std::string_view key, int exponent = 0);
  /// The id of the GPU given by --gpu or called `name` in the file; refused if no catalog knows it or neither names
  /// one. The same for models.
  std::string gpu_named(std::string_view name);
  std::string model_named(std::string_view name);

  /// The id of the one GPU that fits the row; if several fit, the one of --gpu. Otherwise refused.
  std::string gpu_described(const GpuDescription& described);

  /// Only the first reason counts.
  void refuse(Reason reason, std::string detail = {});
  bool is_refused() const { return is_refused_; }
  /// Adds a remark to the entry if it is imported.
  void remark(Reason reason, std::string_view detail = {});
  /// Reports a part of the entry that does not fit into a catalog.
  void leave_out(std::string_view part) { remark(Reason::part, part); }

 protected:
  /// Whether the entry is imported: it is not refused, and has a unique id and a date (its own or the file's). If so,
  /// counts it and fills in its source in `cited` if that is empty.
  bool is_taken(const std::string& id, std::optional<Date> dated, Citation& cited);

  ImportRun& run_;
  const std::string key_;

 private:
  // The option that names a thing, and the reason if nothing does.
  struct Naming {
    std::string_view option;
    Reason absent;
    Reason unknown;
  };
  std::string named(std::string_view name, const std::optional<std::string>& known,
                    const std::optional<std::string>& given, const Naming& naming);

  const Path& path_;
  std::vector<std::pair<Reason, std::string>> remarks_{};
  bool is_refused_ = false;
};

/// A string unchanged, any other value as JSON.
std::string text_of(const Json& value);

/// Whether the document is a table with these columns, none of them empty in every row.
bool has_columns(const Json& document, std::initializer_list<std::string_view> names);
/// The value at these nested keys, or null.
const Json* value_at(const Json& object, std::initializer_list<std::string_view> keys);

/// The first readable element of an array, or null.
const Json* first_element(const Json& document);

/// The document itself if it is an object, else its first readable element, or null.
const Json* first_object(const Json& document);

/// Calls `read` with each readable element of the array document and its path.
template <class Read>
void for_each_element(ImportRun& run, Read read) {
  const Path root;
  const bool are_lines = run.file.content.are_lines();
  run.file.content.for_each_element([&](std::size_t index, const Json& element, const Json& array) {
    const Path path(root, index);
    if (are_lines && !run.file.format->recognizes(array))
      Entry(run, "a line", path).refuse(Reason::other_format);
    else
      read(run, element, path);
  });
}

/// The same for a document that may be a single object.
template <class Read>
void for_each_object(ImportRun& run, Read read) {
  if (run.file.content.sample().is_object())
    read(run, run.document(), Path());
  else
    for_each_element(run, read);
}

}  // namespace breakeven::io
