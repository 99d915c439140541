// SPDX-License-Identifier: GPL-3.0-or-later
// The names that a program may use, as the interpreter itself lists them; with a line of help where there is one.
#pragma once

#include <thread>

#include <QObject>
#include <QSet>
#include <QStringList>

#include "widgets/completionpopup.h"

namespace backstep {

class ProgramCompletions : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // Asks the interpreter, once, in a thread of its own.
    void prepare();
    [[nodiscard]] bool isReady() const { return !names_.isEmpty(); }
    // With the program's own names.
    [[nodiscard]] QVector<Completion> withNames(const QStringList& own) const;

signals:
    void ready();

private:
    QStringList names_;
    // With their help, in the language that the help of a program's own name is in.
    mutable QVector<Completion> named_;
    mutable QSet<QString> known_;
    mutable QString language_;
    std::jthread thread_;
    bool asked_ = false;
};

}  // namespace backstep
