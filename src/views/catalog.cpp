// SPDX-License-Identifier: MIT
#include "views/catalog.hpp"

#include <cmath>

#include "analysis/checks/catalog_path.hpp"
#include "io/catalog/catalog.hpp"
#include "io/catalog/fields.hpp"
#include "io/date.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

using report::Align;
using report::Column;
using Cells = std::vector<std::string>;

template <Dimension D, Scale S>
std::string offer_price_text(const std::optional<Range<Quantity<D>>>& price, Unit<D, S> unit) {
  if (!price) return "-";
  const std::string low = text::plain(price->low / unit);
  return price->is_point() ? low : low + ".." + text::plain(price->high / unit);
}

std::string number_text(const std::optional<double>& number) { return number ? text::plain(*number) : "-"; }

std::vector<Column> entry_columns(const Gpu*) {
  return {{"GPU"},
          {"GiB", Align::right},
          {"GB/s", Align::right},
          {"bf16 TFLOPS", Align::right},
          {"fp8", Align::right},
          {"fp4", Align::right}};
}
Cells cells(const Gpu& gpu) {
  return {gpu.id,
          text::plain(gpu.memory_gib),
          text::plain(gpu.bandwidth_gb_per_s),
          number_text(gpu.bf16_tflops),
          number_text(gpu.fp8_tflops),
          number_text(gpu.fp4_tflops)};
}

std::vector<Column> entry_columns(const GpuOffer*) {
  return {{"GPU offer"}, {"GPU"}, {"Term"}, {"usd/h", Align::right}};
}
Cells cells(const GpuOffer& offer) {
  return {offer.id, offer.gpu, std::string(io::name(offer.term)),
          offer_price_text(std::optional(offer.price), io::usd_per_hour)};
}

std::vector<Column> entry_columns(const ApiOffer*) {
  return {{"API offer"},
          {"in usd/Mtok", Align::right},
          {"out", Align::right},
          {"cache read", Align::right},
          {"batch", Align::right}};
}
Cells cells(const ApiOffer& offer) {
  const std::string batch = offer.batch_discount_ratio ? "-" + text::percent(*offer.batch_discount_ratio) : "-";
  if (const auto* flat = std::get_if<Range<TokenPrice>>(&offer.prices)) {
    const std::string price = offer_price_text(std::optional(*flat), io::usd_per_mtok);
    return {offer.id, price, price, price, batch};
  }
  const auto& list = std::get<ListPrices>(offer.prices);
  return {offer.id, offer_price_text(list.input, io::usd_per_mtok), offer_price_text(list.output, io::usd_per_mtok),
          offer_price_text(list.cache_read, io::usd_per_mtok), batch};
}

std::vector<Column> entry_columns(const Model*) {
  return {{"Model"}, {"params", Align::right}, {"active", Align::right}, {"layers", Align::right}};
}
Cells cells(const Model& model) {
  return {model.id, text::volume(model.params), model.active_params ? text::volume(*model.active_params) : "-",
          number_text(model.layers)};
}

std::vector<Column> entry_columns(const ThroughputRecord*) {
  return {{"Throughput record"}, {"GPUs", Align::right}, {"in:out", Align::right}, {"tok/s", Align::right}, {"Kind"}};
}

struct RateText {
  std::string operator()(const TotalRate& total) const { return text::plain(total.rate / io::tok_per_s); }
  std::string operator()(const OutputRate& output) const { return text::plain(output.rate / io::tok_per_s) + " out"; }
  std::string operator()(const PhaseRates& phases) const {
    return text::plain(phases.prefill / io::tok_per_s) + " in, " + text::plain(phases.decode / io::tok_per_s) + " out";
  }
};

Cells cells(const ThroughputRecord& record) {
  return {
      record.id, std::to_string(record.gpus_per_replica),
      text::plain(std::round(record.shape.input.held())) + ":" + text::plain(std::round(record.shape.output.held())),
      std::visit(RateText{}, record.throughput), std::string(io::name(record.kind))};
}

void add_dates(std::vector<Column>& titles) {
  titles.push_back({"As of"});
  titles.push_back({"Age", Align::right});
}

