// SPDX-License-Identifier: GPL-3.0-or-later
// What is left when the program crashes: a text with the signal and the stack, for the person to read and to send. It says
// nothing of what was typed; that is kept by Recovery, which needs no help of a process that is breaking down.
#pragma once

#include <optional>

#include <QString>

namespace backstep {

class CrashReport {
public:
    // From now on a crash writes its report in `folder`. At most one folder for the process.
    static void writeTo(const QString& folder);

    // The report that an earlier process left there, once: it keeps its text under a name of its own afterwards.
    struct Found {
        QString file;
        QString text;
    };
    [[nodiscard]] static std::optional<Found> take(const QString& folder);
};

}  // namespace backstep
