// SPDX-License-Identifier: GPL-3.0-or-later
// One line of help for the names of Python and torch that a first program uses.
#pragma once

#include <QHash>
#include <QString>

namespace backstep {

class ProgramHelp {
public:
    ProgramHelp();  // in the language of this moment
    // By the name as it is offered: "torch.tensor", ".backward", "print". Empty for a name without one.
    [[nodiscard]] QString of(const QString& name) const;
    [[nodiscard]] static QString ofOwnName();  // of a name that the program gives itself

private:
    QHash<QString, QString> whole_, last_;
};

}  // namespace backstep
