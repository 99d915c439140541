// SPDX-License-Identifier: GPL-3.0-or-later
// The window as a screen reader and a keyboard meet it: names, roles, the order of reading, the graph as a list of nodes.
#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QMenuBar>
#include <QSet>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "app/exercisefiles.h"
#include "app/exercises.h"
#include "app/exportdialog.h"
#include "app/mainwindow.h"
#include "app/preferences.h"
#include "widgets/graphview.h"

using namespace backstep;

namespace {

// Roles of what one can do something with; each must say what it is.
bool mustHaveName(QAccessible::Role role) {
    static const QSet<int> roles{QAccessible::PushButton, QAccessible::CheckBox, QAccessible::RadioButton,  QAccessible::ComboBox,
                                 QAccessible::Slider,     QAccessible::SpinBox,  QAccessible::EditableText, QAccessible::List,
                                 QAccessible::ListItem,   QAccessible::Table,    QAccessible::Tree,         QAccessible::MenuItem,
                                 QAccessible::PopupMenu,  QAccessible::PageTab,  QAccessible::ButtonMenu,   QAccessible::ButtonDropDown,
                                 QAccessible::Chart,      QAccessible::Graphic,  QAccessible::ProgressBar};
    return roles.contains(role);
}

QString whereIs(const QAccessibleInterface* interface, const QString& path) {
    const QObject* object = interface->object();
    return path + QLatin1Char('/') +
           (object == nullptr ? QString::number(static_cast<int>(interface->role()))
                              : QString::fromLatin1(object->metaObject()->className()) + QLatin1Char(':') + object->objectName());
}

void findNameless(QAccessibleInterface* interface, const QString& path, QStringList& found, int depth = 0) {
    if (interface == nullptr || !interface->isValid() || interface->state().invisible || depth > 14) return;
    const QString here = whereIs(interface, path);
    // The button and the list within a combo box, and the scroll bars, are Qt's and speak by their owner.
    const bool inner =
        path.contains(QLatin1String("QComboBox")) || here.contains(QLatin1String("QScrollBar")) || here.contains(QLatin1String("qt_"));
    if (!inner && mustHaveName(interface->role()) && interface->text(QAccessible::Name).trimmed().isEmpty())
        found.append(here + QStringLiteral(" has no name"));
    // What only scrolls has no role of its own in Qt, but a name.
    const bool roleless = interface->role() == QAccessible::NoRole ||
                          (interface->role() == QAccessible::Client && interface->text(QAccessible::Name).isEmpty());
    if (!inner && interface->state().focusable && roleless) found.append(here + QStringLiteral(" takes the focus and has no role"));
    for (int i = 0; i < interface->childCount(); ++i) findNameless(interface->child(i), here, found, depth + 1);
}

QStringList nameless(QWidget* root) {
    QStringList found;
    findNameless(QAccessible::queryAccessibleInterface(root), QString(), found);
    return found;
}

}  // namespace

class TestAccessible : public QObject {
    Q_OBJECT

    std::unique_ptr<MainWindow> window_;
    QTemporaryDir folder_;

    [[nodiscard]] bool settled() const {
        return QTest::qWaitFor([this] { return window_->isSettled() && !window_->exercises()->busy(); }, 20000);
    }

