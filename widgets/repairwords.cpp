// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/repairwords.h"

#include <algorithm>

#include <QCoreApplication>

#include "widgets/punctuation.h"

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RepairWords)
};

QString argument(const Repair& repair, std::size_t number) {
    if (number >= repair.arguments.size()) return {};
    QString text = QString::fromStdString(repair.arguments[number]).trimmed();
    if (text.size() > 48) text = text.left(45) + QStringLiteral("…");
    return text;
}

// A kind of damage and how often it was found; the first of them as an example.
QString counted(RepairKind kind, int n, const Repair& first) {
    const QString a = argument(first, 0);
    const auto many = [n](const QString& what) { return Words::tr("%1 (%2)").arg(what).arg(n); };
    switch (kind) {
        case RepairKind::Prompt: return many(Words::tr("prompts such as %1").arg(a));
        case RepairKind::Output: return many(Words::tr("output between the code"));
        case RepairKind::Fence: return many(Words::tr("marks of a code block such as %1").arg(a));
        case RepairKind::Prose: return many(Words::tr("text around the code"));
        case RepairKind::Entity: return many(Words::tr("HTML entities such as %1").arg(a));
        case RepairKind::Tag: return many(Words::tr("HTML tags such as %1").arg(a));
        case RepairKind::Quote: return many(Words::tr("curly quotes such as %1").arg(a));
        case RepairKind::FullWidth: return many(Words::tr("full-width signs such as %1").arg(a));
        case RepairKind::Sign: return many(Words::tr("typographic signs such as %1").arg(a));
        case RepairKind::Space: return many(Words::tr("special spaces, %1").arg(a));
        case RepairKind::LineBreak: return many(Words::tr("special line breaks, %1").arg(a));
        case RepairKind::Invisible: return many(Words::tr("invisible characters, %1").arg(a));
        case RepairKind::LineNumber: return many(Words::tr("line numbers"));
        case RepairKind::Mark: return many(Words::tr("marks of a quotation or a diff such as %1").arg(a));
        case RepairKind::Tab: return many(Words::tr("tabs mixed with spaces"));
        case RepairKind::Indentation: return many(Words::tr("lost indentation"));
        case RepairKind::Help: return many(Words::tr("calls for help such as %1").arg(a));
    }
    return {};
}

}  // namespace

QString repairSentence(const Repair& repair) {
    const QString a = argument(repair, 0);
    const QString b = argument(repair, 1);
    switch (repair.kind) {
        case RepairKind::Prompt: return Words::tr("The prompt “%1” is no part of the program and was removed.").arg(a);
        case RepairKind::Output: return Words::tr("Output, “%1”, was removed.").arg(a);
        case RepairKind::Fence: return Words::tr("The mark of a code block, “%1”, was removed.").arg(a);
        case RepairKind::Prose: return Words::tr("Text around the code, “%1”, was removed.").arg(a);
        case RepairKind::Entity: return Words::tr("The HTML entity %1 stands for “%2”.").arg(a, b);
        case RepairKind::Tag: return Words::tr("The HTML tag %1 was removed.").arg(a);
        case RepairKind::Quote: return Words::tr("The curly quote %1 became %2.").arg(a, b);
        case RepairKind::FullWidth: return Words::tr("The full-width sign %1 became %2.").arg(a, b);
        case RepairKind::Sign: return Words::tr("The sign %1 became %2.").arg(a, b);
        case RepairKind::Space: return Words::tr("A special space (%1) became an ordinary one.").arg(a);
        case RepairKind::LineBreak: return Words::tr("A special line break (%1) became an ordinary one.").arg(a);
        case RepairKind::Invisible: return Words::tr("An invisible character (%1) was removed.").arg(a);
        case RepairKind::LineNumber: return Words::tr("The line number %1 was removed.").arg(a);
        case RepairKind::Mark: return Words::tr("The mark “%1” of a quotation or a diff was removed.").arg(a);
        case RepairKind::Tab: return Words::tr("Tabs became spaces.");
        case RepairKind::Indentation: return Words::tr("Lost indentation was put back.");
        case RepairKind::Help: return Words::tr("The call for help, “%1”, was removed.").arg(a);
    }
    return {};
}

QString doubtSentence(const Repair& repair) {
    if (repair.kind == RepairKind::Tab)
        return Words::tr("Tabs and spaces are mixed, and how wide a tab was cannot be told. Indent these lines with spaces.");
    if (repair.kind == RepairKind::Indentation)
        return Words::tr("Indentation was lost, and which lines belong to the block cannot be told. Indent them by four spaces.");
    return {};
}

std::optional<RepairOffer> repairOffer(const Source& source) { return repairOffer(source, repair(source)); }

std::optional<RepairOffer> repairOffer(const Source& source, const Repaired& repaired) {
    if (repaired.repairs.empty() && repaired.doubtful.empty()) return {};
    RepairOffer offer;
    std::vector<RepairKind> kinds;
    for (const Repair& r : repaired.repairs) {
        if (std::find(kinds.begin(), kinds.end(), r.kind) == kinds.end()) kinds.push_back(r.kind);
    }
    for (const RepairKind kind : kinds) {
        const auto of = [&](const Repair& r) { return r.kind == kind; };
        const auto first = std::find_if(repaired.repairs.begin(), repaired.repairs.end(), of);
        const auto n = std::count_if(repaired.repairs.begin(), repaired.repairs.end(), of);
        offer.found << counted(kind, static_cast<int>(n), *first);
    }
    for (const Repair& r : repaired.doubtful) offer.doubts << doubtSentence(r);
    offer.title =
        offer.found.isEmpty() ? Words::tr("This paste is damaged.") : Words::tr("This looks pasted: %1.").arg(listOf(offer.found));
    offer.preview = repairedLines(source, repaired);
    offer.text = repaired.text;
    offer.whole = repaired.whole;
    return offer;
}

}  // namespace backstep
