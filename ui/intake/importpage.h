// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"

class QVBoxLayout;

namespace certdesk {

class CommitPanel;
class DialectPanel;
class IntakeDesk;
class JobBar;
class MappingPanel;
class MatchPanel;
class ResultPanel;
class ReviewPanel;
class SourcePanel;
class WizardFrame;

/// The one wizard of all operations by file: Source, Dialect, Mapping, Match, Review, Commit, Result. A step with nothing to
/// decide is passed over and stays within reach; going back loses nothing; nothing is stored before Commit.
class ImportPage : public Page
{
    Q_OBJECT

public:
    enum Step { Source, Dialect, Mapping, Match, Review, Commit, Result };

    explicit ImportPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override { return tr("Import"); }
    QString sentence() const override { return tr("Nothing is stored before you have seen what would change"); }
    /// Parameters: "kind" and "file" choose both at once.
    void open(const PageAddress &address) override;
    void setSchoolYear(qint64 endYear) override;
    void findInPage() override;
    QJsonObject draft() const override;
    void restoreDraft(const QJsonObject &draft) override;
    QString helpTopic() const override { return QStringLiteral("import"); }

private:
    void build();
    void connectPanels();
    void connectDesk();
    void loadSchools();
    void go(int step);
    void next(int step);
    bool mayEnter(int step) const;
    void followSource();
    void takeTable();
    void takeMapping();
    void takePlan();
    void takeStale();
    void takeOutcome();
    void takeFailure(const Error &error);
    void showReasons();
    void plan(int leadsTo);
    void startAnew();
    void saveTemplate(bool filled);
    void markSteps();
    void showSentences();

    PageContext m_context;
    IntakeDesk *m_desk;
    WizardFrame *m_wizard;
    SourcePanel *m_source;
    DialectPanel *m_dialect;
    MappingPanel *m_mapping;
    MatchPanel *m_match;
    ReviewPanel *m_review;
    CommitPanel *m_commit;
    ResultPanel *m_result;
    QVBoxLayout *m_column;
    JobBar *m_bar = nullptr;
    bool m_wantsDialect = false; ///< the person stands at the dialect and looks at the preview
    int m_afterPlan = Review;
    QMap<int, int> m_countsBefore; ///< of a plan that is out of date, by status
    int m_furthest = Source;
};

} // namespace certdesk
