// SPDX-License-Identifier: GPL-3.0-or-later
// A first pass over the numbers that are shown decides their style and the room on both sides of the point; a second writes.
#include "engine/tensor/nprint.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <vector>

#include "engine/tensor/nprint_number.h"
#include "engine/tensor/print.h"

namespace backstep {
namespace {

class FloatStyle {
public:
    FloatStyle(const std::vector<double>& shown, DType dtype, const ArrayPrintOptions& options)
        : options_(options), dtype_(dtype), precision_(options.floatmode == FloatMode::Unique ? -1 : options.precision) {
        std::vector<double> finite;
        for (const double x : shown)
            if (std::isfinite(x)) finite.push_back(x);
        scientific_ = wantsExponents(finite);
        if (!finite.empty()) measure(finite);
        const auto negative = [](double x) { return std::signbit(x); };
        if (options.sign == ' ' && std::none_of(finite.begin(), finite.end(), negative)) ++left_;
        if (finite.size() == shown.size()) return;
        const auto lowest = [](double x) { return std::isinf(x) && x < 0; };
        const bool signedInfinity = options.sign != '-' || std::any_of(shown.begin(), shown.end(), lowest);
        const std::size_t longest = std::max(options.nanText.size(), options.infText.size() + (signedInfinity ? 1 : 0));
        if (longest > right_ + 1) left_ = std::max(left_, longest - right_ - 1);
    }

    [[nodiscard]] std::string text(double x) const {
        if (!std::isfinite(x)) {
            const std::string plus = options_.sign == '+' ? "+" : "";
            const std::string name = std::isnan(x) ? plus + options_.nanText : (x < 0 ? "-" : plus) + options_.infText;
            return padding(left_ + right_ + 1, name) + name;
        }
        const DecimalText t = signed_(x, second(x));
        std::string out = padding(left_, t.whole) + t.whole + "." + t.fraction;
        if (scientific_) return out + exponentText(t.exponent, exponentDigits_);
        if (t.fraction.size() < right_) out.append(right_ - t.fraction.size(), ' ');
        return out;
    }

private:
    [[nodiscard]] static std::string padding(std::size_t width, const std::string& text) {
        return text.size() < width ? std::string(width - text.size(), ' ') : std::string();
    }
    [[nodiscard]] bool wantsExponents(const std::vector<double>& finite) const {
        double low = std::numeric_limits<double>::infinity();
        double high = 0;
        for (const double x : finite) {
            if (x == 0) continue;
            low = std::min(low, std::fabs(x));
            high = std::max(high, std::fabs(x));
        }
        if (high == 0) return false;
        // The quotient has the array's own precision.
        const double ratio = Tensor(high / low, dtype_).item();
        return high >= 1e8 || (!options_.suppress && (low < 0.0001 || ratio > 1000));
    }
    [[nodiscard]] DecimalText signed_(double x, DecimalText text) const {
        if (options_.sign == '+' && !std::signbit(x)) text.whole.insert(0, "+");
        return text;
    }
    [[nodiscard]] DecimalText first(double x) const {
        const bool fixed = options_.floatmode == FloatMode::Fixed;
        if (scientific_) return fixed ? exactScientific(x, precision_) : shortestScientific(x, dtype_, precision_);
        return fixed ? exactPositional(x, precision_) : shortestPositional(x, dtype_, precision_);
    }
    [[nodiscard]] DecimalText second(double x) const {
        if (scientific_) return exactScientific(x, precision_);
        if (exact_) return exactPositional(x, precision_);
        const DecimalText t = shortestPositional(x, dtype_, precision_);
        // A float32 of many digits is written down to its ones, not filled up with zeros.
        return t.fraction.empty() ? exactPositional(x, 0) : t;
    }
    void measure(const std::vector<double>& finite) {
        std::size_t fraction = 0;
        for (const double x : finite) {
            const DecimalText t = signed_(x, first(x));
            left_ = std::max(left_, t.whole.size());
            fraction = std::max(fraction, t.fraction.size());
            exponentDigits_ = std::max(exponentDigits_, std::to_string(std::abs(t.exponent)).size());
        }
        exact_ = options_.floatmode == FloatMode::Fixed || options_.floatmode == FloatMode::MaxPrecisionEqual;
        if (scientific_ || exact_) precision_ = static_cast<int>(fraction);
        right_ = scientific_ ? exponentDigits_ + 2 + fraction : fraction;
    }

