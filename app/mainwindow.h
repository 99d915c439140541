// SPDX-License-Identifier: GPL-3.0-or-later
// The window: panes around one cursor, actions, and the way from the session through the evaluator to the cursor.
#pragma once

#include <QMainWindow>

#include "app/evaluator.h"
#include "app/session.h"
#include "widgets/appearance.h"
#include "widgets/stepcursor.h"


namespace backstep {

class FunctionPane;
class GraphView;
class PaneDock;
class PlotView;
class QuietButton;
class StepCard;
class TapeView;
class TimelineBar;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    struct Options {
        LayoutHelper::Options layout;
        bool remember = true;  // geometry and choices between starts
    };
    explicit MainWindow(Options options, QWidget* parent = nullptr);

    [[nodiscard]] Session* session() { return &session_; }
    [[nodiscard]] StepCursor* cursor() { return &cursor_; }
    [[nodiscard]] Evaluator* evaluator() { return &evaluator_; }
    // Everything submitted has been answered and shown.
    [[nodiscard]] bool isSettled() const { return answered_ == submitted_; }

    bool openFile(const QString& path);  // a text file with a formula
    bool exportGraph(const QString& path);  // .svg or .png, at the step shown
    bool exportPlot(const QString& path);

public slots:
    void setAppearance(backstep::AppearanceMode mode);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    Options options_;
    Session session_;
    StepCursor cursor_;
    Evaluator evaluator_;
    std::shared_ptr<const Chart> chart_;
    quint64 submitted_ = 0;
    quint64 answered_ = 0;

    FunctionPane* function_ = nullptr;
    GraphView* graph_ = nullptr;
    TapeView* tape_ = nullptr;
    StepCard* card_ = nullptr;
    PlotView* plot_ = nullptr;
    TimelineBar* timeline_ = nullptr;
    QuietButton* modeButton_ = nullptr;

    PaneDock* createDock(const QString& name, const QString& title, QWidget* content, Qt::DockWidgetArea area);
    void createViews();
    void createCentral();
    void createDocks();
    void createTimeline();
    void createFileMenu();
    void createEditMenu();
    void createViewMenu();
    void createStepMenu();
    void createHelpMenu();
    void createModeButton();
    void createVoices(PaneDock* dock);
    void createCurves(PaneDock* dock);
    void connectViews();
    void restore();

    void submit();
    void take(const Outcome& outcome);
    void showTimeline();
    void showPlace();
    void dragPoint(double x, bool finished);
    void jumpTo(NodeId node);
    void setMode(SweepMode mode, const QString& seedInput);
    void fillModeMenu();
    void askExport(bool graph);
    void askOpen();
    void about();
};

}  // namespace backstep
