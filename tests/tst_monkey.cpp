// SPDX-License-Identifier: GPL-3.0-or-later
// Documents made at random, sane and hostile fields mixed, opened in the real window, which is then used at random: keys, clicks,
// menus, texts pasted and dropped. It must stay whole: the document can be saved and read again, undone to what was opened and done again, and what is
// shown belongs to the text. BACKSTEP_MONKEY=N documents instead of a few; BACKSTEP_MONKEY_SEED=FIRST begins elsewhere.
#include <random>

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>

#include "app/document.h"
#include "engine/engine.h"
#include "tests/realwindow.h"
#include "tests/sanitized.h"
#include "widgets/codeeditor.h"
#include "widgets/graphview.h"

using namespace backstep;

namespace {

using namespace Qt::StringLiterals;

constexpr int kLongest = 60'000 * kPatience;  // ms until the window has done what it was asked for

const QStringList kTexts{
    u"f(x) = log(x^2) * sin(x) + 1/x"_s,
    u"f(x, y) = x*y + sin(x*y) + y^2"_s,
    u"x^2 +"_s,
    u""_s,
    u"f(x) = {x if x > 0, -x otherwise}"_s,
    u"import torch\nx = torch.tensor([1.0, -2.0], requires_grad=True)\ny = (x * x).sum()\ny.backward()\nprint(x.grad)\n"_s,
    u"import torch\nx = torch.tensor(1.5, requires_grad=True)\ny = x * 1\nfor i in range(6):\n    y = torch.sin(y)\ny.backward()\n"_s,
    u"import torch\nx = torch.tensor(2.0, requires_grad=True)\ny = x.log()\nwhile y < 3:\n    y = y * 2 + x.detach()\ny.backward()\ny.backward()\n"_s,
    u"import torch\nx = torch.zeros(3, requires_grad=True)\nz = (x / x).sum()\nz.backward()\n1 / 0\n"_s,
    u"def f(:\n    pass\n"_s,
    u"print('<img src=x> \u202e </script>')\nx\n"_s,
};
const QStringList kWords{u"x"_s,
                         u"y"_s,
                         u" "_s,
                         u"*"_s,
                         u"sin("_s,
                         u")"_s,
                         u"1e308"_s,
                         u"/0"_s,
                         u"\n"_s,
                         u"\u202e"_s,
                         u"<b>"_s,
                         u"torch."_s,
                         u"'"_s,
                         u"{"_s,
                         u"|"_s,
                         u"\U0001F600"_s,
                         u"é"_s,
                         u"\u0301"_s,
                         u"while True:\n    pass\n"_s,
                         u"print(x)\n"_s};
// What opens another window, changes the document from elsewhere, or ends this one, is for other tests.
const QStringList kNotPressed{
    u"actionOpen"_s,         u"actionSave"_s,          u"actionSaveAs"_s,         u"actionQuit"_s,           u"actionAbout"_s,
    u"actionAboutQt"_s,      u"actionExportGraph"_s,   u"actionExportPlot"_s,     u"actionHandbook"_s,       u"actionKeyboard"_s,
    u"actionPreferences"_s,  u"actionExerciseOpen"_s,  u"actionExerciseFolder"_s, u"actionExerciseReport"_s, u"actionReload"_s,
    u"actionExerciseList"_s, u"actionExerciseReset"_s, u"actionExerciseNext"_s,   u"actionTutorial"_s,       u"actionKeepMine"_s,
    u"actionNewFormula"_s,   u"actionNewProgram"_s,    u"actionUndo"_s,           u"actionRedo"_s,           u"actionPlay"_s};

}  // namespace

class TestMonkey : public QObject, RealWindow {
    Q_OBJECT

    QTemporaryDir folder_;
    std::mt19937 random_;

