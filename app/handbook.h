// SPDX-License-Identifier: GPL-3.0-or-later
// The handbook in a window of its own, in the language and the colours of the program. Its pages are files beside the
// program (resources/handbook makes them); nothing else is ever loaded.
#pragma once

#include <QMainWindow>
#include <QTextBrowser>

class QAction;

namespace backstep {

// Where the pages are: share/backstep/handbook beside the program's folder, or where BACKSTEP_HANDBOOK says. Empty: nowhere.
[[nodiscard]] QString handbookFolder();

class HandbookPages : public QTextBrowser {
    Q_OBJECT

public:
    explicit HandbookPages(QWidget* parent = nullptr);
    QVariant loadResource(int type, const QUrl& name) override;

protected:
    void changeEvent(QEvent* event) override;
};

class Handbook : public QMainWindow {
    Q_OBJECT

public:
    explicit Handbook(QWidget* parent = nullptr);
    // "window#graph" in the window's language; "index" to begin with.
    void open(const QString& place);
    [[nodiscard]] QString place() const;
    [[nodiscard]] HandbookPages* pages() const { return pages_; }

    // What the handbook says of a control: of it, or of what it is in.
    [[nodiscard]] static QString placeOf(const QWidget* widget);

private:
    HandbookPages* pages_ = nullptr;
    void createActions();
    void sayAnew();
};

}  // namespace backstep
