// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/mappingpanel.h"

#include "models/operations/intake/fieldtitle.h"
#include "ui/common/announce.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/intake/fieldtray.h"
#include "ui/intake/mappingtable.h"
#include "ui/intake/mappingview.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace certdesk {

namespace {

constexpr int trayWidth = 220;

} // namespace

MappingPanel::MappingPanel(IntakeDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_table(new MappingTable(desk, this)), m_view(new MappingView(m_table)),
      m_required(new FieldTray("requiredFields", tr("Required fields"))), m_optional(new FieldTray("optionalFields", tr("Optional fields"))),
      m_findings(bodyLabel({})), m_accept(new QPushButton)
{
    named(m_accept, "acceptSuggestionsButton", tr("Take the suggested fields"));
    auto *trays = new QVBoxLayout;
    trays->setSpacing(spacing::grid);
    trays->addWidget(strongLabel(tr("Required")));
    trays->addWidget(m_required, 2);
    trays->addWidget(strongLabel(tr("Optional")));
    trays->addWidget(m_optional, 3);
    auto *traysWidget = new QWidget;
    traysWidget->setLayout(trays);
    trays->setContentsMargins(0, 0, 0, 0);
    traysWidget->setFixedWidth(theme::scaled(trayWidth, font()));
    auto *right = new QVBoxLayout;
    right->setSpacing(spacing::related);
    right->addWidget(mutedLabel(tr("Drag a field onto a column, or choose a column with the arrow keys and press Enter. Delete clears.")));
    right->addWidget(m_view, 1);
    right->addWidget(m_findings);
    right->addWidget(m_accept, 0, Qt::AlignLeft);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, spacing::related);
    row->setSpacing(spacing::group);
    row->addWidget(traysWidget);
    row->addLayout(right, 1);
    connect(m_table, &MappingTable::columnsWanted, this, [this](const QVector<QPair<QString, int>> &columns) { m_desk.setColumns(columns); });
    connect(m_table, &MappingTable::refused, this, &MappingPanel::refused);
    connect(m_accept, &QPushButton::clicked, m_table, &MappingTable::wantProposals);
    for (FieldTray *tray : {m_required, m_optional}) {
        connect(tray, &FieldTray::returned, this, [this](int column) { m_table->wantField(column, {}); });
        connect(tray, &FieldTray::fieldActivated, this, [this](const QString &field) {
            if (const int column = m_table->columnOf(field); column >= 0)
                m_view->openList(column);
        });
    }
}

void MappingPanel::showMapping()
{
    const QModelIndex current = m_view->currentIndex();
    const int row = current.row();
    const int column = current.column();
    m_table->refresh();
    if (m_table->columnCount() > 0)
        m_view->setCurrentIndex(m_table->index(qMax(0, row), qBound(0, column, m_table->columnCount() - 1)));
    showTrays();
    tell();
}

void MappingPanel::showTrays()
{
    QVector<FieldTray::Entry> required;
    QSet<QString> listed;
    const auto groups = m_desk.operation().required();
    for (const QStringList &group : groups) {
        const bool isMet = std::any_of(group.cbegin(), group.cend(), [this](const QString &field) { return m_table->columnOf(field) >= 0; });
        for (const QString &field : group) {
            if (listed.contains(field))
                continue;
            listed.insert(field);
            const bool isUsed = m_table->columnOf(field) >= 0;
            required.append({field, group.size() > 1 ? tr("%1 (one of %2)").arg(fieldTitle(field)).arg(group.size()) : fieldTitle(field), isMet || isUsed, isUsed});
        }
    }
    QVector<FieldTray::Entry> optional;
    for (const QString &field : m_table->fields()) {
        const bool isUsed = m_table->columnOf(field) >= 0;
        if (!listed.contains(field))
            optional.append({field, fieldTitle(field), isUsed, isUsed});
    }
    m_required->setEntries(required);
    m_optional->setEntries(optional);
}

void MappingPanel::tell()
{
    QStringList lines;
    for (const IntakeFinding &finding : m_desk.mapping().findings) {
        if (finding.code != QLatin1String("H03") && finding.severity != IntakeSeverity::Information)
            lines.append(QStringLiteral("%1  %2. %3").arg(finding.code, finding.message, finding.next));
    }
    m_findings->setText(lines.mid(0, 4).join(QLatin1Char('\n')));
    m_findings->setVisible(!lines.isEmpty());
    const int proposals = m_table->proposalCount();
    m_accept->setText(proposals == 1 ? tr("Take the suggestion") : tr("Take %1 suggestions").arg(proposals));
    m_accept->setVisible(proposals > 0);
}

} // namespace certdesk
