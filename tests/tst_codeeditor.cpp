// SPDX-License-Identifier: GPL-3.0-or-later
// The editor as it is typed into: edits, indentation, completion, marks and faults.
#include <memory>

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QVBoxLayout>

#include "widgets/appearance.h"
#include "widgets/codeeditor.h"

using namespace backstep;

namespace {

int pixelsOf(const QImage& image, const QColor& colour) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) count += image.pixelColor(x, y).rgb() == colour.rgb();
    }
    return count;
}

QImage look(QWidget& widget) { return widget.grab().toImage(); }

// Keywords and comments, enough to see colours.
QVector<Colouring> colours(const QString& line, int) {
    QVector<Colouring> result;
    const int sin = int(line.indexOf(QStringLiteral("sin")));
    if (sin >= 0) result.append({sin, 3, Colouring::Kind::function});
    const int hash = int(line.indexOf(QLatin1Char('#')));
    if (hash >= 0) result.append({hash, int(line.size()) - hash, Colouring::Kind::comment});
    return result;
}

const QVector<Completion> kNames{{QStringLiteral("sin"), QStringLiteral("sin(x)"), QStringLiteral("sine")},
                                 {QStringLiteral("sinh"), QStringLiteral("sinh(x)"), QStringLiteral("hyperbolic sine")},
                                 {QStringLiteral("sqrt"), QStringLiteral("sqrt(x)"), QStringLiteral("root")},
                                 {QStringLiteral("torch.relu"), QStringLiteral("torch.relu(x)"), QStringLiteral("max(x, 0)")},
                                 {QStringLiteral(".backward"), QStringLiteral("backward()"), QStringLiteral("sweeps")}};

struct Typist {
    CodeEditor editor;
    Typist() {
        editor.resize(480, 240);
        editor.setColouring(colours);
        editor.setCompletions(kNames);
        editor.show();
        editor.setFocus();
    }
    void type(const char* text) { QTest::keyClicks(&editor, QString::fromUtf8(text)); }
    QString text() const { return editor.toPlainText(); }
    void caret(int position) {
        QTextCursor cursor = editor.textCursor();
        cursor.setPosition(position);
        editor.setTextCursor(cursor);
    }
};

}  // namespace

