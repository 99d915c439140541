// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tapetext.h"

#include <array>

#include <QStringList>

#include "widgets/tapemodel.h"

namespace backstep {
namespace {

QString cell(const TapeModel& model, int row, int column, int role) {
    return row < 0 ? model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() : model.index(row, column).data(role).toString();
}

QString csvField(const QString& text) {
    const bool plain =
        !text.contains(QLatin1Char('"')) && !text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('\n')) && text.trimmed() == text;
    return plain ? text : QLatin1Char('"') + QString(text).replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

QString latexEscaped(const QString& text) {
    QString out;
    for (const QChar c : text) {
        if (c == QLatin1Char('\\')) out += QStringLiteral("\\textbackslash{}");
        else if (c == QLatin1Char('~')) out += QStringLiteral("\\textasciitilde{}");
        else if (c == QLatin1Char('^')) out += QStringLiteral("\\textasciicircum{}");
        else if (QStringLiteral("&%$#_{}").contains(c)) out += QLatin1Char('\\') + QString(c);
        else out += c;
    }
    return out;
}

// Characters as they stand side by side: a combining mark and the letter before it are one.
qsizetype lengthOf(const QString& text) {
    qsizetype length = 0;
    for (const QChar c : text) length += !c.isMark() && !c.isLowSurrogate();
    return length;
}

}  // namespace

QString tapeAsText(const TapeModel& model) {
    std::array<qsizetype, TapeModel::ColumnCount> widths{};
    for (int row = -1; row < model.rowCount(); ++row) {
        for (std::size_t c = 0; c < widths.size(); ++c) {
            widths[c] = qMax(widths[c], lengthOf(cell(model, row, static_cast<int>(c), Qt::DisplayRole)));
        }
    }
    QString out;
    for (int row = -1; row < model.rowCount(); ++row) {
        QString line;
        for (std::size_t c = 0; c < widths.size(); ++c) {
            const QString text = cell(model, row, static_cast<int>(c), Qt::DisplayRole);
            const QString padding(widths[c] - lengthOf(text), QLatin1Char(' '));
            if (c > 0) line += QStringLiteral("  ");
            line += c >= TapeModel::Value ? padding + text : text + padding;
        }
        out += line + QLatin1Char('\n');
    }
    return out;
}

QString tapeAsCsv(const TapeModel& model) {
    QString out;
    for (int row = -1; row < model.rowCount(); ++row) {
        QStringList fields;
        for (int c = 0; c < TapeModel::ColumnCount; ++c) fields.append(csvField(cell(model, row, c, TapeModel::ExactRole)));
        out += fields.join(QLatin1Char(',')) + QLatin1Char('\n');
    }
    return out;
}

QString tapeAsLatex(const TapeModel& model) {
    QString out = QStringLiteral("\\begin{tabular}{llrr}\n\\hline\n");
    for (int row = -1; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int c = 0; c < TapeModel::ColumnCount; ++c) {
            const QString text = cell(model, row, c, TapeModel::LatexRole);
            cells.append(row < 0 ? latexEscaped(text) : text);
        }
        out += cells.join(QStringLiteral(" & ")) + QStringLiteral(" \\\\\n");
        if (row < 0) out += QStringLiteral("\\hline\n");
    }
    return out + QStringLiteral("\\hline\n\\end{tabular}\n");
}

}  // namespace backstep
