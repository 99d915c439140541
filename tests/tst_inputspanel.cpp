// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers typed, nudged and dragged; ranges that grow; one plot at a time.
#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "widgets/appearance.h"
#include "widgets/inputspanel.h"
#include "widgets/valuefield.h"
#include "widgets/valueslider.h"
#include "widgets/valuetext.h"

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

InputRow inputOf(const char* name, double value, bool plotOver = false) {
    InputRow row;
    row.name = QString::fromUtf8(name);
    row.value = value;
    row.plotOver = plotOver;
    return row;
}

struct Desk {
    InputsPanel panel;
    QSignalSpy values{&panel, &InputsPanel::valueChanged};
    QSignalSpy ranges{&panel, &InputsPanel::rangeChanged};
    QSignalSpy plots{&panel, &InputsPanel::plotOverChanged};
    explicit Desk(const QVector<InputRow>& rows) {
        panel.resize(330, 200);
        panel.setInputs(rows);
        panel.show();
    }
    template <class T>
    T* part(const char* input, const char* name) {
        auto* row = panel.findChild<QWidget*>(QStringLiteral("input_") + QLatin1String(input));
        return row->findChild<T*>(QLatin1String(name));
    }
    ValueField* field(const char* input) { return part<ValueField>(input, "inputValue"); }
    ValueSlider* slider(const char* input) { return part<ValueSlider>(input, "inputSlider"); }
    void enter(const char* input, const char* text) {
        field(input)->setFocus();
        field(input)->selectAll();
        QTest::keyClicks(field(input), QString::fromUtf8(text));
    }
};

}  // namespace

