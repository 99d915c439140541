// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/formlabels.h"

#include <QFormLayout>
#include <QWidget>

namespace backstep {

void centreLabels(const QFormLayout& form) {
    for (int row = 0; row < form.rowCount(); ++row) {
        const QLayoutItem* label = form.itemAt(row, QFormLayout::LabelRole);
        const QLayoutItem* field = form.itemAt(row, QFormLayout::FieldRole);
        if (label == nullptr || field == nullptr || label->widget() == nullptr || field->widget() == nullptr) continue;
        field->widget()->ensurePolished();
        label->widget()->setMinimumHeight(field->widget()->sizeHint().height());
    }
}

}  // namespace backstep
