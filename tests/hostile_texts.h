// SPDX-License-Identifier: GPL-3.0-or-later
// The formulas and programs that break such programs, by name: files of tests/data, and texts that are nothing but long.
#pragma once

#include <map>

#include <QFile>
#include <QStringList>

namespace backstep {

inline QByteArray contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Texts that are nothing but long.
inline QByteArray longText(const QString& name) {
    static const std::map<QString, QByteArray> kTexts{
        {QStringLiteral("prog_long_line_1e6"), "x = 1" + QByteArray(" + 1").repeated(250'000) + "\n"},
        {QStringLiteral("prog_nested_parens_1e5"), "x = " + QByteArray(100'000, '(') + "1" + QByteArray(100'000, ')') + "\n"},
        {QStringLiteral("prog_nested_index_1e5"), "x = [0]\ny = x" + QByteArray("[0]").repeated(60'000) + "\n"},
        {QStringLiteral("prog_not_chain_1e5"), "x = " + QByteArray("not ").repeated(50'000) + "True\n"},
        {QStringLiteral("prog_minus_chain_1e5"), "x = " + QByteArray(100'000, '-') + "1\n"},
        {QStringLiteral("prog_ternary_chain_1e4"), "x = " + QByteArray("1 if 0 else ").repeated(10'000) + "2\n"},
        {QStringLiteral("prog_attr_chain_1e4"), "x = 1\ny = x" + QByteArray(".a").repeated(30'000) + "\n"},
        {QStringLiteral("prog_elif_1e4"),
         [] {
             QByteArray text = "x = 5\nif x == 0:\n    pass\n";
             for (int i = 1; i < 10'000; ++i) text += "elif x == " + QByteArray::number(i) + ":\n    pass\n";
             return text;
         }()},
        {QStringLiteral("prog_identifier_1e6"), QByteArray(1'000'000, 'a') + " = 1\n"},
        {QStringLiteral("prog_int_literal_1e6"), "x = " + QByteArray(1'000'000, '9') + "\n"},
        {QStringLiteral("func_sum_1e6"), QByteArray("x+").repeated(999'999) + "x"}};
    const auto found = kTexts.find(name);
    return found == kTexts.end() ? QByteArray() : found->second;
}

// Empty if there is no such file.
inline QString hostileFile(const QString& name) {
    for (const auto* folder : {"hostile/", "hostile_programs/", "hostile_commands/"}) {
        const QString path = QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/") + QLatin1String(folder) + name + QStringLiteral(".txt");
        if (QFile::exists(path)) return path;
    }
    return {};
}

inline QByteArray hostileText(const QString& name) {
    const QString file = hostileFile(name);
    return file.isEmpty() ? longText(name) : contentsOf(file);
}

// name, command (run or eval), exit status, place, ms, MiB, remark
inline QList<QStringList> hostileRows() {
    const QByteArray table = contentsOf(QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/hostile_commands/EXPECT.tsv"));
    QList<QStringList> rows;
    for (const QString& line : QString::fromUtf8(table).split(u'\n', Qt::SkipEmptyParts).mid(1)) rows << line.split(u'\t');
    return rows;
}

}  // namespace backstep
