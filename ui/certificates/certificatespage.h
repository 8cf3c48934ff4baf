// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/certificates/attemptcommands.h"
#include "ui/lists/listpage.h"

#include <QTimer>

namespace certdesk {

class AttemptEditors;
class CheckKeeper;
class EntryRow;

/// The attempts of a school year as a grid one types into: new row at the top, cells that fill themselves, findings at once,
/// evidence and verification beside it.
class CertificatesPage : public ListPage
{
    Q_OBJECT

public:
    explicit CertificatesPage(const PageContext &context, QWidget *parent = nullptr);
    ~CertificatesPage() override;

    void open(const PageAddress &address) override;
    void setSchoolYear(qint64 endYear) override;
    QJsonObject draft() const override;
    void restoreDraft(const QJsonObject &draft) override;

protected:
    void readDetails(qint64 id) override;
    /// EV-06 is a question, which AttemptEditors asks.
    void tellRefusal(const Error &error) override;

private:
    void makeActions();
    void showEntryRow(bool shown);
    void takeEntered(const AttemptFill &fill);
    void attachEvidence();
    void attach(const QVector<qint64> &ids, const QString &fileName);
    void verify();
    void unverify();
    void makeVoid();
    void fillToday();
    void goToFinding(bool backwards);
    void showStack();
    void checkSoon() { m_checkTimer.start(); }
    void check();
    QVector<qint64> chosen() const;

    AttemptEditors *m_editors;
    EntryRow *m_entry;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    std::shared_ptr<CheckKeeper> m_checks;
    QTimer m_checkTimer;
};

} // namespace certdesk