    const ArrayPrintOptions& options_;
    DType dtype_;
    int precision_;
    bool scientific_ = false;
    bool exact_ = false;  // every number has all `precision_` digits
    std::size_t left_ = 0;
    std::size_t right_ = 0;
    std::size_t exponentDigits_ = 2;
};

std::string integerText(double x) { return std::to_string(static_cast<std::int64_t>(x)); }

class NumberStyle {
public:
    NumberStyle(const std::vector<double>& shown, DType dtype, bool alone, const ArrayPrintOptions& options)
        : dtype_(dtype), alone_(alone) {
        if (isFloating(dtype)) floats_.emplace(shown, dtype, options);
        if (isFloating(dtype) || dtype == DType::Bool || shown.empty()) return;
        const auto [low, high] = std::minmax_element(shown.begin(), shown.end());
        width_ = std::max(integerText(*low).size(), integerText(*high).size());
    }
    [[nodiscard]] std::string text(double x) const {
        if (floats_) return floats_->text(x);
        if (dtype_ == DType::Bool) return x == 0 ? "False" : alone_ ? "True" : " True";
        const std::string out = integerText(x);
        return out.size() < width_ ? std::string(width_ - out.size(), ' ') + out : out;
    }

private:
    DType dtype_;
    bool alone_;
    std::optional<FloatStyle> floats_;
    std::size_t width_ = 0;
};

class Body {
public:
    Body(const Tensor& array, const ArrayPrintOptions& options, const std::string& separator)
        : array_(array),
          shape_(array.shape()),
          options_(options),
          separator_(separator),
          bareSeparator_(separator),
          summarised_(static_cast<double>(array.size()) > options.threshold) {
        bareSeparator_.erase(bareSeparator_.find_last_not_of(" \n\t") + 1);
    }

    [[nodiscard]] std::string text(std::size_t indent, std::int64_t width) const {
        std::vector<double> shown;
        collect(shown, 0, 0);
        const NumberStyle style(shown, array_.dtype(), shape_.empty(), options_);
        return shape_.empty() ? style.text(array_.at(0)) : rows(style, 0, 0, indent, width);
    }

private:
    [[nodiscard]] std::int64_t stride(std::size_t dim) const {
        std::int64_t n = 1;
        for (std::size_t d = dim + 1; d < shape_.size(); ++d) n *= shape_[d];
        return n;
    }
    [[nodiscard]] bool hasGap(std::size_t dim) const {
        return summarised_ && shape_[dim] > 2 * static_cast<std::int64_t>(options_.edgeitems);
    }
    // What decides the style. With no edge items numpy looks at everything: a[-0:] is the whole array.
    void collect(std::vector<double>& shown, std::size_t dim, std::int64_t base) const {
        if (dim == shape_.size()) {
            shown.push_back(array_.at(base));
            return;
        }
        const std::int64_t n = shape_[dim];
        const std::int64_t edge = options_.edgeitems;
        for (std::int64_t i = 0; i < n; ++i)
            if (!hasGap(dim) || edge == 0 || i < edge || i >= n - edge) collect(shown, dim + 1, base + i * stride(dim));
    }
    // The indices that are shown, −1 for the gap. The last one always is.
    [[nodiscard]] std::vector<std::int64_t> visible(std::size_t dim) const {
        std::vector<std::int64_t> out;
        const std::int64_t n = shape_[dim];
        const bool gap = hasGap(dim);
        for (std::int64_t i = 0; i < (gap ? options_.edgeitems : n); ++i) out.push_back(i);
        if (!gap) return out;
        out.push_back(-1);
        for (std::int64_t i = n - std::max(options_.edgeitems, 1); i < n; ++i) out.push_back(i);
        return out;
    }
    [[nodiscard]] std::string rows(const NumberStyle& style, std::size_t dim, std::int64_t base, std::size_t indent,
                                   std::int64_t width) const {
        if (dim + 1 == shape_.size()) return row(style, base, indent, width);
        const std::string between = bareSeparator_ + std::string(shape_.size() - dim - 1, '\n') + std::string(indent, ' ');
        std::string out = "[";
        for (const std::int64_t i : visible(dim)) {
            if (out.size() > 1) out += between;
            out += i < 0 ? "..." : rows(style, dim + 1, base + i * stride(dim), indent + 1, width - 1);
        }
        return out + "]";
    }
    [[nodiscard]] std::string row(const NumberStyle& style, std::int64_t base, std::size_t indent, std::int64_t width) const {
        const std::int64_t room = width - static_cast<std::int64_t>(std::max<std::size_t>(bareSeparator_.size(), 1));
        std::string out;
        std::string line(indent, ' ');
        const std::vector<std::int64_t> shown = visible(shape_.size() - 1);
        for (std::size_t k = 0; k < shown.size(); ++k) {
            const std::string word = shown[k] < 0 ? "..." : style.text(array_.at(base + shown[k]));
            // A word that stands alone is not moved: that would not help.
            if (static_cast<std::int64_t>(line.size() + word.size()) > room && line.size() > indent) {
                line.erase(line.find_last_not_of(' ') + 1);
                out += line + "\n";
                line.assign(indent, ' ');
            }
            line += word;
            if (k + 1 < shown.size()) line += separator_;
        }
        out += line;
        return "[" + out.substr(indent) + "]";
    }

