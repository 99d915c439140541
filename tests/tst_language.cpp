// SPDX-License-Identifier: GPL-3.0-or-later
// Two languages: nothing is left untranslated, nothing is clipped, and everything on screen follows a change at once.
// Long because each way in which a text may be forgotten is tried on the same window.
// A made-up language (long, in accented letters, from right to left) shows what was forgotten in any language.
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMetaProperty>
#include <QPlainTextEdit>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QXmlStreamReader>

#include "app/exercisefiles.h"
#include "app/exercises.h"
#include "app/exportdialog.h"
#include "app/language.h"
#include "app/mainwindow.h"
#include "app/preferences.h"

using namespace backstep;

namespace {

struct Message {
    QString context, source, comment, state;
    QStringList translations;
    bool plural = false;
};

QList<Message> messagesOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    QXmlStreamReader xml(&file);
    QList<Message> all;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        const QString name = xml.name().toString();
        if (name == QLatin1String("name")) context = xml.readElementText();
        if (name == QLatin1String("message")) {
            all.append(Message());
            all.last().context = context;
            all.last().plural = xml.attributes().value(QStringLiteral("numerus")) == QLatin1String("yes");
        }
        if (name == QLatin1String("source")) all.last().source = xml.readElementText();
        if (name == QLatin1String("comment")) all.last().comment = xml.readElementText();
        if (name == QLatin1String("translation")) {
            all.last().state = xml.attributes().value(QStringLiteral("type")).toString();
            if (!all.last().plural) all.last().translations = {xml.readElementText()};
        }
        if (name == QLatin1String("numerusform")) all.last().translations.append(xml.readElementText());
    }
    return all;
}

QString translationFile(const QString& code) {
    return QStringLiteral(BACKSTEP_SOURCE_DIR "/resources/translations/backstep_%1.ts").arg(code);
}

QSet<QString> placeholders(const QString& text) {
    static const QRegularExpression one(QStringLiteral(R"(%L?\d|\{\w+\}|%L?n)"));
    QSet<QString> all;
    for (auto it = one.globalMatch(text); it.hasNext();) all.insert(it.next().captured());
    return all;
}

// What must stay as it is in any language: places for values, endings of files, shortcuts' letters.
QString pseudo(const QString& source) {
    static const QRegularExpression kept(QStringLiteral(R"(%L?\d|%L?n|\{\w+\}|\*\.\w+|;;|\n)"));
    static const QString plain = QStringLiteral("AaCcDdEeGgHhIiKkLlNnOoRrSsTtUuWwYyZzBbFfMmPpVvXxJjQq");
    static const QString marked = QStringLiteral("ÅåÇçÐðÉéĜĝĤĥÎîĶķĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽžßþƑƒṀṁÞƥṼṽẌẍĴĵǪǫ");
    QString text;
    qsizetype at = 0;
    const auto accented = [&](const QString& part) {
        QString made = part;
        for (QChar& c : made) {
            if (const qsizetype i = plain.indexOf(c); i >= 0) c = marked[i];
        }
        return made;
    };
    for (auto it = kept.globalMatch(source); it.hasNext();) {
        const auto match = it.next();
        text += accented(source.mid(at, match.capturedStart() - at)) + match.captured();
        at = match.capturedEnd();
    }
    text += accented(source.mid(at));
    const qsizetype more = source.size() < 20 ? source.size() / 2 + 1 : source.size() / 3;
    return text + QString(more, QChar(0x00e5));
}