class tst_InputsPanel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyAppearance(*qApp, AppearanceMode::light); }
    void cleanup() { applyAppearance(*qApp, AppearanceMode::light); }
    void aShortNameIsNeverCut() {
        for (const QString& name : {QStringLiteral("x"), QStringLiteral("w[0]"), QStringLiteral("w[1]"), QStringLiteral("b[0]"),
                                    QStringLiteral("loss"), QStringLiteral("Wx[2]")}) {
            const QByteArray utf8 = name.toUtf8();
            const Desk desk({inputOf(utf8.constData(), 0)});
            const QList<QLabel*> labels = desk.panel.findChildren<QLabel*>();
            QVERIFY2(std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) { return label->text() == name; }),
                     utf8.constData());
        }
    }
    void numbersInFieldsAreShortestAndTidy() {
        QCOMPARE(valueText(0.1), QStringLiteral("0.1"));
        QCOMPARE(valueText(2), QStringLiteral("2"));
        QCOMPARE(valueText(-0.0), QStringLiteral("0"));
        QCOMPARE(readValue(QStringLiteral(" +1e-3 ")).value(), 1e-3);
        QCOMPARE(readValue(QStringLiteral("−2.5")).value(), -2.5);
        for (const char* bad : {"", "abc", "1 2", "nan", "inf", "1e999", "2x"}) {
            QVERIFY2(!readValue(QString::fromUtf8(bad)), bad);
        }
        QCOMPARE(tidyStep(-5, 5), 0.01);
        QCOMPARE(tidyStep(0, 3), 0.002);
        QCOMPARE(tidyValue(0.1 + 0.2, 0.01), 0.3);
        QCOMPARE(tidyBeyond(12), 20.0);
        QCOMPARE(tidyBeyond(-700), -1000.0);
        QCOMPARE(tidyBeyond(20), 20.0);
    }
    void aTypedNumberIsCommittedByEnter() {
        Desk desk({inputOf("x", 2, true)});
        desk.enter("x", "1e-3");
        QCOMPARE(desk.values.count(), 0);
        QTest::keyClick(desk.field("x"), Qt::Key_Return);
        QCOMPARE(desk.values.count(), 1);
        QCOMPARE(desk.values[0].at(1).toDouble(), 1e-3);
        QVERIFY(desk.values[0].at(2).toBool());
        QCOMPARE(desk.field("x")->text(), QStringLiteral("0.001"));
    }
    void whatIsNoNumberIsMarkedAndTakenBack() {
        Desk desk({inputOf("x", 2), inputOf("y", 1)});
        desk.enter("x", "two");
        QVERIFY(desk.field("x")->isInvalid());
        QVERIFY(pixelsOf(look(*desk.field("x")), ink(Ink::error)) > 20);
        desk.field("y")->setFocus();
        QFocusEvent out(QEvent::FocusOut, Qt::TabFocusReason);
        QApplication::sendEvent(desk.field("x"), &out);
        QCOMPARE(desk.field("x")->text(), QStringLiteral("2"));
        QCOMPARE(desk.values.count(), 0);
    }
    void arrowsNudgeTheNumber() {
        Desk desk({inputOf("x", 2)});
        QTest::keyClick(desk.field("x"), Qt::Key_Up);
        QTest::keyClick(desk.field("x"), Qt::Key_Up, Qt::ShiftModifier);
        QTest::keyClick(desk.field("x"), Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(desk.field("x")->text(), QStringLiteral("3.09"));
        QCOMPARE(desk.values.count(), 3);
    }
    void draggingTheSliderGivesTidyNumbersAndEndsOnce() {
        Desk desk({inputOf("x", -5)});
        ValueSlider* slider = desk.slider("x");
        const int y = slider->height() / 2;
        QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(8, y));
        for (int x = 9; x < slider->width() - 20; ++x) QTest::mouseMove(slider, QPoint(x, y));
        QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(slider->width() - 21, y));
        QVERIFY(desk.values.count() > 20);
        for (qsizetype i = 0; i < desk.values.count(); ++i) {
            QVERIFY(valueText(desk.values[i].at(1).toDouble()).size() <= 5);  // -4.99
            QCOMPARE(desk.values[i].at(2).toBool(), i == desk.values.count() - 1);
        }
        QCOMPARE(desk.field("x")->value(), slider->number());
    }
    void aValueOutsideTheRangeWidensIt() {
        Desk desk({inputOf("x", 2)});
        desk.enter("x", "12");
        QTest::keyClick(desk.field("x"), Qt::Key_Return);
        QCOMPARE(desk.ranges.count(), 1);
        QCOMPARE(desk.slider("x")->most(), 20.0);
        desk.panel.setInputs({inputOf("x", -700)});  // from outside: widened, but silently
        QCOMPARE(desk.slider("x")->least(), -1000.0);
        QCOMPARE(desk.ranges.count(), 1);
    }
    void doubleClickOpensTheRangeAndMovesNothing() {
        Desk desk({inputOf("x", 2)});
        ValueSlider* slider = desk.slider("x");
        const QPoint at(slider->width() - 12, slider->height() / 2);
        QTest::mouseClick(slider, Qt::LeftButton, {}, at);
        QTest::mouseDClick(slider, Qt::LeftButton, {}, at);
        auto* popup = desk.panel.findChild<QWidget*>(QStringLiteral("rangePopup"));
        QVERIFY(popup != nullptr && popup->isVisible());
        auto* most = popup->findChild<ValueField*>(QStringLiteral("rangeMaximum"));
        most->selectAll();
        QTest::keyClicks(most, QStringLiteral("1"));
        QTest::keyClick(most, Qt::Key_Return);
        QCOMPARE(slider->most(), 1.0);
        QCOMPARE(desk.ranges.count(), 1);
        QCOMPARE(slider->number(), 1.0);  // it was at 2, which the range no longer holds
    }
    void onePlotAtATime() {
        Desk desk({inputOf("x", 2, true), inputOf("y", 1)});
        auto* x = desk.part<QToolButton>("x", "plotOverButton");
        auto* y = desk.part<QToolButton>("y", "plotOverButton");
        QVERIFY(x->isVisible() && x->isChecked());
        QTest::mouseClick(y, Qt::LeftButton);
        QVERIFY(!x->isChecked() && y->isChecked());
        QCOMPARE(desk.plots.count(), 1);
        QTest::mouseClick(y, Qt::LeftButton);
        QVERIFY(y->isChecked());
        QCOMPARE(desk.plots.count(), 1);
        Desk alone({inputOf("x", 2, true)});
        QVERIFY(!alone.part<QToolButton>("x", "plotOverButton")->isVisible());
    }
    void theSameNamesKeepTheirWidgetsAndWhatIsBeingTyped() {
        Desk desk({inputOf("x", 2), inputOf("y", 1)});
        ValueField* field = desk.field("x");
        desk.panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&desk.panel));
        desk.enter("x", "3.");
        desk.panel.setInputs({inputOf("x", 2), inputOf("y", 4)});
        QCOMPARE(desk.field("x"), field);
        QCOMPARE(field->text(), QStringLiteral("3."));
        QCOMPARE(desk.field("y")->text(), QStringLiteral("4"));
        QCOMPARE(desk.values.count(), 0);
        desk.panel.setInputs({inputOf("z", 2)});
        QCOMPARE(desk.panel.inputs().size(), 1);
    }
    void aLongNumberIsShortenedWholeAndComesBackToBeWritten() {
        Desk desk({inputOf("w", -0.0052941837482912)});
        ValueField* field = desk.field("w");
        const QString shown = field->text();
        QVERIFY2(shown.startsWith(QStringLiteral("-0.00529")) && shown.size() < 12, qPrintable(shown));
        QVERIFY(field->fontMetrics().horizontalAdvance(shown) <= field->width() - 12);
        QCOMPARE(field->toolTip(), QStringLiteral("-0.0052941837482912"));
        desk.panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&desk.panel));
        field->setFocus();
        QCOMPARE(field->text(), QStringLiteral("-0.0052941837482912"));
        field->clearFocus();
        QCOMPARE(field->text(), shown);
        QCOMPARE(desk.values.count(), 0);  // nothing was written
        QCOMPARE(field->value(), -0.0052941837482912);
        desk.panel.setInputs({inputOf("w", 1.2345678901e-5)});
        QVERIFY2(field->text().endsWith(QStringLiteral("e-5")) || field->text().endsWith(QStringLiteral("e-05")),
                 qPrintable(field->text()));
    }
    void aLongNameTakesItsShareOfTheRow() {
        Desk desk({inputOf("the_first_layer.weight[0, 0]", 1), inputOf("x", 2)});
        const auto* slider = desk.slider("x");
        QVERIFY(slider->width() >= 60);
        desk.panel.resize(700, 200);
        QTest::qWait(1);
        QVERIFY(desk.slider("x")->width() > 200);
    }
    void aScreenReaderHearsTheNumber() {
        Desk desk({inputOf("x", 2.5)});
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(desk.slider("x"));
        QCOMPARE(spoken->text(QAccessible::Value), QStringLiteral("2.5"));
        QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("Slider of x"));
        spoken->valueInterface()->setCurrentValue(1.5);
        QCOMPARE(desk.field("x")->text(), QStringLiteral("1.5"));
    }
};

QTEST_MAIN(tst_InputsPanel)
#include "tst_inputspanel.moc"
