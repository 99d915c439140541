// SPDX-License-Identifier: GPL-3.0-or-later
// Prose of a stranger, shown safely: Markdown without HTML, nothing is loaded, no link is followed. As high as its text.
#pragma once

#include <QTextBrowser>

namespace backstep {

class MarkdownView : public QTextBrowser {
    Q_OBJECT

public:
    explicit MarkdownView(QWidget* parent = nullptr);
    void setProse(const QString& markdown);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, 0}; }
    QVariant loadResource(int type, const QUrl& name) override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QString prose_;
    [[nodiscard]] static QString joined(QString markdown);
    [[nodiscard]] static QString withItsNumbers(const QString& markdown);
    void fit();
};

}  // namespace backstep
