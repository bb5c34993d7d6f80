// SPDX-License-Identifier: MIT
#pragma once

#include "io/import/import.hpp"

namespace breakeven::io {

/// Separator in remarks: NAME, taken for ID.
inline constexpr std::string_view taken_for = ", taken for ";

/// One entry of a foreign file on its way into the catalog.
class Entry {
 public:
  /// Counts the entry; `key` is what the source calls it. `run` and `path` must outlive it.
  Entry(ImportRun& run, std::string key, const Path& path);

  /// Whether the value is an object; else the entry is refused.
  bool is_object(const Json& value);
  /// A number that is not negative at `key`, times 10^exponent; texts of numbers count. Null is absent; what is no
  /// number is refused.
  std::optional<double> number(const Json& value, std::string_view key, int exponent = 0);
  /// The id of the GPU that --gpu gives or that the file calls `name`; refused where no catalog knows it, or where
  /// neither says one. The same of models.
  std::string gpu_named(std::string_view name);
  std::string model_named(std::string_view name);

  /// The id of the one GPU that fits what the row says; of several, the one of --gpu. Else refused.
  std::string gpu_described(const GpuDescription& described);

  /// Only the first reason counts.
  void refuse(Reason reason, std::string detail = {});
  bool is_refused() const { return is_refused_; }
  /// Remarks on the entry if it is imported.
  void remark(Reason reason, std::string_view detail = {});
  /// A part of the entry that a catalog has no place for.
  void leave_out(std::string_view part) { remark(Reason::part, part); }

 protected:
  /// Whether the entry with this id is taken: it is not refused, has a date (of its own, else that of the file) and an
  /// id of its own. Then counts it and says in `cited` where it is from, if that is not said yet.
  bool is_taken(const std::string& id, std::optional<Date> dated, Citation& cited);

  ImportRun& run_;
  const std::string key_;

 private:
  // What names a thing, and what is said if nothing does.
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

/// A string as it is, another value as JSON.
std::string text_of(const Json& value);

/// Whether the document is a table with these columns, none of them empty in all rows.
bool has_columns(const Json& document, std::initializer_list<std::string_view> names);
/// The value that these keys lead to, one within the other, or null.
const Json* value_at(const Json& object, std::initializer_list<std::string_view> keys);

/// The first element of an array that could be read, or null.
const Json* first_element(const Json& document);

/// The document itself if it is an object, else its first element that could be read, or null.
const Json* first_object(const Json& document);

/// Calls `read` with each element of the document, an array, that could be read, and with its path.
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

/// The same of a document that may be one object by itself.
template <class Read>
void for_each_object(ImportRun& run, Read read) {
  if (run.file.content.sample().is_object())
    read(run, run.document(), Path());
  else
    for_each_element(run, read);
}

}  // namespace breakeven::io
