// SPDX-License-Identifier: GPL-3.0-or-later
// What was not saved, kept beside the home folder's other state: written a moment after each change, gone when the window
// ends as it should. What a window left behind that did not is offered at the next start, and never runs by itself.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <QDateTime>
#include <QLockFile>
#include <QObject>
#include <QTimer>

#include "app/document.h"

namespace backstep {

class Recovery : public QObject {
    Q_OBJECT

public:
    // `current` is asked for when something is to be kept. Without a folder nothing is.
    Recovery(const QString& folder, std::function<Document()> current, QObject* parent = nullptr);
    ~Recovery() override;

    void noticeChange();  // kept a second after the last change, two after the first at the latest
    void keepNow();
    void keepWaiting();  // now what would be kept in a moment: something is about to run
    void forget();       // it is saved, or was given up

    // $XDG_STATE_HOME/backstep/recovery, made if need be; empty if it cannot be.
    [[nodiscard]] static QString standardFolder();

    struct Lost {
        QString file;
        QDateTime when;
        QString firstLine;
    };
    [[nodiscard]] static std::vector<Lost> lostIn(const QString& folder);  // the newest first; not what another window has open
    [[nodiscard]] static std::optional<Document> take(const Lost& lost);   // read, and no longer kept
    static void discard(const Lost& lost);

    [[nodiscard]] QString file() const { return file_; }

private:
    QString file_;
    std::function<Document()> current_;
    std::unique_ptr<QLockFile> lock_;
    QTimer pause_;
    QTimer latest_;
};

}  // namespace backstep
