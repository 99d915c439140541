// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments.h"

#include <algorithm>
#include <cstdio>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include "app/diagnostictext.h"
#include "app/sessionfile.h"
#include "app/textfile.h"
#include "engine/base/numbers.h"
#include "engine/diagram/printable.h"
#include "engine/run/formula.h"
#include "engine/syntax/functions.h"
#include "engine/syntax/math_parser.h"
#include "widgets/programwords.h"

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

// More than any text may have, and a picture that carries one; the parsers refuse what is too long with its place.
constexpr qint64 kMostBytes = 4 * kMostSessionBytes;

// What of a session is the engine's business. Inputs may be left over from a text before: those are not asked for.
void fill(Request& request, const SavedSession& session) {
    request.text = session.text;
    request.kind = session.kind;
    request.mode = session.mode;
    request.seedInput = session.seedInput;
    request.showConstants = session.showConstants;
    request.fold = session.folds;
    for (const SavedLeaf& leaf : session.leaves) {
        const auto count = static_cast<std::int64_t>(leaf.values.size());
        request.program.overrides.push_back({{{leaf.begin, leaf.end}, leaf.occurrence}, Tensor(TensorShape{count}, leaf.values)});
    }
    if (session.kind == TextKind::Program) return;
    request.order = session.graphOrder;
    for (const std::string& name : inputNames(parseMath(Source(session.text)).ast)) {
        if (const auto found = session.inputs.find(name); found != session.inputs.end()) request.inputs.values[name] = found->second.value;
    }
}

QByteArray readAll(QFile& file, const QString& name) {
    const QByteArray bytes = file.read(kMostBytes);
    if (file.error() != QFileDevice::NoError)
        throw CommandError{Exit::File, Words::tr("%1 cannot be read: %2").arg(name, file.errorString())};
    if (looksLikeSession(bytes)) return bytes;  // has its own words
    if (const auto fault = encodingFault(bytes)) {
        const QString place = QStringLiteral("%1:%2:%3").arg(name).arg(fault->line).arg(fault->column);
        throw CommandError{Exit::File, Words::tr("%1 cannot be read: %2").arg(name, fault->sentence), place};
    }
    return bytes;
}

}  // namespace

void say(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }
void complain(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stderr); }

Arguments::Arguments(const QStringList& words, const QStringList& withValue, const QStringList& plain) {
    bool onlySubject = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString& word = words[i];
        const QString name = word.section(QLatin1Char('='), 0, 0);
        const bool flag = !onlySubject && (word.startsWith(QLatin1String("--")) || withValue.contains(word) || plain.contains(word));
        if (word == QLatin1String("--") && !onlySubject) {
            onlySubject = true;
        } else if (flag && plain.contains(word)) {
            flags_[word];
        } else if (flag && withValue.contains(name)) {
            const bool attached = name != word;
            if (!attached && i + 1 == words.size()) throw CommandError{Exit::Usage, Words::tr("%1 needs a value.").arg(name)};
            flags_[name] << (attached ? word.mid(name.size() + 1) : words[++i]);
        } else if (flag) {
            throw CommandError{Exit::Usage, Words::tr("Unknown option %1.").arg(name)};
        } else if (subject_) {
            throw CommandError{Exit::Usage, Words::tr("One formula or file at a time: “%1” is one too many.").arg(word)};
        } else {
            subject_ = word;
        }
    }
}

QStringList Arguments::values(const QString& flag) const {
    const auto found = flags_.find(flag);
    return found == flags_.end() ? QStringList() : found->second;
}

QString Arguments::value(const QString& flag, const QString& otherwise) const {
    const QStringList all = values(flag);
    return all.isEmpty() ? otherwise : all.last();
}

int Arguments::number(const QString& flag, int otherwise, int least, int most) const {
    const QString text = value(flag, QString::number(otherwise));
    bool ok = false;
    const int number = text.toInt(&ok);
    if (!ok || number < least || number > most)
        throw CommandError{Exit::Usage,
                           Words::tr("%1 takes a whole number from %2 to %3, not “%4”.").arg(flag).arg(least).arg(most).arg(text)};
    return number;
}

double Arguments::real(const QString& flag, double otherwise) const { return has(flag) ? numberOf(value(flag, {}), flag) : otherwise; }

double numberOf(const QString& text, const QString& where) {
    const bool minus = text.startsWith(QLatin1Char('-')) || text.startsWith(QChar(0x2212));
    const std::string size = (minus || text.startsWith(QLatin1Char('+')) ? text.mid(1) : text).toStdString();
    double value = 0;
    if (const auto number = parseNumber(size); number && !size.starts_with('-')) value = *number;
    else if (!isConstantName(size, value)) throw CommandError{Exit::Usage, Words::tr("%1: “%2” is not a number.").arg(where, text)};
    return minus ? -value : value;
}

