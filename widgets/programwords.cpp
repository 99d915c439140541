// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/programwords.h"

#include <QCoreApplication>

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProgramWords)
};

}  // namespace

QString headline(const ProgramError& error) {
    const QString message = QString::fromStdString(error.message);
    if (error.type == "Unsupported") return Words::tr("Backstep does not support %1.").arg(message);
    if (error.type == "Limit") return message.isEmpty() ? Words::tr("A limit was reached.") : Words::tr("A limit was reached: %1.").arg(message);
    if (error.type == "Interrupted") return Words::tr("The run was stopped.");
    return QString::fromStdString(error.type) + (message.isEmpty() ? QString() : QStringLiteral(": ") + message);
}

QString explanation(const ProgramError& error) {
    if (error.type == "Unsupported" && !error.hint.empty()) return Words::tr("Nearest: %1.").arg(QString::fromStdString(error.hint));
    return {};
}

QString unseededNote() {
    return Words::tr("note: Random numbers were drawn without a seed; a fixed one was used, so that every run is alike. torch.manual_seed(0) chooses one.");
}

}  // namespace backstep
