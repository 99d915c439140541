// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the window, which may change while it is open. It is the only translator that is installed: it asks
// the files of translations, and remembers every text that it has given. A QString is shared and never copied, so a
// text that stands on a button or in a menu tells by the address of its characters which phrase it is: on a change each
// is said anew, wherever it stands. What is composed of phrases is made again by whoever made it, at LanguageChange
// (widgets/saying.h).
#pragma once

#include <functional>

#include <QHash>
#include <QLocale>
#include <QMutex>
#include <QTranslator>

class QAction;

namespace backstep {

class Language : public QTranslator {
    Q_OBJECT

public:
    // Null for a phrase that it does not know.
    using Words = std::function<QString(const char* context, const char* source, const char* comment, int n)>;

    explicit Language(QObject* parent = nullptr);  // English at first; one at a time
    ~Language() override;

    [[nodiscard]] static QStringList codes();                        // en, zh_CN
    [[nodiscard]] static QString nameOf(const QString& code);        // in that language itself
    [[nodiscard]] static QString bestOf(const QStringList& wanted);  // what the desktop prefers, best first
    [[nodiscard]] static QString chosen();                           // by the reader; empty: as the desktop
    static void choose(const QString& code);                         // for the next start, too

    [[nodiscard]] QString code() const { return code_; }
    void follow(const QString& chosen);  // a code, or empty for the desktop's
    void speak(const QString& code);
    void speak(const QString& code, Words words, const QLocale& locale);

    // A phrase in any language so far, in this one; any other text as it is.
    [[nodiscard]] QString anew(const QString& text) const;

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* source, const char* comment, int n) const override;

private:
    struct Phrase {
        QByteArray context, source, comment;
        friend bool operator==(const Phrase&, const Phrase&) = default;
        friend size_t qHash(const Phrase& p, size_t seed) { return qHashMulti(seed, p.context, p.source, p.comment); }
    };
    QString code_ = QStringLiteral("en");
    Words words_;
    mutable QMutex mutex_;  // files are made on other threads
    mutable QHash<Phrase, QString> given_;
    mutable QHash<const QChar*, Phrase> phraseOf_;  // of all languages so far: a control keeps a text that it is given again
    QStringList kept_;                              // so that no other text comes to lie where one of them lay

    [[nodiscard]] bool isPhrase(const QString& text) const;

    static bool isDerived(const QAction& action, const char* property);
    void sayAnew(QObject* object) const;
    void sayEverythingAnew() const;
};

}  // namespace backstep
