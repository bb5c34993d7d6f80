// SPDX-License-Identifier: MIT
// BE-Q: quantities.
#include <array>

#include "io/codes/codes.hpp"

namespace breakeven::io {
namespace {

// clang-format off
constexpr std::array quantity_rows{
    DiagnosticCode{"BE-Q001", "a value that is not a number",
                   "A quantity begins with its number: digits, a decimal point, and _ between digits where that "
                   "helps. Words such as nan and inf are not numbers, and a range needs both of its bounds.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --overhead about1.2",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --overhead 1.2"},
    DiagnosticCode{"BE-Q002", "a number with a comma",
                   "2,500 is two thousand five hundred to one reader and two and a half to another, so a comma is "
                   "never read. Write the decimal point as . and separate digits with _.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --fixed 2,500usd/month",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --fixed 2_500usd/month"},
    DiagnosticCode{"BE-Q003", "a number too large or too small to be held",
                   "Numbers are held as doubles, which end near 1.8e308 and 2.2e-308. Beyond that a number would "
                   "become infinite or 0, and the answer would be wrong without a sign of it.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --fixed 1e400usd/month",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --fixed 1e4usd/month"},
    DiagnosticCode{"BE-Q004", "a unit that is not known",
                   "Units are usd (or $), tok, req, W, Wh, and the times s, min, h, d, week, month and year; k, M, "
                   "B and T multiply by a thousand up to a trillion. Case matters: M is a million, and m is nothing.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1m/month",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1M/month"},
    DiagnosticCode{"BE-Q005", "a quantity without its unit or currency",
                   "An option's price, rate, volume or duration needs its unit: a shell turns an unquoted $2.50/h "
                   "into .50/h, and the missing currency is what shows it. Beside its key, as in --set "
                   "gpu_usd_per_hour=2.5, a bare number is in the key's unit.",
                   "breakeven compare --gpu-price 2.5 --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month"},
    DiagnosticCode{"BE-Q006", "a price in another currency",
                   "All prices are in US dollars, and exchange rates change by the day. Convert the price before "
                   "you give it, and keep the rate with your notes.",
                   "breakeven compare --gpu-price 2.5eur/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month",
                   "breakeven compare --gpu-price 2.9usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month"},
    DiagnosticCode{"BE-Q007", "a unit of something else",
                   "The units are known, but they measure something else: tokens per second where a price is asked, "
                   "or the length of a month in months. Times convert into each other, so usd/day is fine for a "
                   "price per hour.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --month 1month",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --month 720h"},
    DiagnosticCode{"BE-Q008", "a number outside the range of its input",
                   "Each input has bounds: ratios lie between 0 and 1, counts are whole, prices are not negative. "
                   "The message states the bounds. A ratio can be written as a percentage: 10% is 0.1.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --gpu-discount 10",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --gpu-discount 10%"},
    DiagnosticCode{"BE-Q009", "a range that begins above its end",
                   "A range is written from its lower to its higher bound. Exchange the two; where only the order "
                   "of months and hours differs, the length of the month decides.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "2..1B/month",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1..2B/month"},
    DiagnosticCode{"BE-Q010", "tiers that cannot be read",
                   "Tiers are monthly volumes with their prices, in ascending order: VOLUME:PRICE,VOLUME:PRICE. A "
                   "price is one for all kinds of tokens, as in 0.8usd/Mtok, or a discount off the list prices, as "
                   "in 20%. Above the volume it holds for the tokens above it (--api-tiers) or for all tokens of "
                   "the month (--api-all-units-tiers).",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --api-tiers 1B/month=20%",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month --api-tiers 1B/month:20%"},
};
// clang-format on

}  // namespace

std::span<const DiagnosticCode> quantity_codes() { return quantity_rows; }

}  // namespace breakeven::io
