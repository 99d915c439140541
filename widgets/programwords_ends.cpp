// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "widgets/programwords_parts.h"

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProgramWords)
};

}  // namespace

QString shapeWords(const ErrorExplanation&) { return {}; }
QString numberWords(const ErrorExplanation&) { return {}; }
QString nameWords(const ErrorExplanation&) { return {}; }
QString callWords(const ErrorExplanation&) { return {}; }
QString operationWords(const ErrorExplanation&) { return {}; }
QString syntaxWords(const ErrorExplanation&) { return {}; }
QString endWords(const ErrorExplanation& e) {
    Sentences s(e);
    if (e.kind == ExplanationKind::NotSupported) return s.say({Words::tr("Nearest: {nearest}."), QString()}).text();
    return {};
}

}  // namespace backstep
