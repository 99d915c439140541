// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/ticks.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <set>
#include <string_view>

#include "engine/base/numbers.h"

namespace backstep {
namespace {

// mantissa × 10^exponent
struct Step {
    int mantissa = 1;
    int exponent = 0;
};

// A decimal fraction is written as a quotient: 3 / 10 is 0.3, 3 × 0.1 is not.
double multiple(Step step, double times) {
    const double whole = times * step.mantissa;
    return step.exponent < 0 ? whole / std::pow(10.0, -step.exponent) : whole * std::pow(10.0, step.exponent);
}

Step stepNear(double wanted) {
    Step step{1, static_cast<int>(std::floor(std::log10(wanted)))};
    const double ratio = wanted / std::pow(10.0, step.exponent);
    if (ratio >= 7.07) {
        ++step.exponent;
    } else {
        step.mantissa = ratio >= 3.16 ? 5 : ratio >= 1.41 ? 2 : 1;
    }
    return step;
}

bool tooNarrow(double lo, double hi) {
    const double size = std::max(std::fabs(lo), std::fabs(hi));
    return hi - lo <= 64 * std::numeric_limits<double>::epsilon() * size || hi - lo < 1e-290;
}

std::vector<double> endsOf(double lo, double hi) {
    if (lo == hi) return {lo};
    return {lo, hi};
}

std::string inDigits(std::string_view digits) {
    static constexpr std::array<std::string_view, 10> kRaised{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string out;
    for (const char c : digits) out += c == '-' ? std::string_view("⁻") : kRaised[static_cast<std::size_t>(c - '0')];
    return out;
}

void trimZeros(std::string& text) {
    if (text.find('.') == std::string::npos) return;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
}

std::string withMinus(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    return (negative ? "−" : "") + std::string(text.substr(negative ? 1 : 0));
}

std::string fixedLabel(double value, int decimals) {
    std::array<char, 400> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value + 0.0, std::chars_format::fixed, decimals);
    std::string text(buffer.data(), end.ptr);
    trimZeros(text);
    return text == "-0" ? "0" : withMinus(text);
}

std::string scientificLabel(double value, int decimals) {
    if (value == 0) return "0";
    std::array<char, 400> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific, decimals);
    const std::string text(buffer.data(), end.ptr);
    const std::size_t e = text.find('e');
    std::string mantissa = text.substr(0, e);
    trimZeros(mantissa);
    std::string exponent = text.substr(e + 1);
    const bool negative = exponent.front() == '-';
    exponent.erase(0, exponent.find_first_not_of("+-0"));
    return withMinus(mantissa) + "×10" + inDigits((negative ? "-" : "") + exponent);
}

bool allDiffer(const std::vector<std::string>& labels) {
    return std::set<std::string>(labels.begin(), labels.end()).size() == labels.size();
}

std::vector<std::string> written(const std::vector<double>& ticks, bool fixed, int decimals) {
    std::vector<std::string> labels;
    labels.reserve(ticks.size());
    for (const double tick : ticks) labels.push_back(fixed ? fixedLabel(tick, decimals) : scientificLabel(tick, decimals));
    return labels;
}

// With just enough decimals for the spacing, of numbers in this unit; more where rounding made two ticks look alike.
std::vector<std::string> fitted(const std::vector<double>& ticks, double spacing, double unit, bool fixed) {
    for (int decimals = 0; decimals < 17; ++decimals) {
        const double parts = spacing / (unit * std::pow(10.0, -decimals));
        const bool isExact = std::fabs(std::remainder(parts, 1.0)) < 1e-6 && parts > 0.5;
        if (!isExact && decimals < 6) continue;
        std::vector<std::string> labels = written(ticks, fixed, decimals);
        if (allDiffer(labels)) return labels;
    }
    return written(ticks, false, 16);
}

// In characters.
std::ptrdiff_t longest(const std::vector<std::string>& labels) {
    std::ptrdiff_t most = 0;
    for (const std::string& label : labels)
        most = std::max(most, std::count_if(label.begin(), label.end(), [](char c) { return (c & 0xC0) != 0x80; }));
    return most;
}

}  // namespace

std::vector<double> niceTicks(double lo, double hi, int about) {
    if (!std::isfinite(lo) || !std::isfinite(hi)) return {};
    if (lo > hi) std::swap(lo, hi);
    about = std::clamp(about, 1, 1000);
    if (tooNarrow(lo, hi)) return endsOf(lo, hi);
    const double halfRange = hi / 2 - lo / 2;  // the whole range may overflow
    const Step step = stepNear(std::min(halfRange / about * 2, std::numeric_limits<double>::max()));
    const double unit = multiple(step, 1);
    const double first = std::ceil(lo / unit) - 1, last = std::floor(hi / unit) + 1;
    if (!std::isfinite(unit) || std::max(std::fabs(first), std::fabs(last)) > 1e15) return endsOf(lo, hi);
    std::vector<double> ticks;
    for (double times = first; times <= last; ++times) {
        const double tick = multiple(step, times);
        if (tick >= lo && tick <= hi) ticks.push_back(tick + 0.0);  // −0 is 0
    }
    return ticks;
}

std::vector<std::string> tickLabels(const std::vector<double>& ticks) {
    double largest = 0, spacing = 0;
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        largest = std::max(largest, std::fabs(ticks[i]));
        if (i > 0) spacing = std::max(spacing, std::fabs(ticks[i] / 2 - ticks[i - 1] / 2) * 2);
    }
    if (spacing == 0) spacing = largest;
    if (largest == 0 || (largest < 1e6 && spacing >= 1e-4)) return fitted(ticks, spacing, 1, true);
    std::vector<std::string> powers = fitted(ticks, spacing, std::pow(10.0, std::floor(std::log10(largest))), false);
    if (largest >= 1e12 || spacing < 1e-12) return powers;
    std::vector<std::string> plain = fitted(ticks, spacing, 1, true);
    return longest(plain) <= longest(powers) ? plain : powers;
}

}  // namespace backstep
