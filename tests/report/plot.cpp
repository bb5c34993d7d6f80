// SPDX-License-Identifier: MIT
// Pictures of reports made here: whole small ones, and what holds for all of many random ones.
#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "catch.hpp"
#include "rendered.hpp"
#include "report/picture.hpp"
#include "report/picture/scale.hpp"
#include "report/picture/spread.hpp"
#include "report/report.hpp"
#include "test_data.hpp"
#include "text.hpp"
#include "text/wrap.hpp"

namespace breakeven {
namespace {

using test::rendered;

using report::Bars;
using report::Chart;
using report::Map;
using report::Picture;
using report::Style;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

using test::is_ascii;
using test::lines_of;

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

void check_form(const std::string& text, std::size_t width, bool ascii) {
  INFO(width << "\n" << text);
  CHECK(text.ends_with('\n'));
  CHECK((!ascii || is_ascii(text)));
  bool fits = true;
  bool bare_ends = true;
  for (const std::string& line : lines_of(text)) {
    fits = fits && text::display_width(line) <= width;
    bare_ends = bare_ends && !line.ends_with(' ');
  }
  CHECK(fits);
  CHECK(bare_ends);
}

Chart steps() {
  return {.title = "Steps",
          .x = {.title = "tokens"},
          .y = {.title = "usd"},
          .series = {{"GPU", {{0, 2}, {4, 2}, {4, 4}, {8, 4}}}, {"API", {{0, 0}, {8, 6}}}},
          .markers = {{4, "at 4"}},
          .caption = "Both meet."};
}

Map areas() {
  return {.title = "Areas",
          .x_title = "x",
          .y_title = "y",
          .x_labels = {"1", "2", "3"},
          .y_labels = {"low", "high"},
          .cells = {{0, 1, 1}, {0, 0, 2}},
          .legend = {"self-host", "API", "tie"}};
}

Bars tornado() {
  return {.title = "Tornado",
          .center = 5,
          .center_label = "5",
          .bars = {{"price", 0, 10, "0", "10"}, {"rate", 7, 4, "7", "4"}}};
}

}  // namespace

TEST_CASE("a staircase, a line and a marker in ASCII") {
  CHECK(report::draw(steps(), {.width = 40, .ascii = true}) == joined({
                                                                   "Steps",
                                                                   "usd",
                                                                   "               at 4",
                                                                   "6 +              :            oo o API",
                                                                   "  |              :          oo",
                                                                   "5 +              :        oo",
                                                                   "  |              :      oo",
                                                                   "4 +              ******o******** * GPU",
                                                                   "  |              *  oo",
                                                                   "3 +              ooo",
                                                                   "  |            oo*",
                                                                   "  |          oo  *",
                                                                   "2 +*********o*****",
                                                                   "  |      oo      :",
                                                                   "1 +    oo        :",
                                                                   "  |  oo          :",
                                                                   "0 +oo            :",
                                                                   "  ++---+--+---+--+---+--+---+--+",
                                                                   "   0   1  2   3  4   5  6   7  8",
                                                                   "              tokens",
                                                                   "",
                                                                   "Both meet.",
                                                               }));
}

TEST_CASE("the same in braille") {
  CHECK(report::draw(steps(), {.width = 40}) ==
        joined({
            "Steps",
            "usd",
            "                at 4",
            "6 \u2524               \u250a             \u2860\u280a API",
            "  \u2502               \u250a          \u2880\u2814\u280a",
            "5 \u2524               \u250a        \u2880\u2814\u2801",
            "  \u2502               \u250a      \u2860\u2814\u2801",
            "4 \u2524               "
            "\u28a0\u2824\u2824\u2824\u2824\u2864\u282e\u2824\u2824\u2824\u2824\u2824\u2824\u2824\u2824\u2824 GPU",
            "  \u2502               \u28b8 \u2880\u2860\u280a",
            "3 \u2524               \u28b8\u2814\u2801",
            "  \u2502             \u2880\u2814\u28b9",
            "  \u2502           \u2860\u280a\u2801 \u28b8",
            "2 \u2524\u2812\u2812\u2812\u2812\u2812\u2812\u2812\u2812\u2812\u2872\u281a\u2812\u2812\u2812\u2812\u281a",
            "  \u2502      \u2880\u2814\u280a      \u250a",
            "1 \u2524    \u2880\u2814\u2801        \u250a",
            "  \u2502  \u2860\u2814\u2801          \u250a",
            "0 \u2524\u2860\u280a             \u250a",
            "  "
            "\u2514\u252c\u2500\u2500\u2500\u252c\u2500\u2500\u252c\u2500\u2500\u2500\u252c\u2500\u2500\u2500\u252c"
            "\u2500\u2500\u2500\u252c\u2500\u2500\u2500\u252c\u2500\u2500\u252c\u2500\u2500\u2500\u252c",
            "   0   1  2   3   4   5   6  7   8",
            "               tokens",
            "",
            "Both meet.",
        }));
}

TEST_CASE("a map has letters of its legend or shades, and the first y at the bottom") {
  CHECK(report::draw(areas(), {.width = 40, .ascii = true}) == joined({
                                                                   "Areas",
                                                                   "y",
                                                                   "high +SSSSSSTTT",
                                                                   " low +SSSAAAAAA",
                                                                   "     +-+--+--+-",
                                                                   "       1  2  3",
                                                                   "          x",
                                                                   "S self-host   A API   T tie",
                                                               }));
  CHECK(report::draw(areas(), {.width = 40}) == joined({
                                                    "Areas",
                                                    "y",
                                                    "high \u2524\u2588\u2588\u2588\u2588\u2588\u2588\u2592\u2592\u2592",
                                                    " low \u2524\u2588\u2588\u2588\u2591\u2591\u2591\u2591\u2591\u2591",
                                                    "     \u2514\u2500\u252c\u2500\u2500\u252c\u2500\u2500\u252c\u2500",
                                                    "       1  2  3",
                                                    "          x",
                                                    "\u2588 self-host   \u2591 API   \u2592 tie",
                                                }));
}

TEST_CASE("a tornado has its labels at the ends, the smaller one first") {
  CHECK(report::draw(tornado(), {.width = 40, .ascii = true}) == joined({
                                                                     "Tornado",
                                                                     "                       5",
                                                                     "                       |",
                                                                     "price  0 ==============|============= 10",
                                                                     "rate              4 ===|===== 7",
                                                                     "                       |",
                                                                 }));
}

TEST_CASE("colours come only where they are asked for, and change nothing else") {
  for (const Picture& picture : {Picture(steps()), Picture(areas()), Picture(tornado())}) {
    std::string colored = report::draw(picture, {.width = 60, .color = true});
    CHECK(colored.find("\x1b[") != std::string::npos);
    for (std::size_t at = 0; (at = colored.find('\x1b')) != std::string::npos;)
      colored.erase(at, colored.find('m', at) - at + 1);
    CHECK(colored == report::draw(picture, {.width = 60}));
  }
}

TEST_CASE("a riser is vertical, and a line that leaves the frame is cut there") {
  Chart chart = steps();
  chart.y.to = 3;
  const auto lines = lines_of(report::draw(chart, {.width = 60, .ascii = true}));
  std::size_t rows = 0;
  std::size_t column = std::string::npos;
  for (const std::string& line : lines) {
    const std::size_t at = line.find('*', 8);
    if (at == std::string::npos || line.find('*', at + 1) != std::string::npos) continue;
    if (line.find("* GPU") == at) continue;
    if (column == std::string::npos) column = at;
    rows += at == column ? 1 : 0;
  }
  CHECK(rows >= 3);
  const std::string text = joined(lines);
  CHECK(text.find("* GPU ^") != std::string::npos);
  CHECK(text.find("o API ^") != std::string::npos);
}

TEST_CASE("what lies beyond the axis is neither drawn along the frame nor lost") {
  const auto count_of = [](const std::string& text, char mark) { return std::count(text.begin(), text.end(), mark); };
  Chart chart{.y = {.to = 10}, .series = {{"up", {{0, 1}, {5, 1}, {5, infinity}, {6, infinity}, {6, 1}, {9, 1}}}}};
  const std::string risers = report::draw(chart, {.width = 60, .ascii = true});
  CHECK(count_of(lines_of(risers)[0], '*') == 2);
  CHECK(count_of(lines_of(risers)[7], '*') == 2);
  chart.series = {{"in", {{0, 1}, {9, 1}}}, {"far", {{0, 1e6}, {9, 1e7}}}};
  const std::string above = report::draw(chart, {.width = 60, .ascii = true});
  CHECK(above.find("oo") == std::string::npos);
  CHECK(above.find("\nfar (above the frame)\n") != std::string::npos);
}

TEST_CASE("a lone point is a whole cell, and a series without points is named") {
  const Chart chart{.series = {{"dot", {{0, 1}, {1, nan}, {2, 1}, {3, 1}}}, {"none", {}}}};
  const std::string text = report::draw(chart, {.width = 60});
  CHECK(text.find("\u28ff") != std::string::npos);
  CHECK(text.find("none (nothing in the frame)") != std::string::npos);
  CHECK(report::draw(Chart{.series = {{"none", {}}}}, {}) == "There is nothing to draw.\nnone\n");
}

TEST_CASE("lines that run together take turns") {
  Chart chart{.series = {{"one", {{0, 1}, {9, 1}}}, {"two", {{0, 1}, {9, 1}}}}};
  const std::string text = report::draw(chart, {.width = 60, .ascii = true});
  CHECK(text.find("*o*o*o*o") != std::string::npos);
  CHECK(text.find("* one") != std::string::npos);
  CHECK(text.find("o two") != std::string::npos);
}

TEST_CASE("markers stand beside each other, are staggered, or numbered; those outside are told") {
  const auto with = [](std::vector<report::Marker> markers) {
    Chart chart = steps();
    chart.markers = std::move(markers);
    return report::draw(chart, {.width = 60, .ascii = true});
  };
  const std::string apart = with({{1, "first"}, {6, "second"}});
  CHECK(lines_of(apart)[2].find("first") < lines_of(apart)[2].find("second"));
  const std::string staggered = with({{4, "the first of them"}, {4.4, "the second of them"}});
  CHECK(lines_of(staggered)[2].find("the second of them") != std::string::npos);
  CHECK(lines_of(staggered)[3].find("the first of them") != std::string::npos);
  const std::string numbered = with({{4, "a"}, {4.01, "b"}, {4.02, "c"}, {4.03, "d"}, {6, "e"}});
  for (const char* line : {"\n1  a\n", "\n2  b\n", "\n4  d\n", "\n5  e\n"})
    CHECK(numbered.find(line) != std::string::npos);
  CHECK(lines_of(numbered)[2].find("1-4") < lines_of(numbered)[2].find('5'));
  CHECK(with({{9, "late"}}).find("late (right of the frame)") != std::string::npos);
  CHECK(with({{-1, "early"}}).find("early (left of the frame)") != std::string::npos);
}

TEST_CASE("names that do not fit leave a key at the line and stand in a legend") {
  Chart chart = steps();
  chart.series[1].name = "an API whose name takes more than a third of the width";
  const std::string ascii = report::draw(chart, {.width = 60, .ascii = true});
  CHECK(ascii.find("\n*  GPU\n") != std::string::npos);
  CHECK(ascii.find("\no  an API whose name") != std::string::npos);
  CHECK(report::draw(chart, {.width = 60}).find("\nB  an API whose name") != std::string::npos);
}

TEST_CASE("labels of ends keep their order, each on its own row, near where they belong") {
  CHECK(report::spread({3, 3}, 10) == std::vector<int>{3, 4});
  CHECK(report::spread({0, 0, 0}, 10) == std::vector<int>{0, 1, 2});
  CHECK(report::spread({9, 9, 9}, 10) == std::vector<int>{7, 8, 9});
  CHECK(report::spread({1, 5, 5, 5, 9}, 10) == std::vector<int>{1, 4, 5, 6, 9});
  test::Draw draw(7);
  for (int i = 0; i < 2000; ++i) {
    const int count = static_cast<int>(draw.integer(1, 20));
    std::vector<int> wanted(static_cast<std::size_t>(draw.integer(0, count)));
    for (int& row : wanted) row = static_cast<int>(draw.integer(0, count - 1));
    std::sort(wanted.begin(), wanted.end());
    const std::vector<int> rows = report::spread(wanted, count);
    REQUIRE(rows.size() == wanted.size());
    CHECK(std::adjacent_find(rows.begin(), rows.end(), std::greater_equal<>()) == rows.end());
    if (!rows.empty()) CHECK((rows.front() >= 0 && rows.back() < count));
  }
}

TEST_CASE("ticks are round, on the axis, and apart") {
  test::Draw draw(11);
  for (int i = 0; i < 2000; ++i) {
    const bool logarithmic = draw.one_in(2);
    const double low = draw.scale(1e-12, 1e15) * (!logarithmic && draw.one_in(2) ? -1 : 1);
    const double high = logarithmic ? low * draw.scale(1.01, 1e20) : low + draw.scale(1e-6, 1e6) * std::abs(low);
    const report::Scale scale(logarithmic ? report::AxisScale::logarithmic : report::AxisScale::linear, low, high);
    const auto far_apart = [](const std::vector<report::Tick>& ticks) {
      for (std::size_t k = 1; k < ticks.size(); ++k)
        if (ticks[k].at - ticks[k - 1].at < 10) return false;
      return true;
    };
    const auto ticks = report::choose_ticks(
        scale, text::plain, [](double place) { return static_cast<int>(std::lround(place * 100)); }, far_apart);
    INFO(low << " to " << high);
    CHECK(ticks.size() <= 11);
    CHECK((ticks.size() >= 1 || (logarithmic && high < 2 * low)));
    for (const report::Tick& tick : ticks) {
      CHECK((tick.at >= 0 && tick.at <= 100));
      CHECK(tick.label.size() <= 24);
    }
  }
}

TEST_CASE("whatever the numbers, a picture keeps its width and names every series") {
  test::Draw draw(3);
  const auto hostile = [&]() -> double {
    const double specials[] = {0, nan, infinity, -infinity, 1e-12, 1e15, 1e308, -1e308, 5e-324, -1, 1, 1};
    return draw.one_in(3) ? specials[draw.integer(0, 11)] : draw.scale(1e-12, 1e15);
  };
  for (int i = 0; i < 200; ++i) {
    Chart chart = steps();
    chart.series.clear();
    if (draw.one_in(2)) chart.x.scale = report::AxisScale::logarithmic;
    if (draw.one_in(2)) chart.y.scale = report::AxisScale::logarithmic;
    if (draw.one_in(4)) chart.y.to = hostile();
    if (draw.one_in(4)) chart.x.from = hostile();
    const std::int64_t count = draw.one_in(8) ? 40 : draw.integer(0, 4);
    for (std::int64_t k = 0; k < count; ++k) {
      report::Series series{.name = "S" + std::to_string(k) + (draw.one_in(5) ? " \u00e9 with a longer name" : "")};
      for (std::int64_t points = draw.integer(0, 12); points > 0; --points)
        series.points.push_back({hostile(), hostile()});
      chart.series.push_back(series);
    }
    chart.markers.clear();
    for (std::int64_t k = draw.integer(0, 9); k > 0; --k)
      chart.markers.push_back({hostile(), std::string(static_cast<std::size_t>(draw.integer(0, 60)), 'm')});
    const std::size_t width = draw.one_in(10) ? 1000 : static_cast<std::size_t>(draw.integer(40, 130));
    const bool ascii = draw.one_in(2);
    const std::string text = report::draw(chart, {.width = width, .ascii = ascii});
    check_form(text, width, ascii);
    for (std::int64_t k = 0; k < count; ++k) CHECK(text.find("S" + std::to_string(k)) != std::string::npos);
  }
}

TEST_CASE("whatever its size, a map keeps its width, and says what it leaves out") {
  test::Draw draw(5);
  for (int i = 0; i < 200; ++i) {
    Map map = areas();
    map.x_labels.clear();
    map.y_labels.clear();
    map.cells.assign(static_cast<std::size_t>(draw.integer(0, 70)), {});
    const auto columns = static_cast<std::size_t>(draw.integer(0, 300));
    for (std::size_t x = 0; x < columns; ++x) map.x_labels.push_back(std::to_string(1000 * x));
    for (auto& row : map.cells) {
      map.y_labels.push_back(std::to_string(map.y_labels.size()));
      for (std::size_t x = 0; x < columns; ++x) row.push_back(static_cast<std::size_t>(draw.integer(0, 3)));
    }
    const auto width = static_cast<std::size_t>(draw.integer(40, 200));
    const bool ascii = draw.one_in(2);
    const std::string text = report::draw(map, {.width = width, .ascii = ascii});
    check_form(text, width, ascii);
    CHECK((columns <= width || text.find("column") != std::string::npos));
    CHECK((map.cells.size() <= 30) == (text.find("row") == std::string::npos));
  }
}

TEST_CASE("whatever the bars, a tornado keeps its width and every label") {
  test::Draw draw(9);
  for (int i = 0; i < 200; ++i) {
    Bars bars{.title = "T", .center = draw.one_in(9) ? nan : draw.real(0, 1), .center_label = "now"};
    for (std::int64_t k = draw.integer(0, 9); k > 0; --k) {
      const double low = draw.one_in(9) ? infinity : draw.one_in(9) ? nan : draw.real(-1, 1);
      bars.bars.push_back({std::string(static_cast<std::size_t>(draw.integer(1, 30)), 'n'), low, draw.real(0, 2),
                           "L" + std::to_string(k), "H" + std::to_string(k)});
      if (draw.one_in(20)) bars.bars.back().low_label.append(static_cast<std::size_t>(draw.integer(1, 30)), '0');
    }
    const auto width = static_cast<std::size_t>(draw.integer(40, 200));
    const std::string text = report::draw(bars, {.width = width, .ascii = true});
    check_form(text, width, true);
    INFO(text);
    // A name and its labels may be wrapped, never cut.
    std::string unwrapped = text;
    for (std::size_t at = 0; (at = unwrapped.find("\n  ", at)) != std::string::npos;) unwrapped.replace(at, 3, " ");
    for (const report::Bar& bar : bars.bars)
      for (const std::string& label : {bar.name, bar.low_label, bar.high_label})
        CHECK(unwrapped.find(label) != std::string::npos);
  }
}

TEST_CASE("the plot format draws the pictures, made only where it is asked for") {
  int made = 0;
  report::Report found{.document = {}, .blocks = {}, .brief = {}, .rows = {}};
  found.pictures = [&] { return ++made, std::vector<Picture>{steps(), tornado()}; };
  CHECK(rendered("table", found, {}).empty());
  CHECK(made == 0);
  CHECK(rendered("plot", found, {.width = 60}) ==
        report::draw(steps(), {.width = 60}) + "\n" + report::draw(tornado(), {.width = 60}));
  CHECK(made == 1);
}

}  // namespace breakeven
