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

/// What the options give, where a foreign file does not say it.
struct ImportContext {
  std::optional<Date> as_of{};
  std::optional<std::chrono::minutes> time_of_day{};  // UTC
  std::optional<std::string> gpu{};                   // an id
  std::optional<std::string> model{};                 // an id
  std::optional<std::int64_t> gpus_per_replica{};
  std::optional<std::string> provider{};
  std::optional<RequestShape> shape{};
  Date today{};
  std::function<Catalog()> below{};  // the catalogs that references may resolve in
};

/// Why an entry, or a part of one, is not imported: a row of reason_rows().
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
  bool counts_details = false;  // by what it is that is left out, rather than by entry
  std::string_view help{};
  bool is_imported = false;  // a remark on an entry that is
};
std::span<const ReasonRow> reason_rows();

/// An entry that is not imported, or a part of an imported one or a remark on it: `detail` then says which.
struct NotImported {
  Reason reason;
  std::string key;
  std::string pointer;
  std::string detail;
};

struct ImportFormat;

/// What became of one file.
struct ImportedFile {
  const ImportFormat* format = nullptr;
  Content content{};
  std::size_t entry_count = 0;  // refused ones too
  std::size_t imported_count = 0;
  std::vector<NotImported> left_out{};
  std::set<std::string_view> options_used{};  // of those that say what a file may leave open
};

/// One file at work: what is read, and where its entries go.
struct ImportRun {
  const Text& text;
  const ImportContext& context;
  Catalog& catalog;
  Diagnostics& problems;
  ImportedFile file{};
  std::unordered_set<std::string> ids{};  // of the section that the file has entries of
  std::optional<Names> known_names{};
  std::optional<GpuChips> known_chips{};
  // What was found last: neighbouring rows mostly have the same GPU.
  std::optional<std::pair<GpuDescription, GpuChips::Found>> last_chip{};
  std::optional<RecordIds> known_records{};

  const Json& document() { return file.content.document(); }
  /// Those of the catalogs below and of what is imported already.
  const Names& names();
  const GpuChips& chips();
  /// Those of the files before this one. To be asked for before the first record is added.
  RecordIds& record_ids();
};

/// A foreign format: how it is recognized, by content alone, and read.
struct ImportFormat {
  std::string_view name;
  std::string_view holds;   // in words, with the unit
  std::string_view source;  // whom its entries cite
  bool needs_date;          // some or all of its prices have none
  bool (*recognizes)(const Json& document);
  void (*read)(ImportRun& run);
  bool needs_provider = false;  // it does not say who sells
};
std::span<const ImportFormat> import_formats();

/// The format that the document is of, other than a catalog of this program; or null.
const ImportFormat* foreign_format(const Json& document);

/// Reads one file onto `catalog`, as the format that is named or, with none, the one that its content is of. Every
/// problem with the file as a whole is reported; those of its entries are in the result.
ImportedFile import_file(const Text& text, const ImportFormat* named, const ImportContext& context, Catalog& catalog,
                         Diagnostics& problems);

/// What of the file is not imported, counted by reason, with the place of the first; or of `all`. Errors where nothing
/// of the file is imported, else warnings.
Diagnostics not_imported(const ImportedFile& file, const Text& text, bool all);

}  // namespace breakeven::io