class tst_CodeEditor : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyAppearance(*qApp, AppearanceMode::light); }
    void cleanup() { applyAppearance(*qApp, AppearanceMode::light); }
    void typingAnnouncesEditsAndReplacingDoesNot() {
        Typist typist;
        QSignalSpy edited(&typist.editor, &CodeEditor::edited);
        typist.type("x+1");
        QCOMPARE(edited.count(), 3);
        typist.editor.replaceAll(QStringLiteral("x+12"));
        typist.editor.refreshColours();
        QCOMPARE(edited.count(), 3);
        QVERIFY(!typist.editor.document()->isUndoAvailable());
    }
    void replacingKeepsTheCaretAtItsWord() {
        Typist typist;
        typist.editor.replaceAll(QStringLiteral("a = 2.0\nb = a * 3"));
        typist.caret(12);
        QSignalSpy moved(&typist.editor, &CodeEditor::caretMoved);
        typist.editor.replaceAll(QStringLiteral("a = 2.125\nb = a * 3"));
        QCOMPARE(typist.editor.textCursor().position(), 14);
        QCOMPARE(moved.count(), 0);
        QCOMPARE(typist.text(), QStringLiteral("a = 2.125\nb = a * 3"));
    }
    void enterKeepsTheIndentationAndAddsToItAfterAColon() {
        Typist typist;
        typist.type("for i in y:");
        QTest::keyClick(&typist.editor, Qt::Key_Return);
        typist.type("z");
        QTest::keyClick(&typist.editor, Qt::Key_Return);
        typist.type("w");
        QCOMPARE(typist.text(), QStringLiteral("for i in y:\n    z\n    w"));
        QTest::keyClick(&typist.editor, Qt::Key_Return);
        QTest::keyClick(&typist.editor, Qt::Key_Backspace);
        QCOMPARE(typist.editor.textCursor().positionInBlock(), 0);
    }
    void tabIndentsByFourAndLeavesAfterEscape() {
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        auto* editor = new CodeEditor;
        auto* other = new QPushButton;
        column->addWidget(editor);
        column->addWidget(other);
        window.show();
        window.activateWindow();
        editor->setFocus();
        QTest::keyClick(editor, Qt::Key_Tab);
        QCOMPARE(editor->toPlainText(), QStringLiteral("    "));
        editor->replaceAll(QStringLiteral("a\nb"));
        editor->selectAll();
        QTest::keyClick(editor, Qt::Key_Tab);
        QCOMPARE(editor->toPlainText(), QStringLiteral("    a\n    b"));
        editor->selectAll();
        QTest::keyClick(editor, Qt::Key_Backtab);
        QCOMPARE(editor->toPlainText(), QStringLiteral("a\nb"));
        QTest::keyClick(editor, Qt::Key_Escape);
        QTest::keyClick(editor, Qt::Key_Tab);
        QCOMPARE(editor->toPlainText(), QStringLiteral("a\nb"));
        QCOMPARE(window.focusWidget(), other);
    }
    void undoIsLeftToTheWindow() {
        Typist typist;
        QKeyEvent undo(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
        undo.accept();
        QApplication::sendEvent(&typist.editor, &undo);
        QVERIFY(!undo.isAccepted());
    }
    void completionOpensAfterTwoLettersAndAcceptsWithTab() {
        Typist typist;
        typist.type("y = s");
        QVERIFY(!typist.editor.completion()->isOpen());
        typist.type("i");
        QVERIFY(typist.editor.completion()->isOpen());
        QTest::keyClick(typist.editor.completion()->view(), Qt::Key_Down);
        QTest::keyClick(typist.editor.completion()->view(), Qt::Key_Tab);
        QCOMPARE(typist.text(), QStringLiteral("y = sinh"));
        QVERIFY(!typist.editor.completion()->isOpen());
    }
    void completionLeavesTypingAlone() {
        Typist typist;
        typist.type("sin");  // a name by itself, though sinh begins with it
        QVERIFY(typist.editor.completion()->isOpen());
        QTest::keyClick(typist.editor.completion()->view(), Qt::Key_Return);
        QTest::keyClicks(&typist.editor, QStringLiteral("# sq"));
        QVERIFY(!typist.editor.completion()->isOpen());
        typist.editor.replaceAll(QString());
        typist.type("zz + 12si(sq * 2");
        QVERIFY(!typist.editor.completion()->isOpen());
        QCOMPARE(typist.text(), QStringLiteral("zz + 12si(sq * 2"));
    }
    void completionKnowsModulesAndMethods() {
        Typist typist;
        typist.type("torch.re");
        QTest::keyClick(typist.editor.completion()->view(), Qt::Key_Enter);
        QCOMPARE(typist.text(), QStringLiteral("torch.relu"));
        typist.type("\b d.ba");
        QTest::keyClick(typist.editor.completion()->view(), Qt::Key_Enter);
        QVERIFY(typist.text().endsWith(QStringLiteral("d.backward")));
    }
    void marksAndFaultsAreSeen() {
        Typist typist;
        typist.editor.replaceAll(QStringLiteral("log(x) * sin(x)"));
        typist.editor.setMark(9, 6);
        const QImage marked = look(*typist.editor.viewport());
        QVERIFY(pixelsOf(marked, ink(Ink::backwardWash)) > 100);
        QVERIFY(typist.editor.markRect().width() > 20);
        typist.editor.clearMark();
        QCOMPARE(pixelsOf(look(*typist.editor.viewport()), ink(Ink::backwardWash)), 0);
        QCOMPARE(pixelsOf(look(*typist.editor.viewport()), ink(Ink::error)), 0);
        typist.editor.setFaults({{0, 3, true, QStringLiteral("no <b>log</b>")}, {99, 0, false, QStringLiteral("end")}});
        const auto selections = typist.editor.extraSelections();
        QCOMPARE(selections.size(), 2);
        QCOMPARE(selections[0].format.underlineColor(), ink(Ink::error));
        QCOMPARE(selections[1].cursor.selectedText(), QStringLiteral(")"));
    }
    void hoveringTellsTheCharacterUnderTheMouse() {
        Typist typist;
        typist.editor.replaceAll(QStringLiteral("ab\nc"));
        typist.editor.setMark(1, 1);
        QSignalSpy hovered(&typist.editor, &CodeEditor::hovered);
        QTest::mouseMove(typist.editor.viewport(), typist.editor.markRect().center().toPoint());
        QCOMPARE(hovered.takeLast().at(0).toInt(), 1);
        QTest::mouseMove(typist.editor.viewport(), QPoint(400, 200));
        QCOMPARE(hovered.takeLast().at(0).toInt(), -1);
    }
    void pastingIsPlainTextAndFilesAreForTheWindow() {
        Typist typist;
        auto rich = std::make_unique<QMimeData>();
        rich->setHtml(QStringLiteral("<b>x</b>"));
        rich->setText(QStringLiteral("x\r\ny"));
        QApplication::clipboard()->setMimeData(rich.release());
        typist.editor.paste();
        QCOMPARE(typist.text(), QStringLiteral("x\ny"));
    }

    void theTipOverAFaultSaysItsMessageAsPlainText() {
        Typist typist;
        typist.editor.replaceAll(QStringLiteral("lag(x)"));
        typist.editor.setMark(0, 1);
        typist.editor.setFaults({{0, 3, true, QStringLiteral("no name <lag>")}});
        const QPoint at = typist.editor.markRect().center().toPoint();
        QHelpEvent help(QEvent::ToolTip, at, typist.editor.viewport()->mapToGlobal(at));
        QApplication::sendEvent(typist.editor.viewport(), &help);
        QVERIFY(QToolTip::text().contains(QStringLiteral("&lt;lag&gt;")));
    }
};

QTEST_MAIN(tst_CodeEditor)
#include "tst_codeeditor.moc"
