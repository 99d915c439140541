// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handbookparts.h"

#include <map>

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>

#include "app/commandline.h"
#include "app/mainwindow.h"
#include "app/supportedtable.h"
#include "engine/syntax/functions.h"
#include "engine/tape/op.h"
#include "widgets/functionhelp.h"

namespace backstep {
namespace {

class Parts {
    Q_DECLARE_TR_FUNCTIONS(Handbook)

public:
    static QString contents() { return tr("Contents"); }
    static QString functions();
    static QString shortcuts();
    static QString commandLine();

private:
    static QString row(const QStringList& cells) {
        return QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
    }
    static QString head(const QStringList& titles) { return row(titles) + row(QStringList(titles.size(), QStringLiteral("---"))); }
    static QString code(const QString& text) {
        return QStringLiteral("`") + QString(text).replace(QLatin1Char('|'), QStringLiteral("\\|")) + QStringLiteral("`");
    }
    static QString text(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }
    // The tables call operands a, b and c.
    static QString inLetters(QString formula, const QStringList& letters) {
        for (int i = 0; i < 3; ++i)
            formula.replace(QRegularExpression(QStringLiteral("\\b%1\\b").arg(QLatin1Char(static_cast<char>('a' + i)))), letters[i]);
        return formula;
    }
    static QString plain(QString text) { return text.remove(QRegularExpression(QStringLiteral("\\(&\\w\\)|&|…"))); }
    static void menuRows(const QMenu* menu, const QString& above, QString& out);
};

// One row an operation: its spellings, what it is, its local derivatives as the step card shows them.
QString Parts::functions() {
    QString out = head({tr("Function"), tr("What it is"), tr("Local derivative"), tr("Also written")});
    const auto& all = allFunctions();
    for (std::size_t i = 0; i < all.size();) {
        const FunctionInfo& f = all[i];
        QStringList others;
        std::size_t next = i + 1;
        for (; next < all.size() && all[next].op == f.op; ++next) others.append(code(text(all[next].name)));
        i = next;
        const QStringList letters{QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("z")};  // as completion has them
        QStringList partials;
        if (const auto op = opNamed(f.op)) {
            const OpInfo& info = infoOf(*op);
            for (int k = 0; k < f.most && k < 3; ++k) {
                const std::string_view partial = info.partials[static_cast<std::size_t>(k)];
                if (partial.empty()) continue;
                partials.append((f.most > 1 ? QStringLiteral("∂/∂") + letters[k] + QStringLiteral(": ") : QString()) +
                                code(inLetters(text(partial), letters)));
            }
        }
        out += row({code(text(f.name) + QLatin1Char('(') + letters.mid(0, f.most).join(QStringLiteral(", ")) + QLatin1Char(')')),
                    functionHelp(f).replace(QLatin1Char('|'), QStringLiteral("\\|")), partials.join(QStringLiteral("; ")),
                    others.join(QLatin1Char(' '))});
    }
    return out;
}

void Parts::menuRows(const QMenu* menu, const QString& above, QString& out) {
    for (const QAction* action : menu->actions()) {
        const QStringList parts = action->text().split(QLatin1Char('\t'));
        const QString name = above + plain(parts.first());
        if (action->menu() != nullptr) {
            menuRows(action->menu(), name + QStringLiteral(" ▸ "), out);
            continue;
        }
        QStringList keys;
        for (const QKeySequence& sequence : action->shortcuts()) keys.append(code(sequence.toString(QKeySequence::NativeText)));
        if (parts.size() > 1) keys.append(code(parts[1]));
        if (!keys.isEmpty()) out += row({name, keys.join(QStringLiteral(", "))});
    }
}

// As the menus have them, and so never behind them.
QString Parts::shortcuts() {
    const MainWindow window({{}, false});
    QString out;
    for (const QAction* action : window.menuBar()->actions()) {
        QString rows;
        menuRows(action->menu(), {}, rows);
        if (!rows.isEmpty())
            out += QStringLiteral("## ") + plain(action->text()) + QStringLiteral("\n\n") + head({tr("What"), tr("Keys")}) + rows +
                   QLatin1Char('\n');
    }
    return out;
}

QString Parts::commandLine() {
    QString out;
    for (const auto& [name, usage] : commandUsages())
        out += QStringLiteral("## backstep %1 {#%1}\n\n```\n%2```\n\n").arg(QString::fromStdString(name), QString::fromStdString(usage));
    return out;
}

// The tables as they are in English, without their title.
QString supportedTables() {
    const QString page = QString::fromStdString(supportedPage());
    return page.mid(page.indexOf(QStringLiteral("## ")));
}

}  // namespace

QString handbookPart(const QString& name) {
    if (name == QLatin1String("contents")) return Parts::contents();
    if (name == QLatin1String("functions")) return Parts::functions();
    if (name == QLatin1String("shortcuts")) return Parts::shortcuts();
    if (name == QLatin1String("commandline")) return Parts::commandLine();
    if (name == QLatin1String("supported")) return supportedTables();
    return {};
}

}  // namespace backstep
