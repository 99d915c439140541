// SPDX-License-Identifier: GPL-3.0-or-later
// What shall go out, and how it will look: choices on the left, the file as it will be on the right. Made on a thread of
// its own, so that a long animation neither freezes the window nor cannot be given up.
#pragma once

#include <memory>
#include <stop_token>
#include <thread>

#include <QDialog>

#include "app/export.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace backstep {

class ExportPreview;

class ExportDialog : public QDialog {
    Q_OBJECT

public:
    // What is there to be exported; values, so the window may go on.
    struct Document {
        std::shared_ptr<const Snapshot> snapshot;
        std::shared_ptr<const Layout> layout;
        std::shared_ptr<const Diagram> plot;  // null: there is none
        Direction direction = Direction::topToBottom;
        std::size_t step = 0;
        std::function<QByteArray(std::size_t stop)> session;
        QString name;  // without an ending
    };
    explicit ExportDialog(Document document, QWidget* parent = nullptr);
    ~ExportDialog() override;
    ExportDialog(const ExportDialog&) = delete;
    ExportDialog& operator=(const ExportDialog&) = delete;

    [[nodiscard]] ExportFormat format() const;
    [[nodiscard]] ExportOptions options() const;
    void choose(ExportFormat format, ExportWhat what);  // another format where this one cannot show it
    [[nodiscard]] static ExportFormat lastFormat();     // that something was exported in; at first SVG
    [[nodiscard]] bool isWorking() const { return working_; }
    void saveTo(const QString& path);  // begins; `finished` follows
    void copy();

signals:
    void saved(const QString& path);
    void failed(const QString& why);

protected:
    void reject() override;  // gives up what is being made

private:
    Document document_;
    QComboBox* what_ = nullptr;
    QComboBox* format_ = nullptr;
    QComboBox* steps_ = nullptr;
    QSpinBox* step_ = nullptr;
    QComboBox* theme_ = nullptr;
    QDoubleSpinBox* scale_ = nullptr;
    QDoubleSpinBox* seconds_ = nullptr;
    QCheckBox* transparent_ = nullptr;
    QCheckBox* blankValues_ = nullptr;
    QCheckBox* blankAdjoints_ = nullptr;
    QCheckBox* blankPartials_ = nullptr;
    QLabel* size_ = nullptr;
    QLabel* note_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    ExportPreview* picture_ = nullptr;
    QPlainTextEdit* text_ = nullptr;
    QProgressBar* progress_ = nullptr;
    QPushButton* save_ = nullptr;
    QPushButton* copy_ = nullptr;
    bool working_ = false;
    std::jthread worker_;  // last: it stops before what it uses goes

    [[nodiscard]] QWidget* createChoices();
    [[nodiscard]] QWidget* createPreview();
    [[nodiscard]] ExportWhat what() const;
    [[nodiscard]] ExportSubject subject() const;
    void recall();
    void remember() const;
    void fillFormats();
    void refresh();
    void askAndSave();
    void setWorking(bool working);
    void say(const QString& text, bool isFault);
};

}  // namespace backstep
