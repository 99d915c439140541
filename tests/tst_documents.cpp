// SPDX-License-Identifier: GPL-3.0-or-later
// Documents: what is saved is what is opened, nothing is lost on the way, and undoing everything leads back to the start.
#include <cmath>

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QFile>
#include <QMimeData>
#include <QProcess>
#include <QRandomGenerator>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/document.h"
#include "app/export.h"
#include "app/exportdialog.h"
#include "app/exportpreview.h"
#include "app/mainwindow.h"
#include "app/recovery.h"
#include "engine/diagram/graphpicture.h"

using namespace backstep;

namespace {

QByteArray contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

SessionState randomState(QRandomGenerator& random) {
    static const QStringList texts{QStringLiteral("x^2"), QStringLiteral("f(x, y) = x*y + sin(x)"),
                                   QStringLiteral("import torch\nx = torch.ones(2)\n"), QStringLiteral("λ \"quoted\" \\ </script>\n中")};
    SessionState state;
    state.text = texts[random.bounded(texts.size())];
    state.kind = kindOfText(state.text.toStdString());
    state.kindChosen = random.bounded(2) == 1;
    for (const char* name : {"x", "y", "λ"}) {
        const double value = std::ldexp(random.generateDouble() - 0.5, static_cast<int>(random.bounded(80)) - 40);
        state.inputs[QString::fromUtf8(name)] = {value, -5 - random.generateDouble(), 5 + random.generateDouble()};
    }
    state.plotFrom = -1 - random.generateDouble();
    state.plotTo = 1 + random.generateDouble();
    state.plotOrder = 1 + static_cast<int>(random.bounded(2));
    state.mode = random.bounded(2) == 1 ? SweepMode::Forward : SweepMode::Reverse;
    state.direction = random.bounded(2) == 1 ? Direction::leftToRight : Direction::topToBottom;
    state.showConstants = random.bounded(2) == 1;
    state.graphOrder = 1 + static_cast<int>(random.bounded(3));
    for (const char* group : {"loop 3", "λ.call"}) state.folds[group] = random.bounded(2) == 1;
    return state;
}

ExportDialog::Document exampleDocument(const QString& text) {
    Request request;
    request.text = text.toStdString();
    request.inputs.otherwise = 2;
    auto snapshot = std::make_shared<const Snapshot>(*evaluate(request));
    ExportDialog::Document document;
    document.layout = std::make_shared<const Layout>(layeredLayout(layoutRequest(snapshot->graph, Direction::topToBottom)));
    document.snapshot = std::move(snapshot);
    document.step = 4;
    document.session = [text](std::size_t stop) {
        Document d;
        d.state.text = text;
        d.step = static_cast<int>(stop);
        return documentText(d);
    };
    document.name = QStringLiteral("example");
    return document;
}

}  // namespace

class TestDocuments : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QString path(const char* name) const { return folder_.filePath(QString::fromLatin1(name)); }

