// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exercisereport.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPdfWriter>
#include <QTextDocument>

#include "widgets/exercisewords.h"

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ExerciseReport)
};

// Markdown as the plain text it is read as; everything is escaped after that.
QString plainOf(const QString& markdown) {
    QTextDocument text;
    text.setMarkdown(markdown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) | QTextDocument::MarkdownNoHTML);
    return text.toPlainText();
}

QString cell(const QString& text) {
    return QStringLiteral("<td>") + text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")) + QStringLiteral("</td>");
}

}  // namespace

QString exerciseReport(const exercise::Sheet& sheet, const QString& language, const std::function<TaskProgress(std::size_t)>& progress) {
    const exercise::Exercise& e = sheet.exercise();
    const QString title = in(e.title, language).toHtmlEscaped();
    QString html =
        QStringLiteral(
            "<!DOCTYPE html>\n<html lang=\"%1\"><head><meta "
            "charset=\"utf-8\"><title>%2</title>\n<style>body{font-family:sans-serif}td,th{text-align:left;vertical-align:top;padding:4px "
            "10px 4px 0}pre{white-space:pre-wrap;margin:0}</style></head>\n<body><h1>%2</h1>\n")
            .arg(language == QLatin1String("zh_CN") ? QStringLiteral("zh-CN") : QStringLiteral("en"), title);
    int done = 0;
    QString rows;
    for (std::size_t i = 0; i < e.tasks.size(); ++i) {
        const TaskProgress p = progress(i);
        done += p.done;
        const QString answered = answerInWords(sheet, i, p.answer, language);
        const bool code = e.tasks[i].type == exercise::TaskType::Program;
        rows += QStringLiteral("<tr>") + cell(plainOf(question(sheet, i, language))) +
                (code ? QStringLiteral("<td><pre>") + answered.trimmed().toHtmlEscaped() + QStringLiteral("</pre></td>") : cell(answered)) +
                cell(p.done        ? Words::tr("done")
                     : p.tries > 0 ? Words::tr("not yet")
                                   : QString()) +
                cell(QString::number(p.tries)) + cell(QString::number(p.hints)) + QStringLiteral("</tr>\n");
    }
    html += QStringLiteral("<p>") +
            Words::tr("%1 of %2 tasks done. Student's number: %3.").arg(done).arg(e.tasks.size()).arg(sheet.seed()).toHtmlEscaped() +
            QStringLiteral("</p>\n<table width=\"100%\">\n<tr>");
    // Code must not push the question into a corner.
    const std::pair<QString, const char*> heads[] = {{Words::tr("asked"), "36%"},
                                                     {Words::tr("answered"), "37%"},
                                                     {Words::tr("result"), "10%"},
                                                     {Words::tr("tries"), "8%"},
                                                     {Words::tr("hints"), "9%"}};
    for (const auto& [head, width] : heads)
        html += QStringLiteral("<th width=\"%1\">").arg(QLatin1String(width)) + head.toHtmlEscaped() + QStringLiteral("</th>");
    return html + QStringLiteral("</tr>\n") + rows + QStringLiteral("</table>\n</body></html>\n");
}

QByteArray reportPdf(const QString& html, const QString& title) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(title);
        writer.setPageSize(QPageSize(QPageSize::A4));
        QTextDocument text;
        text.setHtml(html);
        text.print(&writer);
    }
    for (const char* key : {"/CreationDate (", "/ModDate (", "<xmp:CreateDate>", "<xmp:ModifyDate>"}) {  // digits of the dates become zeros
        for (qsizetype at = bytes.indexOf(key); at >= 0; at = bytes.indexOf(key, at + 1)) {
            for (qsizetype i = at + qsizetype(qstrlen(key)); i < bytes.size() && bytes[i] != ')' && bytes[i] != '<'; ++i) {
                if (bytes[i] >= '0' && bytes[i] <= '9') bytes[i] = '0';
            }
        }
    }
    return bytes;
}

}  // namespace backstep
