// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pane.h"

#include <QPainter>
#include <QVBoxLayout>

#include "widgets/appearance.h"
#include "widgets/flatpaint.h"
#include "widgets/panetitle.h"

namespace backstep {

Pane::Pane(const QString& title, QWidget* parent) : QFrame(parent), title_(new PaneTitle(title, this)), column_(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("pane"));
    setAccessibleName(title);
    setFrameShape(QFrame::NoFrame);
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(0);
    column_->addWidget(title_);
}

void Pane::setTitle(const QString& title) {
    title_->setTitle(title);
    setAccessibleName(title);
}

QString Pane::title() const { return title_->title(); }

void Pane::setContent(QWidget* content) {
    if (content == content_) return;
    delete content_;
    content_ = content;
    if (content_ != nullptr) column_->addWidget(content_, 1);
}

void Pane::addToTitle(QWidget* widget) { title_->addWidget(widget); }

QToolButton* Pane::addToTitle(QAction* action) { return title_->addAction(action); }

void Pane::setBorders(Qt::Edges edges) {
    borders_ = edges;
    const auto room = [edges](Qt::Edge edge) { return edges.testFlag(edge) ? 1 : 0; };
    column_->setContentsMargins(room(Qt::LeftEdge), room(Qt::TopEdge), room(Qt::RightEdge), room(Qt::BottomEdge));
    update();
}

void Pane::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), ink(Ink::pane));
    for (const auto edge : {Qt::TopEdge, Qt::BottomEdge, Qt::LeftEdge, Qt::RightEdge}) {
        if (borders_.testFlag(edge)) paintHairline(painter, rect(), edge);
    }
}

}  // namespace backstep
