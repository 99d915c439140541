// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programfaults.h"

#include <QCoreApplication>

#include "widgets/outputtext.h"
#include "widgets/phrases.h"
#include "widgets/programwords.h"
#include "widgets/textpositions.h"

namespace backstep {
namespace {

constexpr int kMost = 100;     // underlines of one kind
constexpr int kLongest = 180;  // characters under the editor; the output has all

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProgramFaults)
};

QString textLimit(const TextLimit& limit) {
    switch (limit.kind) {
        case TextLimit::Kind::Text: return Words::tr("The program is longer than %1 bytes.").arg(limit.limit);
        case TextLimit::Kind::Line: return Words::tr("This line is longer than %1 characters.").arg(limit.limit);
        case TextLimit::Kind::Tree: return Words::tr("This expression is nested deeper than %1.").arg(limit.limit);
    }
    return {};
}

QString messageOf(const Snapshot& snapshot, const ProgramError& error) {
    if (snapshot.program.limit) return textLimit(*snapshot.program.limit);
    return escaped(headline(error).toStdString());
}

QString withLine(const QString& text, std::uint32_t line) { return line == 0 ? text : Words::tr("Line %1: %2").arg(line).arg(text); }

// Cut between two words, and it is seen that it goes on.
QString shortened(const QString& text) {
    if (text.size() <= kLongest) return text;
    const qsizetype space = text.lastIndexOf(QLatin1Char(' '), kLongest);
    return text.left(space > kLongest / 2 ? space : kLongest) + QStringLiteral("…");
}

// A statement over several lines is underlined where it begins, and a place without text under its neighbour.
EditorRange placeOf(const Source& source, const TextPositions& positions, Span span) {
    const std::string_view text = source.slice(span);
    if (const std::size_t end = text.find('\n'); end != std::string_view::npos) span.end = span.begin + static_cast<std::uint32_t>(end);
    EditorRange range = positions.toEditor(span);
    if (range.length == 0) range.length = 1;
    return range;
}

}  // namespace

ProgramFaults programFaults(const Snapshot& s) {
    ProgramFaults found;
    const TextPositions positions(s.source.text());
    const auto add = [&](Span span, bool isError, const QString& message) {
        const EditorRange range = placeOf(s.source, positions, span);
        found.faults.append({range.start, range.length, isError, message});
    };
    if (s.report && s.report->error) {
        const ProgramError* error = &*s.report->error;
        const QString message = messageOf(s, *error);
        if (error->line > 0) add(error->span, error->type != "Interrupted", message);
        found.isError = error->type != "Interrupted";
        found.message = shortened(withLine(message, error->line));
    }
    for (const UnsupportedSyntax& thing : s.program.unsupported) {
        if (found.faults.size() >= kMost) break;
        const QString message = Words::tr("Backstep does not support %1.").arg(QString::fromStdString(thing.what));
        add(thing.span, false, message);
        if (found.message.isEmpty()) found.message = withLine(message, s.source.placeOf(thing.span.begin).line);
    }
    for (const SyntaxWarning& warning : s.program.warnings) {
        if (found.faults.size() >= kMost) break;
        add(warning.span, false, QString::fromStdString(warning.message));
        if (found.message.isEmpty()) found.message = withLine(QString::fromStdString(warning.message), warning.line);
    }
    return found;
}

}  // namespace backstep
