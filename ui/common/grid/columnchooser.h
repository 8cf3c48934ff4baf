// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QComboBox;
class QListWidget;

namespace certdesk {

class GridView;

/// Which columns are shown, in which order, and how high rows are. A popup below its button.
class ColumnChooser : public QFrame
{
    Q_OBJECT

public:
    ColumnChooser(GridView *view, QWidget *parent);
    void openBelow(QWidget *button);

Q_SIGNALS:
    void columnsChanged();
    void resetWanted();

private:
    void fill();

    GridView *m_view;
    QListWidget *m_list;
    QComboBox *m_density;
};

} // namespace certdesk
