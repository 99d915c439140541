// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/domainwords.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace backstep {
namespace {

struct DomainWords {
    Q_DECLARE_TR_FUNCTIONS(DomainWords)

public:
    // Those whose condition says less than a sentence of its own; empty for the others.
    static QString special(const QString& op, const QString& value) {
        if (op == QLatin1String("div")) return tr("Division by 0 here.");
        if (op == QLatin1String("mod") || op == QLatin1String("fmod"))
            return tr("%1 is a division: its second argument is 0 here.").arg(op);
        if (op == QLatin1String("log_base"))
            return tr("log is not defined for %1: it is real only for a positive number, to a base that is positive and not 1.").arg(value);
        if (op == QLatin1String("pow") && (value == QLatin1String("0") || value == QStringLiteral("−0")))
            return tr("0 to a negative power is a division by 0.");
        if (op == QLatin1String("pow")) return tr("A power of %1 is real only where the exponent is a whole number.").arg(value);
        if (op.endsWith(QLatin1String("gamma"))) return tr("%1 is not defined at %2: it has poles at 0, −1, −2, …").arg(op, value);
        return {};
    }
    static QString general(const QString& op, const QString& value, const QString& where) {
        return where.contains(QChar(0x2260)) ? tr("%1 is not defined at %2: it is defined only where %3.").arg(op, value, where)
                                             : tr("%1 is not defined at %2: it is real only for %3.").arg(op, value, where);
    }
};

}  // namespace

QString conditionAsMathematics(const QString& condition) {
    static const QRegularExpression between(QStringLiteral(R"(^a (>=?) (\S+) && a (<=?) (\S+)$)"));
    static const QRegularExpression operand(QStringLiteral(R"(\ba\b)"));
    QString text = condition;
    if (const auto match = between.match(text); match.hasMatch()) {
        text = match.captured(2) + QLatin1Char(' ') + match.captured(1).replace(QLatin1Char('>'), QLatin1Char('<')) +
               QStringLiteral(" a ") + match.captured(3) + QLatin1Char(' ') + match.captured(4);
    }
    text.replace(QLatin1String("std::cos(a)"), QLatin1String("cos a")).replace(QLatin1String("std::sin(a)"), QLatin1String("sin a"));
    text.replace(QLatin1String(">="), QStringLiteral("≥")).replace(QLatin1String("<="), QStringLiteral("≤"));
    text.replace(QLatin1String("!="), QStringLiteral("≠")).replace(QLatin1Char('-'), QChar(0x2212));
    return text.replace(operand, QStringLiteral("x"));
}

QString outsideDomain(const QString& op, const QString& value, const QString& condition) {
    const QString special = DomainWords::special(op, value);
    return special.isEmpty() ? DomainWords::general(op, value, conditionAsMathematics(condition)) : special;
}

}  // namespace backstep
