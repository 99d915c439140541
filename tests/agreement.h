// SPDX-License-Identifier: GPL-3.0-or-later
// When what a program did agrees with what is expected of it: text token by token, a number within one unit of its last
// printed digit; stored values within 1e-5 relative (or what is asked) and 1e-6 absolute. Of numbers in one list the
// largest says what is small: a sum of large numbers is no closer than they are.
#pragma once

#include <algorithm>
#include <cmath>

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

namespace agreement {

using namespace Qt::StringLiterals;

inline double numberOf(const QJsonValue& v) {
    if (v.isBool()) return v.toBool() ? 1 : 0;
    if (v == "NaN"_L1) return std::nan("");
    if (v == "Infinity"_L1) return HUGE_VAL;
    if (v == "-Infinity"_L1) return -HUGE_VAL;
    return v.toDouble(std::nan("1"));
}

inline bool isNumber(const QJsonValue& v) { return v.isDouble() || v == "NaN"_L1 || v == "Infinity"_L1 || v == "-Infinity"_L1; }

inline double largestOf(const QJsonArray& list) {
    double largest = 0;
    for (const auto& v : list) {
        const double x = isNumber(v) ? std::abs(numberOf(v)) : 0;
        if (std::isfinite(x)) largest = std::max(largest, x);
    }
    return largest;
}

// Whatever `expected` has is in `got`, numbers within the tolerance.
inline bool agrees(const QJsonValue& got, const QJsonValue& expected, double relative = 1e-5, double scale = 0) {
    if (isNumber(expected)) {
        const double a = numberOf(got);
        const double b = numberOf(expected);
        if (!isNumber(got)) return false;
        return a == b || (std::isnan(a) && std::isnan(b)) || std::abs(a - b) <= 1e-6 * (1 + scale) + relative * std::abs(b);
    }
    if (expected.isArray()) {
        const QJsonArray a = got.toArray();
        const QJsonArray b = expected.toArray();
        if (!got.isArray() || a.size() != b.size()) return false;
        scale = std::max(scale, largestOf(b));
        for (qsizetype i = 0; i < b.size(); ++i) {
            if (!agrees(a[i], b[i], relative, scale)) return false;
        }
        return true;
    }
    if (expected.isObject()) {
        const QJsonObject b = expected.toObject();
        const QStringList keys = b.keys();
        return got.isObject() && std::all_of(keys.begin(), keys.end(), [&](const QString& k) { return agrees(got[k], b[k], relative); });
    }
    return got == expected;
}

// Addresses differ from run to run.
inline QString masked(QString text) {
    static const QRegularExpression kAddress(u"0x[0-9a-f]{6,16}|0xADDR"_s);
    return text.replace(kAddress, u"0x"_s);
}

// One unit of the last printed digit of `text`.
inline double unitOf(const QString& text) {
    static const QRegularExpression kExponent(u"[eE]"_s);
    const QString mantissa = text.section(kExponent, 0, 0);
    const qsizetype dot = mantissa.indexOf(u'.');
    const int decimals = dot < 0 ? 0 : static_cast<int>(mantissa.size() - dot - 1);
    return std::pow(10.0, text.section(kExponent, 1, 1).toInt() - decimals);
}

inline bool textAgrees(QString a, QString b) {
    static const QRegularExpression kNumber(u"[-+]?(?:\\d+\\.?\\d*(?:[eE][-+]?\\d+)?|\\.\\d+)"_s);
    static const QRegularExpression kSpaces(u" +"_s);
    a = masked(a);
    b = masked(b);
    if (a == b) return true;
    QStringList betweenA = a.split(kNumber);
    QStringList betweenB = b.split(kNumber);
    // A number that is -0.0000 on one side only, or has a digit less, moves the columns beside it.
    betweenA.replaceInStrings(kSpaces, QString());
    betweenB.replaceInStrings(kSpaces, QString());
    if (betweenA != betweenB) return false;
    auto left = kNumber.globalMatch(a);
    auto right = kNumber.globalMatch(b);
    while (left.hasNext() && right.hasNext()) {
        const QString x = left.next().captured();
        const QString y = right.next().captured();
        if (x == y) continue;
        if (!y.contains(u'.')) return false;  // whole numbers agree to the digit
        const double difference = std::abs(x.toDouble() - y.toDouble());
        if (difference > 1.01 * unitOf(y) && difference > 2e-6 * std::abs(y.toDouble()) && difference > 1e-6) return false;
    }
    return !left.hasNext() && !right.hasNext();
}

}  // namespace agreement
