// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/intake/intakedesk.h"

#include <QAbstractTableModel>

namespace certdesk {

/// A field on its way by drag and drop: its name, and after a tab the column it was taken from.
inline constexpr QLatin1String fieldMimeType{"application/x-certdesk-import-field"};

/// The uploaded columns side by side: which field each feeds, how sure that is, how much of it is filled, three samples.
/// Changes are only wanted here; the desk makes them.
class MappingTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Row { FieldRow, ConfidenceRow, FilledRow, SampleRow };
    static constexpr int rowsShown = SampleRow + 3;

    explicit MappingTable(const IntakeDesk &desk, QObject *parent = nullptr) : QAbstractTableModel(parent), m_desk(desk) {}
    void refresh();

    QString fieldAt(int column) const;
    QString proposedAt(int column) const;
    int columnOf(const QString &field) const;
    int proposalCount() const;
    QStringList fields() const; ///< of the operation, in its order
    /// Empty: it was wanted. Otherwise why not (H04). An empty field clears the column; `from` is the column it comes from.
    QString wantField(int column, const QString &field, int from = -1);
    void wantProposals();

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : rowsShown; }
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override { return {fieldMimeType}; }
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::CopyAction | Qt::MoveAction; }
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;
    bool dropOnColumn(const QMimeData *data, int column);

Q_SIGNALS:
    void columnsWanted(const QVector<QPair<QString, int>> &columns);
    void refused(const QString &why);

private:
    QVector<QPair<QString, int>> present() const;
    QString confidenceText(int column) const;

    const IntakeDesk &m_desk;
};

} // namespace certdesk
