// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/layout/child.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

#include "engine/graphviz/protocol.h"

namespace backstep {
namespace {

// The environment but for what steers Graphviz to files of its own, and with the C locale.
std::vector<std::string> cleanEnvironment() {
    constexpr std::array<std::string_view, 5> dropped{"GV", "HOME=", "LC_", "LANG=", "LANGUAGE="};
    std::vector<std::string> result{"LC_ALL=C"};
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        const std::string_view variable(*entry);
        const auto isDropped = [variable](std::string_view prefix) { return variable.substr(0, prefix.size()) == prefix; };
        if (std::none_of(dropped.begin(), dropped.end(), isDropped)) {
            result.emplace_back(variable);
        }
    }
    return result;
}

// What the child gets: the socket as input and output, no error stream, no other file of ours, default signals, and
// a process group of its own, so that Ctrl+C in a terminal is for us alone and children of its own die along with it.
class SpawnSetup {
public:
    explicit SpawnSetup(int socket) {
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 34)
        posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
#endif
        posix_spawnattr_init(&attributes);
        sigset_t signals;
        sigemptyset(&signals);
        posix_spawnattr_setsigmask(&attributes, &signals);
        sigfillset(&signals);
        posix_spawnattr_setsigdefault(&attributes, &signals);
        posix_spawnattr_setpgroup(&attributes, 0);
        constexpr int flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP;
        posix_spawnattr_setflags(&attributes, static_cast<short>(flags));
    }
    ~SpawnSetup() {
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
    }
    SpawnSetup(const SpawnSetup&) = delete;
    SpawnSetup& operator=(const SpawnSetup&) = delete;

    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
};

}  // namespace

ChildProcess::ChildProcess(std::string program) : program_(std::move(program)), environment_(cleanEnvironment()) {}

bool ChildProcess::ensureRunning() {
    if (pid_ > 0 && isQuiet()) {
        return true;
    }
    kill();
    return !program_.empty() && start();
}

bool ChildProcess::start() {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        return false;
    }
    const SpawnSetup setup(ends[1]);
    std::vector<char*> environment;
    for (std::string& variable : environment_) {
        environment.push_back(variable.data());
    }
    environment.push_back(nullptr);
    char* arguments[] = {program_.data(), nullptr};
    const int error = posix_spawn(&pid_, program_.c_str(), &setup.actions, &setup.attributes, arguments, environment.data());
    close(ends[1]);
    socket_ = ends[0];
    if (error != 0 || fcntl(socket_, F_SETFL, O_NONBLOCK) != 0) {
        pid_ = error != 0 ? -1 : pid_;
        kill();
        return false;
    }
    return true;
}

void ChildProcess::kill() {
    if (pid_ > 0) {
        ::kill(-pid_, SIGKILL);
        while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    if (socket_ >= 0) {
        close(socket_);
    }
    pid_ = -1;
    socket_ = -1;
}

bool ChildProcess::isQuiet() const {
    char byte = 0;
    return recv(socket_, &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0 && errno == EAGAIN;
}

// MSG_NOSIGNAL: a child that died is a result here, not the end of the program.
bool ChildProcess::sendSome(std::string_view& question) const {
    const ssize_t sent = send(socket_, question.data(), question.size(), MSG_NOSIGNAL);
    question.remove_prefix(sent > 0 ? static_cast<std::size_t>(sent) : 0);
    return sent >= 0 || errno == EAGAIN || errno == EINTR;
}

bool ChildProcess::receiveSome(std::string& answer) const {
    std::array<char, 65536> piece;
    const ssize_t got = recv(socket_, piece.data(), piece.size(), 0);
    answer.append(piece.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
    return (got > 0 && answer.size() <= wire::kMaxMessage) || (got < 0 && (errno == EAGAIN || errno == EINTR));
}

ChildProcess::Result ChildProcess::ask(std::string_view question, std::string& answer, Clock::time_point deadline,
                                       const std::stop_token& stop) {
    constexpr int sliceMs = 10;  // how soon a request to stop is noticed
    answer.clear();
    std::size_t searched = 0;
    while (!stop.stop_requested()) {
        if (const std::size_t length = wire::messageLength(answer, searched); length > 0) {
            return length == answer.size() && question.empty() ? Result::complete : Result::failed;
        }
        searched = answer.size();
        if (Clock::now() >= deadline || !wire::mayBeReply(answer)) {
            return Result::failed;
        }
        const int events = question.empty() ? POLLIN : POLLIN | POLLOUT;
        pollfd socket{socket_, static_cast<short>(events), 0};
        if (poll(&socket, 1, sliceMs) < 0 && errno != EINTR) {
            return Result::failed;
        }
        const bool sent = (socket.revents & POLLOUT) == 0 || sendSome(question);
        const bool received = (socket.revents & (POLLIN | POLLHUP | POLLERR)) == 0 || receiveSome(answer);
        if (!sent || !received) {
            return Result::failed;
        }
    }
    return Result::cancelled;
}

}  // namespace backstep
