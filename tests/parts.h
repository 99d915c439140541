// SPDX-License-Identifier: GPL-3.0-or-later
// A program that prints many parts, each after a line "# what it is about", against what PyTorch printed for it.
#pragma once

#include <cmath>

#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QString>

#include "engine/run/program.h"

namespace parts {

inline QString textOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("no such file: %s", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

inline QMap<QString, QString> partsOf(const QString& output) {
    QMap<QString, QString> parts;
    QString title;
    for (const QString& line : output.split(u'\n')) {
        if (line.startsWith(u"# ")) title = line.mid(2);
        else if (!title.isEmpty()) parts[title] += line + u'\n';
    }
    return parts;
}

// What the program prints, and how it ends.
inline QString outputOf(const QString& path) {
    const backstep::Source source(textOf(path).toStdString(), path.toStdString());
    backstep::ProgramOptions options;
    options.limits.outputLines = 100'000;
    options.limits.outputBytes = 16 << 20;
    options.limits.steps = 100'000'000;
    const backstep::ProgramRun run = backstep::runProgram(source, backstep::parsePython(source), options);
    QString output = QString::fromStdString(run.report.output);
    if (run.report.error) output += QString::fromStdString(run.report.error->type + ": " + run.report.error->message + "\n");
    return output;
}

inline bool isNear(double actual, double expected, double relative) {
    if (std::isnan(expected)) return std::isnan(actual);
    if (std::isinf(expected)) return actual == expected;
    return std::fabs(actual - expected) <= relative * std::fabs(expected) + 2e-6;
}

// Word by word; numbers may differ by what a vectorised library's float functions do, times a cancellation.
inline bool isSame(const QString& actual, const QString& expected) {
    if (actual == expected) return true;
    static const QRegularExpression kGaps(QStringLiteral("[\\s\\[\\]]+"));
    const QStringList a = actual.split(kGaps);
    const QStringList b = expected.split(kGaps);
    if (a.size() != b.size()) return false;
    for (qsizetype i = 0; i < a.size(); ++i) {
        bool isNumber = false;
        bool alsoNumber = false;
        const double x = a[i].toDouble(&isNumber);
        const double y = b[i].toDouble(&alsoNumber);
        if (a[i] != b[i] && !(isNumber && alsoNumber && isNear(x, y, 3e-4))) return false;
    }
    return true;
}

}  // namespace parts
