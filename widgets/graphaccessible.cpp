// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graphaccessible.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>
#include <QWindow>

#include "widgets/graphview.h"

namespace backstep {
namespace {

// Reads the view at the moment it is asked, so that it outlives steps and runs; beyond the last node it is invalid.
class AccessibleNode : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    AccessibleNode(GraphView* view, int index) : view_(view), index_(index) {}

    bool isValid() const override { return view_ != nullptr && index_ < view_->nodeCount(); }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return isValid() ? view_->window()->windowHandle() : nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(view_); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QString text(QAccessible::Text kind) const override {
        return isValid() && kind == QAccessible::Name ? view_->spokenName(index_) : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}

    QRect rect() const override {
        if (!isValid()) return {};
        const QRect inView = view_->nodeRect(index_).toAlignedRect();
        return {view_->mapToGlobal(inView.topLeft()), inView.size()};
    }
    QAccessible::State state() const override {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.focusable = state.selectable = true;
        state.selected = view_->focusIndex() == index_;
        state.focused = state.selected && view_->hasFocus();
        state.offscreen = !view_->nodeRect(index_).intersects(view_->rect());
        state.invisible = !view_->isVisible();
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString& name) override {
        if (!isValid()) return;
        if (name == pressAction()) view_->activateNode(index_);
        if (name != setFocusAction()) return;
        view_->setFocus(Qt::OtherFocusReason);
        view_->focusNode(index_);
    }
    QStringList keyBindingsForAction(const QString& name) const override {
        return name == pressAction() ? QStringList{QKeySequence(Qt::Key_Return).toString(QKeySequence::NativeText)} : QStringList();
    }

private:
    QPointer<GraphView> view_;
    int index_;
};

class AccessibleGraph : public QAccessibleWidget {
public:
    explicit AccessibleGraph(GraphView* view) : QAccessibleWidget(view, QAccessible::List), view_(view) {}
    ~AccessibleGraph() override {
        for (const QAccessible::Id id : children_) QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return view_->nodeCount(); }
    QAccessibleInterface* child(int index) const override {
        if (index < 0 || index >= childCount()) return nullptr;
        while (children_.size() <= index) {
            children_.append(QAccessible::registerAccessibleInterface(new AccessibleNode(view_, static_cast<int>(children_.size()))));
        }
        return QAccessible::accessibleInterface(children_[index]);
    }
    int indexOfChild(const QAccessibleInterface* child) const override {
        return static_cast<int>(children_.indexOf(QAccessible::uniqueId(const_cast<QAccessibleInterface*>(child))));
    }
    QAccessibleInterface* childAt(int x, int y) const override {
        return child(view_->indexAt(QPointF(view_->mapFromGlobal(QPoint(x, y)))));
    }
    QAccessibleInterface* focusChild() const override {
        if (!view_->hasFocus()) return nullptr;
        QAccessibleInterface* node = child(view_->focusIndex());
        return node != nullptr ? node : const_cast<AccessibleGraph*>(this);
    }

private:
    GraphView* view_;
    mutable QVector<QAccessible::Id> children_;  // made when they are asked for
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object) {
    auto* view = qobject_cast<GraphView*>(object);
    return view != nullptr ? new AccessibleGraph(view) : nullptr;
}

}  // namespace

void makeGraphsAccessible() {
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed)
}

}  // namespace backstep
