// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checkwords.h"

#include <QCoreApplication>

#include "engine/base/numbers.h"
#include "widgets/punctuation.h"

namespace backstep {
namespace {

struct CheckWords {
    Q_DECLARE_TR_FUNCTIONS(CheckWords)

public:
    static QString number(double value) { return QString::fromStdString(significant(value, 7)); }

    static QString forward(const GradientCheck& check) {
        if (check.forwardVerdict == Verdict::Agrees) return tr("Forward mode agrees.");
        return check.forwardVerdict == Verdict::Differs
                   ? tr("Forward mode gives %1, which differs.").arg(number(check.forward))
                   : tr("Forward mode gives %1: no finite number to compare.").arg(number(check.forward));
    }
    static QString difference(const GradientCheck& check) {
        if (check.differenceVerdict == Verdict::Agrees) return tr("Differences agree.");
        return check.differenceVerdict == Verdict::Differs ? tr("Differences give %1, which differs.").arg(number(check.difference))
                                                           : tr("Differences do not settle here (a kink, a pole or an edge is near).");
    }
};

}  // namespace

QString sentence(const LeafCheck& check) {
    if (check.verdict == Verdict::Agrees) return CheckWords::tr("Differences agree.");
    if (check.verdict == Verdict::NoVerdict)
        return CheckWords::tr("Differences do not settle here (a kink, a pole, another path or few digits).");
    return CheckWords::tr("Differences give %1, which differs. What a program detaches, or reads with item(), is no part of its gradient.")
        .arg(CheckWords::number(check.difference));
}

QString numbersLeft(std::size_t count) { return CheckWords::tr("%n more number(s) were not checked.", nullptr, static_cast<int>(count)); }

QString sentence(const GradientCheck& check) { return sentencesOf({CheckWords::forward(check), CheckWords::difference(check)}); }

}  // namespace backstep
