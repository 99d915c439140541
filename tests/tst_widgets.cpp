// SPDX-License-Identifier: GPL-3.0-or-later
// How the interface looks, and what all widgets share: themes, fonts, icons, panes, names for people and tests.
#include <cmath>

#include <QAction>
#include <QApplication>
#include <QPushButton>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/appearance.h"
#include "widgets/codeeditor.h"
#include "widgets/icons.h"
#include "widgets/inputspanel.h"
#include "widgets/markdownview.h"
#include "widgets/pane.h"
#include "widgets/panetitle.h"
#include "widgets/timelinebar.h"

using namespace backstep;

namespace {

double luminance(const QColor& c) {
    const auto part = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(c.redF()) + 0.7152 * part(c.greenF()) + 0.0722 * part(c.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double la = luminance(a), lb = luminance(b);
    return (qMax(la, lb) + 0.05) / (qMin(la, lb) + 0.05);
}

int pixelsOf(const QImage& image, const QColor& colour) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) count += image.pixelColor(x, y).rgb() == colour.rgb();
    }
    return count;
}

QImage look(QWidget& widget) { return widget.grab().toImage(); }

}  // namespace

class tst_Widgets : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyAppearance(*qApp, AppearanceMode::light); }
    void cleanup() { applyAppearance(*qApp, AppearanceMode::light); }
    void theModeDecidesTheTheme() {
        applyAppearance(*qApp, AppearanceMode::dark);
        QVERIFY(isDark(QApplication::palette()));
        QCOMPARE(ink(Ink::pane), QColor(0x1c, 0x20, 0x25));
        applyAppearance(*qApp, AppearanceMode::automatic);  // the desktop of the tests is light
        QCOMPARE(currentTheme(), Theme::light);
        QCOMPARE(ink(Ink::forward), QColor(0x00, 0x72, 0xb2));
    }
    void textIsReadableOnWhatItStandsOn() {
        for (const auto mode : {AppearanceMode::light, AppearanceMode::dark}) {
            applyAppearance(*qApp, mode);
            const QPalette palette = QApplication::palette();
            QVERIFY(contrast(inkOnPrimary(), ink(Ink::forward)) >= 4.5);
            QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
            QVERIFY(contrast(ink(Ink::quiet), ink(Ink::pane)) >= 4.5);
            QVERIFY(contrast(ink(Ink::forward), ink(Ink::pane)) >= 4.5);
        }
    }
    void everyIconIsDrawnInTheInkOfThePalette() {
        const auto names = {"first", "previous", "next", "last",   "play", "pause", "fit",   "zoom-in",   "zoom-out", "undo",
                            "redo",  "open",     "save", "export", "copy", "curve", "theme", "direction", "info",     "close"};
        for (const char* name : names) {
            const QIcon drawn = icon(QLatin1String(name));
            QVERIFY2(!drawn.isNull(), name);
            const QImage large = drawn.pixmap(QSize(80, 80)).toImage();
            QVERIFY2(pixelsOf(large, ink(Ink::text)) > 40, name);
            QVERIFY2(pixelsOf(drawn.pixmap(QSize(80, 80), QIcon::Disabled).toImage(), ink(Ink::faint)) > 40, name);
        }
        const QImage light = icon(QStringLiteral("play")).pixmap(QSize(40, 40)).toImage();
        applyAppearance(*qApp, AppearanceMode::dark);
        QVERIFY(light != icon(QStringLiteral("play")).pixmap(QSize(40, 40)).toImage());
        QVERIFY(!applicationIcon().pixmap(QSize(64, 64)).isNull());
    }
    void iconsAreRenderedAtTheRatioOfTheScreen() {
        const QPixmap pixmap = icon(QStringLiteral("fit")).pixmap(QSize(20, 20), 2.0);
        QCOMPARE(pixmap.size(), QSize(40, 40));
        QCOMPARE(pixmap.devicePixelRatio(), 2.0);
    }
    void codeIsSetInAFixedFont() {
        const QFontMetrics metrics(codeFont());
        QCOMPARE(metrics.horizontalAdvance(QStringLiteral("iiii")), metrics.horizontalAdvance(QStringLiteral("WWWW")));
        QVERIFY(interfaceFont(0.5).pointSizeF() < interfaceFont().pointSizeF());
    }

    void aPaneNamesItselfAndKeepsItsTitleInTheGivenCase() {
        Pane pane(QStringLiteral("Tape"));
        pane.setContent(new QWidget);
        QCOMPARE(pane.accessibleName(), QStringLiteral("Tape"));
        QCOMPARE(pane.titleBar()->title(), QStringLiteral("Tape"));
        QAction output(QStringLiteral("Output"));
        output.setObjectName(QStringLiteral("outputAction"));
        output.setCheckable(true);
        QToolButton* button = pane.addToTitle(&output);
        pane.resize(300, 200);
        pane.show();
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(output.isChecked());
        pane.setBorders(Qt::RightEdge);
        QCOMPARE(look(pane).pixelColor(299, 100), ink(Ink::line));
        QCOMPARE(look(pane).pixelColor(5, 100), ink(Ink::pane));
    }

    void whatIsOnScreenFollowsTheTheme() {
        const auto build = [](QWidget& window) {
            auto* column = new QVBoxLayout(&window);
            auto* pane = new Pane(QStringLiteral("Inputs"));
            auto* panel = new InputsPanel;
            panel->setInputs({InputRow{QStringLiteral("x")}, InputRow{QStringLiteral("y")}});
            pane->setContent(panel);
            auto* editor = new CodeEditor;
            editor->replaceAll(QStringLiteral("sin(x)"));
            editor->setMark(0, 3);
            auto* bar = new TimelineBar;
            bar->setPhases({{QStringLiteral("forward"), 1, 8, Ink::forward}});
            column->addWidget(pane);
            column->addWidget(editor);
            column->addWidget(bar);
            window.resize(900, 400);
            window.show();
        };
        QApplication::setCursorFlashTime(0);
        QWidget before;
        build(before);
        QVERIFY(QTest::qWaitForWindowActive(&before));
        before.grab();
        applyAppearance(*qApp, AppearanceMode::dark);
        QApplication::processEvents();
        const QImage switched = look(before);
        before.hide();
        QWidget after;
        build(after);
        QVERIFY(QTest::qWaitForWindowActive(&after));
        QCOMPARE(switched, look(after));
    }
    void textIsNeverClippedWhenTheFontIsLarge() {
        const QFont usual = QApplication::font();
        TimelineBar bar;
        bar.setPhases({{QStringLiteral("forward"), 1, 8, Ink::forward}});
        QFont large = usual;
        large.setPointSizeF(usual.pointSizeF() * 2);
        QApplication::setFont(large);
        QApplication::processEvents();
        const auto* next = bar.findChild<QPushButton*>(QStringLiteral("nextStepButton"));
        const QSize text = QFontMetrics(next->font()).size(Qt::TextShowMnemonic, next->text());
        const bool fits = next->minimumWidth() > text.width() + 20 && next->minimumHeight() > text.height();
        QApplication::setFont(usual);
        QVERIFY(fits);
    }
    // A page says the numbers that were written: Qt's lists all begin with 1.
    void aListThatBeginsElsewhereKeepsItsNumbers() {
        MarkdownView view;
        const auto items = [&](const QString& markdown) {
            view.setProse(markdown);
            int count = 0;
            for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next())
                count += block.textList() != nullptr ? 1 : 0;
            return std::pair(count, view.document()->toPlainText());
        };
        QCOMPARE(items(QStringLiteral("0. Any number is right.")), std::pair(0, QStringLiteral("0. Any number is right.")));
        QCOMPARE(items(QStringLiteral("So:\n\n3) is left")).first, 0);
        QCOMPARE(items(QStringLiteral("1. one\n2. two\n\n3. three")).first, 3);
        QCOMPARE(items(QStringLiteral("1. one\n\n   more\n\n2. two")).first, 2);
        QVERIFY(items(QStringLiteral("```\n7. in code\n```")).second.contains(QStringLiteral("7. in code")));
    }
    void everyControlHasANameForPeopleAndForTests() {
        TimelineBar bar;
        InputsPanel panel;
        panel.setInputs({InputRow{}});
        CodeEditor editor;
        QVector<QWidget*> all = bar.findChildren<QWidget*>();
        all += panel.findChildren<QWidget*>();
        all.append(&editor);
        for (const QWidget* widget : all) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->isWindow()) continue;
            if (widget->objectName().startsWith(QStringLiteral("qt_"))) continue;
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
    }
};

QTEST_MAIN(tst_Widgets)
#include "tst_widgets.moc"
