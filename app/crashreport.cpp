// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/crashreport.h"

#include <execinfo.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstring>
#include <iterator>

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace backstep {
namespace {

constexpr int kSignals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
constexpr int kKept = 3;  // reports that were seen already

// A handler may take no memory: all of this is there before.
std::array<char, 4096> reportPath{};
alignas(16) std::array<char, 64 * 1024> ownStack{};  // the ordinary one may be what ran out

void write(int file, const char* text) { [[maybe_unused]] const ssize_t written = ::write(file, text, std::strlen(text)); }

void writeNumber(int file, int number) {
    std::array<char, 12> digits{};
    std::size_t at = digits.size() - 1;
    do {
        digits[--at] = static_cast<char>('0' + number % 10);
        number /= 10;
    } while (number > 0);
    write(file, &digits[at]);
}

void crashed(int signal) {
    std::signal(signal, SIG_DFL);
    const int file = ::open(reportPath.data(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file >= 0) {
        write(file, "Backstep " BACKSTEP_VERSION " ended by signal ");
        writeNumber(file, signal);
        write(file, "\n");
        std::array<void*, 64> frames{};
        ::backtrace_symbols_fd(frames.data(), ::backtrace(frames.data(), static_cast<int>(frames.size())), file);
        ::close(file);
    }
    std::raise(signal);
}

QString fileIn(const QString& folder) { return folder + QStringLiteral("/crash.txt"); }

}  // namespace

void CrashReport::writeTo(const QString& folder) {
    const QByteArray path = QFile::encodeName(fileIn(folder));
    if (folder.isEmpty() || path.size() >= static_cast<qsizetype>(reportPath.size())) return;
    std::copy(path.begin(), path.end(), reportPath.begin());
    std::array<void*, 1> frame{};
    static_cast<void>(::backtrace(frame.data(), 1));  // loads what it needs now
    const stack_t stack{ownStack.data(), 0, ownStack.size()};
    sigaltstack(&stack, nullptr);
    struct sigaction action {};
    action.sa_handler = crashed;
    action.sa_flags = SA_ONSTACK;
    for (const int signal : kSignals) sigaction(signal, &action, nullptr);
}

std::optional<CrashReport::Found> CrashReport::take(const QString& folder) {
    const QFileInfo left(fileIn(folder));
    if (folder.isEmpty() || !left.isFile()) return std::nullopt;
    const QString when = left.lastModified().toString(QStringLiteral("yyyyMMdd-hhmmss"));
    const QString name = folder + QStringLiteral("/crash-") + when + QStringLiteral(".txt");
    QFile::remove(name);
    if (!QFile::rename(left.filePath(), name)) return std::nullopt;
    const QFileInfoList seen = QDir(folder).entryInfoList({QStringLiteral("crash-*.txt")}, QDir::Files, QDir::Name | QDir::Reversed);
    for (qsizetype i = kKept; i < seen.size(); ++i) QFile::remove(seen[i].filePath());
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    return Found{name, QString::fromUtf8(file.read(qint64{64} * 1024))};
}

}  // namespace backstep
