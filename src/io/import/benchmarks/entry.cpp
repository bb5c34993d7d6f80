// SPDX-License-Identifier: MIT
#include "io/import/benchmarks/entry.hpp"

#include <array>
#include <cmath>

#include "io/catalog/fields.hpp"
#include "io/date.hpp"
#include "io/decimal.hpp"
#include "text/utf8.hpp"

namespace breakeven::io {
namespace {

// Benchmarks' names for an engine; other names are kept.
struct EngineName {
  std::string_view name;
  std::string_view engine;
};
constexpr std::array engine_names{
    EngineName{"sglang-native", "sglang"},
    EngineName{"sglang-oai", "sglang"},
    EngineName{"sglang-oai-chat", "sglang"},
    EngineName{"vllm-chat", "vllm"},
    EngineName{"trt", "tensorrt-llm"},
    EngineName{"trtllm", "tensorrt-llm"},
    EngineName{"tensorrtllm", "tensorrt-llm"},
    EngineName{"trt-llm", "tensorrt-llm"},
    EngineName{"openai", unknown_word},
    EngineName{"openai-chat", unknown_word},
    EngineName{"openai-comp", unknown_word},
    EngineName{"openai-completions", unknown_word},
    EngineName{"openai-embeddings", unknown_word},
};

bool is_no_number(const Json& value) {
  if (!value.is_string()) return false;
  const auto& text = value.string();
  return text.empty() || text == "inf" || text == "-inf" || text == "nan";
}

// A source must stay readable, but a model's name may have any length.
std::string_view shortened_text(std::string_view text) {
  constexpr std::size_t longest = 120;
  if (text.size() <= longest) return text;
  std::size_t end = longest;
  while (end > 0 && text::continues_character(text[end])) --end;
  return text.substr(0, end);
}

std::string value_in_words(const Json& value) {
  constexpr std::size_t longest = 60;
  if (value.is_structured()) return std::string(kind_of(value));
  const std::string text = value.dump();
  return text.size() <= longest ? text : text.substr(0, longest) + "...";
}

}  // namespace

RecordEntry::RecordEntry(ImportRun& run, std::string key, const Path& path, RecordKind kind)
    : Entry(run, std::move(key), path) {
  record.kind = kind;
  record.engine = unknown_word;
  record.precision = unknown_word;
}

void RecordEntry::of(std::string_view model, std::string_view gpu) {
  record.model = model_named(model);
  record.gpu = gpu_named(gpu);
}

void RecordEntry::gpus(std::optional<double> counted) {
  const auto given = run_.context.gpus_per_replica;
  if (counted && !positive_count.contains(*counted))
    return refuse(Reason::no_gpu_count, "not " + std::string(positive_count.text));
  if (counted && given && *counted != static_cast<double>(*given))
    return refuse(Reason::unreadable, "the file counts " + std::to_string(static_cast<std::int64_t>(*counted)) +
                                          " as the number of GPUs, and --gpus says " + std::to_string(*given));
  if (!counted && !given) return refuse(Reason::no_gpu_count);
  if (given) run_.file.options_used.insert("--gpus");
  record.gpus_per_replica = counted ? static_cast<std::int64_t>(*counted) : *given;
}

void RecordEntry::engine(std::string_view name) {
  record.engine = plain_word(name);
  for (const EngineName& row : engine_names)
    if (row.name == record.engine) record.engine = row.engine;
}

void RecordEntry::precision(std::string_view name) { record.precision = plain_word(name); }

std::optional<double> RecordEntry::figure(const Json& object, std::string_view key, int exponent) {
  const Json* value = object.find(key);
  if (!value || value->is_null() || is_no_number(*value)) return std::nullopt;
  const auto found =
      exponent == 0 && value->is_number() ? std::optional(value->number()) : shifted_value(*value, exponent);
  if (found && non_negative.contains(*found)) return found;
  refuse(Reason::unreadable, std::string(key) + " is " + value_in_words(*value));
  return std::nullopt;
}

void RecordEntry::figures(const Json& object, std::span<const FigureKey> keys) {
  for (const FigureKey& row : keys)
    if (const auto found = figure(object, row.key, row.exponent); found && *found > 0) record.*row.figure = found;
}

void RecordEntry::shape(std::optional<double> input_tok, std::optional<double> output_tok) {
  if (output_tok && *output_tok == 0) return refuse(Reason::no_output_tokens);
  if (const auto& given = run_.context.shape; given && (!input_tok || !output_tok)) {
    if (!input_tok) input_tok = given->input / tok_per_request;
    if (!output_tok) output_tok = given->output / tok_per_request;
    run_.file.options_used.insert("--shape");
  }
  if (!input_tok || !output_tok) return refuse(Reason::no_shape);
  if (*input_tok == 0) return refuse(Reason::no_shape, "no input tokens");
  if (!positive.contains(*input_tok) || !positive.contains(*output_tok))
    return refuse(Reason::unreadable, "tokens of a request that are not " + std::string(positive.text));
  record.shape = {*input_tok * tok_per_request, *output_tok * tok_per_request};
}

void RecordEntry::shape(std::optional<double> input_tok, std::optional<double> output_tok,
                        std::optional<double> requests) {
  if (!requests) return refuse(Reason::no_shape, "no number of requests");
  if (*requests == 0) return refuse(Reason::failed_run, "no request completed");
  const auto mean = [&](std::optional<double> total) { return total ? std::optional(*total / *requests) : total; };
  shape(mean(input_tok), mean(output_tok));
}

void RecordEntry::output_rate(std::optional<double> rate) {
  if (const auto found = known_rate(rate, "output tokens")) record.throughput = OutputRate{*found * tok_per_s};
}

void RecordEntry::confirm_rate(std::optional<double> output_tok, std::optional<double> seconds) {
  constexpr double tolerance = 0.05;
  const auto* stated = std::get_if<OutputRate>(&record.throughput);
  if (is_refused() || !stated || output_tok.value_or(0) <= 0 || seconds.value_or(0) <= 0) return;
  const double rate = stated->rate / tok_per_s;
  const double found = *output_tok / *seconds;
  if (std::abs(found / rate - 1) > tolerance)
    remark(Reason::contradiction,
           "it says " + rounded(rate) + " tok/s, and its tokens over its seconds are " + rounded(found));
}

void RecordEntry::failed(std::optional<double> requests) {
  if (requests.value_or(0) > 0) remark(Reason::failed_requests, rounded(*requests) + " failed");
}

std::optional<double> RecordEntry::known_rate(std::optional<double> rate, std::string_view name) {
  if (rate && positive.contains(*rate)) return rate;
  refuse(Reason::no_rate,
         rate ? "the rate of " + std::string(name) + " is not " + std::string(positive.text) : std::string());
  return std::nullopt;
}

void RecordEntry::add(std::optional<Date> dated, std::string_view ran) {
  if (!dated && !run_.context.as_of) refuse(Reason::undated);
  if (is_refused()) return;
  record.cited.source = run_.file.format->source;
  if (!ran.empty()) record.cited.source += ", " + std::string(shortened_text(ran));
  record.cited.as_of = dated ? *dated : *run_.context.as_of;
  RecordIds& ids = run_.record_ids();
  if (ids.has(record)) return refuse(Reason::duplicate);
  record.id = ids.next(id_of(record), run_.ids);
  if (is_taken(record.id, dated, record.cited)) run_.catalog.throughputs.push_back(std::move(record));
}

std::optional<Date> date_of(const Json* value) {
  if (!value) return std::nullopt;
  if (value->is_number()) {
    constexpr double longest = 4102444800;  // until 2100
    const double seconds = value->number();
    if (!(seconds > 0 && seconds < longest)) return std::nullopt;
    return std::chrono::floor<std::chrono::days>(
        std::chrono::sys_seconds(std::chrono::seconds(static_cast<std::int64_t>(seconds))));
  }
  if (!value->is_string()) return std::nullopt;
  const std::string_view text = value->string();
  constexpr std::size_t dashed = 10;
  constexpr std::size_t compact = 8;
  if (const auto date = parse_date(text.substr(0, dashed))) return date;
  if (text.size() < compact) return std::nullopt;
  return parse_date(std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + "-" +
                    std::string(text.substr(6, 2)));
}

}  // namespace breakeven::io
