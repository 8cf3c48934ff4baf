// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/certificates/attemptcommands.h"
#include "ui/common/grid/choiceedit.h"

#include <QFrame>
#include <QJsonObject>
#include <QTimer>

class QPushButton;

namespace certdesk {

class Banner;
class StoreThread;
class TextLabel;

/// The new row at the top of the certificates grid (T-082): find the student, choose course and certificate, type date and
/// outcome. What the program fills is shown below as it will be stored. After saving all but the student stays, for the
/// next one of the class.
class EntryRow : public QFrame
{
    Q_OBJECT

public:
    EntryRow(StoreThread *store, QWidget *parent = nullptr);

    void setSchoolYear(qint64 endYear);
    void focusFirst();
    void setDate(qint64 day);
    void save();
    QJsonObject draft() const;
    void restoreDraft(const QJsonObject &draft);

Q_SIGNALS:
    void entered(const certdesk::AttemptFill &fill);
    void closeWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    ChoiceEdit *addChoice(const char *name, const QString &label, int characters);
    QLineEdit *addText(const char *name, const QString &label, int characters, const QString &hint);
    void addField(QWidget *input, const char *name, const QString &label, int characters);
    void connectInputs();
    void readChoices();
    void readStudents(const QString &text);
    void studentChosen();
    void preview();
    void showFill(const AttemptFill &fill);
    AttemptFields fields() const;
    void showRefusal(const Error &error);
    void moveOn(QObject *from, int step);
    qint64 student() const;
    qint64 year() const;

    StoreThread *m_store;
    qint64 m_schoolYear = 0;
    QString m_program; ///< of the course, as filled
    QString m_certificateCode;
    QWidget *m_fields;
    QVector<QLineEdit *> m_order;
    ChoiceEdit *m_student;
    ChoiceEdit *m_course;
    ChoiceEdit *m_certificate;
    ChoiceEdit *m_component;
    QLineEdit *m_date;
    ChoiceEdit *m_outcome;
    QLineEdit *m_score;
    ChoiceEdit *m_proctor;
    QPushButton *m_save;
    TextLabel *m_filled;
    Banner *m_banner;
    QTimer m_previewTimer;
    quint64 m_studentQuestion = 0; ///< the newest answer counts
    quint64 m_previewQuestion = 0;
};

} // namespace certdesk
