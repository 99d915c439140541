// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"

#include <algorithm>
#include <memory>
#include <utility>

#include <QApplication>
#include <QComboBox>
#include <QLibraryInfo>
#include <QMetaProperty>
#include <QMutexLocker>
#include <QSettings>
#include <QTabBar>

#include "app/translation.h"

namespace backstep {
namespace {

QString languageKey() { return QStringLiteral("language"); }

// Texts of the reader, or ones that are costly to make: never phrases of ours.
bool isContent(const char* property) {
    static const QByteArrayList names{"objectName", "html", "markdown", "plainText", "styleSheet", "currentText", "windowFilePath"};
    return names.contains(property);
}

}  // namespace

Language::Language(QObject* parent) : QTranslator(parent) {
    speak(code_);
    QCoreApplication::installTranslator(this);
}

Language::~Language() { QCoreApplication::removeTranslator(this); }

QStringList Language::codes() { return {QStringLiteral("en"), QStringLiteral("zh_CN")}; }

QString Language::nameOf(const QString& code) {
    return code == QLatin1String("zh_CN") ? QStringLiteral("简体中文") : QStringLiteral("English");
}

// The first that is spoken here; Chinese in traditional characters is not Simplified Chinese, but nearer to it than English.
QString Language::bestOf(const QStringList& wanted) {
    for (const QString& name : wanted) {
        const QLocale::Language language = QLocale(name).language();
        if (language == QLocale::Chinese) return QStringLiteral("zh_CN");
        if (language == QLocale::English || language == QLocale::C) return QStringLiteral("en");
    }
    return QStringLiteral("en");
}

QString Language::chosen() {
    const QString code = QSettings().value(languageKey()).toString();
    return codes().contains(code) ? code : QString();
}

void Language::choose(const QString& code) { QSettings().setValue(languageKey(), code); }

void Language::follow(const QString& chosen) { speak(codes().contains(chosen) ? chosen : bestOf(QLocale::system().uiLanguages())); }

// Qt's own phrases come from Qt's files. English needs a file for its plurals only.
void Language::speak(const QString& code) {
    const auto ours = translationTo(code);
    auto qts = std::make_shared<QTranslator>();
    (void)qts->load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    const QLocale system = QLocale::system();
    const QLocale locale(code);
    speak(
        code,
        [ours, qts](const char* context, const char* source, const char* comment, int n) {
            const QString text = ours->translate(context, source, comment, n);
            return text.isEmpty() ? qts->translate(context, source, comment, n) : text;
        },
        system.language() == locale.language() ? system : locale);
}

void Language::speak(const QString& code, Words words, const QLocale& locale) {
    {
        const QMutexLocker lock(&mutex_);
        code_ = code;
        words_ = std::move(words);
        kept_ += given_.values();
        given_.clear();
    }
    QLocale::setDefault(locale);
    if (qobject_cast<QApplication*>(QCoreApplication::instance()) == nullptr) return;
    sayEverythingAnew();
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(QCoreApplication::instance(), &change);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LanguageChange);
}

QString Language::translate(const char* context, const char* source, const char* comment, int n) const {
    const QMutexLocker lock(&mutex_);
    if (source == nullptr || *source == '\0') return {};
    if (n >= 0) return words_(context, source, comment, n);  // it gets its number in it: no text twice
    const Phrase phrase{context, source, comment};
    if (const auto it = given_.constFind(phrase); it != given_.constEnd()) return *it;
    QString text = words_(context, source, comment, n);
    if (text.isEmpty()) text = QString::fromUtf8(source);
    phraseOf_.insert(text.constData(), phrase);
    given_.insert(phrase, text);
    return text;
}

bool Language::isPhrase(const QString& text) const {
    const QMutexLocker lock(&mutex_);
    return phraseOf_.contains(text.constData());
}

QString Language::anew(const QString& text) const {
    if (!isPhrase(text)) return text;
    const Phrase phrase = [&] {
        const QMutexLocker lock(&mutex_);
        return phraseOf_.value(text.constData());
    }();
    return translate(phrase.context, phrase.source, phrase.comment.isEmpty() ? nullptr : phrase.comment.constData(), -1);
}

// A short text or a tip that nobody gave an action follows from its text; given once, it would stay when the text changes.
bool Language::isDerived(const QAction& action, const char* property) {
    const QAction plain(action.text(), nullptr);
    return plain.property(property) == action.property(property);
}

void Language::sayAnew(QObject* object) const {
    const QMetaObject* kind = object->metaObject();
    const auto* action = qobject_cast<QAction*>(object);
    const auto say = [&](bool derivable) {
        for (int i = 0; i < kind->propertyCount(); ++i) {
            const QMetaProperty property = kind->property(i);
            if (property.metaType() != QMetaType::fromType<QString>() || !property.isWritable() || isContent(property.name())) continue;
            const bool follows =
                action != nullptr && (qstrcmp(property.name(), "iconText") == 0 || qstrcmp(property.name(), "toolTip") == 0);
            if (follows != derivable || (follows && isDerived(*action, property.name()))) continue;
            const QString text = property.read(object).toString();
            if (isPhrase(text)) property.write(object, anew(text));
        }
    };
    say(false);
    if (action != nullptr) say(true);
    if (auto* box = qobject_cast<QComboBox*>(object)) {
        for (int i = 0; i < box->count(); ++i) box->setItemText(i, anew(box->itemText(i)));
    }
    if (auto* tabs = qobject_cast<QTabBar*>(object)) {
        for (int i = 0; i < tabs->count(); ++i) tabs->setTabText(i, anew(tabs->tabText(i)));
    }
}

void Language::sayEverythingAnew() const {
    for (QWidget* widget : QApplication::allWidgets()) {
        sayAnew(widget);
        for (QObject* child : widget->children()) {
            if (!child->isWidgetType()) sayAnew(child);
        }
    }
}

}  // namespace backstep
