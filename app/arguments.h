// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a subcommand: one FORMULA or FILE, flags with and without a value. A formula may begin with a minus.
#pragma once

#include <map>
#include <optional>
#include <string>

#include <QString>
#include <QStringList>

#include "engine/engine.h"
#include "engine/export/session.h"

namespace backstep {

// Exit statuses of the command line.
enum class Exit : std::uint8_t { Done = 0, Wrong = 1, Usage = 2, File = 3, Limit = 4 };

// Leaves a command with a message for standard error. Never leaves the command line.
struct CommandError {
    Exit status;
    QString message;
    QString place = {};  // FILE:LINE:COLUMN, where there is one
};

class Arguments {
public:
    // `withValue` and `plain` list the flags of the subcommand; any other word that begins with -- is refused.
    Arguments(const QStringList& words, const QStringList& withValue, const QStringList& plain);

    [[nodiscard]] bool has(const QString& flag) const { return flags_.contains(flag); }
    [[nodiscard]] QStringList values(const QString& flag) const;
    [[nodiscard]] QString value(const QString& flag, const QString& otherwise) const;
    [[nodiscard]] int number(const QString& flag, int otherwise, int least, int most) const;
    [[nodiscard]] double real(const QString& flag, double otherwise) const;

    // The formula, the text of the file of that name, or standard input for "-"; also a session, or what carries one.
    [[nodiscard]] Request request() const;
    // The same for a command that takes a file or standard input, and nothing else.
    [[nodiscard]] Request fileRequest() const;
    // The same for a command that cannot do it with a program, and says so.
    [[nodiscard]] Request formulaRequest() const;
    // Of the last request, where it was one.
    [[nodiscard]] const std::optional<SavedSession>& session() const { return session_; }

private:
    std::optional<QString> subject_;
    mutable std::optional<SavedSession> session_;
    std::map<QString, QStringList> flags_;
};

// A number as --at and --range take it: 1e-3, -2, pi, -pi/2 is not one.
[[nodiscard]] double numberOf(const QString& text, const QString& where);

// Evaluates; says every diagnostic on standard error; throws CommandError (status 1) where there is no value.
[[nodiscard]] Snapshot evaluateOrSay(const Request& request);

// Throws CommandError, naming the inputs there are, unless `name` is one of them.
void requireInput(const Snapshot& snapshot, const std::string& name);

void say(const std::string& text);       // standard output
void complain(const std::string& text);  // standard error

}  // namespace backstep
