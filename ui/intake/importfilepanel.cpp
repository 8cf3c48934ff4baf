// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/importfilepanel.h"

#include "ui/common/announce.h"
#include "ui/common/card.h"
#include "ui/common/form.h"
#include "ui/common/prompt.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace certdesk {

ImportFilePanel::ImportFilePanel(const QStringList &kinds, QWidget *parent)
    : QWidget(parent), m_kind(new QComboBox), m_file(new QLineEdit)
{
    m_kind->setObjectName(QStringLiteral("importKindInput"));
    for (const QString &kind : kinds)
        m_kind->addItem(kindTitle(kind), kind);
    m_file->setObjectName(QStringLiteral("importFileInput"));
    auto *choose = new QPushButton(tr("Choose"));
    named(choose, "chooseImportFileButton", tr("Choose the file"));
    auto *place = new QWidget;
    place->setObjectName(QStringLiteral("importFile"));
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_file, 1);
    row->addWidget(choose);
    auto *section = new FormSection({});
    section->add(tr("What is in the file"), m_kind)->required();
    section->add(tr("File"), place)->required()->help(tr("CSV, TSV or Excel. Encoding, delimiter and header are found out."));
    auto *card = new Card(this);
    card->setMaximumWidth(theme::scaled(520, font()) + 2 * spacing::group);
    card->content()->addWidget(section);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    column->addStretch(1);
    connect(choose, &QPushButton::clicked, this, &ImportFilePanel::choose);
    connect(m_file, &QLineEdit::textChanged, this, &ImportFilePanel::changed);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ImportFilePanel::changed);
}

QString ImportFilePanel::kindTitle(const QString &kind)
{
    const QVector<QPair<QString, QString>> titles{{QStringLiteral("schools"), tr("Schools")},
                                                  {QStringLiteral("students"), tr("Students")},
                                                  {QStringLiteral("staff"), tr("Staff")},
                                                  {QStringLiteral("courses"), tr("Courses")},
                                                  {QStringLiteral("sections"), tr("Sections with their students")},
                                                  {QStringLiteral("groups"), tr("Groups with their members")},
                                                  {QStringLiteral("enrollments"), tr("Enrollments in sections")},
                                                  {QStringLiteral("programs"), tr("Programs")},
                                                  {QStringLiteral("program-certificates"), tr("Programs with their certificates")},
                                                  {QStringLiteral("certificate-list"), tr("Certificate list of a school year")},
                                                  {QStringLiteral("attempts"), tr("Certificate attempts")}};
    for (const auto &[name, title] : titles)
        if (name == kind)
            return title;
    return kind;
}

void ImportFilePanel::choose()
{
    FileChooser::open(this, tr("Choose the file"), tr("Tables (*.csv *.tsv *.txt *.xlsx);;All files (*)"), [this](const QString &fileName) {
        if (!fileName.isEmpty())
            m_file->setText(fileName);
    });
}

QString ImportFilePanel::kind() const
{
    return m_kind->currentData().toString();
}

QString ImportFilePanel::file() const
{
    return m_file->text().trimmed();
}

void ImportFilePanel::setKind(const QString &kind)
{
    if (const int index = m_kind->findData(kind); index >= 0)
        m_kind->setCurrentIndex(index);
}

void ImportFilePanel::setFile(const QString &file)
{
    m_file->setText(file);
}

} // namespace certdesk
