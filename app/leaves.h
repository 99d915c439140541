// SPDX-License-Identifier: GPL-3.0-or-later
// The leaves of a program as inputs: a row for each number, values that differ from the text, and writing those into it.
#pragma once

#include <optional>

#include <QMap>
#include <QStringList>

#include "app/session.h"

namespace backstep {

struct LeafRow {
    LeafKey key;
    std::size_t element = 0;
    QString name;  // x, or x[2], or W[0, 1]; x (2) where two leaves have one name
    double value = 0;
    bool differs = false;  // from the text
    QString whole;         // the name of a leaf too large for rows, one of whose numbers this is
};

// Scalars, the elements of small tensors, and one number of each larger one, as far as a person can overlook them. Which
// number of a larger one: `picks`, by its name; the first where it says nothing.
using ElementPicks = QMap<QString, std::size_t>;
[[nodiscard]] QVector<LeafRow> leafRows(const ProgramReport& report, const QVector<LeafSetting>& settings, const ElementPicks& picks = {});
[[nodiscard]] const LeafRow* rowNamed(const QVector<LeafRow>& rows, const QString& name);
[[nodiscard]] const LeafRow* rowOf(const QVector<LeafRow>& rows, const LeafKey& key, std::size_t element);

// "x", "w[1]", "W[0, 1]", "x (2)": also of leaves that are too large for rows. Nothing where there is no such number.
struct LeafPlace {
    LeafKey key;
    std::size_t element = 0;
};
[[nodiscard]] std::optional<LeafPlace> leafNamed(const ProgramReport& report, const QString& name);
[[nodiscard]] QStringList leafNames(const ProgramReport& report);  // whole leaves, for a message

// One number set; the others of the leaf stay as they are. Nothing changes where there is no such leaf.
[[nodiscard]] QVector<LeafSetting> withLeafValue(QVector<LeafSetting> settings, const ProgramReport& report, const LeafPlace& place,
                                                 double value);

// After an edit of the text: what was made before or after it moves along, what was made inside it is gone.
[[nodiscard]] QVector<LeafSetting> movedLeaves(const QVector<LeafSetting>& settings, const QString& before, const QString& after);

[[nodiscard]] std::vector<LeafOverride> overridesOf(const QVector<LeafSetting>& settings);
[[nodiscard]] bool sameOverrides(const std::vector<LeafOverride>& a, const std::vector<LeafOverride>& b);

// The program's text with those of these numbers in it that stand there as numbers, and the others at their new places.
// Nothing where none of them does.
struct WrittenLeaves {
    QString text;
    QVector<LeafSetting> left;
};
[[nodiscard]] std::optional<WrittenLeaves> textWithLeaves(const Snapshot& run, const QVector<LeafSetting>& settings);

}  // namespace backstep
