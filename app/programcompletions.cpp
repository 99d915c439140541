// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programcompletions.h"

#include <QSet>

#include "engine/run/program.h"
#include "engine/text/pylexer.h"
#include "widgets/programhelp.h"

namespace backstep {
namespace {

// What is listed is what the interpreter has: there is no second list that could disagree. A name without a dot before
// its own stands by itself; one that begins with a dot is a method or an attribute of a tensor.
constexpr const char* kQuestion = R"(
import builtins
import math
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from matplotlib import pyplot as plt


def names(prefix, thing):
    for name in dir(thing):
        if name[0] != "_":
            print(prefix + name)


names("torch.", torch)
names("torch.autograd.", torch.autograd)
names("torch.optim.", torch.optim)
names("nn.", nn)
names("F.", F)
names("np.", np)
names("math.", math)
names("plt.", plt)
names(".", torch.tensor(1.0))
names("", builtins)
)";

QStringList listed() {
    const Source source(kQuestion, "names");
    ProgramOptions options;
    options.limits.outputLines = 10'000;
    const ProgramRun run = runProgram(source, parsePython(source), options);
    return QString::fromStdString(run.report.output).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

}  // namespace

void ProgramCompletions::prepare() {
    if (asked_) return;
    asked_ = true;
    thread_ = std::jthread([this] {
        QMetaObject::invokeMethod(this, [this, names = listed()] {
            names_ = names;
            for (int kind = static_cast<int>(PyKind::False); kind <= static_cast<int>(PyKind::Yield); ++kind) {
                const std::string_view word = spellingOf(static_cast<PyKind>(kind));
                names_.append(QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())));
            }
            names_.removeDuplicates();
            language_.clear();
            emit ready();
        });
    });
}

QVector<Completion> ProgramCompletions::withNames(const QStringList& own) const {
    const QString ownHelp = ProgramHelp::ofOwnName();
    if (language_ != ownHelp) {  // said anew when the language changes
        language_ = ownHelp;
        const ProgramHelp help;
        known_ = QSet<QString>(names_.begin(), names_.end());
        named_.clear();
        for (const QString& name : names_) named_.append({name, {}, help.of(name)});
    }
    QVector<Completion> all = named_;
    for (const QString& name : own) {
        if (!known_.contains(name)) all.append({name, {}, ownHelp});
    }
    return all;
}

}  // namespace backstep