    // The pane that a control lies in.
    [[nodiscard]] QString paneOf(const QWidget* widget) const {
        for (; widget != nullptr && widget != window_.get(); widget = widget->parentWidget()) {
            if (qobject_cast<const QDockWidget*>(widget) != nullptr || widget == window_->centralWidget() ||
                widget->objectName() == QLatin1String("timelineBar") || widget->objectName() == QLatin1String("mode"))
                return widget->objectName();
        }
        return {};
    }

private slots:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
        QAccessible::setActive(true);
        applyAppearance(*qApp, AppearanceMode::light);
    }
    void init() {
        window_ = std::make_unique<MainWindow>(MainWindow::Options{{.program = defaultLayoutProgram()}, false});
        window_->resize(1440, 900);
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        QVERIFY(settled());
    }
    void cleanup() { window_.reset(); }

    void every_control_has_a_name_and_a_role_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("formula") << QStringLiteral("f(x) = x^2 + sin(x)");
        QTest::newRow("faulty formula") << QStringLiteral("f(x) = sinn(x");
        QTest::newRow("program") << QStringLiteral(
            "import torch\nx = torch.tensor([1., 2.], requires_grad=True)\n(x * x).sum().backward()\nprint(x.grad)\n");
        QTest::newRow("program that fails") << QStringLiteral(
            "import torch\nx = torch.tensor([1., 2.], requires_grad=True)\ny = x * x\ny.backward()\n");
    }
    void every_control_has_a_name_and_a_role() {
        QFETCH(QString, text);
        SessionState state;
        state.text = text;
        window_->session()->reset(state);
        QVERIFY(settled());
        const QStringList found = nameless(window_.get());
        QVERIFY2(found.isEmpty(), qPrintable(QLatin1Char('\n') + found.join(QLatin1Char('\n'))));
    }

    void dialogs_and_exercises_as_well() {
        window_->exercises()->open(shippedExercises().first());
        QVERIFY(settled());
        QStringList found = nameless(window_.get());
        Preferences preferences(window_.get());
        preferences.show();
        found += nameless(&preferences);
        ExportDialog dialog(window_->exportDocument(), window_.get());
        dialog.show();
        found += nameless(&dialog);
        QVERIFY2(found.isEmpty(), qPrintable(QLatin1Char('\n') + found.join(QLatin1Char('\n'))));
    }

    // Tab goes through one pane after another and comes round; nothing that takes the focus is left out.
    void tab_reaches_every_control_pane_by_pane() {
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        QWidget* first = window_->findChild<QWidget*>(QStringLiteral("editor"));
        first->setFocus();
        QStringList panes;
        QSet<const QWidget*> reached;
        const QWidget* before = nullptr;  // the graph goes through its nodes first
        for (int i = 0; i < 500 && QApplication::focusWidget() != nullptr; ++i) {
            QWidget* at = QApplication::focusWidget();
            if (at != before && reached.contains(at)) break;
            before = at;
            reached.insert(at);
            const QString pane = paneOf(at);
            if (panes.isEmpty() || panes.last() != pane) panes.append(pane);
            if (at == first) QTest::keyClick(at, Qt::Key_Escape);  // Tab indents there
            QTest::keyClick(at, Qt::Key_Tab);
        }
        QCOMPARE(QApplication::focusWidget(), first);
        QVERIFY2(QSet<QString>(panes.begin(), panes.end()).size() == panes.size(), qPrintable(panes.join(QLatin1Char(' '))));
        for (const char* pane : {"functionDock", "graphPane", "tapeDock", "plotDock", "timelineBar"})
            QVERIFY2(panes.contains(QLatin1String(pane)), pane);
        for (const QWidget* widget : window_->findChildren<QWidget*>()) {
            if ((widget->focusPolicy() & Qt::TabFocus) == 0 || !widget->isVisible() || !widget->isEnabled() ||
                widget->window() != window_.get())
                continue;
            if (widget->focusProxy() != nullptr) widget = widget->focusProxy();
            QVERIFY2(reached.contains(widget),
                     qPrintable(QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName()));
        }
    }

    // "v₃ = sin x, value 0.9093, adjoint 1.386": in the order of the computation, with what can be done.
    void the_graph_is_a_list_of_nodes_that_say_what_they_are() {
        auto* graph = window_->findChild<GraphView*>(QStringLiteral("graph"));
        window_->cursor()->setStop(static_cast<int>(window_->cursor()->stops()) - 1);
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(graph);
        QCOMPARE(list->role(), QAccessible::List);
        QVERIFY(list->childCount() >= 7);
        QSet<QString> names;
        for (int i = 0; i < list->childCount(); ++i) {
            QAccessibleInterface* node = list->child(i);
            QCOMPARE(node->role(), QAccessible::ListItem);
            const QString name = node->text(QAccessible::Name);
            QVERIFY2(name.contains(QLatin1String("value ")) && name.contains(QLatin1String("adjoint ")), qPrintable(name));
            QVERIFY(!names.contains(name) && node->rect().isValid() && node->state().focusable);
            QCOMPARE(list->indexOfChild(node), i);
            names.insert(name);
        }
        QVERIFY(list->child(0)->text(QAccessible::Name).startsWith(QLatin1String("x")));
        QAccessibleInterface* last = list->child(list->childCount() - 1);
        QVERIFY2(last->text(QAccessible::Name).startsWith(QLatin1String("f")), qPrintable(last->text(QAccessible::Name)));
        const auto before = window_->cursor()->stop();
        last->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(window_->cursor()->stop() != before);
    }

    // What a menu does has a place there and can be called by keys alone.
    void every_menu_can_be_opened_by_a_letter() {
        for (const QAction* action : window_->menuBar()->actions())
            QVERIFY2(action->text().contains(QLatin1Char('&')), qPrintable(action->text()));
    }
};

QTEST_MAIN(TestAccessible)
#include "tst_accessible.moc"
