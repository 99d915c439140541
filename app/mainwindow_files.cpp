// SPDX-License-Identifier: GPL-3.0-or-later
// Files: a formula comes in, pictures go out. The picture is the one on the screen.
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QSaveFile>
#include <QStackedWidget>
#include <algorithm>

#include "app/document.h"
#include "app/functionpane.h"
#include "app/mainwindow.h"
#include "app/picture.h"
#include "engine/diagram/chartdiagram.h"
#include "engine/diagram/figurediagram.h"
#include "engine/diagram/graphdiagram.h"
#include "engine/syntax/math_parser.h"
#include "widgets/codeeditor.h"
#include "widgets/figureview.h"
#include "widgets/phrases.h"

namespace backstep {
namespace {

// A PNG has twice the pixels of the screen, so that it stays sharp on paper.
double scaleOf(const QString& path) { return path.endsWith(QLatin1String(".png"), Qt::CaseInsensitive) ? 2 : 1; }

}  // namespace

bool MainWindow::exportGraph(const QString& path) {
    const auto& run = cursor_.snapshot();
    if (!run || !cursor_.layout()) return false;
    const Diagram diagram = graphDiagram(run->graph, *cursor_.layout(), run->recording, run->source, *cursor_.state(), graphWords());
    return writePicture(diagram, path, {currentTheme(), scaleOf(path)}).isEmpty();
}

bool MainWindow::exportPlot(const QString& path) {
    if (plotPages_->currentWidget() == figure_ && figure_->hasFigure()) {
        return writePicture(figureDiagram(figures_[static_cast<std::size_t>(figureShown_)], {640, 480}), path, {currentTheme(), scaleOf(path)}).isEmpty();
    }
    if (!chart_) return false;
    return writePicture(chartDiagram(*chart_, {640, 480}, chartWords()), path, {currentTheme(), scaleOf(path)}).isEmpty();
}

void MainWindow::askExport(bool graph) {
    const QString title = graph ? tr("Export Graph") : tr("Export Plot");
    const QString suggestion = graph ? QStringLiteral("graph.svg") : QStringLiteral("plot.svg");
    QString path = QFileDialog::getSaveFileName(this, title, suggestion, tr("SVG picture (*.svg);;PNG picture (*.png)"));
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().isEmpty()) path += QStringLiteral(".svg");
    if (graph ? exportGraph(path) : exportPlot(path)) return;
    QMessageBox::warning(this, title, tr("The picture could not be written to %1.").arg(QFileInfo(path).fileName()));
}

QString MainWindow::openFile(const QString& path) {
    const QFileInfo info(path);
    QFile file(path);
    constexpr qint64 kMost = 4 * static_cast<qint64>(std::max(kMaxFunctionText, kMaxProgramText));
    if (!info.isFile() || !file.open(QIODevice::ReadOnly)) return tr("%1 could not be read: %2").arg(info.fileName(), file.errorString());
    if (info.size() > kMost) return tr("%1 is too large.").arg(info.fileName());
    const QByteArray bytes = file.readAll();
    Document document;
    if (isDocument(bytes)) {
        const ReadDocument read = readDocument(bytes);
        if (!read.document) return read.fault;
        document = *read.document;
    } else if (bytes.contains('\0')) {
        return tr("%1 is no text.").arg(info.fileName());
    } else {
        document.state.text = QString::fromUtf8(bytes).replace(QLatin1String("\r\n"), QLatin1String("\n"));
        const bool program = info.suffix() == QLatin1String("py");
        if (program) document.state.kind = TextKind::Program;
        document.state.kindChosen = program;
    }
    mayBeDamaged_ = true;
    wantedStep_ = document.step;
    session_.reset(document.state, Session::Origin::Opened);
    return {};
}

QString MainWindow::saveFile(const QString& path) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return tr("%1 cannot be written: %2").arg(path, file.errorString());
    // A program or a formula as such, or everything.
    const QString suffix = QFileInfo(path).suffix();
    const bool plain = suffix == QLatin1String("py") || suffix == QLatin1String("txt");
    file.write(plain ? session_.state().text.toUtf8() : documentText({session_.state(), static_cast<int>(cursor_.stop())}));
    return file.commit() ? QString() : tr("%1 cannot be written: %2").arg(path, file.errorString());
}

void MainWindow::askOpen() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open"), {}, tr("Programs, formulas and documents (*.py *.txt *.backstep);;All files (*)"));
    if (path.isEmpty()) return;
    if (const QString fault = openFile(path); !fault.isEmpty()) QMessageBox::warning(this, tr("Open"), fault);
}

void MainWindow::askSave() {
    QString path = QFileDialog::getSaveFileName(this, tr("Save As"), session_.isProgram() ? QStringLiteral("program.backstep") : QStringLiteral("formula.backstep"),
                                                tr("Backstep document (*.backstep);;Python program (*.py);;Text (*.txt)"));
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().isEmpty()) path += QStringLiteral(".backstep");
    if (const QString fault = saveFile(path); !fault.isEmpty()) QMessageBox::warning(this, tr("Save As"), fault);
}

void MainWindow::newDocument(const QString& text, TextKind kind) {
    SessionState state;
    state.text = text;
    state.kind = kind;
    wantedStep_.reset();
    session_.reset(state);
    function_->editor()->setFocus();
    function_->editor()->selectAll();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().first().isLocalFile()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QString fault = openFile(event->mimeData()->urls().first().toLocalFile());
    event->acceptProposedAction();
    // After the drop has ended: whoever dropped the file waits for that.
    if (!fault.isEmpty()) QTimer::singleShot(0, this, [this, fault] { QMessageBox::warning(this, tr("Open"), fault); });
}

}  // namespace backstep
