// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace certdesk {

class TextLabel;

/// Why there is nothing here and what the next step is (W-023).
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);
    /// `why` in one line, `more` in one sentence, `nextStep` the text of the button; an empty one hides it.
    void setReason(const QString &why, const QString &more = {}, const QString &nextStep = {},
                   const QString &picture = QStringLiteral("picture-empty"));

Q_SIGNALS:
    void nextStepWanted();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void drawPicture();
    void makeRoom();

    QLabel *m_picture;
    TextLabel *m_why;
    TextLabel *m_more;
    QPushButton *m_next;
    QString m_pictureName;
};

} // namespace certdesk
