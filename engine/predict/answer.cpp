// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/predict/answer.h"

#include <algorithm>
#include <cmath>

#include "engine/base/numbers.h"
#include "engine/predict/reading.h"
#include "engine/predict/variants.h"
#include "engine/timeline/tensorterms.h"

namespace backstep::predict {
namespace {

constexpr double kClose = 0.02;

std::string shapeOf(const Tensor& value) { return value.isScalar() ? "[]" : shapeText(value); }

bool meetsAll(const Tensor& given, const Tensor& right, double scale) {
    if (given.size() != right.size()) return false;
    for (std::int64_t i = 0; i < right.size(); ++i) {
        if (!meets(given.at(i), right.at(i), scale)) return false;
    }
    return true;
}

bool isClose(const Tensor& given, const Tensor& right) {
    if (given.size() != right.size()) return false;
    for (std::int64_t i = 0; i < right.size(); ++i) {
        if (!(std::fabs(given.at(i) - right.at(i)) <= kClose * std::fabs(right.at(i)))) return false;
    }
    return right.size() > 0;
}

Reply wrong(Slip slip, std::vector<std::string> arguments = {}) { return {Reply::Kind::Wrong, slip, std::move(arguments)}; }

class Judge {
public:
    Judge(const Question& question, const Recording& recording, const Source& source, const Timeline& timeline, Tensor given)
        : q_(question), given_(std::move(given)), variants_(question, recording, source, timeline) {}

    Reply run() {
        const Tensor right = rightAnswer(q_);
        if (q_.ask == Question::Ask::Shape) return shape(right);
        const double scale = variants_.scale();
        // Of one element the whole tensor may be given, too; a flat list stands for the same numbers row by row.
        const bool whole = q_.ask == Question::Ask::Element && given_.shape() == q_.whole.shape();
        const bool row = q_.ask == Question::Ask::List && given_.dims() == 1 && given_.size() == right.size();
        if (whole ? meetsAll(given_, q_.whole, scale) : (row || given_.shape() == right.shape()) && meetsAll(given_, right, scale))
            return {Reply::Kind::Right, Slip::None, {}};
        if (!whole && !row && given_.shape() != right.shape()) return otherShape(right);
        for (const Variant& variant : variants_.all()) {
            const std::optional<Tensor> number = whole ? variant.value : asked(variant.value);
            if (number && number->size() == given_.size() && meetsAll(given_, *number, scale) &&
                !meetsAll(*number, whole ? q_.whole : right, scale))
                return wrong(variant.slip, variant.arguments);
        }
        if (q_.ask == Question::Ask::Element && !whole) {
            if (const std::string index = otherElement(scale); !index.empty()) return wrong(Slip::OtherElement, {index});
        }
        return wrong(isClose(given_, whole ? q_.whole : right) ? Slip::MoreDigits : Slip::None);
    }

private:
    const Question& q_;
    Tensor given_;
    Variants variants_;

    [[nodiscard]] std::optional<Tensor> asked(const Tensor& of) const {
        if (q_.ask != Question::Ask::Element) return of;
        if (of.shape() != q_.whole.shape()) return {};
        Question other = q_;
        other.whole = of;
        return rightAnswer(other);
    }

    [[nodiscard]] std::string otherElement(double scale) const {
        for (std::int64_t i = 0; i < q_.whole.size(); ++i) {
            if (!meets(given_.item(), q_.whole.at(i), scale)) continue;
            std::string index;
            std::int64_t rest = i, stride = q_.whole.size();
            for (const std::int64_t dimension : q_.whole.shape()) {
                stride /= dimension;
                index += (index.empty() ? "[" : ", ") + std::to_string(rest / stride);
                rest %= stride;
            }
            return index + "]";
        }
        return {};
    }

    // An expression whose value is the whole answer says the shape as well.
    Reply shape(const Tensor& right) {
        const bool same = given_.shape() == q_.whole.shape() && meetsAll(given_, q_.whole, variants_.scale());
        const bool one = given_.isScalar() && right.size() == 1 && given_.item() == right.at(0);
        if (same || one || (given_.dims() == 1 && meetsAll(given_, right, 0))) return {Reply::Kind::Right, Slip::None, {}};
        if (given_.dims() != 1) return otherShape(q_.whole);
        const std::vector<double> sizes(given_.numbers().begin(), given_.numbers().end());
        if (std::vector<double> reversed(sizes.rbegin(), sizes.rend()); sizes.size() == 2 && meetsAll(Tensor({2}, reversed), right, 0))
            return wrong(Slip::Transposed);
        for (const auto& [name, value] : variants_.shaped()) {
            const std::vector<double> other(value.shape().begin(), value.shape().end());
            if (other == sizes && !sizes.empty()) return wrong(Slip::ShapeOfOther, {name, shapeOf(value)});
        }
        return wrong(Slip::None);
    }

    Reply otherShape(const Tensor& right) {
        if (given_.dims() == 2 && right.dims() == 2 && given_.shape()[0] == right.shape()[1] && given_.shape()[1] == right.shape()[0])
            return wrong(Slip::Transposed);
        return {Reply::Kind::Unreadable, Slip::WrongShape, {shapeOf(given_), shapeOf(right)}};
    }
};

}  // namespace

bool meets(double given, double right, double scale) {
    if (std::isnan(right)) return std::isnan(given);
    if (std::isinf(right) || !std::isfinite(given)) return given == right;
    const bool whole =
        std::fabs(right - std::round(right)) <= 1e-9 * std::max(1.0, std::fabs(right)) && std::fabs(right) < 1e9 && std::round(right) != 0;
    return std::fabs(given - right) <= (whole ? 1e-6 : 1e-3) * std::fabs(right) + 1e-12 * scale + 1e-15;
}

Reply judge(const Question& question, const Recording& recording, const Source& source, const Timeline& timeline,
            const std::string& typed) {
    Reading reading = read(question, recording, source, timeline, typed);
    if (!reading.value) return {Reply::Kind::Unreadable, reading.slip, std::move(reading.arguments)};
    return Judge(question, recording, source, timeline, std::move(*reading.value)).run();
}

}  // namespace backstep::predict
