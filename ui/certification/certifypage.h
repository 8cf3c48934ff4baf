// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/certification/certificationdesk.h"
#include "ui/common/page.h"

namespace certdesk {

class CertificationWizard;
class Job;

/// The wizard of one participation: reads its details, runs what a step asks for as a job, and reads again.
class CertifyPage : public Page
{
    Q_OBJECT

public:
    explicit CertifyPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override;
    QString sentence() const override;
    QList<QAction *> pageActions() const override;
    PageAddress address() const override;
    void open(const PageAddress &address) override;
    bool showsSchoolYear() const override { return false; }
    void refresh() override;
    QString helpTopic() const override { return QStringLiteral("certification"); }
    QString printableHtml() const override;

private:
    using Act = std::function<Result<qint64>(Session &, CertificationDesk &, Progress *)>;

    void read();
    void runAct(const QString &title, const QString &done, const Act &act);
    void submit(const QString &comment, const QString &password);
    void openResult(qint64 result);
    void takeReason(const QString &code);

    PageContext m_context;
    CertificationWizard *m_wizard;
    QAction *m_withdraw;
    QAction *m_send;
    qint64 m_participation = 0;
    int m_generation = 0;
    bool m_findStep = false; ///< the next answer opens the first step that is not passed
};

} // namespace certdesk
