// SPDX-License-Identifier: GPL-3.0-or-later
// The document's file: its name in the title, saving over it, what others did to it meanwhile, those opened before.
#include <QAbstractButton>
#include <QCloseEvent>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

#include "app/crashreport.h"
#include "app/documentfile.h"
#include "app/functionpane.h"
#include "app/mainwindow.h"
#include "app/recovery.h"
#include "app/sessionfile.h"
#include "widgets/noticebar.h"
#include "widgets/saying.h"

namespace backstep {
namespace {

constexpr qsizetype kMostRecent = 10;

QString recentKey() { return QStringLiteral("recentFiles"); }

}  // namespace

void MainWindow::createDocument() {
    if (options_.guards) {
        recovery_ = std::make_unique<Recovery>(Recovery::standardFolder(), [this] {
            return Document{session_.state(), static_cast<int>(cursor_.stop())};
        });
    }
    connect(session_.history(), &QUndoStack::cleanChanged, this, [this](bool clean) { setWindowModified(!clean); });
    connect(session_.history(), &QUndoStack::indexChanged, this, [this] {
        if (recovery_ && !session_.history()->isClean()) recovery_->noticeChange();
    });
    createFileNotice();
    setFile({});
}

// Over the text: another program has changed the file, or another window has it open. Nothing is done about it unasked.
void MainWindow::createFileNotice() {
    if (!options_.guards) return;
    documentFile_ = new DocumentFile(DocumentFile::standardFolder(), this);
    fileNotice_ = new NoticeBar(function_);
    fileNotice_->setObjectName(QStringLiteral("fileNotice"));
    reload_ = new QAction(tr("Read it again"), this);
    reload_->setObjectName(QStringLiteral("actionReload"));
    keepMine_ = new QAction(tr("Keep mine"), this);
    keepMine_->setObjectName(QStringLiteral("actionKeepMine"));
    connect(reload_, &QAction::triggered, this, &MainWindow::reloadFile);
    connect(keepMine_, &QAction::triggered, fileNotice_, &QWidget::hide);
    for (QAction* action : {reload_, keepMine_}) fileNotice_->addAction(action);
    qobject_cast<QVBoxLayout*>(function_->layout())->insertWidget(0, fileNotice_);
    fileNotice_->hide();
    connect(documentFile_, &DocumentFile::changedOnDisk, this, &MainWindow::showFileNotice);
    saying(fileNotice_, [this] {
        if (!fileNotice_->isHidden()) showFileNotice();
    });
}

void MainWindow::showFileNotice() {
    const QString name = QFileInfo(path_).fileName();
    const QByteArray now = path_.isEmpty() ? QByteArray() : fingerprint(path_);
    const bool changed = !path_.isEmpty() && now != onDisk_;
    const bool gone = changed && now.isEmpty();
    const bool elsewhere = documentFile_->isOpenElsewhere();
    reload_->setVisible(changed && !gone);
    if (gone) fileNotice_->setSentence(tr("%1 is no longer there. Saving writes it again.").arg(name));
    else if (changed)
        fileNotice_->setSentence(session_.history()->isClean()
                                     ? tr("%1 was changed by another program.").arg(name)
                                     : tr("%1 was changed by another program. Reading it again gives up your changes.").arg(name));
    else if (elsewhere)
        fileNotice_->setSentence(tr("%1 is open in another window of Backstep, too. Whoever saves last overwrites the other.").arg(name));
    fileNotice_->setVisible(changed || elsewhere);
}

void MainWindow::reloadFile() {
    const int stop = static_cast<int>(cursor_.stop());
    if (const QString fault = openFile(path_); !fault.isEmpty()) QMessageBox::warning(this, tr("Open"), fault);
    else if (!wantedStep_) wantedStep_ = stop;
    showFileNotice();
}

QByteArray MainWindow::fingerprint(const QString& path) {
    const FileRead file = readRegularFile(path);
    return file.fault.isEmpty() ? QCryptographicHash::hash(file.bytes, QCryptographicHash::Sha256) : QByteArray();
}

// The file that the document now is: it was opened from it, or saved to it.
void MainWindow::setFile(const QString& path) {
    path_ = path;
    onDisk_ = path.isEmpty() ? QByteArray() : fingerprint(path);
    nameWindow();
    if (documentFile_ != nullptr) {
        documentFile_->setPath(path);
        showFileNotice();
    }
    setWindowModified(!session_.history()->isClean());
    if (recovery_ && session_.history()->isClean()) recovery_->forget();
    if (path.isEmpty() || !options_.remember) return;
    QSettings settings;
    QStringList recent = settings.value(recentKey()).toStringList();
    recent.removeAll(path);
    recent.prepend(path);
    settings.setValue(recentKey(), QStringList(recent.mid(0, kMostRecent)));
}

void MainWindow::nameWindow() {
    setWindowTitle(path_.isEmpty() ? QStringLiteral("%1[*]").arg(tr("Backstep"))
                                   : tr("%1[*] — Backstep", "title of the window").arg(QFileInfo(path_).fileName()));
}

// Over the file it came from, unless somebody else has changed that.
void MainWindow::save() {
    if (path_.isEmpty()) return askSave();
    const QByteArray now = fingerprint(path_);
    if (!now.isEmpty() && now != onDisk_) {
        QMessageBox box(QMessageBox::Question, tr("Save"),
                        tr("%1 was changed by another program since it was opened.").arg(QFileInfo(path_).fileName()),
                        QMessageBox::NoButton, this);
        box.setTextFormat(Qt::PlainText);
        const QAbstractButton* over = box.addButton(tr("&Overwrite"), QMessageBox::DestructiveRole);
        const QAbstractButton* other = box.addButton(tr("Save &As…"), QMessageBox::AcceptRole);
        box.addButton(QMessageBox::Cancel);
        box.exec();
        if (box.clickedButton() == other) return askSave();
        if (box.clickedButton() != over) return;
    }
    if (const QString fault = saveFile(path_); !fault.isEmpty()) sayNotSaved(fault);
}

// Nothing is lost by it: that, and the way out, is said with the reason.
void MainWindow::sayNotSaved(const QString& fault) {
    if (recovery_) recovery_->keepNow();
    QMessageBox box(QMessageBox::Warning, tr("Save"), fault, QMessageBox::NoButton, this);
    box.setObjectName(QStringLiteral("notSaved"));
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(tr("The document is still open, and the file is as it was. Save it in another place, or try again later."));
    const QAbstractButton* other = box.addButton(tr("Save &As…"), QMessageBox::AcceptRole);
    box.addButton(QMessageBox::Cancel);
    box.exec();
    if (box.clickedButton() == other) askSave();
}

// Whether the document may go. Asks only where something would be lost.
bool MainWindow::mayLose() {
    if (!options_.guards || session_.history()->isClean()) return true;
    QMessageBox box(QMessageBox::Question, tr("Backstep"), tr("The changes have not been saved."),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box.setDefaultButton(QMessageBox::Save);
    const int answer = box.exec();
    if (answer == QMessageBox::Save) save();
    if (answer == QMessageBox::Discard && recovery_) recovery_->forget();
    return answer == QMessageBox::Discard || (answer == QMessageBox::Save && session_.history()->isClean());
}

void MainWindow::fillRecent(QMenu* menu) {
    menu->clear();
    for (const QString& path : QSettings().value(recentKey()).toStringList()) {
        if (!QFileInfo(path).isFile()) continue;
        QAction* action = menu->addAction(QString(QFileInfo(path).fileName()).replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setToolTip(path);
        connect(action, &QAction::triggered, this, [this, path] {
            if (!mayLose()) return;
            if (const QString fault = openFile(path); !fault.isEmpty()) QMessageBox::warning(this, tr("Open"), fault);
        });
    }
    if (menu->isEmpty()) menu->addAction(tr("None yet"))->setEnabled(false);
    menu->setToolTipsVisible(true);
}

// What a window left behind that did not end as it should.
void MainWindow::offerLost() {
    if (!recovery_) return;
    const auto crash = CrashReport::take(Recovery::standardFolder());
    const std::vector<Recovery::Lost> lost = Recovery::lostIn(Recovery::standardFolder());
    if (lost.empty() && !crash) return;
    QMessageBox box(lost.empty() ? QMessageBox::Information : QMessageBox::Question, tr("Backstep"), tr("Backstep ended unexpectedly."),
                    QMessageBox::NoButton, this);
    box.setObjectName(QStringLiteral("lostBox"));
    box.setTextFormat(Qt::PlainText);
    QStringList more;
    if (!lost.empty())
        more << tr("Work that was not saved can be restored:")
             << tr("%1\n(%2)").arg(lost.front().firstLine, QLocale().toString(lost.front().when, QLocale::ShortFormat));
    if (crash) {
        more << tr("What happened is written in %1. It says nothing of what you typed.").arg(QDir::toNativeSeparators(crash->file));
        box.setDetailedText(crash->text);
    }
    box.setInformativeText(more.join(QLatin1Char('\n')));
    if (lost.empty()) {
        box.exec();
        return;
    }
    const QAbstractButton* restore = box.addButton(tr("&Restore"), QMessageBox::AcceptRole);
    const QAbstractButton* discard = box.addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    box.addButton(tr("&Later"), QMessageBox::RejectRole);
    box.exec();
    if (box.clickedButton() == discard) Recovery::discard(lost.front());
    if (box.clickedButton() != restore) return;
    if (const auto document = Recovery::take(lost.front())) restoreDocument(*document);
}

// As a document without a file, and not saved.
void MainWindow::restoreDocument(const Document& document) {
    wantedStep_ = document.step;
    session_.reset(document.state, Session::Origin::Opened);
    session_.history()->resetClean();
    setFile({});
    if (recovery_) recovery_->keepNow();
}

}  // namespace backstep
