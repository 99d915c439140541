// SPDX-License-Identifier: GPL-3.0-or-later
// The step at hand in three voices: words, symbols, numbers; the sum so far; what the second methods say.
#pragma once

#include <QScrollArea>

#include "engine/timeline/explain.h"
#include "widgets/stepcursor.h"

class QLabel;
class QVBoxLayout;

namespace backstep {

class MathLabel;
struct Ways;

class StepCard : public QScrollArea {
    Q_OBJECT

public:
    explicit StepCard(StepCursor* cursor, QWidget* parent = nullptr);

    enum class Voice : std::uint8_t { Words, Symbols, Numbers };
    void setVoice(Voice voice, bool shown);
    [[nodiscard]] bool hasVoice(Voice voice) const { return shown_[static_cast<std::size_t>(voice)]; }
    [[nodiscard]] QString latex() const;  // of all that is shown
    // What a second and a third method say of a program's gradients, once they are known; null until then.
    void setWays(std::shared_ptr<const Ways> ways);
    void setHead(QWidget* head);  // above the step

signals:
    void nodeActivated(backstep::NodeId node);

protected:
    void changeEvent(QEvent* event) override;

private:
    StepCursor* cursor_;
    QLabel* words_ = nullptr;
    MathLabel* symbols_ = nullptr;
    MathLabel* numbers_ = nullptr;
    MathLabel* sum_ = nullptr;
    QLabel* reason_ = nullptr;  // of a NaN, an infinity, a gradient of 0
    QLabel* kept_ = nullptr;    // what the operation keeps for its backward pass
    QLabel* ledger_ = nullptr;
    QLabel* checks_ = nullptr;
    std::shared_ptr<const Ways> ways_;
    std::array<bool, 3> shown_{true, true, true};

    void create();
    MathLabel* createMath(QVBoxLayout* column, const QString& name);
    void refresh();
    QLabel* createNote(QVBoxLayout* column, const QString& name);
    void refreshReason();
    void refreshKept(const Explanation& step);
    void refreshLedger();
    void refreshChecks(const Explanation& step);
    void showCheck(const QString& sentence, bool differs);
};

}  // namespace backstep
