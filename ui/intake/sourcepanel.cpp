// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/sourcepanel.h"

#include "ui/common/announce.h"
#include "ui/common/card.h"
#include "ui/common/flowlayout.h"
#include "ui/common/form.h"
#include "ui/common/prompt.h"
#include "ui/common/text.h"
#include "ui/intake/fileoperations.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QVBoxLayout>

namespace certdesk {

namespace {

constexpr int cardWidth = 400; ///< side by side where two of them fit

} // namespace

SourcePanel::SourcePanel(const QStringList &operations, QWidget *parent)
    : QWidget(parent), m_operation(new QComboBox), m_file(new QLineEdit), m_advice(mutedLabel({})), m_needs(bodyLabel({})),
      m_campus(mutedLabel({})), m_powerSchool(mutedLabel({}))
{
    setAcceptDrops(true);
    m_operation->setObjectName(QStringLiteral("importKindInput"));
    for (const QString &name : operations)
        m_operation->addItem(fileOperation(name)->title, name);
    m_operation->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
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
    section->setMaximumWidth(QWIDGETSIZE_MAX); // the card is the limit; a narrower form would wrap where the card gives one line of height
    section->add(tr("What the file is for"), m_operation)->required();
    section->addRow(m_advice);
    section->add(tr("File"), place)->required()->help(tr("CSV, TSV or Excel; it can also be dropped here. Encoding, delimiter and header are found out."));
    auto *card = new Card(this);
    card->content()->addWidget(section);
    card->content()->addStretch(1);
    auto *cards = new QWidget;
    auto *columns = new FlowLayout(cards, spacing::group, theme::scaled(cardWidth, font()));
    columns->addWidget(card);
    columns->addWidget(buildFileSelection());
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, spacing::related);
    all->addWidget(cards);
    all->addStretch(1);
    connect(choose, &QPushButton::clicked, this, &SourcePanel::choose);
    connect(m_file, &QLineEdit::textChanged, this, &SourcePanel::changed);
    connect(m_operation, &QComboBox::currentIndexChanged, this, [this] {
        tell();
        Q_EMIT changed();
    });
    tell();
}

QWidget *SourcePanel::buildFileSelection()
{
    auto *card = new Card(tr("File selection"), this);
    card->setObjectName(QStringLiteral("fileSelectionCard"));
    card->content()->addWidget(strongLabel(tr("What the file needs")));
    card->content()->addWidget(m_needs);
    card->content()->addWidget(strongLabel(tr("How to get it")));
    card->content()->addWidget(m_campus);
    card->content()->addWidget(m_powerSchool);
    auto *empty = new QPushButton(tr("Save a template"));
    auto *filled = new QPushButton(tr("Save a filled sample"));
    named(empty, "saveTemplateButton", tr("Save an empty template with these columns, as CSV or Excel"));
    named(filled, "saveSampleButton", tr("Save a sample filled with fictional people, as CSV or Excel"));
    auto *buttons = new QWidget;
    buttons->setLayout(new FlowLayout);
    buttons->layout()->addWidget(empty);
    buttons->layout()->addWidget(filled);
    card->content()->addWidget(buttons);
    card->content()->addStretch(1);
    connect(empty, &QPushButton::clicked, this, [this] { Q_EMIT templateWanted(false); });
    connect(filled, &QPushButton::clicked, this, [this] { Q_EMIT templateWanted(true); });
    return card;
}

void SourcePanel::tell()
{
    const FileOperation *operation = fileOperation(this->operation());
    if (!operation)
        return;
    m_advice->setText(operation->advice);
    m_needs->setText(operation->needs);
    m_campus->setText(operation->infiniteCampus.isEmpty() ? tr("A list in CSV or Excel with these columns; the template shows them.") : operation->infiniteCampus);
    m_powerSchool->setText(operation->powerSchool);
    m_powerSchool->setVisible(!operation->powerSchool.isEmpty());
}

void SourcePanel::choose()
{
    FileChooser::open(this, tr("Choose the file"), tr("Tables (*.csv *.tsv *.txt *.xlsx *.ods *.zip);;All files (*)"), [this](const QString &fileName) {
        if (!fileName.isEmpty())
            m_file->setText(fileName);
    });
}

void SourcePanel::dragEnterEvent(QDragEnterEvent *event)
{
    const auto urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void SourcePanel::dropEvent(QDropEvent *event)
{
    m_file->setText(event->mimeData()->urls().value(0).toLocalFile());
    event->acceptProposedAction();
}

QString SourcePanel::operation() const
{
    return m_operation->currentData().toString();
}

QString SourcePanel::file() const
{
    return m_file->text().trimmed();
}

void SourcePanel::setOperation(const QString &operation)
{
    if (const int index = m_operation->findData(operation); index >= 0)
        m_operation->setCurrentIndex(index);
}

void SourcePanel::setFile(const QString &file)
{
    m_file->setText(file);
}

} // namespace certdesk
