// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document.h"

#include <algorithm>
#include <limits>

#include "app/sessionfile.h"

namespace backstep {

SavedSession savedOf(const Document& document) {
    const SessionState& s = document.state;
    SavedSession saved;
    saved.kind = s.kind;
    saved.kindChosen = s.kindChosen;
    saved.text = s.text.toStdString();
    for (auto it = s.inputs.begin(); it != s.inputs.end(); ++it)
        saved.inputs[it.key().toStdString()] = {it->value, it->minimum, it->maximum};
    for (const LeafSetting& l : s.leaves) saved.leaves.push_back({l.begin, l.end, l.occurrence, {l.values.begin(), l.values.end()}});
    saved.plotOver = s.plotOver.toStdString();
    saved.plotFrom = s.plotFrom;
    saved.plotTo = s.plotTo;
    saved.plotOrder = s.plotOrder;
    saved.mode = s.mode;
    saved.seedInput = s.seedInput.toStdString();
    saved.direction = s.direction;
    saved.showConstants = s.showConstants;
    saved.graphOrder = s.graphOrder;
    saved.folds = s.folds;
    saved.step = static_cast<std::uint64_t>(std::max(0, document.step.value_or(0)));
    saved.more = s.more.toStdString();
    return saved;
}

QByteArray documentText(const Document& document) { return QByteArray::fromStdString(sessionJson(savedOf(document))); }

bool isDocument(const QByteArray& bytes) { return looksLikeSession(bytes); }

ReadDocument readDocument(const QByteArray& bytes) {
    SessionRead read = readSession(bytes);
    if (!read.session) return {{}, read.fault, {}};
    const SavedSession& saved = *read.session;
    Document document;
    SessionState& s = document.state;
    s.kind = saved.kind;
    s.kindChosen = saved.kindChosen;
    s.text = QString::fromStdString(saved.text);
    for (const auto& [name, input] : saved.inputs) s.inputs[QString::fromStdString(name)] = {input.value, input.minimum, input.maximum};
    for (const SavedLeaf& l : saved.leaves)
        s.leaves.append({l.begin, l.end, l.occurrence, QVector<double>(l.values.begin(), l.values.end())});
    s.plotOver = QString::fromStdString(saved.plotOver);
    s.plotFrom = saved.plotFrom;
    s.plotTo = saved.plotTo;
    s.plotOrder = std::max(1, saved.plotOrder);
    s.mode = saved.mode;
    s.seedInput = QString::fromStdString(saved.seedInput);
    s.direction = saved.direction;
    s.showConstants = saved.showConstants;
    s.graphOrder = saved.graphOrder;
    s.folds = saved.folds;
    s.more = QString::fromStdString(saved.more);
    document.step = static_cast<int>(std::min<std::uint64_t>(saved.step, std::numeric_limits<int>::max()));
    return {document, {}, read.warnings};
}

}  // namespace backstep
