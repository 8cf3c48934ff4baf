// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace certdesk {

/// A label of the type scale. It keeps its size relation and colour when the font or palette of the system changes.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    enum class Kind { Body, Muted, Strong, Section, Title, Problem };

    TextLabel(Kind kind, const QString &text, QWidget *parent = nullptr);
    void setKind(Kind kind);

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    Kind m_kind;
    bool m_restyling = false;
};

TextLabel *titleLabel(const QString &text, QWidget *parent = nullptr);
TextLabel *sectionLabel(const QString &text, QWidget *parent = nullptr);
TextLabel *strongLabel(const QString &text, QWidget *parent = nullptr);
/// Wrapped.
TextLabel *bodyLabel(const QString &text, QWidget *parent = nullptr);
/// Wrapped, second colour.
TextLabel *mutedLabel(const QString &text, QWidget *parent = nullptr);

} // namespace certdesk