    int upTo(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }
    template <class List>
    auto one(const List& of) {
        return of[static_cast<qsizetype>(upTo(static_cast<int>(of.size()) - 1))];
    }
    QJsonValue number() {
        static const QList<double> kNumbers{0, -0.0, 1, 2.5, -3, 1e-12, 5e-324, 1e15, 1e300, 1.7976931348623157e308, -1e308, 7, 1e9};
        static const QStringList kWritten{u"NaN"_s, u"Infinity"_s, u"-Infinity"_s, u"1"_s};
        const int kind = upTo(12);
        if (kind == 0) return QJsonValue();
        if (kind == 1) return QJsonArray{1, 2};
        if (kind < 5) return one(kWritten);
        return one(kNumbers);
    }
    QString name() {
        return one(QStringList{u"x"_s, u"y"_s, u"f"_s, u""_s, u"\u202e"_s, u"<b>"_s, u"loop 4 0"_s, QString(100, u'n'), u"v3"_s});
    }
    QByteArray document() {
        QJsonObject o{{u"format"_s, u"backstep-session"_s}, {u"version"_s, 1}, {u"source"_s, one(kTexts)}};
        if (upTo(2) == 0) o[u"kind"_s] = one(QStringList{u"program"_s, u"formula"_s, u"x"_s});
        if (upTo(2) == 0) o[u"kindChosen"_s] = upTo(1) == 1;
        if (upTo(1) == 0) o[u"step"_s] = number();
        if (upTo(1) == 0) o[u"mode"_s] = one(QStringList{u"forward"_s, u"reverse"_s, u"?"_s});
        if (upTo(1) == 0) o[u"seed"_s] = name();
        if (upTo(2) == 0) o[u"direction"_s] = one(QStringList{u"right"_s, u"down"_s});
        if (upTo(2) == 0) o[u"constants"_s] = true;
        if (upTo(1) == 0) o[u"graph"_s] = number();
        if (upTo(1) == 0)
            o[u"plot"_s] = QJsonObject{{u"over"_s, name()}, {u"xmin"_s, number()}, {u"xmax"_s, number()}, {u"order"_s, number()}};
        if (upTo(1) == 0) {
            QJsonObject inputs;
            for (int i = upTo(3); i >= 0; --i)
                inputs[name()] = QJsonObject{{u"value"_s, number()}, {u"min"_s, number()}, {u"max"_s, number()}};
            o[u"inputs"_s] = inputs;
        }
        if (upTo(1) == 0) {
            QJsonArray leaves;
            for (int i = upTo(2); i >= 0; --i)
                leaves.append(QJsonObject{{u"from"_s, upTo(60)},
                                          {u"to"_s, upTo(80)},
                                          {u"occurrence"_s, number()},
                                          {u"values"_s, QJsonArray{number(), number()}}});
            o[u"leaves"_s] = leaves;
        }
        if (upTo(2) == 0) o[u"folds"_s] = QJsonObject{{name(), upTo(1) == 1}, {name(), number()}};
        if (upTo(2) == 0) o[u"breakpoints"_s] = QJsonArray{number(), number()};
        if (upTo(3) == 0) o[u"later"_s] = QJsonObject{{name(), number()}};
        return QJsonDocument(o).toJson();
    }