template <class Entry>
void add_section(const std::vector<Entry>& entries, Date today, std::vector<report::Block>& blocks) {
  if (entries.empty()) return;
  report::Table table{.columns = entry_columns(static_cast<const Entry*>(nullptr)), .rows = {}};
  add_dates(table.columns);
  for (const Entry& entry : entries) {
    Cells row = cells(entry);
    row.push_back(io::format_date(entry.cited.as_of));
    row.push_back(std::to_string((today - entry.cited.as_of).count()) + " d");
    for (std::string& cell : row) cell = io::printable(cell);
    table.rows.push_back(std::move(row));
  }
  blocks.emplace_back(std::move(table));
}

void add_keys(const Json& value, const std::string& path, report::Table& table) {
  if (!value.is_structured()) {
    table.rows.push_back({path, io::printable(value.is_string() ? value.string() : value.dump())});
    return;
  }
  for_each_part(value, [&](const std::string& step, const Json& part) {
    add_keys(part, path.empty() ? step : path + "." + step, table);
  });
}

// A table for each section that has entries.
std::vector<report::Block> catalog_blocks(const Catalog& catalog, Date today) {
  std::vector<report::Block> blocks;
  std::string counts;
  io::for_each_section([&](std::string_view key, auto member) {
    add_section(catalog.*member, today, blocks);
    const std::size_t size = (catalog.*member).size();
    if (size > 0) counts += text::format("{}{}: {}", counts.empty() ? "" : ", ", key, size);
  });
  blocks.emplace_back(report::Headline{counts.empty() ? "The catalog has nothing that passes the filters."
                                                      : counts + "; ages are days on " + io::format_date(today) + "."});
  return blocks;
}

// Every key of every entry, with its citation.
std::vector<report::Block> entry_blocks(const Catalog& catalog, Date today) {
  std::vector<report::Block> blocks;
  io::for_each_section([&](std::string_view, auto member) {
    for (const auto& entry : catalog.*member) {
      report::Table table{.columns = {{"Key"}, {"Value"}}, .rows = {}};
      add_keys(io::write_entry(entry), "", table);
      table.rows.push_back(
          {"age", std::to_string((today - entry.cited.as_of).count()) + " days on " + io::format_date(today)});
      blocks.emplace_back(std::move(table));
    }
  });
  return blocks;
}

}  // namespace

report::Report catalog_report(const Catalog& catalog, Date today, bool in_detail) {
  report::Report report{.document = io::write_catalog(catalog), .rows = std::vector<Json>()};
  std::size_t sections = 0;
  io::for_each_section([&](std::string_view, auto member) { sections += (catalog.*member).empty() ? 0 : 1; });
  io::for_each_section([&](std::string_view key, auto member) {
    for (const auto& entry : catalog.*member) {
      Json row = Json::object();
      if (sections > 1) row["section"] = key;
      row.update(io::write_entry(entry));
      report.rows->push_back(std::move(row));
      (report.brief += report.brief.empty() ? "" : "\n") += io::printable(entry.id);
    }
  });
  report.blocks = in_detail ? entry_blocks(catalog, today) : catalog_blocks(catalog, today);
  return report;
}

report::Report validation_report(const std::vector<ValidatedFile>& files, const io::Diagnostics& problems) {
  report::Report report{
      .document = document_header("breakeven.validation"), .brief = "valid", .rows = std::vector<Json>()};
  report::Table table{.columns = {{"File"}}, .rows = {}};
  const auto sections = section_names();
  for (const std::string_view section : sections) table.columns.push_back({std::string(section), Align::right});
  for (const ValidatedFile& file : files) {
    Json& row = report.rows->emplace_back(Json{{"file", file.name}});
    auto& cells = table.rows.emplace_back(1, io::printable(file.name));
    for (std::size_t i = 0; i < sections.size(); ++i) {
      row[std::string(sections[i])] = file.counts[i];
      cells.push_back(std::to_string(file.counts[i]));
    }
  }
  report.document["files"] = *report.rows;
  report.document["warnings"] = diagnostics_document(problems, io::Severity::warning);
  report.blocks = {std::move(table),
                   report::Headline{files.size() == 1 ? "The catalog is valid." : "The catalogs are valid."}};
  return report;
}

report::Report import_report(const Catalog& catalog, std::vector<std::string> remarks, bool has_document) {
  report::Report report{.blocks = {report::Literal{io::catalog_text(catalog)}}, .remarks = std::move(remarks)};
  if (!has_document) return report;
  report.document = io::write_catalog(catalog);
  report.rows.emplace();
  io::for_each_section([&](std::string_view section, auto) {
    for (const Json& entry : report.document.at(section)) report.rows->push_back(entry);
  });
  return report;
}

}  // namespace breakeven::app
