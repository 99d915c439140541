// SPDX-License-Identifier: GPL-3.0-or-later
// Files: a formula comes in, pictures go out. The picture is the one on the screen.
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>

#include "app/mainwindow.h"
#include "app/picture.h"
#include "engine/diagram/chartdiagram.h"
#include "engine/diagram/graphdiagram.h"
#include "engine/syntax/math_parser.h"
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

bool MainWindow::openFile(const QString& path) {
    const QFileInfo info(path);
    QFile file(path);
    constexpr qint64 kMost = qint64{4} * static_cast<qint64>(kMaxFunctionText);
    if (!info.isFile() || info.size() > kMost || !file.open(QIODevice::ReadOnly)) return false;
    SessionState state;
    state.text = QString::fromUtf8(file.readAll()).trimmed();
    session_.reset(state);
    return true;
}

void MainWindow::askOpen() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open"), {}, tr("Formulas (*.txt);;All files (*)"));
    if (path.isEmpty() || openFile(path)) return;
    QMessageBox::warning(this, tr("Open"), tr("%1 could not be read as a formula.").arg(QFileInfo(path).fileName()));
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().first().isLocalFile()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) { openFile(event->mimeData()->urls().first().toLocalFile()); }

}  // namespace backstep
