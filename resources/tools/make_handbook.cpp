// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the handbook's pages: make_handbook SOURCE OUT. Each folder of SOURCE is a language. Within a page
//     <!-- make: functions -->     stands for what the program's own tables say (app/handbookparts.h)
//     ## Title {#name}             gives a heading a name to be linked to, and to be opened at
// and links go to the other pages by their Markdown files' names.
#include <cstdio>
#include <md4c-html.h>

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include "app/handbookparts.h"
#include "app/language.h"

namespace {

QString readText(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool writeText(const QString& path, const QString& text) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0;
}

QString htmlOf(const QString& markdown) {
    QByteArray html;
    const QByteArray text = markdown.toUtf8();
    const auto take = [](const MD_CHAR* part, MD_SIZE size, void* to) {
        static_cast<QByteArray*>(to)->append(part, static_cast<qsizetype>(size));
    };
    if (md_html(text.constData(), static_cast<MD_SIZE>(text.size()), take, &html, MD_FLAG_TABLES | MD_FLAG_NOHTMLSPANS, 0) != 0) return {};
    return QString::fromUtf8(html);
}

// What the tables say, in the language of the page; an unknown part is a fault.
QString withParts(QString markdown, bool& good) {
    static const QRegularExpression mark(QStringLiteral(R"(<!-- make: (\w+) -->\n)"));
    for (auto match = mark.match(markdown); match.hasMatch(); match = mark.match(markdown)) {
        const QString made = backstep::handbookPart(match.captured(1));
        if (made.isEmpty()) good = false;
        markdown.replace(match.capturedStart(), match.capturedLength(), made);
    }
    static const QRegularExpression comment(QStringLiteral(R"(<!-- .*? -->\n)"));
    return markdown.remove(comment);
}

QString page(const QString& name, const QString& markdown, const QString& language) {
    static const QRegularExpression named(QStringLiteral(R"(<h(\d)>(.*?) \{#([\w-]+)\}</h\d>)"));
    static const QRegularExpression link(QStringLiteral(R"re(href="([\w-]+)\.md(#[\w-]+)?")re"));
    static const QRegularExpression first(QStringLiteral(R"(<h1>(.*?)</h1>)"));
    QString body = htmlOf(markdown);
    body.replace(QStringLiteral("\\|"), QStringLiteral("|"));  // as tables want it written
    body.replace(named, QStringLiteral(R"(<h\1 id="\3"><a name="\3"></a>\2</h\1>)"));
    body.replace(link, QStringLiteral(R"(href="\1.html\2")"));
    body.replace(QStringLiteral("<th>"), QStringLiteral("<th align=\"left\">"));
    body.replace(QStringLiteral("<table>"), QStringLiteral("<table cellspacing=\"0\" cellpadding=\"4\">"));
    const QString title = first.match(body).captured(1);
    const QString contents =
        name == QLatin1String("index")
            ? QString()
            : QStringLiteral("<p class=\"up\"><a href=\"index.html\">%1</a></p>\n").arg(backstep::handbookPart(QStringLiteral("contents")));
    return QStringLiteral(
               "<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
               "content=\"width=device-width\">\n"
               "<title>%2 – Backstep</title>\n<link rel=\"stylesheet\" href=\"../handbook.css\">\n</head>\n<body>\n%3%4</body>\n</html>\n")
        .arg(QString(language).replace(QLatin1Char('_'), QLatin1Char('-')), title, contents, body);
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    if (argc != 3) {
        std::fprintf(stderr, "usage: make_handbook SOURCE OUT\n");
        return 2;
    }
    const QDir source(QString::fromLocal8Bit(argv[1])), out(QString::fromLocal8Bit(argv[2]));
    backstep::Language language;
    for (const QString& code : backstep::Language::codes()) {
        language.speak(code);
        if (!out.mkpath(code)) return 3;
        for (const QString& file : QDir(source.filePath(code)).entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name)) {
            bool good = true;
            const QString name = file.chopped(3);
            const QString markdown = withParts(readText(source.filePath(code + QLatin1Char('/') + file)), good);
            if (!good) {
                std::fprintf(stderr, "%s/%s asks for a part that there is not.\n", qPrintable(code), qPrintable(file));
                return 1;
            }
            if (!writeText(out.filePath(code + QLatin1Char('/') + name + QStringLiteral(".html")), page(name, markdown, code))) return 3;
        }
    }
    if (!out.mkpath(QStringLiteral("pictures"))) return 3;
    for (const QString& picture : QDir(source.filePath(QStringLiteral("pictures"))).entryList({QStringLiteral("*.png")}, QDir::Files)) {
        const QString to = out.filePath(QStringLiteral("pictures/") + picture);
        QFile::remove(to);
        if (!QFile::copy(source.filePath(QStringLiteral("pictures/") + picture), to)) return 3;
    }
    const QString css = out.filePath(QStringLiteral("handbook.css"));
    QFile::remove(css);
    return QFile::copy(source.filePath(QStringLiteral("handbook.css")), css) ? 0 : 3;
}
