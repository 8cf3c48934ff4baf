// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/style.h"

#include "ui/common/icons.h"
#include "ui/common/stylepaint.h"
#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace certdesk {

namespace {

const char roleProperty[] = "certdeskRole";

int inputHeight(const QStyleOption *option)
{
    return option->fontMetrics.height() + 14;
}

} // namespace

void makePrimary(QAbstractButton *button)
{
    button->setProperty(roleProperty, QStringLiteral("primary"));
    button->update();
}

void makeDestructive(QAbstractButton *button)
{
    button->setProperty(roleProperty, QStringLiteral("destructive"));
    button->update();
}

void makeLink(QAbstractButton *button)
{
    button->setProperty(roleProperty, QStringLiteral("link"));
    button->setCursor(Qt::PointingHandCursor);
    button->update();
}

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

QIcon Style::standardIcon(StandardPixmap name, const QStyleOption *option, const QWidget *widget) const
{
    // Our own, wherever there is one: Qt would search all icon themes of the system for it first.
    if (name == SP_LineEditClearButton)
        return icons::icon(QStringLiteral("close"));
    return QProxyStyle::standardIcon(name, option, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const QFont font = widget ? widget->font() : QFont();
    switch (metric) {
    case PM_ScrollBarExtent:
        return 12;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return theme::scaled(18, font);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return spacing::related;
    case PM_ButtonMargin:
        return 16;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
        return theme::scaled(16, font);
    case PM_ToolBarIconSize:
        return theme::scaled(20, font);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_TabBarTabHSpace:
        return 32;
    case PM_TabBarTabVSpace:
        return 16;
    case PM_MenuPanelWidth:
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return spacing::grid;
    case PM_SplitterWidth:
        return spacing::related;
    case PM_HeaderMargin:
    case PM_FocusFrameHMargin:
        return spacing::related;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_Menu_SloppySubMenus:
    case SH_ComboBox_Popup:
        return 0;
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    case SH_UnderlineShortcut:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        if (stylepaint::role(widget) == stylepaint::Role::Link)
            return QSize(size.width() + 2 * spacing::grid, option->fontMetrics.height() + 2 * spacing::grid);
        // Icon and text stand 8 px apart, which is 4 more than the content size counts.
        return QSize(qMax(theme::scaled(72, widget ? widget->font() : QFont()), size.width() + 36), qMax(size.height() + 14, inputHeight(option)));
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        return QSize(result.width() + (type == CT_ComboBox ? 16 : 0), inputHeight(option));
    case CT_ToolButton:
        return QSize(result.width() + 6, qMax(result.height() + 4, option->fontMetrics.height() + 12));
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            if (item->menuItemType != QStyleOptionMenuItem::Separator)
                result.setHeight(qMax(result.height(), option->fontMetrics.height() + 12));
        return result;
    case CT_ItemViewItem:
        return QSize(result.width(), qMax(result.height(), option->fontMetrics.height() + 12));
    case CT_HeaderSection:
        return QSize(result.width() + 8, option->fontMetrics.height() + 14);
    default:
        return result;
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        const int arrow = theme::scaled(28, widget ? widget->font() : QFont());
        QRect rect = option->rect;
        if (part == SC_ComboBoxArrow)
            rect.setLeft(rect.right() - arrow);
        else if (part == SC_ComboBoxEditField)
            rect.adjust(9, 2, -arrow, -2);
        return visualRect(option->direction, option->rect, rect);
    }
    if (control == CC_SpinBox && part == SC_SpinBoxEditField)
        return QProxyStyle::subControlRect(control, option, part, widget).adjusted(5, 0, 0, 0);
    if (control == CC_ScrollBar && (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine))
        return {};
    if (control == CC_ScrollBar)
        return stylepaint::scrollBarRect(option, part);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents && option->type == QStyleOption::SO_Frame
        && static_cast<const QStyleOptionFrame *>(option)->lineWidth > 0)
        return option->rect.adjusted(7, 2, -7, -2);
    if (element == SE_PushButtonFocusRect)
        return option->rect.adjusted(1, 1, -1, -1);
    if (element == SE_ProgressBarGroove || element == SE_ProgressBarContents)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        return stylepaint::button(option, painter, widget);
    case PE_PanelButtonTool:
        return stylepaint::toolButton(option, painter);
    case PE_FrameDefaultButton:
        return;
    case PE_PanelLineEdit:
        return stylepaint::lineEdit(option, painter, widget);
    case PE_FrameLineEdit:
        return stylepaint::inputFrame(option, painter);
    case PE_IndicatorCheckBox:
        return stylepaint::checkBox(option, painter);
    case PE_IndicatorRadioButton:
        return stylepaint::radioButton(option, painter);
    case PE_FrameFocusRect:
        return stylepaint::focusLine(option->rect, option->palette, painter);
    case PE_Frame:
        return stylepaint::frame(option, painter, widget);
    case PE_FrameMenu:
        return;
    case PE_PanelMenu:
        return stylepaint::panel(option, painter);
    case PE_FrameTabWidget:
    case PE_FrameTabBarBase:
        return stylepaint::tabBase(option, painter);
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        return;
    case PE_FrameStatusBarItem:
    case PE_FrameWindow:
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight:
    case PE_IndicatorSpinUp:
    case PE_IndicatorSpinDown:
        return stylepaint::arrow(element, option, painter);
    default:
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return stylepaint::buttonLabel(*button, painter, widget);
        break;
    case CE_ItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem quiet = *item;
            quiet.palette.setColor(QPalette::Highlight, theme::accentFill(item->palette));
            quiet.palette.setColor(QPalette::HighlightedText, item->palette.color(QPalette::Text));
            return QProxyStyle::drawControl(element, &quiet, painter, widget);
        }
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        return stylepaint::header(option, painter);
    case CE_ProgressBarGroove:
        return stylepaint::progressGroove(option, painter);
    case CE_ProgressBarContents:
        return stylepaint::progressContents(option, painter);
    case CE_ProgressBarLabel:
        return;
    case CE_TabBarTabShape:
        return stylepaint::tab(option, painter);
    case CE_Splitter:
        return stylepaint::splitter(option, painter);
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (control == CC_ComboBox)
        return stylepaint::comboBox(option, painter, subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget));
    if (control == CC_ScrollBar)
        return stylepaint::scrollBar(option, painter);
    if (control == CC_ToolButton && widget && widget->property("certdeskPlainMenu").toBool()) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            QStyleOptionToolButton plain = *button;
            plain.features &= ~QStyleOptionToolButton::HasMenu;
            return QProxyStyle::drawComplexControl(control, &plain, painter, widget);
        }
    }
    if (control == CC_SpinBox) {
        stylepaint::inputFrame(option, painter);
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
            spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
            QStyleOption part(*option);
            part.rect = subControlRect(control, option, SC_SpinBoxUp, widget);
            stylepaint::arrow(PE_IndicatorSpinUp, &part, painter);
            part.rect = subControlRect(control, option, SC_SpinBoxDown, widget);
            stylepaint::arrow(PE_IndicatorSpinDown, &part, painter);
        }
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

} // namespace certdesk
