// SPDX-License-Identifier: MIT
#include <cmath>

#include "breakeven/price_decline.hpp"
#include "cli/commands/commands.hpp"
#include "cli/options/time.hpp"
#include "text/format.hpp"
#include "views/forecast.hpp"

namespace breakeven::app {
namespace {

// Refuses growth or decline that takes numbers beyond what a double holds.
void refuse_extremes(Session& session, const OptionRow& option, std::string_view what, double factor, int months) {
  if (factor <= io::largest && factor >= io::smallest) return;
  const std::string argument = "--" + std::string(option.name);
  session.problems().push_back(
      {.code = "BE-Q008",
       .message = text::format("{} '{}' makes the {} more than 1e15 times as {} within {} months", argument,
                               io::printable(session.arguments().value(option.name).value_or("")), what,
                               factor > 1 ? "great" : "small", months),
       .location = io::Location{.argument = argument},
       .help = "write a lesser change, or fewer --months"});
}

}  // namespace

report::Report run_forecast(Session& session) {
  const Question question = session.question({});
  Settings settings(session, hours_per_month(question.inputs));
  const Trends trends{.monthly_growth = settings.read(option::growth).value_or(0),
                      .gpu_decline = settings.read(option::gpu_decline).value_or(0),
                      .api_decline = settings.read(option::api_decline).value_or(0)};
  const int count = static_cast<int>(settings.read(option::months).value_or(1));
  const auto discount_rate = settings.read(option::discount_rate);
  refuse_extremes(session, option::growth, "volume", std::pow(1 + trends.monthly_growth, count - 1), count);
  refuse_extremes(session, option::gpu_decline, "GPU price", price_factor(trends.gpu_decline, count - 1), count);
  refuse_extremes(session, option::api_decline, "API price", price_factor(trends.api_decline, count - 1), count);
  if (io::has_errors(session.problems())) return {};

  return forecast_report(forecast_answer(question, trends, count, discount_rate),
                         {.inputs = question.inputs,
                          .problems = session.problems(),
                          .verbose = session.arguments().has("verbose"),
                          .settings = settings.document()});
}

}  // namespace breakeven::app