// English words that are no translation's business: names of programs, formats, keys and functions.
QStringList foreignWords(const QString& text) {
    static const QSet<QString> names{
        QStringLiteral("Backstep"), QStringLiteral("LaTeX"),    QStringLiteral("CSV"),    QStringLiteral("Qt"),
        QStringLiteral("TikZ"),     QStringLiteral("SVG"),      QStringLiteral("PNG"),    QStringLiteral("PDF"),
        QStringLiteral("Python"),   QStringLiteral("PyTorch"),  QStringLiteral("NaN"),    QStringLiteral("Ctrl"),
        QStringLiteral("Shift"),    QStringLiteral("Alt"),      QStringLiteral("Home"),   QStringLiteral("Right"),
        QStringLiteral("Left"),     QStringLiteral("End"),      QStringLiteral("Space"),  QStringLiteral("Escape"),
        QStringLiteral("Esc"),      QStringLiteral("Tab"),      QStringLiteral("GIF"),    QStringLiteral("WebP"),
        QStringLiteral("Graphviz"), QStringLiteral("English"),  QStringLiteral("detach"), QStringLiteral("backward"),
        QStringLiteral("sum"),      QStringLiteral("gradient"), QStringLiteral("retain"), QStringLiteral("graph"),
        QStringLiteral("True"),     QStringLiteral("Softmax"),  QStringLiteral("dpi"),    QStringLiteral("sin"),
        QStringLiteral("log"),      QStringLiteral("cos"),      QStringLiteral("plt"),    QStringLiteral("plot"),
        QStringLiteral("dot")};
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{3,}"));
    QStringList left;
    for (auto it = word.globalMatch(text); it.hasNext();) {
        const QString found = it.next().captured();
        if (!names.contains(found)) left.append(found);
    }
    return left;
}

bool isContent(const QString& property) {
    static const QSet<QString> names{QStringLiteral("objectName"),     QStringLiteral("styleSheet"),    QStringLiteral("html"),
                                     QStringLiteral("markdown"),       QStringLiteral("plainText"),     QStringLiteral("windowFilePath"),
                                     QStringLiteral("windowIconText"), QStringLiteral("inputMask"),     QStringLiteral("currentText"),
                                     QStringLiteral("windowRole"),     QStringLiteral("defaultSuffix"), QStringLiteral("cleanText"),
                                     QStringLiteral("displayText"),    QStringLiteral("selectedText")};
    return names.contains(property);
}

// Every text that an object shows or lets a screen reader say, with where it stands.
using Texts = QList<std::pair<QString, QString>>;

void collect(const QObject* object, Texts& texts) {
    if (qstrncmp(object->metaObject()->className(), "QCP", 3) == 0 || qobject_cast<const QHeaderView*>(object) != nullptr)
        return;  // names within the plot; the model of its view
    const QString name = QString::fromLatin1(object->metaObject()->className()) + QLatin1Char(' ') + object->objectName();
    for (int i = 0; i < object->metaObject()->propertyCount(); ++i) {
        const QMetaProperty property = object->metaObject()->property(i);
        if (property.metaType() != QMetaType::fromType<QString>() || isContent(QString::fromLatin1(property.name()))) continue;
        texts.append({name + QLatin1Char('.') + QString::fromLatin1(property.name()), property.read(object).toString()});
    }
    if (const auto* box = qobject_cast<const QComboBox*>(object)) {
        for (int i = 0; i < box->count(); ++i) texts.append({name + QStringLiteral(" item"), box->itemText(i)});
    }
    if (const auto* view = qobject_cast<const QAbstractItemView*>(object); view != nullptr && view->model() != nullptr) {
        const QAbstractItemModel* model = view->model();
        for (int c = 0; c < model->columnCount(); ++c) {
            texts.append({name + QStringLiteral(" header"), model->headerData(c, Qt::Horizontal).toString()});
            for (int r = 0; r < model->rowCount(); ++r)
                texts.append({name + QStringLiteral(" cell tip"), model->index(r, c).data(Qt::ToolTipRole).toString()});
        }
    }
    for (const QObject* child : object->children()) collect(child, texts);
}

void collectSpoken(QAccessibleInterface* spoken, const QString& path, Texts& texts, int depth = 0) {
    if (spoken == nullptr || !spoken->isValid() || depth > 12) return;
    const QString here = path + QLatin1Char('/') +
                         (spoken->object() != nullptr ? spoken->object()->objectName() : QString::number(static_cast<int>(spoken->role())));
    for (const QAccessible::Text kind : {QAccessible::Name, QAccessible::Description}) texts.append({here, spoken->text(kind)});
    for (int i = 0; i < spoken->childCount(); ++i) collectSpoken(spoken->child(i), here, texts, depth + 1);
}

}  // namespace

class TestLanguage : public QObject {
    Q_OBJECT

    std::unique_ptr<Language> language_;
    std::unique_ptr<MainWindow> window_;
    QTemporaryDir folder_;

    [[nodiscard]] bool settled() const {
        return QTest::qWaitFor([this] { return window_->isSettled() && !window_->exercises()->busy(); }, 20000);
    }

