// SPDX-License-Identifier: MIT
// The fit of prefill and decode rates and of the context cost from shapes.
#include <cmath>

#include "breakeven/cost.hpp"
#include "catch.hpp"
#include "core/memory/phase_rate_fit.hpp"
#include "io/catalog/fields.hpp"
#include "test_data.hpp"

using breakeven::ContextCost;
using breakeven::fit_phase_rates;
using breakeven::Fraction;
using breakeven::MeasuredTime;
using breakeven::NoPhaseFit;
using breakeven::PhaseFit;
using breakeven::PhaseRates;
using breakeven::RequestShape;
using breakeven::test::Draw;

namespace {

using breakeven::test::shape;

PhaseRates rates(double prefill, double decode, double context) {
  return {prefill * breakeven::io::tok_per_s, decode * breakeven::io::tok_per_s, context * breakeven::io::s_per_tok2};
}

MeasuredTime at_rates(const PhaseRates& rates, const RequestShape& shape) {
  return {shape, breakeven::service_time(rates, shape, Fraction(0))};
}

MeasuredTime at_output_rate(double in, double out, double tok_per_s) {
  return {shape(in, out), out / tok_per_s * (breakeven::second / breakeven::request)};
}

double squares(const PhaseRates& rates, const std::vector<MeasuredTime>& measured) {
  double sum = 0;
  for (const MeasuredTime& one : measured)
    sum += std::pow(breakeven::service_time(rates, one.shape, Fraction(0)) / one.time - 1, 2);
  return sum;
}

}  // namespace

TEST_CASE("rates that made the times are found again") {
  Draw draw(2026);
  for (int i = 0; i < 2'000; ++i) {
    const PhaseRates made =
        rates(draw.scale(1e2, 1e6), draw.scale(1e2, 1e5), draw.one_in(4) ? 0 : draw.scale(1e-9, 1e-6));
    std::vector<MeasuredTime> measured;
    const bool has_context = made.context > ContextCost{};
    for (const auto& [in, out] :
         {std::pair(1000, 1000), std::pair(1024, 8192), std::pair(32768, 1024), std::pair(128, 128)})
      if (has_context || measured.size() < 2) measured.push_back(at_rates(made, shape(in, out)));
    const auto fit = std::get<PhaseFit>(fit_phase_rates(measured));
    CHECK(fit.greatest_error < 1e-9);
    // A phase that takes no part of the time is not told apart from none.
    const double prefill_part = (32768 * breakeven::io::tok_per_request / made.prefill) / measured.back().time;
    if (prefill_part > 1e-3) CHECK_THAT(fit.rates.prefill / made.prefill, Catch::Matchers::WithinRel(1, 1e-6));
    CHECK_THAT(fit.rates.decode / made.decode, Catch::Matchers::WithinRel(1, 1e-3));
  }
}

TEST_CASE("no rates near the fitted ones are better") {
  Draw draw(7);
  const std::vector<MeasuredTime> measured{at_output_rate(1000, 1000, 5174), at_output_rate(1024, 8192, 4018),
                                           at_output_rate(32768, 1024, 240), at_output_rate(8192, 1024, 1074)};
  const auto fit = std::get<PhaseFit>(fit_phase_rates(measured));
  const double least = squares(fit.rates, measured);
  for (int i = 0; i < 1'000; ++i) {
    PhaseRates other = fit.rates;
    other.prefill = other.prefill * draw.scale(0.9, 1.1);
    other.decode = other.decode * draw.scale(0.9, 1.1);
    other.context = other.context * draw.scale(0.9, 1.1);
    CHECK(squares(other, measured) >= least);
  }
}

TEST_CASE("TensorRT-LLM's shapes come close to their published fit, which had more of them") {
  // Llama-3.3-70B FP8 on two H200, NVIDIA/TensorRT-LLM perf-overview.md, 2025-12: for each GPU 6,211 and 8,621 tok/s,
  // 7.06e-8 s/tok2; a replica of two has twice the rates and half the cost. The exact figures are of a solution of the
  // same equations in another language.
  const std::vector<MeasuredTime> measured{at_output_rate(1000, 1000, 5174), at_output_rate(1024, 8192, 4018),
                                           at_output_rate(32768, 1024, 240), at_output_rate(8192, 1024, 1074)};
  const auto fit = std::get<PhaseFit>(fit_phase_rates(measured));
  const double prefill = fit.rates.prefill / breakeven::io::tok_per_s / 2;
  const double decode = fit.rates.decode / breakeven::io::tok_per_s / 2;
  const double context = fit.rates.context / breakeven::io::s_per_tok2 * 2;
  CHECK_THAT(prefill, Catch::Matchers::WithinRel(6217.136960328809, 1e-9));
  CHECK_THAT(decode, Catch::Matchers::WithinRel(8771.925851286664, 1e-9));
  CHECK_THAT(context, Catch::Matchers::WithinRel(7.101274327681501e-08, 1e-9));
  CHECK_THAT(prefill, Catch::Matchers::WithinRel(6211, 0.02));
  CHECK_THAT(decode, Catch::Matchers::WithinRel(8621, 0.02));
  CHECK_THAT(context, Catch::Matchers::WithinRel(7.06e-8, 0.02));
  CHECK(fit.greatest_error < 0.1);
  CHECK(fit.errors.size() == 4);
}

TEST_CASE("shapes that do not tell the phases apart have no fit, with the reason") {
  const auto reason = [](const std::vector<MeasuredTime>& measured) {
    return std::get<NoPhaseFit>(fit_phase_rates(measured));
  };
  CHECK(reason({}) == NoPhaseFit::one_shape);
  CHECK(reason({at_output_rate(1000, 1000, 100), at_output_rate(1000, 1000, 90)}) == NoPhaseFit::one_shape);
  CHECK(reason({at_output_rate(1000, 1000, 100), at_output_rate(2000, 2000, 90)}) == NoPhaseFit::same_mix);
  CHECK(reason({at_output_rate(1000, 1000, 100), at_output_rate(1000, 2000, 250)}) == NoPhaseFit::no_such_rates);
  for (const NoPhaseFit one : {NoPhaseFit::one_shape, NoPhaseFit::same_mix, NoPhaseFit::no_such_rates})
    CHECK(!breakeven::words(one).empty());
}

TEST_CASE("two shapes are met without a context cost") {
  const auto fit = std::get<PhaseFit>(
      fit_phase_rates(std::vector{at_output_rate(1000, 1000, 5174), at_output_rate(8192, 1024, 1074)}));
  CHECK(fit.rates.context == ContextCost{});
  CHECK(fit.greatest_error < 1e-12);
}
