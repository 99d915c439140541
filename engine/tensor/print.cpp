// SPDX-License-Identifier: GPL-3.0-or-later
// The style is decided once for all numbers that are shown: whole, fixed or scientific, and a width.
#include "engine/tensor/print.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <vector>

namespace backstep {
namespace {

// Python's format(value, ".{precision}{f|e}"): C's, but for the sign of NaN.
std::string decimals(double value, int precision, char kind) {
    if (std::isnan(value)) return "nan";
    const char* format = kind == 'e' ? "%.*e" : "%.*f";
    char small[64];
    const int length = std::snprintf(small, sizeof small, format, precision, value);
    if (length < static_cast<int>(sizeof small)) return small;
    std::string text(static_cast<std::size_t>(length), '\0');
    std::snprintf(text.data(), text.size() + 1, format, precision, value);
    return text;
}

class Style {
public:
    Style(const std::vector<double>& shown, DType dtype, const PrintOptions& options) : precision_(options.precision), dtype_(dtype) {
        if (isFloating(dtype)) {
            measureFloats(shown, options.sciMode);
        } else {
            for (const double value : shown) width_ = std::max(width_, plain(value).size());
        }
    }

    [[nodiscard]] std::size_t width() const { return width_; }
    [[nodiscard]] std::string text(double value) const {
        std::string out = isFloating(dtype_) ? floating(value) : plain(value);
        if (out.size() < width_) out.insert(0, width_ - out.size(), ' ');
        return out;
    }

private:
    // Zeros, NaN and infinities have no say.
    void measureFloats(const std::vector<double>& shown, std::optional<bool> sciMode) {
        double low = std::numeric_limits<double>::infinity();
        double high = 0;
        for (const double value : shown) {
            if (value == 0 || !std::isfinite(value)) continue;
            low = std::min(low, std::fabs(value));
            high = std::max(high, std::fabs(value));
            whole_ = whole_ && value == std::ceil(value);
        }
        if (high == 0) return;
        scientific_ = high / low > 1000 || high > 1e8 || (!whole_ && low < 1e-4);
        for (const double value : shown)
            if (value != 0 && std::isfinite(value)) width_ = std::max(width_, floating(value).size());
        // A look that is asked for keeps the width of the automatic one.
        scientific_ = sciMode.value_or(scientific_);
    }
    [[nodiscard]] std::string floating(double value) const {
        if (scientific_) return decimals(value, precision_, 'e');
        if (!whole_) return decimals(value, precision_, 'f');
        return decimals(value, 0, 'f') + (std::isfinite(value) ? "." : "");
    }
    [[nodiscard]] std::string plain(double value) const {
        if (dtype_ == DType::Bool) return value != 0 ? "True" : "False";
        return decimals(value, 0, 'f');
    }

    int precision_;
    DType dtype_;
    std::size_t width_ = 1;
    bool whole_ = true;
    bool scientific_ = false;
};

// Walks a tensor's rows; the same walk finds what is shown, then writes it.
class Body {
public:
    Body(const Tensor& tensor, const PrintOptions& options)
        : tensor_(tensor), shape_(tensor.shape()), options_(options), summarised_(static_cast<double>(tensor.size()) > options.threshold) {}

