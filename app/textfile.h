// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the bytes of a file are text that can be read: UTF-8, with or without a byte order mark.
#pragma once

#include <optional>

#include <QByteArray>
#include <QString>

namespace backstep {

struct EncodingFault {
    QString sentence;  // what is wrong, and what to do
    qsizetype line = 1;
    qsizetype column = 1;  // in code points, from 1, as everywhere
};
[[nodiscard]] std::optional<EncodingFault> encodingFault(const QByteArray& bytes);

}  // namespace backstep
