// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/exercisepage.h"

#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/markdownview.h"

namespace backstep {

ExercisePage::ExercisePage(const std::shared_ptr<const exercise::Sheet>& sheet, std::size_t page, const QString& language,
                           const ExerciseTask::Host& host, const Progress& progress, QWidget* parent)
    : QScrollArea(parent) {
    setObjectName(QStringLiteral("exercisePage"));
    setAccessibleName(tr("Page of the exercise"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(14, 6, 14, 14);
    const std::vector<exercise::Piece>& pieces = sheet->exercise().pages[page].pieces;
    // What stood there before the page stays only if the page brings nothing of its own.
    std::size_t now = pieces.empty() ? 0 : pieces.front().kind == exercise::Piece::Kind::Prose ? pieces.front().show : 0;
    firstShow_ = now;
    bool own = false;
    const auto showButton = [&](std::size_t at) {
        auto* show = new QPushButton(tr("Show the example again"), content);
        show->setObjectName(QStringLiteral("show-%1").arg(at));
        show->setToolTip(tr("Put what this page speaks of into the editor"));
        connect(show, &QPushButton::clicked, this, [this, at] { emit showRequested(at); });
        column->addWidget(show, 0, Qt::AlignLeft);
        if (!own) firstShow_ = at;
        own = true, now = at;
    };
    for (const exercise::Piece& piece : pieces) {
        if (piece.kind == exercise::Piece::Kind::Task) {
            const std::size_t its = sheet->exercise().tasks[piece.index].show;
            if (its != 0 && its != now) showButton(its);
            auto* task = new ExerciseTask(sheet, piece.index, language, host, progress(piece.index), content);
            connect(task, &ExerciseTask::answered, this, &ExercisePage::answered);
            connect(task, &ExerciseTask::progressed, this, &ExercisePage::progressed);
            connect(task, &ExerciseTask::walkRequested, this, &ExercisePage::walkRequested);
            tasks_.push_back(piece.index);
            widgets_[piece.index] = task;
            column->addWidget(task);
        } else if (piece.kind == exercise::Piece::Kind::Show) {
            showButton(piece.show);
        } else if (piece.language.empty() || QString::fromStdString(piece.language) == language) {
            auto* prose = new MarkdownView(content);
            prose->setProse(QString::fromStdString(sheet->prose(piece.prose, piece.show)));
            column->addWidget(prose);
        }
    }
    column->addStretch();
    setWidget(content);
    content->setAutoFillBackground(false);  // the panel's own ground shows
    viewport()->setAutoFillBackground(false);
}

ExerciseTask* ExercisePage::task(std::size_t task) const {
    const auto found = widgets_.find(task);
    return found == widgets_.end() ? nullptr : found->second;
}

}  // namespace backstep