    [[nodiscard]] std::string text(std::size_t indent) const {
        std::vector<double> shown;
        collect(shown, 0, 0);
        const Style style(shown, tensor_.dtype(), options_);
        return shape_.empty() ? style.text(tensor_.at(0)) : rows(style, 0, 0, indent);
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
    // The indices that are shown along a dimension; −1 stands for the gap.
    [[nodiscard]] std::vector<std::int64_t> visible(std::size_t dim) const {
        std::vector<std::int64_t> out;
        const std::int64_t n = shape_[dim];
        const std::int64_t edge = hasGap(dim) ? options_.edgeitems : n;
        for (std::int64_t i = 0; i < edge; ++i) out.push_back(i);
        if (!hasGap(dim)) return out;
        out.push_back(-1);
        // t[-0:] is the whole row: torch shows all of it behind the dots.
        for (std::int64_t i = edge == 0 ? 0 : n - edge; i < n; ++i) out.push_back(i);
        return out;
    }
    void collect(std::vector<double>& shown, std::size_t dim, std::int64_t base) const {
        if (dim == shape_.size()) {
            shown.push_back(tensor_.at(base));
            return;
        }
        for (const std::int64_t i : visible(dim))
            if (i >= 0) collect(shown, dim + 1, base + i * stride(dim));
    }
    [[nodiscard]] std::string rows(const Style& style, std::size_t dim, std::int64_t base, std::size_t indent) const {
        if (dim + 1 == shape_.size()) return row(style, base, indent);
        const std::string between = "," + std::string(shape_.size() - dim - 1, '\n') + std::string(indent + 1, ' ');
        std::string out = "[";
        for (const std::int64_t i : visible(dim)) {
            if (out.size() > 1) out += between;
            out += i < 0 ? "..." : rows(style, dim + 1, base + i * stride(dim), indent + 1);
        }
        return out + "]";
    }
    [[nodiscard]] std::string row(const Style& style, std::int64_t base, std::size_t indent) const {
        const auto room = static_cast<std::int64_t>(options_.linewidth) - static_cast<std::int64_t>(indent);
        const std::int64_t perLine = std::max<std::int64_t>(1, room / static_cast<std::int64_t>(style.width() + 2));
        std::string out = "[";
        std::int64_t written = 0;
        for (const std::int64_t i : visible(shape_.size() - 1)) {
            if (written > 0) out += written % perLine == 0 ? ",\n" + std::string(indent + 1, ' ') : ", ";
            out += i < 0 ? " ..." : style.text(tensor_.at(base + i));
            ++written;
        }
        return out + "]";
    }

    const Tensor& tensor_;
    const TensorShape& shape_;
    const PrintOptions& options_;
    bool summarised_;
};

std::vector<std::string> suffixTexts(const Tensor& tensor, const PrintOptions& options, const TensorSuffixes& suffixes) {
    std::vector<std::string> out;
    const DType dtype = tensor.dtype();
    const bool empty = tensor.size() == 0;
    if (empty && tensor.shape().size() != 1) out.push_back("size=" + shapeText(tensor.shape()));
    // The numbers of an empty tensor cannot show that they would be whole or truth values.
    const bool told = dtype == options.defaultDtype || (!empty && (dtype == DType::Int64 || dtype == DType::Bool));
    if (!told) out.push_back(std::string("dtype=") + nameOf(dtype));
    if (!suffixes.gradFn.empty()) out.push_back("grad_fn=<" + suffixes.gradFn + ">");
    else if (suffixes.requiresGrad || suffixes.parameter) out.emplace_back("requires_grad=True");
    return out;
}

}  // namespace

void PrintOptions::setProfile(std::string_view name) {
    sciMode.reset();
    if (name != "default" && name != "short" && name != "full") return;
    precision = name == "short" ? 2 : 4;
    threshold = name == "full" ? std::numeric_limits<double>::infinity() : 1000;
    edgeitems = name == "short" ? 2 : 3;
    linewidth = 80;
}

std::string shapeText(const TensorShape& shape) {
    std::string out = "(";
    for (std::size_t i = 0; i < shape.size(); ++i) out += (i > 0 ? ", " : "") + std::to_string(shape[i]);
    return out + (shape.size() == 1 ? ",)" : ")");
}

std::string tensorText(const Tensor& tensor, const PrintOptions& options, const TensorSuffixes& suffixes) {
    const std::string prefix = "tensor(";
    std::string out = prefix + (tensor.size() == 0 ? "[]" : Body(tensor, options).text(prefix.size()));
    const std::size_t lastBreak = out.rfind('\n');
    // Two more than the line has; after a suffix on a line of its own torch counts exactly.
    std::size_t line = (lastBreak == std::string::npos ? out.size() : out.size() - lastBreak - 1) + 2;
    for (const std::string& suffix : suffixTexts(tensor, options, suffixes)) {
        if (static_cast<std::int64_t>(line + suffix.size() + 2) > options.linewidth) {
            out += ",\n" + std::string(prefix.size(), ' ') + suffix;
            line = prefix.size() + suffix.size();
        } else {
            out += ", " + suffix;
            line += suffix.size() + 2;
        }
    }
    return (suffixes.parameter ? "Parameter containing:\n" : "") + out + ")";
}

}  // namespace backstep