    void press() {
        QList<QAction*> actions;
        for (auto* action : window_->findChildren<QAction*>()) {
            const QString name = action->objectName();
            if (name.startsWith(u"action"_s) && action->isEnabled() && action->menu() == nullptr && !name.startsWith(u"actionPractice"_s) &&
                !kNotPressed.contains(name))
                actions << action;
        }
        auto* action = one(actions);
        done_ << action->objectName();
        action->trigger();
    }
    void type() {
        auto* editor = child<CodeEditor>("editor");
        const QString text = one(kWords);
        done_ << u"insert "_s + text;
        QTextCursor cursor = editor->textCursor();
        cursor.setPosition(upTo(static_cast<int>(editor->toPlainText().size())));
        cursor.insertText(text);
    }
    // From a forum, a notebook or a hostile file: pasted, or dropped where the mouse happens to be.
    QString strange() {
        static const QStringList kFiles =
            QDir(QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/hostile_programs")).entryList({u"*.txt"_s}, QDir::Files, QDir::Name);
        switch (upTo(5)) {
            case 0: return u">>> x = 1\n>>> x + 1\n2\n"_s.repeated(1 + upTo(3000));
            case 1: return QString(upTo(600'000), u'x');
            case 2: return u"x = x + 1\n"_s.repeated(upTo(25'000));
            case 3: return u"\u201cx\u201d\u00a0= \uff08\uff11\uff09\u2028\r\n\t<img src=x>\u202e"_s.repeated(1 + upTo(20));
            default: break;
        }
        QFile file(QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/hostile_programs/") + one(kFiles));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    void bring() {
        auto* editor = child<CodeEditor>("editor");
        QMimeData data;
        data.setText(strange());
        if (upTo(1) == 0) data.setHtml(u"<b onload='alert(1)'>x</b><img src='file:///etc/passwd'>"_s);
        const bool drop = upTo(1) == 0;
        done_ << u"%1 %2 characters"_s.arg(drop ? u"drop"_s : u"paste"_s).arg(data.text().size());
        if (!drop) {
            auto* copied = new QMimeData;
            copied->setText(data.text());
            QGuiApplication::clipboard()->setMimeData(copied);
            return editor->paste();
        }
        const QPoint at(upTo(editor->viewport()->width()), upTo(editor->viewport()->height()));
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, {});
        QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(editor->viewport(), &enter);
        if (enter.isAccepted()) QCoreApplication::sendEvent(editor->viewport(), &event);
    }
    // A picture with its document inside, as it was exported or with a few bytes changed on its way: opened, or refused in words.
    void openCarrier() {
        const QString path = folder_.filePath(one(QStringList{u"carrier.svg"_s, u"carrier.png"_s, u"carrier.html"_s}));
        if (!window_->exportGraph(path)) return;
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        for (int i = upTo(3); i > 0; --i) bytes[upTo(static_cast<int>(bytes.size()) - 1)] = static_cast<char>(upTo(255));
        if (upTo(3) == 0) bytes.truncate(upTo(static_cast<int>(bytes.size())));
        file.resize(0);
        QVERIFY(file.seek(0) && file.write(bytes) == bytes.size());
        file.close();
        window_->openFile(path);
        QVERIFY(QTest::qWaitFor([this] { return window_->isSettled(); }, kLongest));
    }
    void clickGraph() {
        auto* graph = window_->findChild<GraphView*>();
        if (graph == nullptr || !graph->isVisible()) return;
        const QPoint at(upTo(graph->width()), upTo(graph->height()));
        done_ << u"click %1 %2"_s.arg(at.x()).arg(at.y());
        QTest::mouseClick(graph, Qt::LeftButton, {}, at);
    }
    void step() {
        StepCursor* cursor = window_->cursor();
        if (cursor->snapshot()) cursor->setStop(upTo(static_cast<int>(cursor->stops())));
    }
    void useIt() {
        for (int n = 0; n < 12; ++n) {
            const int what = upTo(10);
            if (what < 5) press();
            else if (what < 7) type();
            else if (what > 9) bring();
            else if (what < 8) clickGraph();
            else step();
            if (upTo(2) == 0) QTest::qWait(upTo(30));
        }
    }
    QStringList done_;

private slots:
    void initTestCase() {
        prepare();
        open({1280, 800});
    }
    void cleanupTestCase() { window_.reset(); }

    void a_document_at_random_is_used_at_random_data() {
        QTest::addColumn<int>("seed");
        const int count = std::max(30, qEnvironmentVariableIntValue("BACKSTEP_MONKEY")),
                  first = qEnvironmentVariableIntValue("BACKSTEP_MONKEY_SEED");
        for (int seed = first; seed < first + count; ++seed) QTest::addRow("%d", seed) << seed;
    }
    void a_document_at_random_is_used_at_random() {
        QFETCH(int, seed);
        random_.seed(static_cast<unsigned>(seed));
        done_.clear();
        if (upTo(3) == 0) openCarrier();
        if (QTest::currentTestFailed()) return;
        const QByteArray bytes = document();
        const QString path = folder_.filePath(u"%1.backstep"_s.arg(seed));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        const QString fault = window_->openFile(path);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        QVERIFY(QTest::qWaitFor([this] { return window_->isSettled(); }, kLongest));
        const SessionState opened = window_->session()->state();
        useIt();
        child<QAction>("actionStop")->trigger();
        QVERIFY2(QTest::qWaitFor([this] { return window_->isSettled(); }, kLongest), qPrintable(done_.join(u", "_s)));
        verifyWhole(opened);
        QVERIFY(!window_->grab().isNull());
    }

private:
    void verifyWhole(const SessionState& opened) {
        const QByteArray did = done_.join(u", "_s).toUtf8();
        const SessionState now = window_->session()->state();
        const ReadDocument again = readDocument(documentText({now, 1}));
        const bool warned = now.text.contains(QChar(0));  // it is kept, and said each time
        QVERIFY2(again.document && again.warnings.isEmpty() != warned, did + again.fault.toUtf8() + again.warnings.join(u'\n').toUtf8());
        QCOMPARE(documentText({again.document->state, 1}), documentText({now, 1}));  // (a NaN is not equal to itself)
        // What cannot be read leaves the graph of what could be; a program is run when its reader pauses.
        const auto& snapshot = window_->cursor()->snapshot();
        if (snapshot && !snapshot->isProgram() && now.kind == TextKind::Formula && evaluate(window_->session()->request())->ok())
            QCOMPARE(QString::fromStdString(snapshot->source.text()), now.text);
        QUndoStack* history = window_->session()->history();
        const int index = history->index();
        history->setIndex(0);
        QVERIFY2(documentText({window_->session()->state(), 1}) == documentText({opened, 1}), did);
        history->setIndex(index);
        QVERIFY2(documentText({window_->session()->state(), 1}) == documentText({now, 1}), did);
        QVERIFY(QTest::qWaitFor([this] { return window_->isSettled(); }, kLongest));
    }
};

QTEST_MAIN(TestMonkey)
#include "tst_monkey.moc"
