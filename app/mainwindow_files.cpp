// SPDX-License-Identifier: GPL-3.0-or-later
// Files: a formula comes in, pictures go out. The picture is the one on the screen.
#include <algorithm>

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QRegularExpression>
#include <QStackedWidget>

#include "app/document.h"
#include "app/exercises.h"
#include "app/exportdialog.h"
#include "app/functionpane.h"
#include "app/mainwindow.h"
#include "app/preferences.h"
#include "app/sessionfile.h"
#include "app/textfile.h"
#include "engine/diagram/chartdiagram.h"
#include "engine/diagram/figurediagram.h"
#include "engine/exercise/exercise.h"
#include "engine/syntax/math_parser.h"
#include "widgets/codeeditor.h"
#include "widgets/figureview.h"
#include "widgets/phrases.h"

namespace backstep {
namespace {

// The largest text that either parser takes.
constexpr qsizetype kMostText = 4 * static_cast<qsizetype>(std::max(kMaxFunctionText, kMaxProgramText));

}  // namespace

// What the window shows, as values: files are made of it as the command line makes them.
ExportDialog::Document MainWindow::exportDocument() const {
    ExportDialog::Document document;
    document.snapshot = cursor_.snapshot();
    document.layout = cursor_.layout();
    if (plotPages_->currentWidget() == figure_ && figure_->hasFigure()) {
        document.plot = std::make_shared<const Diagram>(figureDiagram(figures_[static_cast<std::size_t>(figureShown_)], kPlotSize));
    } else if (chart_) {
        document.plot = std::make_shared<const Diagram>(chartDiagram(*chart_, kPlotSize, chartWords()));
    }
    document.direction = session_.state().direction;
    document.step = cursor_.stop();
    document.session = [state = session_.state()](std::size_t stop) { return documentText({state, static_cast<int>(stop)}); };
    document.name = path_.isEmpty() ? QStringLiteral("backstep") : QFileInfo(path_).completeBaseName();
    return document;
}

bool MainWindow::exportTo(const QString& path, ExportWhat what) const {
    const auto format = exportFormatOf(path);
    const ExportDialog::Document document = exportDocument();
    if (!format || !document.snapshot) return false;
    ExportOptions options;
    options.what = what;
    if (what == ExportWhat::Graph) options.step = document.step;
    options.theme = currentTheme();
    options.scale = *format == ExportFormat::Png ? 2 : 1;  // so that it stays sharp on paper
    const Exported file =
        exported({*document.snapshot, document.layout.get(), document.plot.get(), document.direction, document.session}, *format, options);
    return file.fault.isEmpty() && writeWhole(path, file.bytes).isEmpty();
}

bool MainWindow::exportGraph(const QString& path) { return cursor_.layout() != nullptr && exportTo(path, ExportWhat::Graph); }
bool MainWindow::exportPlot(const QString& path) { return exportDocument().plot != nullptr && exportTo(path, ExportWhat::Plot); }

void MainWindow::askExport(bool graph) {
    ExportDialog::Document document = exportDocument();
    if (!document.snapshot || !document.layout) {
        QMessageBox::information(this, tr("Export"), tr("There is nothing to export yet."));
        return;
    }
    const bool plot = !graph && document.plot != nullptr;
    ExportDialog dialog(std::move(document), this);
    dialog.choose(ExportDialog::lastFormat(), plot ? ExportWhat::Plot : ExportWhat::Graph);
    dialog.exec();
}

QString MainWindow::openFile(const QString& path) {
    const QFileInfo info(path);
    const FileRead file = readRegularFile(path, 4 * kMostSessionBytes);
    if (!file.fault.isEmpty()) return file.fault;
    Document document;
    QStringList warnings;
    if (isDocument(file.bytes) || info.suffix() == QLatin1String("backstep")) {
        ReadDocument read = readDocument(file.bytes);
        if (!read.document) return tr("%1 cannot be opened: %2").arg(info.fileName(), read.fault);
        document = *read.document;
        warnings = read.warnings;
    } else if (file.bytes.size() > kMostText) {
        return tr("%1 is too large.").arg(info.fileName());
    } else if (const auto fault = encodingFault(file.bytes)) {
        return tr("%1 cannot be opened: %2").arg(info.fileName(), fault->sentence);
    } else if (file.bytes.contains('\0')) {
        return tr("%1 is no text.").arg(info.fileName());
    } else {
        if (exercise::isExercise({file.bytes.constData(), static_cast<std::size_t>(file.bytes.size())})) {
            exercises_->open(info.absoluteFilePath());
            return {};
        }
        document.state.text = QString::fromUtf8(file.bytes).replace(QLatin1String("\r\n"), QLatin1String("\n"));
        const bool program = info.suffix() == QLatin1String("py");
        if (program) document.state.kind = TextKind::Program;
        document.state.kindChosen = program;
    }
    if (!CodeEditor::refusalOf(document.state.text, CodeEditor::Taken::Opened).isEmpty())
        return tr("%1 is too large for an editor. It can be run on the command line.").arg(info.fileName());
    mayBeDamaged_ = true;
    wantedStep_ = document.step;
    session_.reset(document.state, Session::Origin::Opened);
    // A picture that carried it is not the document: saving must not put JSON in its place.
    const bool own = info.suffix() == QLatin1String("backstep") || !isDocument(file.bytes);
    setFile(own ? info.absoluteFilePath() : QString());
    warnings_ = warnings;
    return {};
}

// A file, or a formula: what was typed on the command line is one's own, and runs. The name of a file that cannot be
// opened is never taken for a formula.
void MainWindow::openArgument(const QString& word) {
    static const QRegularExpression kFileName(QStringLiteral("\\.(py|txt|md|backstep|svg|png|html)$"));
    if (!QFileInfo::exists(word) && !kFileName.match(word).hasMatch()) {
        SessionState state;
        state.text = word;
        return session_.reset(state);
    }
    const QString fault = openFile(word);
    if (fault.isEmpty() && warnings_.isEmpty()) return;
    const bool failed = !fault.isEmpty();
    auto* box = new QMessageBox(failed ? QMessageBox::Warning : QMessageBox::Information, tr("Open"),
                                failed ? fault : warnings_.join(QLatin1Char('\n')), QMessageBox::Ok, this);
    box->setObjectName(QStringLiteral("openFault"));
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

QString MainWindow::saveFile(const QString& path) {
    // A program or a formula as such, or everything.
    const QString suffix = QFileInfo(path).suffix();
    const bool plain = suffix == QLatin1String("py") || suffix == QLatin1String("txt");
    const QString fault =
        writeWhole(path, plain ? session_.state().text.toUtf8() : documentText({session_.state(), static_cast<int>(cursor_.stop())}));
    if (fault.isEmpty()) {
        session_.history()->setClean();
        setFile(QFileInfo(path).absoluteFilePath());
    }
    return fault;
}

void MainWindow::askOpen() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open"), {},
                                                      tr("Programs, formulas, documents, exercises and pictures of Backstep (*.py *.txt "
                                                         "*.backstep *.md *.svg *.png *.html);;All files (*)"));
    if (path.isEmpty() || !mayLose()) return;
    const QString fault = openFile(path);
    if (!fault.isEmpty()) QMessageBox::warning(this, tr("Open"), fault);
    else if (!warnings_.isEmpty()) QMessageBox::information(this, tr("Open"), warnings_.join(QLatin1Char('\n')));
}

void MainWindow::askSave() {
    QString path = QFileDialog::getSaveFileName(
        this, tr("Save As"), session_.isProgram() ? QStringLiteral("program.backstep") : QStringLiteral("formula.backstep"),
        tr("Backstep document (*.backstep);;Python program (*.py);;Text (*.txt)"));
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().isEmpty()) path += QStringLiteral(".backstep");
    if (const QString fault = saveFile(path); !fault.isEmpty()) sayNotSaved(fault);
}

void MainWindow::newDocument(const QString& text, TextKind kind) {
    if (!mayLose()) return;
    SessionState state = newSessionState();
    state.text = text;
    state.kind = kind;
    wantedStep_.reset();
    session_.reset(state);
    setFile({});
    function_->editor()->setFocus();
    function_->editor()->selectAll();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().first().isLocalFile()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    if (!mayLose()) return;
    const QString fault = openFile(event->mimeData()->urls().first().toLocalFile());
    // After the drop has ended: whoever dropped the file waits for that.
    if (!fault.isEmpty()) QTimer::singleShot(0, this, [this, fault] { QMessageBox::warning(this, tr("Open"), fault); });
}

}  // namespace backstep
