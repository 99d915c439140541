// SPDX-License-Identifier: GPL-3.0-or-later
// The window: panes around one cursor, actions, and the way from the session through the evaluator to the cursor.
#pragma once

#include <QMainWindow>
#include <QTimer>

#include "app/document.h"
#include "app/evaluator.h"
#include "app/exportdialog.h"
#include "app/session.h"
#include "engine/diagram/figure.h"
#include "engine/sampling/differences.h"
#include "widgets/appearance.h"
#include "widgets/stepcursor.h"

class QLabel;
class QMenu;
class QSplitter;
class QStackedWidget;

namespace backstep {

class DifferencesView;
class ElementsView;
class ExerciseWorker;
class Exercises;
class FigureView;
class DocumentFile;
class FunctionPane;
class GraphView;
class Handbook;
class Language;
class OutputView;
class Pane;
class NoticeBar;
class PaneDock;
class PathBandView;
class PlotView;
class Predictor;
class QuietButton;
class Recovery;
class StepCard;
class TapeView;
class WaysView;
class TimelineBar;
struct Sparks;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    struct Options {
        LayoutHelper::Options layout;
        bool remember = true;          // geometry and choices between starts
        bool guards = false;           // keeps what is not saved, and asks before it would be lost
        Language* language = nullptr;  // if it can be chosen
    };
    explicit MainWindow(Options options, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Session* session() { return &session_; }
    [[nodiscard]] StepCursor* cursor() { return &cursor_; }
    [[nodiscard]] Evaluator* evaluator() { return &evaluator_; }
    [[nodiscard]] Exercises* exercises() { return exercises_; }
    // Everything submitted has been answered and shown, and nothing waits for a pause in the typing.
    [[nodiscard]] bool isSettled() const { return answered_ == submitted_ && !pause_.isActive() && !looksAround(); }
    [[nodiscard]] bool looksAround() const;  // the ways of looking are still being worked out
    [[nodiscard]] bool isRunning() const { return answered_ != submitted_ && runs_; }

    // A document of ours, a program, or a text with either; a program waits to be run. An exercise opens beside what is there.
    // Empty, or why not.
    QString openFile(const QString& path);
    void openArgument(const QString& word);  // of the command line: a file or a formula; says itself what is wrong
    QString saveFile(const QString& path);
    bool exportGraph(const QString& path);  // at the step shown; the format by the name's ending
    bool exportPlot(const QString& path);
    [[nodiscard]] ExportDialog::Document exportDocument() const;
    [[nodiscard]] QString file() const { return path_; }  // of the document; empty if it has none
    void offerLost();
    Handbook* openHandbook(const QString& place);  // "window#graph"
    void restoreDocument(const Document& document);

public slots:
    void setAppearance(backstep::AppearanceMode mode);
    void setMotion(bool on);
    void runProgram();                      // now, also one that waits for it
    void stopProgram();                     // what it did until then is shown
    void setLanguage(const QString& code);  // and for the next start; empty: as the desktop

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void childEvent(QChildEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Options options_;
    Session session_;
    StepCursor cursor_;
    Evaluator evaluator_;
    std::shared_ptr<const Chart> chart_;
    SampleRefusal refusal_ = SampleRefusal::None;  // why there is no curve
    std::shared_ptr<const ProgramCurve> curve_;    // of a program: where the chart is from
    quint64 submitted_ = 0;
    quint64 answered_ = 0;
    bool runs_ = false;                                    // what was submitted last runs, rather than reads
    bool failed_ = false;                                  // the program that was run last
    bool mayBeDamaged_ = false;                            // it was pasted or opened, and was not whole since
    QString ran_;                                          // the text that was submitted last to be run
    std::optional<int> wantedStep_;                        // of the document that was opened
    QTimer pause_;                                         // in the typing: then the program runs
    QTimer slow_;                                          // a run that takes no time is not announced
    std::shared_ptr<const Snapshot> outcome_;              // what the text at hand gave, good or not
    std::shared_ptr<const ErrorExplanation> explanation_;  // of its error

    FunctionPane* function_ = nullptr;
    GraphView* graph_ = nullptr;
    TapeView* tape_ = nullptr;
    OutputView* output_ = nullptr;
    StepCard* card_ = nullptr;
    WaysView* waysView_ = nullptr;
    StepCursor twinCursor_;  // of the same run in forward mode, beside it
    QSplitter* graphs_ = nullptr;
    GraphView* twinGraph_ = nullptr;
    Pane* graphPane_ = nullptr;
    QAction* sideBySide_ = nullptr;
    QVector<QAction*> wayTabs_;
    Predictor* predictor_ = nullptr;
    ElementsView* elements_ = nullptr;
    DifferencesView* differences_ = nullptr;
    QAction* differencesAction_ = nullptr;
    QAction* elementsAction_ = nullptr;
    QAction* ghosts_ = nullptr;
    QAction* sparks_ = nullptr;
    ExerciseWorker* elementsWorker_ = nullptr;
    ExerciseWorker* ghostWorker_ = nullptr;
    ExerciseWorker* sparksWorker_ = nullptr;
    std::pair<std::shared_ptr<const ProgramCurve>, std::shared_ptr<const Sparks>> sparksOfCurve_;
    ExerciseWorker* differencesWorker_ = nullptr;
    std::shared_ptr<const ProgramCurve> differencesOf_;  // whose errors are known
    std::shared_ptr<const DifferenceErrors> differenceErrors_;
    bool hiding_ = false;  // and what was known, when the plot and the output were last shown
    std::size_t knownBefore_ = 0;
    PlotView* plot_ = nullptr;
    QWidget* plotPage_ = nullptr;  // the plot, and under it the paths of a program
    PathBandView* paths_ = nullptr;
    FigureView* figure_ = nullptr;
    QStackedWidget* plotPages_ = nullptr;
    QuietButton* figureChoice_ = nullptr;
    QVector<QWidget*> curveButtons_;
    std::vector<Figure> figures_;  // of the run that is shown
    int figureShown_ = 0;          // -1: the curve of f
    TimelineBar* timeline_ = nullptr;
    QuietButton* modeButton_ = nullptr;
    PaneDock* functionDock_ = nullptr;
    PaneDock* tapeDock_ = nullptr;
    PaneDock* cardDock_ = nullptr;
    PaneDock* waysDock_ = nullptr;
    struct Room {
        int left = 330, right = 400, text = 200, tape = 560;
    };
    void keepGraphWide();
    Room formulaRoom_, programRoom_{430, 380, 470, 290};  // a program needs more of it
    QAction* run_ = nullptr;
    QAction* stop_ = nullptr;
    QAction* readAs_ = nullptr;  // the other kind
    QAction* tapeTab_ = nullptr;
    QAction* outputTab_ = nullptr;
    QLabel* running_ = nullptr;
    TextKind shownKind_ = TextKind::Formula;
    Exercises* exercises_ = nullptr;
    QString path_;                          // the document's file
    QByteArray onDisk_;                     // what the file was when it was read or written
    DocumentFile* documentFile_ = nullptr;  // if the window guards it
    NoticeBar* fileNotice_ = nullptr;
    QAction* reload_ = nullptr;
    QAction* keepMine_ = nullptr;
    QStringList warnings_;  // of opening it
    std::unique_ptr<Recovery> recovery_;
    Handbook* handbook_ = nullptr;

    PaneDock* createDock(const QString& name, const QString& title, QWidget* content, Qt::DockWidgetArea area);
    void createViews();
    void createCentral();
    void createDocks();
    void createTapeTabs(PaneDock* dock, QStackedWidget* pages);
    void createRunActions();
    void createRunButtons(PaneDock* dock);
    void createWays();
    void createWaysTabs(PaneDock* dock);
    void createWaysMenu(QMenu* parent);
    void showWays(int page);
    void showTwin();
    void placeTwin();
    void nameGraph();
    void nameTabBars();
    void createTimeline();
    void createFileMenu();
    void createEditMenu();
    void createViewMenu();
    void createProgramMenu();
    void createStepMenu();
    void createPaceMenu(QMenu* parent);
    void createElements(QSplitter* beside);
    void createGraphActions(QMenu* menu);
    [[nodiscard]] NodeId momentOfElements() const;
    void showNodeMenu(NodeId node, const QPoint& at);
    void showElements(NodeId node);
    void placeElements();
    void hideElements();
    void findGhosts();
    void findDifferences();
    void showSparks();
    void findSparks();
    void createPredictor();
    void createPredictActions(QMenu* menu);
    void createLanguageMenu(QMenu* parent);
    QAction* createHistoryAction(const QString& name, QKeySequence::StandardKey keys, bool redo);
    void sayAnew();
    void orderFocus();
    void nameWindow();
    void createFileNotice();
    void showFileNotice();
    void reloadFile();
    void createHelpMenu();
    void createModeButton();
    void createVoices(PaneDock* dock);
    void createCurves(PaneDock* dock);
    void createDifferences(PaneDock* dock);
    void createFigureChoice(PaneDock* dock);
    void connectViews();
    void restore();

    void noticeChange();
    void submit(bool run, bool again = false);
    void take(const Outcome& outcome);
    void takeRun(const Outcome& outcome);
    void takeCurve(const std::shared_ptr<const ProgramCurve>& curve);
    void createPlotPage();
    void showKind();
    void giveRoom(const Room& room);
    void showRunning();
    void showOutput();
    void takeFigures(const Snapshot& snapshot);
    [[nodiscard]] QString nothingPlotted() const;
    void showPlot();
    void showCurve();
    [[nodiscard]] std::shared_ptr<const ProgramReport> reportToShow(std::shared_ptr<const ProgramReport> report) const;
    void setKind(TextKind kind, bool chosen);
    void showTimeline();
    void showPlace();
    void dragPoint(double x, bool finished);
    void jumpTo(NodeId node);
    void jumpToLine(int line);
    void setMode(SweepMode mode, const QString& seedInput);
    void fillModeMenu();
    void askExport(bool graph);
    void askOpen();
    void askSave();
    void save();
    void sayNotSaved(const QString& fault);
    bool mayLose();
    void createDocument();
    void setFile(const QString& path);
    void fillRecent(QMenu* menu);
    [[nodiscard]] static QByteArray fingerprint(const QString& path);
    bool exportTo(const QString& path, ExportWhat what) const;
    void newDocument(const QString& text, TextKind kind);
    void fillExamples(QMenu* menu);
    void about();
};

}  // namespace backstep
