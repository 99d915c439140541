// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a document: refused in words, or read; and what was read, written and read again is the same.
#include "app/sessionfile.h"
#include "tests/fuzz/fuzz.h"

using namespace backstep;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const SessionRead read = readSession(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    if (!read.session) {
        require(!read.fault.isEmpty(), "what is refused is refused in words");
        return 0;
    }
    const std::string text = sessionJson(*read.session);
    const SessionRead again = readSession(QByteArray::fromStdString(text));
    require(again.session.has_value(), "what was written can be read");
    // Fields that are not ours go through Qt, which takes the sign from a 0 once.
    const SessionRead third = readSession(QByteArray::fromStdString(sessionJson(*again.session)));
    require(third.session.has_value() && *third.session == *again.session, "written, read and written again it is the same");
    return 0;
}