    void speakPseudo(bool rightToLeft = false) {
        language_->speak(
            QStringLiteral("pseudo"),
            [rightToLeft](const char* context, const char* source, const char*, int) {
                const QString text = QString::fromUtf8(source);
                if (text == QLatin1String("QT_LAYOUT_DIRECTION")) return rightToLeft ? QStringLiteral("RTL") : QStringLiteral("LTR");
                if (qstrcmp(context, "QShortcut") == 0) return text;  // names of keys
                return pseudo(text);
            },
            QLocale(QLocale::C));
    }

    void start() {
        window_ = std::make_unique<MainWindow>(MainWindow::Options{{.program = defaultLayoutProgram()}, false, false, language_.get()});
        window_->resize(1440, 900);
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        QVERIFY(settled());
    }

    void openProgram(const QString& text) {
        SessionState state;
        state.text = text;
        window_->session()->reset(state);
        QVERIFY(settled());
    }

    QString none_;  // why not
    [[nodiscard]] bool isNone(const QStringList& found) {
        none_ = QLatin1Char('\n') + found.join(QLatin1Char('\n'));
        return found.isEmpty();
    }

    // Words in plain letters that are left, of all that can be read or heard in the window.
    [[nodiscard]] QStringList leftBehind(const QStringList& ours = {}) const {
        Texts texts;
        collect(window_.get(), texts);
        collectSpoken(QAccessible::queryAccessibleInterface(window_.get()), QString(), texts);
        QStringList found;
        for (const auto& [where, text] : texts) {
            if (where.startsWith(QLatin1String("QPlainTextEdit")) || where.contains(QLatin1String("CodeEditor editor.plain"))) continue;
            for (const QString& word : foreignWords(text)) {
                if (!ours.contains(word))
                    found.append(where + QStringLiteral(": “") + text.left(90) + QStringLiteral("” (") + word + QLatin1Char(')'));
            }
        }
        found.removeDuplicates();
        return found;
    }

    // Controls whose text needs more room than they have.
    [[nodiscard]] static QStringList clipped(const QWidget* root) {
        QStringList found;
        for (const QWidget* widget : root->findChildren<QWidget*>()) {
            if (!widget->isVisibleTo(root) || widget->width() == 0 || widget->height() == 0) continue;
            const QString name = QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
            QSize need;
            QString text;
            if (const auto* label = qobject_cast<const QLabel*>(widget)) {
                text = label->text();
                if (text.isEmpty() || label->maximumHeight() == 0) continue;
                need = label->wordWrap() ? QSize(label->minimumSizeHint().width(), label->heightForWidth(label->width()))
                                         : label->minimumSizeHint();
                if (label->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored) need.setWidth(0);  // it elides by itself
            } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
                text = button->text();
                if (text.isEmpty()) continue;
                const auto* tool = qobject_cast<const QToolButton*>(widget);
                if (tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull()) continue;
                need = button->minimumSizeHint();
            } else {
                continue;
            }
            if (need.width() > widget->width() + 1 || need.height() > widget->height() + 1)
                found.append(QStringLiteral("%1 “%2” needs %3×%4, has %5×%6")
                                 .arg(name, text)
                                 .arg(need.width())
                                 .arg(need.height())
                                 .arg(widget->width())
                                 .arg(widget->height()));
        }
        return found;
    }

