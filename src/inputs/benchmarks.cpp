// SPDX-License-Identifier: MIT
#include "inputs/benchmarks.hpp"

#include <algorithm>
#include <set>

#include "io/import/import.hpp"

namespace breakeven::app {
namespace {

// The inputs that fill in what a benchmark file leaves open. Errors in them are reported later, by resolve.
io::ImportContext benchmark_context(const std::vector<Given>& given, Date today, const Catalog& catalog) {
  io::Diagnostics unused;
  const InputSet inputs = read_values(effective_inputs(given, unused), unused);
  io::ImportContext context{.as_of = today, .today = today, .below = [&catalog] { return catalog; }};
  if (const auto& model = at(inputs, key("model")); model && find(catalog.models, model->id)) context.model = model->id;
  if (const auto& gpu = at(inputs, key("gpu"))) {
    const GpuOffer* offer = find(catalog.gpu_offers, gpu->id);
    if (offer || find(catalog.gpus, gpu->id)) context.gpu = offer ? offer->gpu : gpu->id;
  }
  if (const auto& gpus = at(inputs, key("gpus_per_replica")))
    context.gpus_per_replica = static_cast<std::int64_t>(gpus->number);
  context.shape = shape_of(inputs);
  return context;
}

std::string common(const std::vector<ThroughputRecord>& records, std::string ThroughputRecord::*id) {
  const auto differs = [&](const ThroughputRecord& record) { return record.*id != records.front().*id; };
  return records.empty() || std::any_of(records.begin(), records.end(), differs) ? std::string() : records.front().*id;
}

}  // namespace

BenchmarkedEntry overlay_benchmarks(const Benchmarks& benchmarks, const std::vector<Given>& given, Date today,
                                    Catalog& catalog, io::Diagnostics& problems) {
  const io::ImportContext context = benchmark_context(given, today, catalog);
  Catalog read;
  for (const io::Text& text : benchmarks.files) {
    const std::size_t before = read.throughputs.size();
    const io::ImportedFile file = io::import_file(text, nullptr, context, read, problems);
    if (!file.format) continue;
    if (file.imported_count > 0 && read.throughputs.size() == before) {
      problems.push_back({.code = "BE-P004",
                          .message = "not a benchmark: this file is of the format " + std::string(file.format->name),
                          .location = file.content.locate(text, ""),
                          .help = "breakeven catalog import FILE makes a catalog of it, for --catalog"});
      continue;
    }
    for (io::Diagnostic& problem : io::not_imported(file, text, benchmarks.lists_all))
      problems.push_back(std::move(problem));
  }
  std::vector<ThroughputRecord> records = std::move(read.throughputs);
  BenchmarkedEntry benchmarked{common(records, &ThroughputRecord::model), common(records, &ThroughputRecord::gpu)};
  std::set<std::pair<std::string_view, std::string_view>> measured;
  for (const ThroughputRecord& record : records) measured.emplace(record.model, record.gpu);
  std::erase_if(catalog.throughputs, [&](const ThroughputRecord& known) {
    return measured.contains({known.model, known.gpu});
  });
  for (ThroughputRecord& record : records) catalog.throughputs.push_back(std::move(record));
  return benchmarked;
}

}  // namespace breakeven::app
