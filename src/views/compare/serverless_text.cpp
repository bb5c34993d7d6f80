// SPDX-License-Identifier: MIT
#include "views/compare/serverless_text.hpp"

#include <algorithm>

#include "io/catalog/fields.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

constexpr double hours_of_day = 24;
constexpr std::size_t most_spans = 4;

// Requests per month as requests per day.
std::string per_day(Requests requests, const Question& question) {
  const double days = question.scenario.serverless->month / hour / hours_of_day;
  return text::count(requests / request / days);
}

std::string cheapest_span_text(const RateSpan& span, const Question& question) {
  const bool is_first = span.from <= Requests{};
  if (!span.until) return is_first ? "at any volume" : "from " + per_day(span.from, question) + " requests/day on";
  const std::string until = per_day(*span.until, question) + " requests/day";
  return is_first ? "up to " + until : "from " + per_day(span.from, question) + " to " + until;
}

std::string list_text(const std::vector<RateSpan>& spans, bool approximate, const Question& question) {
  std::string text;
  std::size_t count = 0;
  for (const RateSpan& span : spans)
    if (span.is_approximate == approximate && ++count <= most_spans)
      text += (text.empty() ? "" : ", and ") + cheapest_span_text(span, question);
  return text + (count > most_spans ? ", and so on" : "");
}

std::string cheapest_sentence(const ServerlessBreakEvens& ties, const Question& question) {
  if (!ties.reason.empty()) return "Where serverless is cheapest is not known: " + std::string(ties.reason) + ".";
  const std::vector<RateSpan> spans = joined(ties.cheapest);
  const std::string exact = list_text(spans, false, question);
  const std::string approximate = list_text(spans, true, question);
  std::string text = "Serverless is cheapest " + (exact.empty() ? "nowhere" : exact);
  if (!approximate.empty())
    text += (exact.empty() ? ", as far as one worker is enough; with several perhaps "
                           : "; with several workers perhaps again ") +
            approximate;
  return text + ".";
}

std::string ties_sentence(const ServerlessBreakEvens& ties, const Question& question) {
  const bool has_several =
      std::any_of(ties.cheapest.begin(), ties.cheapest.end(), [](const RateSpan& span) { return span.is_approximate; });
  const bool is_one = question.scenario.serverless->warm_workers == 0;
  const std::string beginning = has_several && is_one ? "With one worker it costs " : "It costs ";
  std::string text;
  const auto add = [&](const Result<Requests>& tie, const std::string& words) {
    // With several ties, the spans in which it is cheapest say more.
    if (tie.status != Status::at) return;
    text += (text.empty() ? beginning : ", and ") + words + per_day(*tie.value, question) + " requests/day";
  };
  add(ties.api, "less than the API from ");
  add(ties.self_host, "less than self-hosting up to ");
  return text.empty() ? text : text + ".";
}

std::string cold_starts_sentence(const ServerlessAnswer& answer) {
  const ServerlessUse& use = answer.use;
  const std::string why = use.approximation.empty() ? "" : " (" + std::string(use.approximation) + ")";
  if (!use.cold_start_ratio) return "The serverless cost is approximate" + why + ".";
  std::string text;
  if (use.warm_workers == 0) text = "The worker is on for " + text::percent(use.time.on()) + " of the time; ";
  text += text::format("{} of all requests start a worker, {} wait on a start", text::percent(*use.cold_start_ratio),
                       text::percent(*use.waiting_ratio));
  if (!why.empty()) text += ", approximately" + why;
  return text + ".";
}

std::string keep_alive_sentence(const ServerlessAnswer& answer) {
  const Result<Time>& best = answer.best_keep_alive;
  if (best.status != Status::always && best.status != Status::at) return "";
  const std::string text = best.status == Status::always ? "For requests at random the best keep-alive has no end"
                                                         : "For requests at random the best keep-alive is 0 s";
  if (!answer.cautious_keep_alive) return text + ".";
  return text::format("{}; whatever the gaps between them, one of {} s costs at most twice the best.", text,
                      text::significant(*answer.cautious_keep_alive / second, 3));
}

}  // namespace

std::vector<std::string> serverless_sentences(const Comparison& comparison, const Question& question) {
  const ServerlessAnswer& answer = *comparison.serverless;
  return {cheapest_sentence(answer.break_even, question), ties_sentence(answer.break_even, question),
          cold_starts_sentence(answer), keep_alive_sentence(answer)};
}

}  // namespace breakeven::app
