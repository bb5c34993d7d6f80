// SPDX-License-Identifier: MIT
#include "cli/filters.hpp"

#include <set>

#include "io/catalog.hpp"

namespace breakeven::cli {
namespace {

using Words = std::set<std::string_view>;

// The option's value, if the catalog knows the word.
std::string checked(Session& session, const std::string& option, const Words& known) {
  const auto given = session.arguments().value(option);
  if (!given) return {};
  if (known.contains(*given)) return *given;
  std::string help = io::did_you_mean(*given, std::vector<std::string_view>(known.begin(), known.end()));
  if (help.empty()) help = "breakeven catalog list shows what there is";
  session.problems().push_back(
      {.code = "BE-P003",
       .message = "nothing in the catalog has the " + option + " '" + io::printable(*given) + "'",
       .location = io::Location{.argument = "--" + option},
       .help = std::move(help)});
  return {};
}

std::string gpu(Session& session, const Catalog& catalog) {
  Words known;
  for (const Gpu& entry : catalog.gpus) known.insert(entry.id);
  for (const GpuOffer& offer : catalog.gpu_offers) known.insert(offer.id);
  return checked(session, "gpu", known);
}

std::string provider(Session& session, const Catalog& catalog) {
  Words known;
  for (const GpuOffer& offer : catalog.gpu_offers) known.insert(offer.provider);
  for (const ApiOffer& offer : catalog.api_offers) known.insert(offer.provider);
  return checked(session, "provider", known);
}

std::string model(Session& session, const Catalog& catalog) {
  Words known;
  for (const Model& entry : catalog.models) known.insert(entry.id);
  for (const ApiOffer& offer : catalog.api_offers) known.insert(offer.model);
  return checked(session, "model", known);
}

std::optional<Term> term(Session& session) {
  const auto names = io::names(Term{});
  return io::parse(checked(session, "term", Words(names.begin(), names.end())), Term{});
}

}  // namespace

RankFilter rank_filter(Session& session, const Catalog& catalog) {
  return {.gpu = gpu(session, catalog),
          .provider = provider(session, catalog),
          .term = term(session),
          .all_records = session.arguments().has("all-records"),
          .superseded = session.arguments().has("superseded")};
}

ListFilter list_filter(Session& session, const Catalog& catalog) {
  return {.gpu = gpu(session, catalog),
          .provider = provider(session, catalog),
          .model = model(session, catalog),
          .term = term(session)};
}

}  // namespace breakeven::cli
