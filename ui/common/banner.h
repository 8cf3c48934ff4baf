// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "ui/common/theme.h"

#include <QFrame>
#include <functional>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace certdesk {

class TextLabel;

/// Says in place what happened, what was kept and what to do (W-031). It stays until it is closed or replaced.
class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    /// `nextStep` is the text of the button that runs `next`; without one the sentence stands alone.
    void showMessage(Tone tone, const QString &what, const QString &more = {}, const QString &nextStep = {},
                     std::function<void()> next = {}, const QString &details = {});
    /// Message, next and detail of the error; code and kind stand in the details.
    void showError(const Error &error, const QString &nextStep = {}, std::function<void()> next = {});
    void dismiss();
    QString text() const;

Q_SIGNALS:
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildDetails();
    void restyle();

    Tone m_tone = Tone::Neutral;
    QLabel *m_icon;
    TextLabel *m_what;
    TextLabel *m_more;
    QPushButton *m_next;
    QPushButton *m_detailsButton;
    QToolButton *m_close;
    QWidget *m_detailsArea;
    QPlainTextEdit *m_details = nullptr; ///< made with the first details
    std::function<void()> m_run;
};

} // namespace certdesk
