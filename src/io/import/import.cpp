// SPDX-License-Identifier: MIT
#include "io/import/import.hpp"

#include <algorithm>
#include <array>

#include "io/import/importers.hpp"

namespace breakeven::io {
namespace {

constexpr std::array formats{
    ImportFormat{"breakeven", "a catalog of this program", "", false, is_own_catalog, import_own_catalog},
    ImportFormat{"litellm", "API prices, usd per token", "LiteLLM model_prices_and_context_window.json", true,
                 is_litellm, import_litellm},
    ImportFormat{"models.dev", "API prices, usd per Mtok", "models.dev api.json", true, is_models_dev,
                 import_models_dev},
    ImportFormat{"llm-prices", "API prices with their history, usd per Mtok", "simonw/llm-prices", false, is_llm_prices,
                 import_llm_prices},
    ImportFormat{"genai-prices", "API prices, usd per Mtok", "pydantic/genai-prices data.json", true, is_genai_prices,
                 import_genai_prices},
    ImportFormat{"openrouter", "API prices, usd per token", "OpenRouter /api/v1/models", true, is_openrouter,
                 import_openrouter},
};

Diagnostic problem_of(std::string_view code, const Text& text, std::string message, std::string help) {
  return {.code = code, .message = std::move(message), .location = locate(text, ""), .help = std::move(help)};
}

std::string format_list() {
  std::string list = "formats are ";
  for (const ImportFormat& format : formats) (list += format.name == formats.front().name ? "" : ", ") += format.name;
  return list;
}

// The format that the content is of, if it is the one that is named.
const ImportFormat* recognized(const Text& text, const Json& document, const ImportFormat* named,
                               Diagnostics& problems) {
  const auto* found = std::find_if(formats.begin(), formats.end(),
                                   [&](const ImportFormat& format) { return format.recognizes(document); });
  const ImportFormat* format = found == formats.end() ? nullptr : found;
  if (named && named->recognizes(document)) return named;
  if (format && !named) return format;
  if (named)
    problems.push_back(problem_of("BE-P004", text, "not a file of the format " + std::string(named->name),
                                  format ? "it looks like " + std::string(format->name) : format_list()));
  else
    problems.push_back(problem_of("BE-P004", text, "not a file of any format that can be imported", format_list()));
  return nullptr;
}

}  // namespace

std::span<const ImportFormat> import_formats() { return formats; }

ImportedFile import_file(const Text& text, const ImportFormat* named, const ImportContext& context, Catalog& catalog,
                         Diagnostics& problems) {
  Diagnostics found;
  const auto document = parse_json(text, found);
  problems.insert(problems.end(), found.begin(), found.end());
  if (!document) return {};
  const ImportFormat* format = recognized(text, *document, named, problems);
  if (!format) return {};
  if (format->needs_date && !context.as_of) {
    problems.push_back(problem_of("BE-P005", text,
                                  "the format " + std::string(format->name) + " does not say when its prices held",
                                  "give the date of the file: --as-of YYYY-MM-DD"));
    return {};
  }
  Import import{.text = text,
                .document = *document,
                .context = context,
                .catalog = catalog,
                .ids = {},
                .problems = problems,
                .file = {.format = format}};
  for (const ApiOffer& offer : catalog.api_offers) import.ids.insert(offer.id);
  format->read(import);
  return std::move(import.file);
}

}  // namespace breakeven::io
