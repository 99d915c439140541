// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/accessiblerange.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QVariant>
#include <QWidget>

namespace backstep {
namespace {

class AccessibleRange : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    AccessibleRange(QWidget* widget, SpokenRange* range) : QAccessibleWidget(widget, QAccessible::Slider), range_(range) {}

    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::ValueInterface) return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text kind) const override {
        return kind == QAccessible::Value ? range_->spokenText() : QAccessibleWidget::text(kind);
    }
    QVariant currentValue() const override { return range_->spokenValue(); }
    void setCurrentValue(const QVariant& value) override { range_->speakValue(value.toDouble()); }
    QVariant maximumValue() const override { return range_->spokenMaximum(); }
    QVariant minimumValue() const override { return range_->spokenMinimum(); }
    QVariant minimumStepSize() const override { return range_->spokenStep(); }

private:
    SpokenRange* range_;
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object) {
    auto* widget = qobject_cast<QWidget*>(object);
    auto* range = dynamic_cast<SpokenRange*>(object);
    return widget != nullptr && range != nullptr ? new AccessibleRange(widget, range) : nullptr;
}

}  // namespace

void makeRangesAccessible() {
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed)
}

}  // namespace backstep
