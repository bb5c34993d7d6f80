// SPDX-License-Identifier: MIT
#include "core/serverless/exponential_sum.hpp"

#include <algorithm>
#include <cmath>

namespace breakeven {
namespace {

using Coefficients = std::array<double, 4>;

double polynomial_at(const Coefficients& coefficients, double x) {
  double value = 0;
  for (std::size_t i = coefficients.size(); i-- > 0;) value = value * x + coefficients[i];
  return value;
}

std::size_t size_of(const Coefficients& coefficients) {
  std::size_t size = coefficients.size();
  while (size > 0 && coefficients[size - 1] == 0) --size;
  return size;
}

// Merges terms of equal exponent and drops those that are 0.
ExponentialSum gathered(const ExponentialSum& sum) {
  ExponentialSum terms;
  for (const ExponentialTerm& term : sum) {
    const auto same = [&](const ExponentialTerm& other) { return other.exponent == term.exponent; };
    const auto known = std::find_if(terms.begin(), terms.end(), same);
    if (known == terms.end())
      terms.push_back(term);
    else
      for (std::size_t i = 0; i < term.coefficients.size(); ++i) known->coefficients[i] += term.coefficients[i];
  }
  std::erase_if(terms, [](const ExponentialTerm& term) { return size_of(term.coefficients) == 0; });
  return terms;
}

// The sum divided by its largest power, which may overflow.
double scaled_value(const ExponentialSum& sum, double x) {
  double greatest = sum.front().exponent;
  for (const ExponentialTerm& term : sum) greatest = std::max(greatest, term.exponent);
  double value = 0;
  for (const ExponentialTerm& term : sum)
    value += polynomial_at(term.coefficients, x) * std::exp((term.exponent - greatest) * x);
  return value;
}

// The derivative of the sum times e^(−a·x), where a is the exponent of its shortest term; that term loses a
// coefficient.
ExponentialSum shortened_derivative(const ExponentialSum& sum) {
  const auto shorter = [](const ExponentialTerm& a, const ExponentialTerm& b) {
    return size_of(a.coefficients) < size_of(b.coefficients);
  };
  const double shift = std::min_element(sum.begin(), sum.end(), shorter)->exponent;
  ExponentialSum derivative;
  for (const ExponentialTerm& term : sum) {
    ExponentialTerm derived{.exponent = term.exponent - shift};
    for (std::size_t i = 0; i < term.coefficients.size(); ++i) {
      derived.coefficients[i] = derived.exponent * term.coefficients[i];
      if (i + 1 < term.coefficients.size())
        derived.coefficients[i] += static_cast<double>(i + 1) * term.coefficients[i + 1];
    }
    derivative.push_back(derived);
  }
  return gathered(derivative);
}

double bisected(double low, double high, bool rises, const std::function<double(double)>& value) {
  for (double middle = low + (high - low) / 2; low < middle && middle < high; middle = low + (high - low) / 2)
    ((value(middle) > 0) == rises ? high : low) = middle;
  return high;
}

std::vector<double> changes(const ExponentialSum& sum, double low, double high,
                            const std::function<double(double)>& value) {
  if (sum.empty()) return {};
  const ExponentialSum derivative = shortened_derivative(sum);
  const auto at = [&](double x) { return scaled_value(derivative, x); };
  std::vector<double> edges = changes(derivative, low, high, at);
  edges.push_back(high);
  std::vector<double> found;
  double from = low;
  double before = value(from);
  for (const double edge : edges) {
    const double behind = value(edge);
    if ((before < 0 && behind > 0) || (before > 0 && behind < 0))
      found.push_back(bisected(from, edge, behind > 0, value));
    from = edge;
    if (behind != 0) before = behind;
  }
  return found;
}

}  // namespace

std::vector<double> sign_changes(const ExponentialSum& sum, double low, double high,
                                 const std::function<double(double)>& value) {
  return changes(gathered(sum), low, high, value);
}

}  // namespace breakeven
