// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>
#include <QWidget>

class QPushButton;

namespace certdesk {

/// The filters that are on, each as a chip with a cross, and "Clear all" (W-002). It shows and reports; the page filters.
class FilterChipRow : public QWidget
{
    Q_OBJECT

public:
    struct Chip
    {
        QString key;
        QString text;           ///< "Status: active"
        bool removable = true;  ///< a notice ("2 rows left the filter") cannot be removed but clicked
        bool operator==(const Chip &) const = default;
    };

    explicit FilterChipRow(QWidget *parent = nullptr);
    void setChips(const QVector<Chip> &chips);
    const QVector<Chip> &chips() const { return m_chips; }

Q_SIGNALS:
    void removed(const QString &key);
    void clicked(const QString &key);
    void cleared();

private:
    QWidget *makeChip(const Chip &chip);

    QVector<Chip> m_chips;
    QVector<QWidget *> m_shown;
};

} // namespace certdesk
