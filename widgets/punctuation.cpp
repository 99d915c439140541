// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/punctuation.h"

#include <QCoreApplication>

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Punctuation)
};

}  // namespace

// Chinese sets no space after its full stop, but a line may break there: a space of no width.
QString sentencesOf(const QStringList& sentences) { return sentences.join(Words::tr(" ", "between two sentences")); }

QString listOf(const QStringList& names) { return names.join(Words::tr(", ", "between the members of a list")); }

}  // namespace backstep
