// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/repairwords.h"

#include <QCoreApplication>

#include <algorithm>

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
    switch (kind) {
        case RepairKind::Prompt: return Words::tr("%n prompt(s) such as %1", nullptr, n).arg(a);
        case RepairKind::Output: return Words::tr("%n piece(s) of output between the code", nullptr, n);
        case RepairKind::Fence: return Words::tr("%n mark(s) of a code block such as %1", nullptr, n).arg(a);
        case RepairKind::Prose: return Words::tr("%n piece(s) of text around the code", nullptr, n);
        case RepairKind::Entity: return Words::tr("%n HTML entity(ies) such as %1", nullptr, n).arg(a);
        case RepairKind::Tag: return Words::tr("%n HTML tag(s) such as %1", nullptr, n).arg(a);
        case RepairKind::Quote: return Words::tr("%n curly quote(s) such as %1", nullptr, n).arg(a);
        case RepairKind::FullWidth: return Words::tr("%n full-width sign(s) such as %1", nullptr, n).arg(a);
        case RepairKind::Sign: return Words::tr("%n typographic sign(s) such as %1", nullptr, n).arg(a);
        case RepairKind::Space: return Words::tr("%n special space(s) (%1)", nullptr, n).arg(a);
        case RepairKind::LineBreak: return Words::tr("%n special line break(s) (%1)", nullptr, n).arg(a);
        case RepairKind::Invisible: return Words::tr("%n invisible character(s) (%1)", nullptr, n).arg(a);
        case RepairKind::LineNumber: return Words::tr("%n line number(s)", nullptr, n);
        case RepairKind::Tab: return Words::tr("tabs mixed with spaces in %n line(s)", nullptr, n);
        case RepairKind::Indentation: return Words::tr("lost indentation in %n line(s)", nullptr, n);
        case RepairKind::Help: return Words::tr("%n call(s) for help such as %1", nullptr, n).arg(a);
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
        case RepairKind::Tab: return Words::tr("Tabs became spaces.");
        case RepairKind::Indentation: return Words::tr("Lost indentation was put back.");
        case RepairKind::Help: return Words::tr("The call for help, “%1”, was removed.").arg(a);
    }
    return {};
}

QString doubtSentence(const Repair& repair) {
    if (repair.kind == RepairKind::Tab) return Words::tr("Tabs and spaces are mixed, and how wide a tab was cannot be told. Indent these lines with spaces.");
    if (repair.kind == RepairKind::Indentation) return Words::tr("Indentation was lost, and which lines belong to the block cannot be told. Indent them by four spaces.");
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
    offer.title = offer.found.isEmpty() ? Words::tr("This paste is damaged.") : Words::tr("This looks pasted: %1.").arg(offer.found.join(Words::tr(", ")));
    offer.preview = repairedLines(source, repaired);
    offer.text = repaired.text;
    offer.whole = repaired.whole;
    return offer;
}

}  // namespace backstep
