// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QVector>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;
class QTabWidget;
class QTreeWidget;

namespace certdesk {

class FormField;
class FormSection;

/// What can be chosen in an event, as the state database has it.
struct EventChoices
{
    struct Category
    {
        QString name;
        QString level; ///< "district" or "school"
    };
    struct Group
    {
        QString code;
        QString name;
    };
    struct Participant
    {
        QString districtCode;
        QString districtName;
        QString schoolCode; ///< empty: the district itself
        QString schoolName;
    };
    QVector<Category> categories;
    QVector<Group> groups;
    QVector<Participant> participants;
    QVector<qint64> schoolYears; ///< newest first
};

/// The four tabs of an event (C-130 to C-142) over the document that `event create --file` reads. Holds what is typed and
/// checks each field as it is left; saving and publishing is the page's work.
class EventForm : public QWidget
{
    Q_OBJECT

public:
    enum Tab { Details, Data, Participants, Snapshots };

    explicit EventForm(QWidget *parent = nullptr);
    void setChoices(const EventChoices &choices);
    /// `isNew`: the tabs are numbered and there is no Delete Event.
    void setDocument(const QJsonObject &document, bool isNew, bool canDelete);
    QJsonObject document() const;
    bool isChanged() const { return m_changed; }
    void markSaved() { m_changed = false; }
    /// C-140: participants by status, in the order given; empty for an event that is not published.
    void setStatusCounts(const QVector<QPair<QString, int>> &counts);
    /// C-023: the reason why Save & Publish is not possible; empty: it is.
    void setPublishHindrance(const QString &reason);
    /// "New Event: {name}" or "Edit Event: {name}".
    QString heading() const;
    void showTab(Tab tab);
    bool validate();

Q_SIGNALS:
    void edited();
    void headingChanged();
    void cancelWanted();
    void saveWanted();
    void publishWanted();
    void deleteWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void keepRoom();
    QWidget *buildDetails();
    QWidget *buildData();
    QWidget *buildParticipants();
    QWidget *buildSnapshots();
    QWidget *buildFooter();
    void fillCategories();
    void fillParticipants();
    void participantsChecked();
    void methodChosen();
    void tabChosen();
    void touch();
    QString level() const;
    QString method() const;
    QJsonArray checkedGroups() const;
    QJsonArray checkedParticipants() const;

    EventChoices m_choices;
    QJsonObject m_document; ///< keys the form does not show are kept
    bool m_isNew = true;
    bool m_changed = false;
    bool m_filling = false;
    QVector<FormSection *> m_sections;
    QTabWidget *m_tabs;
    QLineEdit *m_name;
    QComboBox *m_year;
    QDateEdit *m_start;
    QDateEdit *m_opens;
    QDateEdit *m_end;
    QPlainTextEdit *m_description;
    QRadioButton *m_districtLevel;
    QRadioButton *m_schoolLevel;
    QComboBox *m_category;
    QTreeWidget *m_groups;
    QCheckBox *m_acknowledge;
    QLineEdit *m_linkName;
    QLineEdit *m_linkAddress;
    QLineEdit *m_participantSearch;
    QTreeWidget *m_participants;
    QLabel *m_participantCount;
    QLabel *m_statusTitle;
    QTreeWidget *m_statusCounts;
    QRadioButton *m_noSnapshot;
    QRadioButton *m_startSnapshot;
    QRadioButton *m_fullSnapshot;
    QDateTimeEdit *m_snapshotTime;
    FormField *m_snapshotTimeField = nullptr;
    QCheckBox *m_ownSnapshots;
    QPushButton *m_delete;
    QPushButton *m_previous;
    QPushButton *m_cancel;
    QPushButton *m_next;
    QPushButton *m_save;
    QPushButton *m_publish;
    QString m_hindrance;
};

} // namespace certdesk
