// SPDX-License-Identifier: GPL-3.0-or-later
// A child process that we talk to over its standard input and output, and never wait for longer than we said.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace backstep {

class ChildProcess {
public:
    enum class Result : std::uint8_t {
        complete,   // a whole message came back
        cancelled,  // stop was requested
        failed,     // it died, was too slow, or said too much
    };
    using Clock = std::chrono::steady_clock;

    explicit ChildProcess(std::string program);
    ~ChildProcess() { kill(); }
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    // Starts it unless it runs and is quiet. One that died or spoke unasked since last time is replaced.
    bool ensureRunning();
    // SIGKILL and wait: no zombie remains.
    void kill();
    // Sends the question and takes the answer: the one message that `answer` then holds. After any other result the
    // child is in no known state: kill it.
    Result ask(std::string_view question, std::string& answer, Clock::time_point deadline, const std::stop_token& stop);

    [[nodiscard]] pid_t pid() const { return pid_; }

private:
    bool start();
    bool isQuiet() const;
    bool sendSome(std::string_view& question) const;
    bool receiveSome(std::string& answer) const;

    std::string program_;
    std::vector<std::string> environment_;
    pid_t pid_ = -1;
    int socket_ = -1;
};

}  // namespace backstep