private slots:
    void initTestCase() { QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path()); }  // of this run alone
    void saved_and_opened_is_the_same() {
        QRandomGenerator random(7);
        for (int i = 0; i < 300; ++i) {
            const Document document{randomState(random), static_cast<int>(random.bounded(100))};
            const QByteArray text = documentText(document);
            const ReadDocument read = readDocument(text);
            QVERIFY2(read.document.has_value(), qPrintable(read.fault));
            QVERIFY2(read.warnings.isEmpty(), qPrintable(read.warnings.join(QLatin1Char(' '))));
            QVERIFY(read.document->state == document.state);
            QCOMPARE(read.document->step, document.step);
            QCOMPARE(documentText(*read.document), text);
        }
    }

    void undoing_all_is_the_start_and_redoing_all_the_end() {
        QRandomGenerator random(11);
        Session session;
        for (int round = 0; round < 20; ++round) {
            const SessionState start = randomState(random);
            session.reset(start);
            const SessionState begun = session.state();
            for (int i = 0; i < 30; ++i) {
                SessionState next = session.state();
                switch (random.bounded(5)) {
                    case 0: next.text += QLatin1Char('x'); break;
                    case 1: next.inputs[QStringLiteral("x")].value = random.generateDouble(); break;
                    case 2:
                        next.direction = next.direction == Direction::leftToRight ? Direction::topToBottom : Direction::leftToRight;
                        break;
                    case 3: next.plotTo += 0.5; break;
                    default: next.showConstants = !next.showConstants; break;
                }
                session.change(next, QStringLiteral("change"), random.bounded(2) == 0 ? QStringLiteral("gesture") : QString(),
                               random.bounded(3) == 0);
            }
            const SessionState end = session.state();
            while (session.history()->canUndo()) session.history()->undo();
            QVERIFY(session.state() == begun);
            while (session.history()->canRedo()) session.history()->redo();
            QVERIFY(session.state() == end);
        }
    }

    void fields_of_a_later_version_are_kept() {
        const ReadDocument read =
            readDocument("{\"format\": \"backstep-session\", \"version\": 1, \"source\": \"x\", \"future\": {\"a\": [1, null]}}");
        QVERIFY(read.document.has_value());
        QVERIFY(documentText(*read.document).contains("\"future\":{\"a\":[1,null]}"));
    }

    void a_window_saves_opens_and_knows_its_file() {
        MainWindow window({{.program = defaultLayoutProgram()}, false});
        QTRY_VERIFY(window.isSettled());
        SessionState state = window.session()->state();
        state.text = QStringLiteral("x^2*sin(x)");
        window.session()->change(state, QStringLiteral("Type"));
        QVERIFY(window.isWindowModified());
        QTRY_VERIFY(window.isSettled());
        window.cursor()->setStop(3);
        QCOMPARE(window.saveFile(path("a.backstep")), QString());
        QVERIFY(!window.isWindowModified());
        QCOMPARE(window.file(), path("a.backstep"));
        QVERIFY(window.windowTitle().startsWith(QLatin1String("a.backstep")));
        for (const char* name : {"a.svg", "a.png", "a.html"}) QVERIFY2(window.exportGraph(path(name)), name);

        for (const char* name : {"a.backstep", "a.svg", "a.png", "a.html"}) {
            MainWindow other({{.program = defaultLayoutProgram()}, false});
            QCOMPARE(other.openFile(path(name)), QString());
            QTRY_VERIFY(other.isSettled());
            QCOMPARE(other.session()->state().text, QStringLiteral("x^2*sin(x)"));
            QTRY_COMPARE(other.cursor()->stop(), std::size_t{3});
            // What only carried it is not written over.
            QCOMPARE(other.file(), QByteArray(name) == "a.backstep" ? path(name) : QString());
        }
    }

    void what_is_no_document_changes_nothing() {
        MainWindow window({{.program = defaultLayoutProgram()}, false});
        const SessionState before = window.session()->state();
        write(path("broken.backstep"), "{\"format\": \"backstep-session\", \"version\": 99}");
        write(path("plain.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        write(path("binary.txt"), QByteArray("a\0b", 3));
        QVERIFY(window.openFile(path("broken.backstep")).contains(QLatin1String("newer")));
        QVERIFY(window.openFile(path("plain.svg")).contains(QLatin1String("no session")));
        for (const char* name : {"binary.txt", "missing.backstep", ""}) QVERIFY2(!window.openFile(path(name)).isEmpty(), name);
        QVERIFY(!window.openFile(QStringLiteral("/dev/zero")).isEmpty());
        QVERIFY(window.session()->state() == before);
    }

    void work_that_is_not_saved_is_kept_and_found() {
        const QString folder = path("recovery");
        QDir().mkpath(folder);
        Document current;
        current.state.text = QStringLiteral("one\ntwo");
        current.step = 2;
        QString left;
        {
            Recovery recovery(folder, [&] { return current; });
            recovery.noticeChange();
            QTRY_VERIFY_WITH_TIMEOUT(!contentsOf(recovery.file()).isEmpty(), 3000);
            QVERIFY(Recovery::lostIn(folder).empty());  // this window has it
            left = recovery.file();
        }
        // As a window that was killed: its file is there, its lock is nobody's.
        const auto lost = Recovery::lostIn(folder);
        QCOMPARE(lost.size(), std::size_t{1});
        QCOMPARE(lost[0].firstLine, QStringLiteral("one"));
        const auto taken = Recovery::take(lost[0]);
        QVERIFY(taken.has_value());
        QCOMPARE(taken->state.text, current.state.text);
        QVERIFY(Recovery::lostIn(folder).empty());
        {
            Recovery recovery(folder, [&] { return current; });
            recovery.keepNow();
            recovery.forget();
        }
        QVERIFY(Recovery::lostIn(folder).empty());
    }

    void typing_without_a_pause_is_kept_all_the_same() {
        const QString folder = path("recovery2");
        QDir().mkpath(folder);
        Document current;
        Recovery recovery(folder, [&] { return current; });
        QElapsedTimer clock;
        for (clock.start(); clock.elapsed() < 2600; QTest::qWait(100)) recovery.noticeChange();
        QVERIFY(!contentsOf(recovery.file()).isEmpty());
    }

    void a_restored_document_is_not_saved_yet() {
        MainWindow window({{.program = defaultLayoutProgram()}, false});
        Document document;
        document.state.text = QStringLiteral("import torch\nx = torch.ones(1)\n");
        document.state.kind = TextKind::Program;
        window.restoreDocument(document);
        QVERIFY(window.isWindowModified());
        QCOMPARE(window.file(), QString());
        QVERIFY(window.session()->waitsForRun());  // it may be what ended the other one
    }

    void the_dialog_shows_what_will_be_written() {
        const auto document = exampleDocument(QStringLiteral("x^2*sin(x)"));
        ExportDialog dialog(document);
        auto* preview = dialog.findChild<ExportPreview*>();
        dialog.choose(ExportFormat::Svg, ExportWhat::Graph);
        const ExportSubject subject{*document.snapshot, document.layout.get(), nullptr, document.direction, document.session};
        QVERIFY(preview->picture() == exportPicture(subject, dialog.options()));
        dialog.choose(ExportFormat::Pdf, ExportWhat::Worksheet);
        QVERIFY(preview->picture() == exportPicture(subject, dialog.options()));
        QVERIFY(preview->picture().title.starts_with("Worksheet"));
        // A table shows no worksheet: it is not offered.
        auto* formats = dialog.findChild<QComboBox*>(QStringLiteral("exportFormat"));
        QCOMPARE(formats->findData(static_cast<int>(ExportFormat::Csv)), -1);
        dialog.choose(ExportFormat::Svg, ExportWhat::Graph);
        QVERIFY(formats->findData(static_cast<int>(ExportFormat::Csv)) >= 0);
    }

    void the_dialog_saves_every_format() {
        const auto document = exampleDocument(QStringLiteral("x^2*sin(x)"));
        const ExportSubject subject{*document.snapshot, document.layout.get(), nullptr, document.direction, document.session};
        ExportDialog dialog(document);
        QSignalSpy saved(&dialog, &ExportDialog::saved);
        for (const QString& ending : exportEndings()) {
            const QString file = folder_.filePath(QStringLiteral("dialog.") + ending);
            dialog.choose(*exportFormatOf(file), ExportWhat::Graph);
            dialog.saveTo(file);
            QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, 20000);
            saved.clear();
            QCOMPARE(contentsOf(file), exported(subject, *exportFormatOf(file), dialog.options()).bytes);
        }
        QSignalSpy failed(&dialog, &ExportDialog::failed);
        dialog.saveTo(QStringLiteral("/nowhere/a.py"));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!dialog.isWorking());
    }

    // What was chosen for one export is what the next begins with; what was only looked at is not.
    void the_dialog_remembers_what_was_exported() {
        const auto document = exampleDocument(QStringLiteral("x^2*sin(x)"));
        {
            ExportDialog dialog(document);
            dialog.choose(ExportFormat::Png, ExportWhat::Graph);
            auto* colours = dialog.findChild<QComboBox*>(QStringLiteral("exportTheme"));
            colours->setCurrentIndex(colours->findData(static_cast<int>(Theme::print)));
            dialog.findChild<QDoubleSpinBox*>(QStringLiteral("exportScale"))->setValue(3.5);
            dialog.copy();
            dialog.choose(ExportFormat::Html, ExportWhat::Graph);
        }
        QCOMPARE(ExportDialog::lastFormat(), ExportFormat::Png);
        ExportDialog next(document);
        next.choose(ExportDialog::lastFormat(), ExportWhat::Graph);
        QCOMPARE(next.options().theme, Theme::print);
        QCOMPARE(next.options().scale, 3.5);
        // A format that cannot show what is wanted makes room for one that can.
        next.choose(ExportFormat::Csv, ExportWhat::Worksheet);
        QVERIFY(next.findChild<QComboBox*>(QStringLiteral("exportFormat"))->currentIndex() >= 0);
    }

    void the_dialog_copies_a_picture_as_pixels_and_as_svg() {
        ExportDialog dialog(exampleDocument(QStringLiteral("x^2*sin(x)")));
        dialog.choose(ExportFormat::Png, ExportWhat::Graph);
        dialog.copy();
        const QMimeData* data = QGuiApplication::clipboard()->mimeData();
        QVERIFY(data->hasImage());
        QVERIFY(data->data(QStringLiteral("image/svg+xml")).contains("<svg"));
        dialog.choose(ExportFormat::Tex, ExportWhat::Graph);
        dialog.copy();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QLatin1String("\\begin{tikzpicture}")));
    }
};

QTEST_MAIN(TestDocuments)
#include "tst_documents.moc"
