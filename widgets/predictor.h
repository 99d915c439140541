// SPDX-License-Identifier: GPL-3.0-or-later
// Predicting: what the reader has not seen yet is held back until they have said it. The cursor goes no further than
// what is known; everything before the step at which this was switched on is.
#pragma once

#include <optional>

#include <QObject>

#include "engine/predict/answer.h"
#include "widgets/stepcursor.h"

namespace backstep {

class Predictor : public QObject {
    Q_OBJECT

public:
    enum class Outcome : std::uint8_t { None, Unreadable, Wrong, Right, Shown };
    struct Score {
        int first = 0, later = 0, shown = 0;  // right at the first try, at a later one, not at all
        [[nodiscard]] int asked() const { return first + later + shown; }
    };

    explicit Predictor(StepCursor* cursor, QObject* parent = nullptr);

    void setOn(bool on);
    [[nodiscard]] bool isOn() const { return on_; }
    // What stands between the cursor and the next step; null where nothing does.
    [[nodiscard]] const predict::Question* question() const { return asking_ ? &*question_ : nullptr; }
    [[nodiscard]] Outcome outcome() const { return outcome_; }  // of the last answer
    [[nodiscard]] const predict::Reply& reply() const { return reply_; }
    // The question that the outcome is about: the one before where that was answered.
    [[nodiscard]] const predict::Question& answered() const {
        return outcome_ == Outcome::Right || outcome_ == Outcome::Shown ? *before_ : *question_;
    }
    [[nodiscard]] int tries() const { return tries_; }
    [[nodiscard]] const Score& score() const { return score_; }
    // How far the reader may look: numbers of later stops must not be shown anywhere.
    [[nodiscard]] std::size_t known() const { return known_; }
    [[nodiscard]] bool hides() const { return on_ && question_.has_value(); }

public slots:
    void answer(const QString& typed);
    void showMe();

signals:
    void changed();
    void asked();  // the reader wanted to go on

private:
    StepCursor* cursor_;
    bool on_ = false;
    bool asking_ = false;
    bool revealing_ = false;
    std::size_t known_ = 0;
    std::optional<predict::Question> question_, before_;
    Outcome outcome_ = Outcome::None;
    predict::Reply reply_;
    int tries_ = 0;
    Score score_;
    std::string text_;  // of the run that known_ is about
    std::map<std::string, double> inputs_;

    void takeRun();
    void takeStop();
    void ask();
    void reveal(Outcome outcome);
};

}  // namespace backstep
