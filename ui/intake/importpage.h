// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/intake/importrun.h"
#include "ui/common/page.h"

#include <memory>

namespace certdesk {

class ImportFilePanel;
class ImportReviewPanel;
class TextLabel;
class WizardFrame;

/// A file comes in, in three steps: which file, what would change, done. Nothing is stored before the second step says so, and
/// what was stored can be taken back at once.
class ImportPage : public Page
{
    Q_OBJECT

public:
    explicit ImportPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override { return tr("Import"); }
    QString sentence() const override { return tr("Nothing is stored before you have seen what would change"); }
    /// Parameters: "kind" and "file" choose both at once.
    void open(const PageAddress &address) override;
    void setSchoolYear(qint64 endYear) override;

private:
    void followFile();
    void read();
    void showPlan(const std::shared_ptr<PreparedImport> &prepared);
    void commit();
    void startAnew();

    PageContext m_context;
    std::shared_ptr<PreparedImport> m_prepared;
    bool m_reading = false;
    WizardFrame *m_wizard;
    ImportFilePanel *m_file;
    ImportReviewPanel *m_review;
    TextLabel *m_result;
};

} // namespace certdesk
