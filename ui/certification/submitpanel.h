// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/certification/certificationreader.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QGridLayout;
class QPlainTextEdit;
class QVBoxLayout;

namespace certdesk {

class TextLabel;

/// Step 4, which reads like a document (W-042): the three checks, the totals beside last year's, who has signed and who has
/// not, the statement and the signature. After signing it is the receipt.
class SubmitPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SubmitPanel(QWidget *parent = nullptr);
    void present(const CertificationDetails &view);
    bool isAccepted() const;  ///< the statement is ticked and a password is given
    QString comment() const;
    QString password() const;
    void clearPassword();

Q_SIGNALS:
    void edited();

private:
    void fillChecks(const CertificationDetails &view);
    void fillTotals(const CertificationDetails &view);
    void clearGrid(QGridLayout *grid);

    QGridLayout *m_checks;
    QGridLayout *m_totals;
    TextLabel *m_signers;
    TextLabel *m_statement;
    TextLabel *m_receipt;
    QWidget *m_signing;
    QCheckBox *m_accept;
    QPlainTextEdit *m_comment;
    QLineEdit *m_password;
};

} // namespace certdesk
