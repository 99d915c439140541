// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that are composed of phrases, or of a phrase and something else: said now, and anew when the language changes.
// A phrase by itself (`setText(tr("Save"))`) needs none of this: see app/language.h.
#pragma once

#include <functional>
#include <utility>

#include <QEvent>
#include <QWidget>

namespace backstep {

class Saying : public QObject {
public:
    Saying(QWidget* owner, std::function<void()> say) : QObject(owner), say_(std::move(say)) { say_(); }
    bool event(QEvent* event) override {
        if (event->type() == QEvent::LanguageChange) say_();
        return QObject::event(event);
    }

private:
    std::function<void()> say_;
};

// As long as the widget lives; what else `say` touches must live as long.
inline void saying(QWidget* owner, std::function<void()> say) { new Saying(owner, std::move(say)); }

}  // namespace backstep
