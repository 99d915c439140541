// SPDX-License-Identifier: MIT
// backstep-layout: reads requests on standard input, writes replies on standard output, until end of file.
// It holds no state between requests; whoever started it may kill it at any time.
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>

#include "engine/graphviz/dot.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define BACKSTEP_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define BACKSTEP_SANITIZED
#endif
#endif

namespace {

using namespace backstep::wire;

// dot cannot be interrupted, and a parent that died can no longer kill: no layout outlives this.
constexpr unsigned kSecondsALayout = 10;

void limitResources() {
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifndef BACKSTEP_SANITIZED  // sanitizers reserve terabytes of address space
    constexpr rlim_t bytes = rlim_t{512} << 20;
    const rlimit memory{bytes, bytes};
    setrlimit(RLIMIT_AS, &memory);
#endif
}

// An open configuration file named by the environment would be read by Graphviz 2.42 without a check of its bounds.
void cleanEnvironment() {
    unsetenv("GVBINDIR");
    unsetenv("HOME");
    setenv("LC_ALL", "C", 1);
}

bool writeAll(std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = write(STDOUT_FILENO, text.data(), text.size());
        if (written < 0 && errno != EINTR) {
            return false;
        }
        text.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
    return true;
}

std::string answer(std::string_view message) {
    const std::optional<Request> request = readRequest(message);
    if (!request) {
        Reply refusal;
        refusal.failed = true;
        return write(refusal);
    }
    alarm(kSecondsALayout);
    const Reply reply = layOut(*request);
    alarm(0);
    return write(reply);
}

int serve() {
    std::string buffer;
    std::array<char, 65536> piece;
    std::size_t searched = 0;
    while (true) {
        if (const std::size_t length = messageLength(buffer, searched); length > 0) {
            if (!writeAll(answer(std::string_view(buffer).substr(0, length)))) {
                return EXIT_FAILURE;
            }
            buffer.erase(0, length);
            searched = 0;
            continue;
        }
        searched = buffer.size();
        const ssize_t got = read(STDIN_FILENO, piece.data(), piece.size());
        if (got == 0) {
            return buffer.empty() ? EXIT_SUCCESS : EXIT_FAILURE;
        }
        if ((got < 0 && errno != EINTR) || buffer.size() > kMaxMessage) {
            return EXIT_FAILURE;
        }
        buffer.append(piece.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
    }
}

}  // namespace

int main() {
    std::signal(SIGALRM, SIG_DFL);
    std::signal(SIGPIPE, SIG_IGN);
    limitResources();
    cleanEnvironment();
    return loadGraphviz() ? serve() : EXIT_FAILURE;
}