    const Tensor& array_;
    const TensorShape& shape_;
    const ArrayPrintOptions& options_;
    const std::string& separator_;
    std::string bareSeparator_;
    bool summarised_;
};

}  // namespace

std::string arrayText(const Tensor& array, const ArrayPrintOptions& options, const std::string& separator, std::size_t prefix,
                      std::size_t suffix) {
    if (array.size() == 0) return "[]";
    return Body(array, options, separator).text(prefix + 1, options.linewidth - static_cast<std::int64_t>(suffix));
}

std::string arrayStr(const Tensor& array, const ArrayPrintOptions& options) {
    if (array.shape().empty()) return scalarText(array.at(0), array.dtype());
    return arrayText(array, options, " ", 0, 0);
}

std::string arrayRepr(const Tensor& array, const ArrayPrintOptions& options) {
    const std::string prefix = "array(";
    const DType dtype = array.dtype();
    const bool implied = array.size() > 0 && dtype != DType::Int32 && dtype != DType::Float32;
    std::string out = prefix;
    if (array.size() > 0 || array.shape().size() == 1) out += arrayText(array, options, ", ", prefix.size(), 1);
    else out += "[], shape=" + shapeText(array.shape());
    if (implied) return out + ")";
    out += ",";
    const std::string name = "dtype=" + arrayDtypeName(dtype) + ")";
    const std::size_t line = out.size() - (out.rfind('\n') + 1);
    const bool newLine = static_cast<std::int64_t>(line + name.size() + 1) > options.linewidth;
    return out + (newLine ? "\n" + std::string(prefix.size(), ' ') : " ") + name;
}

std::string scalarText(double value, DType dtype) {
    if (dtype == DType::Bool) return value != 0 ? "True" : "False";
    if (!isFloating(dtype)) return integerText(value);
    if (std::isnan(value)) return "nan";
    if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
    const double size = std::fabs(value);
    if (size == 0 || (size >= 1e-4 && size < 1e16)) {
        const DecimalText t = shortestPositional(value, dtype, -1);
        return t.whole + "." + (t.fraction.empty() ? "0" : t.fraction);
    }
    const DecimalText t = shortestScientific(value, dtype, -1);
    return t.whole + (t.fraction.empty() ? "" : "." + t.fraction) + exponentText(t.exponent, 2);
}

std::string arrayDtypeName(DType dtype) { return std::string(nameOf(dtype)).substr(6); }

}  // namespace backstep
