// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/mappingtable.h"

#include "models/operations/intake/fieldtitle.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QFont>
#include <QLocale>
#include <QMimeData>

namespace certdesk {

namespace {

QString percent(double share)
{
    return QLocale().toString(qRound(share * 100)) + QStringLiteral(" %");
}

} // namespace

void MappingTable::refresh()
{
    beginResetModel();
    endResetModel();
}

int MappingTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_desk.table() ? 0 : static_cast<int>(m_desk.table()->columns.size());
}

QString MappingTable::fieldAt(int column) const
{
    const ColumnMatch match = m_desk.mapping().columns.value(column);
    return match.applied ? match.field : QString();
}

QString MappingTable::proposedAt(int column) const
{
    const ColumnMatch match = m_desk.mapping().columns.value(column);
    return !match.applied && columnOf(match.field) < 0 ? match.field : QString();
}

int MappingTable::proposalCount() const
{
    int count = 0;
    for (int column = 0; column < columnCount(); ++column)
        count += proposedAt(column).isEmpty() ? 0 : 1;
    return count;
}

int MappingTable::columnOf(const QString &field) const
{
    const ImportKind *kind = importKind(m_desk.operation().kind);
    const int index = kind ? kind->find(field) : -1;
    return index < 0 ? -1 : m_desk.mapping().columnOfField.value(index, -1);
}

QStringList MappingTable::fields() const
{
    QStringList names;
    if (const ImportKind *kind = importKind(m_desk.operation().kind)) {
        for (const ImportField &field : kind->fields)
            names.append(QLatin1String(field.name));
    }
    return names;
}

QVector<QPair<QString, int>> MappingTable::present() const
{
    QVector<QPair<QString, int>> columns;
    for (const QString &field : fields()) {
        if (const int column = columnOf(field); column >= 0)
            columns.append({field, column});
    }
    return columns;
}

QString MappingTable::wantField(int column, const QString &field, int from)
{
    auto columns = present();
    const int holder = field.isEmpty() ? -1 : columnOf(field);
    if (holder >= 0 && holder != column && holder != from) {
        const IntakeFinding finding = intakeFinding("H04", {fieldTitle(field)});
        return tr("H04  %1. It stays with \"%2\"; clear it there first.").arg(finding.message, m_desk.table()->columns.value(holder));
    }
    columns.removeIf([&](const auto &pair) { return pair.second == column || (!field.isEmpty() && pair.first == field); });
    if (!field.isEmpty())
        columns.append({field, column});
    Q_EMIT columnsWanted(columns);
    return {};
}

void MappingTable::wantProposals()
{
    auto columns = present();
    for (int column = 0; column < columnCount(); ++column) {
        if (const QString field = proposedAt(column); !field.isEmpty())
            columns.append({field, column});
    }
    Q_EMIT columnsWanted(columns);
}

QString MappingTable::confidenceText(int column) const
{
    const ColumnMatch match = m_desk.mapping().columns.value(column);
    if (match.field.isEmpty())
        return {};
    if (match.applied && m_desk.work().request.onlyColumns)
        return tr("chosen");
    return percent(match.confidence);
}

QVariant MappingTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_desk.table())
        return {};
    const int column = index.column();
    const QString field = fieldAt(column);
    const QString proposed = proposedAt(column);
    if (role == Qt::FontRole && index.row() == FieldRow) {
        QFont font = QApplication::font();
        font.setBold(!field.isEmpty());
        font.setItalic(field.isEmpty());
        return font;
    }
    if (role == Qt::ForegroundRole && index.row() == FieldRow && field.isEmpty())
        return proposed.isEmpty() ? theme::mutedText(QApplication::palette()) : theme::toneColour(Tone::Attention, QApplication::palette());
    if (role == Qt::EditRole && index.row() == FieldRow)
        return field.isEmpty() ? proposed : field;
    if (role == Qt::AccessibleTextRole && index.row() == FieldRow)
        return tr("%1 feeds %2").arg(m_desk.table()->columns.value(column), field.isEmpty() ? tr("no field") : fieldTitle(field));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (index.row() == FieldRow)
        return !field.isEmpty() ? fieldTitle(field) : !proposed.isEmpty() ? tr("%1?").arg(fieldTitle(proposed)) : tr("not used");
    if (index.row() == ConfidenceRow)
        return confidenceText(column);
    const UploadedColumn facts = m_desk.columnFacts().value(column);
    if (index.row() == FilledRow)
        return m_desk.table()->rowCount() == 0 ? QString() : percent(static_cast<double>(facts.filled) / m_desk.table()->rowCount());
    if (field == QLatin1String("password"))
        return facts.samples.value(index.row() - SampleRow).isEmpty() ? QString() : QStringLiteral("••••••");
    return facts.samples.value(index.row() - SampleRow);
}

bool MappingTable::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || index.row() != FieldRow)
        return false;
    if (const QString why = wantField(index.column(), value.toString()); !why.isEmpty()) {
        Q_EMIT refused(why);
        return false;
    }
    return true;
}

QVariant MappingTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (orientation == Qt::Horizontal) {
        const QString name = m_desk.table() ? m_desk.table()->columns.value(section) : QString();
        return name.isEmpty() ? tr("Column %1").arg(section + 1) : name;
    }
    switch (section) {
    case FieldRow:
        return tr("Becomes");
    case ConfidenceRow:
        return tr("How sure");
    case FilledRow:
        return tr("Filled");
    default:
        return tr("Sample %1").arg(section - SampleRow + 1);
    }
}

Qt::ItemFlags MappingTable::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDropEnabled;
    if (index.row() == FieldRow) {
        flags |= Qt::ItemIsEditable;
        if (!fieldAt(index.column()).isEmpty())
            flags |= Qt::ItemIsDragEnabled;
    }
    return flags;
}

QMimeData *MappingTable::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(fieldMimeType, (fieldAt(indexes.first().column()) + QLatin1Char('\t') + QString::number(indexes.first().column())).toUtf8());
    return data;
}

bool MappingTable::dropOnColumn(const QMimeData *data, int column)
{
    const QStringList parts = QString::fromUtf8(data->data(fieldMimeType)).split(QLatin1Char('\t'));
    if (column < 0 || column >= columnCount() || parts.first().isEmpty())
        return false;
    if (const QString why = wantField(column, parts.first(), parts.size() > 1 ? parts[1].toInt() : -1); !why.isEmpty()) {
        Q_EMIT refused(why);
        return false;
    }
    return true;
}

bool MappingTable::dropMimeData(const QMimeData *data, Qt::DropAction, int, int column, const QModelIndex &parent)
{
    dropOnColumn(data, parent.isValid() ? parent.column() : column);
    return false; // the desk has made the change; the view must not remove what was dragged
}

} // namespace certdesk
