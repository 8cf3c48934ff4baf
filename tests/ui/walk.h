// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPixmap>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QWidget>

/// What the structural tests ask of every page and dialog; each answer lists what is wrong, so an empty one passes.
namespace certdesk::walk {

inline bool belongsToQt(const QWidget *widget)
{
    for (const QWidget *w = widget; w; w = w->parentWidget())
        if (w->objectName().startsWith(QLatin1String("qt_")) || w->inherits("QFileDialog") || w->inherits("QCalendarWidget"))
            return true;
    const QWidget *parent = widget->parentWidget();
    return parent && (parent->inherits("QAbstractSpinBox") || parent->inherits("QComboBox") || parent->inherits("QLineEdit")
                      || parent->inherits("QAbstractItemView") || parent->inherits("QComboBoxPrivateContainer")
                      || parent->inherits("QTabBar"));
}

inline bool isInput(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
           || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
           || qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QAbstractItemView *>(widget);
}

inline QString described(const QWidget *widget)
{
    QStringList path;
    for (const QWidget *w = widget; w; w = w->parentWidget())
        path.prepend(w->objectName().isEmpty() ? QString::fromLatin1(w->metaObject()->className()) : w->objectName());
    return path.join(QLatin1Char('/'));
}

inline QStringList unnamedInputs(const QWidget *root)
{
    QStringList wrong;
    const auto all = root->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (!isInput(widget) || belongsToQt(widget) || widget->inherits("QHeaderView") || widget->inherits("QTableCornerButton"))
            continue;
        if (widget->objectName().isEmpty())
            wrong.append(described(widget) + QStringLiteral(": no object name"));
        if (widget->accessibleName().isEmpty() && widget->isVisibleTo(root))
            wrong.append(described(widget) + QStringLiteral(": no accessible name"));
    }
    return wrong;
}

/// Texts that are cut: labels and buttons narrower or lower than what they say.
inline QStringList clippedTexts(const QWidget *root)
{
    QStringList wrong;
    const auto labels = root->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (!label->isVisibleTo(root) || label->text().isEmpty() || label->objectName() == QLatin1String("pageTitle"))
            continue;
        const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        const bool narrow = !label->wordWrap() && label->width() < label->sizeHint().width();
        if (label->height() < needed || narrow)
            wrong.append(QStringLiteral("%1: \"%2\" has %3×%4, needs %5×%6").arg(described(label), label->text()).arg(label->width())
                             .arg(label->height()).arg(label->sizeHint().width()).arg(needed));
    }
    const auto buttons = root->findChildren<QPushButton *>();
    for (const QPushButton *button : buttons)
        if (button->isVisibleTo(root) && !button->text().isEmpty() && button->width() < button->fontMetrics().horizontalAdvance(button->text()))
            wrong.append(QStringLiteral("%1: \"%2\" is %3 wide").arg(described(button), button->text()).arg(button->width()));
    return wrong;
}

/// Widgets that reach beyond their parent (scroll areas may hold more than they show).
inline QStringList overflowing(const QWidget *root)
{
    QStringList wrong;
    const auto all = root->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        const QWidget *parent = widget->parentWidget();
        if (!parent || !widget->isVisibleTo(root) || widget->isWindow() || belongsToQt(widget)
            || parent->objectName() == QLatin1String("qt_scrollarea_viewport"))
            continue;
        if (!parent->rect().contains(widget->geometry().intersected(QRect(0, 0, 100000, 100000))) && widget->width() > 0
            && widget->geometry().right() > parent->rect().right() + 1)
            wrong.append(described(widget) + QStringLiteral(" reaches beyond its parent"));
    }
    return wrong;
}

inline QStringList conflictingShortcuts(const QWidget *root)
{
    QHash<QString, QString> seen;
    QStringList wrong;
    const auto actions = root->findChildren<QAction *>();
    for (const QAction *action : actions) {
        if (action->shortcutContext() == Qt::WidgetShortcut || action->shortcutContext() == Qt::WidgetWithChildrenShortcut)
            continue;
        for (const QKeySequence &keys : action->shortcuts()) {
            const QString text = keys.toString();
            if (seen.contains(text) && seen.value(text) != action->objectName())
                wrong.append(QStringLiteral("%1: %2 and %3").arg(text, seen.value(text), action->objectName()));
            seen.insert(text, action->objectName());
        }
    }
    return wrong;
}

/// Lets layouts come to rest: each round may ask for another.
inline void settle()
{
    for (int round = 0; round < 10; ++round)
        QCoreApplication::processEvents();
}

/// Saves a picture when CERTDESK_PICTURES names a folder, so that people can look at what the test looked at.
inline void picture(QWidget *widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("CERTDESK_PICTURES");
    if (!folder.isEmpty() && QDir().mkpath(folder))
        widget->grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
}

} // namespace certdesk::walk