namespace {

CommandError notThere(const QString& name) {
    const QString why = QFileInfo(name).isDir() ? Words::tr("it is a folder") : Words::tr("there is no such file");
    return {Exit::File, Words::tr("%1 cannot be read: %2").arg(name, why)};
}

// A pipe, too.
bool canBeRead(const QString& name) {
    const QFileInfo file(name);
    return file.exists() && !file.isDir();
}

// A formula never ends like this: it is the name of a file that is not there.
bool looksLikeFile(const QString& subject) {
    static const QStringList kEndings{QStringLiteral(".py"),  QStringLiteral(".txt"),      QStringLiteral(".ipynb"),
                                      QStringLiteral(".md"),  QStringLiteral(".backstep"), QStringLiteral(".svg"),
                                      QStringLiteral(".png"), QStringLiteral(".html")};
    return std::any_of(kEndings.begin(), kEndings.end(),
                       [&](const QString& ending) { return subject.endsWith(ending, Qt::CaseInsensitive); });
}

}  // namespace

Request Arguments::fileRequest() const {
    if (subject_ && *subject_ != QLatin1String("-") && !canBeRead(*subject_)) throw notThere(*subject_);
    return request();
}

Request Arguments::request() const {
    if (!subject_) throw CommandError{Exit::Usage, Words::tr("A formula or a file is missing.")};
    Request request;
    request.text = subject_->toStdString();
    if (*subject_ == QLatin1String("-")) {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly)) throw CommandError{Exit::File, Words::tr("Standard input cannot be read.")};
        request.text = readAll(input, QStringLiteral("-")).toStdString();
    } else if (canBeRead(*subject_)) {
        QFile file(*subject_);
        if (!file.open(QIODevice::ReadOnly))
            throw CommandError{Exit::File, Words::tr("%1 cannot be read: %2").arg(*subject_, file.errorString())};
        const QByteArray bytes = readAll(file, *subject_);
        request.text = bytes.toStdString();
        request.name = subject_->toStdString();
        session_.reset();
        if (looksLikeSession(bytes)) {
            SessionRead read = readSession(bytes);
            if (!read.session) throw CommandError{Exit::File, *subject_ + QStringLiteral(": ") + read.fault};
            for (const QString& warning : read.warnings)
                complain("warning: " + printable((*subject_ + QStringLiteral(": ") + warning).toStdString()) + "\n");
            session_ = std::move(read.session);
            fill(request, *session_);
        }
    } else if (looksLikeFile(*subject_)) {
        throw notThere(*subject_);
    }
    for (const QString& at : values(QStringLiteral("--at"))) {
        const qsizetype equal = at.indexOf(QLatin1Char('='));
        if (equal < 1) throw CommandError{Exit::Usage, Words::tr("--at takes NAME=VALUE, not “%1”.").arg(at)};
        request.inputs.values[at.left(equal).trimmed().toStdString()] = numberOf(at.mid(equal + 1).trimmed(), QStringLiteral("--at"));
    }
    return request;
}

Request Arguments::formulaRequest() const {
    Request out = request();
    if (kindOfText(out.text) == TextKind::Program) {
        throw CommandError{
            Exit::Wrong,
            Words::tr("This is a program; the command takes a formula. Programs: backstep run, steps, plot, check and export.")};
    }
    return out;
}

void requireInput(const Snapshot& snapshot, const std::string& name) {
    QStringList names;
    for (const NodeId id : snapshot.recording.inputs) names << QString::fromStdString(snapshot.recording.tape.nameOf(id));
    const QString wanted = QString::fromStdString(name);
    if (names.contains(wanted)) return;
    throw CommandError{Exit::Wrong, Words::tr("There is no input “%1”. Inputs: %2.")
                                        .arg(wanted, names.isEmpty() ? Words::tr("none") : names.join(QStringLiteral(", ")))};
}

namespace {

// A program that failed is said to have failed; what it did until then can be stepped all the same.
Snapshot programOrSay(Snapshot snapshot) {
    const auto& error = snapshot.report ? snapshot.report->error : std::nullopt;
    if (error) complain(headline(*error).toStdString() + "\n");
    if (snapshot.report && !snapshot.report->unmetOverrides.empty()) {
        const auto lost = static_cast<int>(snapshot.report->unmetOverrides.size());
        complain("warning: " + Words::tr("%n value(s) that were set belong to no leaf of the program.", nullptr, lost).toStdString() +
                 "\n");
    }
    if (!snapshot.ok()) throw CommandError{error && error->type == "Limit" ? Exit::Limit : Exit::Wrong, {}};
    return snapshot;
}

}  // namespace

Snapshot evaluateOrSay(const Request& request) {
    Snapshot snapshot = *evaluate(request);
    for (const Diagnostic& d : snapshot.diagnostics) complain(diagnosticText(snapshot.source, d));
    if (snapshot.isProgram()) return programOrSay(std::move(snapshot));
    if (!snapshot.ok()) {
        for (const Diagnostic& d : snapshot.diagnostics) {
            const bool limit =
                d.kind == DiagnosticKind::TextTooLong || d.kind == DiagnosticKind::TooDeep || d.kind == DiagnosticKind::TooManyNodes;
            if (d.isError()) throw CommandError{limit ? Exit::Limit : Exit::Wrong, {}};
        }
        throw CommandError{Exit::Wrong, {}};
    }
    for (const auto& [name, value] : request.inputs.values) requireInput(snapshot, name);
    if (!request.seedInput.empty()) requireInput(snapshot, request.seedInput);
    return snapshot;
}

}  // namespace backstep
