// SPDX-License-Identifier: GPL-3.0-or-later
// The real window, for tests that use it as a reader does: `class TestX : public QObject, RealWindow`. With BACKSTEP_PICTURES=FOLDER
// in the environment a test may leave there how it looked, in BACKSTEP_DARK dark.
#pragma once

#include <memory>

#include <QApplication>
#include <QStandardPaths>
#include <QTest>

#include "app/mainwindow.h"
#include "tests/sanitized.h"
#include "widgets/appearance.h"

// Every text of a diagram, or of its groups in this role.
[[nodiscard]] inline QStringList textsOf(const backstep::Diagram& diagram, const std::string& role = {}) {
    QStringList all;
    for (const backstep::Group& group : diagram.groups) {
        if (!role.empty() && group.role != role) continue;
        for (const backstep::Item& item : group.items) {
            if (const auto* text = std::get_if<backstep::TextShape>(&item.shape)) {
                for (const backstep::TextRun& run : text->runs) all << QString::fromStdString(run.text);
            }
        }
    }
    return all;
}

class RealWindow {
protected:
    std::unique_ptr<backstep::MainWindow> window_;

    static void prepare() {
        QStandardPaths::setTestModeEnabled(true);
        backstep::applyAppearance(
            *qApp, qEnvironmentVariableIsSet("BACKSTEP_DARK") ? backstep::AppearanceMode::dark : backstep::AppearanceMode::light);
    }
    // A new one, active, showing what it shows at its start.
    void open(QSize size) {
        window_ =
            std::make_unique<backstep::MainWindow>(backstep::MainWindow::Options{{.program = backstep::defaultLayoutProgram()}, false});
        window_->resize(size);
        window_->show();
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        QVERIFY(settled());
    }
    // Nothing is being evaluated, laid out or sampled.
    [[nodiscard]] bool settled() const {
        return QTest::qWaitFor([this] { return window_->isSettled(); }, 20000 * backstep::kPatience);
    }
    template <class T>
    [[nodiscard]] T* child(const char* name) const {
        return window_->findChild<T*>(QString::fromLatin1(name));
    }
    void picture(const char* name) const {
        const QString folder = qEnvironmentVariable("BACKSTEP_PICTURES");
        if (folder.isEmpty()) return;
        QTest::qWait(300);
        QVERIFY(window_->grab().save(folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png")));
    }
};
