// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "breakeven/catalog.hpp"
#include "io/catalog/names.hpp"
#include "io/import/benchmarks/record_ids.hpp"
#include "io/import/content.hpp"
#include "io/import/gpu_prices/gpu_names.hpp"

namespace breakeven::io {

/// Values from options, for what a foreign file does not state.
struct ImportContext {
  std::optional<Date> as_of{};
  std::optional<std::chrono::minutes> time_of_day{};  // UTC
  std::optional<std::string> gpu{};                   // an id
  std::optional<std::string> model{};                 // an id
  std::optional<std::int64_t> gpus_per_replica{};
  std::optional<std::string> provider{};
  std::optional<RequestShape> shape{};
  Date today{};
  std::function<Catalog()> below{};  // catalogs in which references are resolved
};

/// Why an entry, or a part of it, is not imported: a row of reason_rows().
enum class Reason {
  duplicate,
  undated,
  no_output_price,
  no_input_price,
  no_price,
  other_unit,
  negative_price,
  unreadable,
  tiers,
  not_in_force,
  unknown_gpu,
  no_gpu_count,
  no_hourly_price,
  part,
  placeholder,
  without_gpu,
  unknown_model,
  no_gpu,
  no_model,
  no_rate,
  no_output_tokens,
  no_shape,
  failed_run,
  unknown_unit,
  single_stream,
  computed_rate,
  called_otherwise,
  other_than_asked,
  other_format,
  high_price,
  contradiction,
  failed_requests,
  cached_prompts,
  dated_ahead
};

struct ReasonRow {
  Reason reason;
  std::string_view code;
  std::string_view words;
  bool counts_details = false;  // counts by left-out part instead of by entry
  std::string_view help{};
  bool is_imported = false;  // a remark on an imported entry
};
std::span<const ReasonRow> reason_rows();

/// An entry that is not imported, or a part of an imported one or a remark on it; `detail` then says which.
struct NotImported {
  Reason reason;
  std::string key;
  std::string pointer;
  std::string detail;
};

struct ImportFormat;

/// The result for one file.
struct ImportedFile {
  const ImportFormat* format = nullptr;
  Content content{};
  std::size_t entry_count = 0;  // including refused ones
  std::size_t imported_count = 0;
  std::vector<NotImported> left_out{};
  std::set<std::string_view> options_used{};  // options that gave what the file left open
};

/// The import of one file: what is read, and where its entries go.
struct ImportRun {
  const Text& text;
  const ImportContext& context;
  Catalog& catalog;
  Diagnostics& problems;
  ImportedFile file{};
  std::unordered_set<std::string> ids{};  // in the section that the file fills
  std::optional<Names> known_names{};
  std::optional<GpuChips> known_chips{};
  // Cache of the last result: neighbouring rows mostly have the same GPU.
  std::optional<std::pair<GpuDescription, GpuChips::Found>> last_chip{};
  std::optional<RecordIds> known_records{};

  const Json& document() { return file.content.document(); }
  /// Names in the catalogs below and in the entries imported so far.
  const Names& names();
  const GpuChips& chips();
  /// Records of earlier files. Call before the first record is added.
  RecordIds& record_ids();
};

/// A foreign format: how to recognize it, by content alone, and how to read it.
struct ImportFormat {
  std::string_view name;
  std::string_view holds;   // description with the unit
  std::string_view source;  // cited by its entries
  bool needs_date;          // some or all of its prices have no date
  bool (*recognizes)(const Json& document);
  void (*read)(ImportRun& run);
  bool needs_provider = false;  // the file does not name the seller
};
std::span<const ImportFormat> import_formats();

/// The format of the document, other than a catalog of this program; or null.
const ImportFormat* foreign_format(const Json& document);

/// Imports one file into `catalog` in the named format, or in the one recognized from its content. Reports every
/// problem with the file as a whole; problems with entries are in the result.
ImportedFile import_file(const Text& text, const ImportFormat* named, const ImportContext& context, Catalog& catalog,
                         Diagnostics& problems);

/// What the file did not import, counted by reason with the location of the first; with `all`, every one. Errors if
/// nothing of the file is imported, else warnings.
Diagnostics not_imported(const ImportedFile& file, const Text& text, bool all);

}  // namespace breakeven::io