private slots:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
        QAccessible::setActive(true);
        applyAppearance(*qApp, AppearanceMode::light);
        language_ = std::make_unique<Language>();
    }
    void cleanup() {
        window_.reset();
        language_->speak(QStringLiteral("en"));
    }

    // `cmake --build … --target translations`, then translate what is marked unfinished.
    void every_phrase_is_translated_and_no_translation_is_without_its_phrase() {
        for (const QString& code : {QStringLiteral("zh_CN"), QStringLiteral("en")}) {
            const QString copy = folder_.filePath(code + QStringLiteral(".ts"));
            QVERIFY(QFile::copy(translationFile(code), copy));
            QStringList arguments{QStringLiteral("-silent"),
                                  QStringLiteral("-I"),
                                  QStringLiteral("."),
                                  QStringLiteral("app"),
                                  QStringLiteral("widgets"),
                                  QStringLiteral("-locations"),
                                  QStringLiteral("none"),
                                  QStringLiteral("-target-language"),
                                  code,
                                  QStringLiteral("-ts"),
                                  copy};
            if (code == QLatin1String("en")) arguments.prepend(QStringLiteral("-pluralonly"));
            QProcess lupdate;
            lupdate.setWorkingDirectory(QStringLiteral(BACKSTEP_SOURCE_DIR));
            lupdate.start(QStringLiteral(BACKSTEP_LUPDATE), arguments);
            QVERIFY2(lupdate.waitForFinished(120000) && lupdate.exitCode() == 0, lupdate.readAllStandardError().constData());
            const QList<Message> messages = messagesOf(copy);
            QVERIFY(messages.size() > (code == QLatin1String("en") ? 3 : 1300));
            QStringList wrong;
            for (const Message& m : messages) {
                if (!m.state.isEmpty()) wrong.append(QStringLiteral("%1: “%2” is %3 in %4").arg(m.context, m.source, m.state, code));
                else if (m.translations.isEmpty() || m.translations.contains(QString()))
                    wrong.append(QStringLiteral("%1: “%2” is empty in %3").arg(m.context, m.source, code));
            }
            QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("\n") + wrong.join(QLatin1Char('\n'))));
        }
    }

    void a_translation_has_the_places_of_its_phrase() {
        for (const QString& code : {QStringLiteral("zh_CN"), QStringLiteral("en")}) {
            for (const Message& m : messagesOf(translationFile(code))) {
                for (const QString& text : m.translations) {
                    QSet<QString> wanted = placeholders(m.source), given = placeholders(text);
                    if (m.plural) {
                        for (QSet<QString>* set : {&wanted, &given}) set->subtract({QStringLiteral("%n"), QStringLiteral("%Ln")});
                    }
                    QVERIFY2(wanted == given, qPrintable(m.context + QStringLiteral(": ") + m.source + QStringLiteral(" → ") + text));
                }
            }
        }
    }

    // Full-width marks in Chinese; a letter to press stays, in parentheses, as on every Chinese desktop.
    void chinese_is_punctuated_as_chinese() {
        static const QRegularExpression letter(QStringLiteral("&([A-Za-z])"));
        static const QRegularExpression halfWidth(QStringLiteral(R"([\x{4e00}-\x{9fff}][,;:?!.](?:$|[\s\x{4e00}-\x{9fff}]))"));
        for (const Message& m : messagesOf(translationFile(QStringLiteral("zh_CN")))) {
            const QString text = m.translations.value(0);
            const QString where = m.context + QStringLiteral(": ") + m.source + QStringLiteral(" → ") + text;
            if (m.source.endsWith(QLatin1Char('.')) && !m.source.endsWith(QLatin1String("...")))
                QVERIFY2(text.endsWith(QStringLiteral("。")), qPrintable(where));
            if (m.source.endsWith(QLatin1Char('?'))) QVERIFY2(text.endsWith(QStringLiteral("？")), qPrintable(where));
            if (m.source.endsWith(QStringLiteral("…")) && !m.source.endsWith(QStringLiteral(", …")))
                QVERIFY2(text.endsWith(QStringLiteral("…")), qPrintable(where));
            QVERIFY2(!halfWidth.match(text).hasMatch(), qPrintable(where));
            const auto match = letter.match(m.source);
            if (match.hasMatch() && !m.source.contains(QLatin1String("&&")))
                QVERIFY2(text.contains(QStringLiteral("(&%1)").arg(match.captured(1).toUpper())), qPrintable(where));
        }
    }

    void the_desktop_says_the_language_unless_the_reader_does() {
        QCOMPARE(Language::bestOf({QStringLiteral("zh-Hans-CN"), QStringLiteral("zh-CN"), QStringLiteral("zh")}), QStringLiteral("zh_CN"));
        QCOMPARE(Language::bestOf({QStringLiteral("de-DE"), QStringLiteral("zh-CN"), QStringLiteral("en")}), QStringLiteral("zh_CN"));
        QCOMPARE(Language::bestOf({QStringLiteral("fr-FR")}), QStringLiteral("en"));
        QCOMPARE(Language::bestOf({QStringLiteral("C")}), QStringLiteral("en"));
        Language::choose(QStringLiteral("zh_CN"));
        QCOMPARE(Language::chosen(), QStringLiteral("zh_CN"));
        language_->follow(Language::chosen());
        QCOMPARE(QCoreApplication::translate("backstep::MainWindow", "&File"), QStringLiteral("文件(&F)"));
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("取消"));  // of Qt
        Language::choose({});
        QVERIFY(Language::chosen().isEmpty());
    }

    void numbers_have_their_plural() {
        QCOMPARE(QCoreApplication::translate("backstep::FigureView", "%n curve(s)", nullptr, 1), QStringLiteral("1 curve"));
        QCOMPARE(QCoreApplication::translate("backstep::FigureView", "%n curve(s)", nullptr, 2), QStringLiteral("2 curves"));
        language_->speak(QStringLiteral("zh_CN"));
        QCOMPARE(QCoreApplication::translate("backstep::FigureView", "%n curve(s)", nullptr, 2), QStringLiteral("2 条曲线"));
    }

    void the_menu_changes_the_language_of_everything_at_once_and_back() {
        start();
        const auto title = [&](const char* name) { return window_->findChild<QMenu*>(QString::fromLatin1(name))->title(); };
        window_->findChild<QAction*>(QStringLiteral("actionLanguage_zh_CN"))->trigger();
        QVERIFY(settled());
        QTest::qWait(50);  // Qt names the tabs of docks a moment later
        QCOMPARE(title("fileMenu"), QStringLiteral("文件(&F)"));
        (void)QTest::qWaitFor([&] { return leftBehind({QStringLiteral("input")}).isEmpty(); }, 2000);
        QVERIFY2(isNone(leftBehind({QStringLiteral("input")})), qPrintable(none_));
        window_->findChild<QAction*>(QStringLiteral("actionLanguage_en"))->trigger();
        QTest::qWait(50);
        QCOMPARE(title("fileMenu"), QStringLiteral("&File"));
        QCOMPARE(window_->findChild<QAction*>(QStringLiteral("actionNext"))->text(), QStringLiteral("&Next Step\tRight"));
        static const QRegularExpression han(QStringLiteral("[\\x{4e00}-\\x{9fff}]"));
        Texts texts;
        collect(window_.get(), texts);
        collectSpoken(QAccessible::queryAccessibleInterface(window_.get()), QString(), texts);
        for (const auto& [where, text] : texts)
            QVERIFY2(!text.contains(han) || text == Language::nameOf(QStringLiteral("zh_CN")),
                     qPrintable(where + QStringLiteral(": ") + text));
    }

    void nothing_on_screen_is_without_a_translation_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("a formula") << QStringLiteral("f(x) = x^2 + y");
        QTest::newRow("a faulty formula") << QStringLiteral("f(x) = (x^2 + ");
        QTest::newRow("a program") << QStringLiteral(
            "import torch\nx = torch.tensor([1., 2.], requires_grad=True)\ny = (x * x).sum()\ny.backward()\nprint(1)\n");
        QTest::newRow("a program that fails") << QStringLiteral(
            "import torch\nx = torch.tensor([1., 2.], requires_grad=True)\ny = x * x\ny.backward()\n");
    }
    void nothing_on_screen_is_without_a_translation() {
        QFETCH(QString, text);
        start();
        openProgram(text);
        window_->cursor()->setStop(static_cast<int>(window_->cursor()->stops()) - 1);
        window_->exercises()->showList();
        QVERIFY(settled());
        speakPseudo();
        QVERIFY(settled());
        QTest::qWait(50);
        // What the reader typed, and what the libraries say, stays as it is.
        QStringList ours{QStringLiteral("import"), QStringLiteral("torch"),      QStringLiteral("tensor"),  QStringLiteral("requires"),
                         QStringLiteral("sum"),    QStringLiteral("print"),      QStringLiteral("Mul"),     QStringLiteral("Sum"),
                         QStringLiteral("grad"),   QStringLiteral("ones"),       QStringLiteral("like"),    QStringLiteral("RuntimeError"),
                         QStringLiteral("can"),    QStringLiteral("implicitly"), QStringLiteral("created"), QStringLiteral("only"),
                         QStringLiteral("for"),    QStringLiteral("scalar"),     QStringLiteral("outputs"), QStringLiteral("mul"),
                         QStringLiteral("pow")};
        QStringList left;
        const auto nothingLeft = [&] {
            left = leftBehind(ours);
            left.removeIf([](const QString& where) {
                return where.contains(QLatin1String("exercise"), Qt::CaseInsensitive);
            });  // titles of exercises have their own languages
            return left.isEmpty();
        };
        (void)QTest::qWaitFor(nothingLeft, 2000);  // Qt moves docks for a while, and names their tabs in the end
        QVERIFY2(isNone(left), qPrintable(none_));
    }

    void nothing_is_clipped_in_a_longer_language_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("rightToLeft");
        QTest::newRow("a formula") << QStringLiteral("f(x) = x^2 + y") << false;
        QTest::newRow("a formula, from right to left") << QStringLiteral("f(x) = x^2 + y") << true;
        QTest::newRow("a program") << QStringLiteral(
                                          "import torch\nx = torch.tensor([1., 2.], requires_grad=True)\ny = x * x\ny.backward()\n")
                                   << false;
    }
    void nothing_is_clipped_in_a_longer_language() {
        QFETCH(QString, text);
        QFETCH(bool, rightToLeft);
        speakPseudo(rightToLeft);
        start();
        QCOMPARE(window_->layoutDirection(), rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
        openProgram(text);
        QCoreApplication::processEvents();
        QVERIFY2(isNone(clipped(window_.get())), qPrintable(none_));
        window_->exercises()->open(shippedExercises().first());
        QVERIFY(settled());
        QCoreApplication::processEvents();
        QVERIFY2(isNone(clipped(window_.get())), qPrintable(none_));
        Preferences preferences(window_.get());
        preferences.show();
        QVERIFY2(isNone(clipped(&preferences)), qPrintable(none_));
        ExportDialog dialog(window_->exportDocument(), window_.get());
        dialog.show();
        QCoreApplication::processEvents();
        QVERIFY2(isNone(clipped(&dialog)), qPrintable(none_));
    }

    void chinese_text_has_its_characters_and_is_not_clipped() {
        language_->speak(QStringLiteral("zh_CN"));
        start();
        QTest::qWait(50);
        QVERIFY2(isNone(clipped(window_.get())), qPrintable(none_));
        openProgram(QStringLiteral("import torch\nx = torch.tensor([1., 2.], requires_grad=True)\ny = x * x\ny.backward()\n"));
        QTest::qWait(50);
        QVERIFY2(isNone(clipped(window_.get())), qPrintable(none_));
    }

    void what_can_be_undone_is_said_in_the_language_of_now() {
        language_->speak(QStringLiteral("en"));
        start();
        window_->findChild<QAction*>(QStringLiteral("actionLeftToRight"))->trigger();
        const auto* undo = window_->findChild<QAction*>(QStringLiteral("actionUndo"));
        QVERIFY2(undo->text().contains(QStringLiteral("Turn the graph")), qPrintable(undo->text()));
        language_->speak(QStringLiteral("zh_CN"));
        QVERIFY2(!undo->text().contains(QStringLiteral("Turn")) && undo->text().contains(QStringLiteral("图")), qPrintable(undo->text()));
        language_->speak(QStringLiteral("en"));
        QVERIFY(undo->text().contains(QStringLiteral("Turn the graph")));
    }

    // Letters to press in one menu differ.
    void no_two_entries_of_a_menu_have_the_same_letter() {
        static const QRegularExpression letter(QStringLiteral("&([A-Za-z0-9])"));
        for (const QString& code : Language::codes()) {
            language_->speak(code);
            start();
            QList<QMenu*> menus = window_->findChildren<QMenu*>();
            const auto check = [&](const QList<QAction*>& actions, const QString& where) {
                QSet<QString> seen;
                for (const QAction* action : actions) {
                    const auto match = letter.match(action->text());
                    if (!match.hasMatch() || !action->isVisible()) continue;
                    const QString key = match.captured(1).toUpper();
                    QVERIFY2(!seen.contains(key), qPrintable(code + QStringLiteral(" ") + where + QStringLiteral(": ") + action->text()));
                    seen.insert(key);
                }
            };
            check(window_->menuBar()->actions(), QStringLiteral("menu bar"));
            for (const QMenu* menu : menus) check(menu->actions(), menu->objectName());
            window_.reset();
        }
    }
};

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
