// SPDX-License-Identifier: MIT
// BE-J: JSON text.
#include <array>

#include "io/codes/codes.hpp"

namespace breakeven::io {
namespace {

// clang-format off
constexpr std::array json_rows{
    DiagnosticCode{"BE-J001", "text that is not JSON",
                   "The text breaks the rules of JSON at the place that is shown: a missing comma, a trailing one, "
                   "single quotes, a merge marker, or an end that comes too early. Comments are allowed.",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"models\": [],}' | breakeven catalog validate -",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"models\": []}' | breakeven catalog validate -"},
    DiagnosticCode{"BE-J002", "a key that occurs twice in one object",
                   "Most readers silently keep the last of two equal keys, and a price that was changed in one "
                   "place stays wrong in the other. Keep one of them.",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"models\": [], \"models\": []}' | breakeven catalog validate -",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"models\": []}' | breakeven catalog validate -"},
    DiagnosticCode{"BE-J003", "a number too large for a double",
                   "JSON sets no limit to numbers, doubles end near 1.8e308, and beyond that a number would become "
                   "infinite. Nothing in a catalog comes near it: look for a slip in the exponent.",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"models\": [{\"id\": \"my-model\", \"params\": 70.6e999, \"cited\": "
                   "{\"source\": \"price list\", \"as_of\": \"2026-06-15\"}}]}' | breakeven catalog validate -",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"models\": [{\"id\": \"my-model\", \"params\": 70.6e9, \"cited\": {\"source\": "
                   "\"price list\", \"as_of\": \"2026-06-15\"}}]}' | breakeven catalog validate -"},
    DiagnosticCode{"BE-J004", "a number so small that it would become 0",
                   "The number is above 0, and yet too small for a double, which would turn it into 0: a price "
                   "would silently become free. Look for a slip in the exponent.",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"models\": [{\"id\": \"my-model\", \"params\": 70.6e-999, \"cited\": "
                   "{\"source\": \"price list\", \"as_of\": \"2026-06-15\"}}]}' | breakeven catalog validate -",
                   "echo '{\"schema\": \"breakeven.catalog\", \"schema_version\": \"1.0\", \"as_of\": "
                   "\"2026-06-15\", \"models\": [{\"id\": \"my-model\", \"params\": 70.6e9, \"cited\": {\"source\": "
                   "\"price list\", \"as_of\": \"2026-06-15\"}}]}' | breakeven catalog validate -"},
    DiagnosticCode{"BE-J005", "JSON that is nested too deep",
                   "No file of breakeven needs more than 5 levels, and 64 are read. Deeper nesting is a file of "
                   "something else, or one that was made to exhaust the reader.",
                   "breakeven catalog validate tests/data/bad_files/deep_65.json",
                   "breakeven catalog validate data/examples/prices.json"},
    DiagnosticCode{"BE-J006", "a NUL byte in a text file",
                   "JSON is text, and text has no NUL bytes. The file is probably binary, compressed, or in UTF-16: "
                   "save it as UTF-8.",
                   "breakeven catalog validate tests/data/bad_files/nul_byte.json",
                   "breakeven catalog validate data/examples/prices.json"},
    DiagnosticCode{"BE-J007", "the marker of a merge in a file",
                   "A merge that found two versions of these lines left both in the file, between markers. Neither "
                   "is taken: keep one, and remove the markers.",
                   "breakeven catalog validate tests/data/bad_files/merge_markers.json",
                   "breakeven catalog validate data/examples/prices.json"},
};
// clang-format on

}  // namespace

std::span<const DiagnosticCode> json_codes() { return json_rows; }

}  // namespace breakeven::io
