// SPDX-License-Identifier: MIT
#pragma once

// What most programs need: fill in a Scenario, call compare(), read the Comparison.
//
//   scenario.hpp     the question: prices, throughput, workload, with units
//   compare.hpp      the answer: costs, verdict, break-evens, crossings
//   catalog.hpp      prices, models and throughput records as data; selection.hpp picks the records that fit
//   forecast.hpp     months of growth and falling prices
// uncertainty.hpp  Monte Carlo over ranges of inputs
//
// These have their own headers: traffic over time (hybrid.hpp, schedule.hpp, layers.hpp, replay.hpp), scale to zero
// (serverless_replay.hpp), memory (memory_fit.hpp, roofline.hpp) and owned GPUs (ownership.hpp).

#include "breakeven/catalog.hpp"
#include "breakeven/compare.hpp"
#include "breakeven/forecast.hpp"
#include "breakeven/scenario.hpp"
#include "breakeven/selection.hpp"
#include "breakeven/uncertainty.hpp"
#include "breakeven/units.hpp"
