// SPDX-License-Identifier: GPL-3.0-or-later
// When what a program did agrees with what is expected of it: text token by token, a number within one unit of its last
// printed digit; stored values within 1e-5 relative and 1e-6 absolute.
#pragma once

#include <cmath>

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

namespace agreement {

using namespace Qt::StringLiterals;

inline double numberOf(const QJsonValue& v) {
    if (v == "NaN"_L1) return std::nan("");
    if (v == "Infinity"_L1) return HUGE_VAL;
    if (v == "-Infinity"_L1) return -HUGE_VAL;
    return v.toDouble(std::nan("1"));
}

inline bool isNumber(const QJsonValue& v) {
    return v.isDouble() || v == "NaN"_L1 || v == "Infinity"_L1 || v == "-Infinity"_L1;
}

// Whatever `expected` has is in `got`.
inline bool agrees(const QJsonValue& got, const QJsonValue& expected) {
    if (isNumber(expected)) {
        const double a = numberOf(got);
        const double b = numberOf(expected);
        return isNumber(got) && (a == b || (std::isnan(a) && std::isnan(b)) || std::abs(a - b) <= 1e-6 + 1e-5 * std::abs(b));
    }
    if (expected.isArray()) {
        const QJsonArray a = got.toArray();
        const QJsonArray b = expected.toArray();
        if (!got.isArray() || a.size() != b.size()) return false;
        for (qsizetype i = 0; i < b.size(); ++i) {
            if (!agrees(a[i], b[i])) return false;
        }
        return true;
    }
    if (expected.isObject()) {
        const QJsonObject b = expected.toObject();
        const QStringList keys = b.keys();
        return got.isObject() && std::all_of(keys.begin(), keys.end(), [&](const QString& k) { return agrees(got[k], b[k]); });
    }
    return got == expected;
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
    static const QRegularExpression kAddress(u"0x[0-9a-f]*"_s);
    static const QRegularExpression kNumber(u"[-+]?(?:\\d+\\.?\\d*(?:[eE][-+]?\\d+)?|\\.\\d+)"_s);
    static const QRegularExpression kSpaces(u" +"_s);
    a.replace(kAddress, u"0x"_s);
    b.replace(kAddress, u"0x"_s);
    if (a == b) return true;
    QStringList betweenA = a.split(kNumber);
    QStringList betweenB = b.split(kNumber);
    // A number that is -0.0000 on one side only moves the columns beside it.
    betweenA.replaceInStrings(kSpaces, u" "_s);
    betweenB.replaceInStrings(kSpaces, u" "_s);
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
