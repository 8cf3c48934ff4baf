// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/banner.h"

#include "ui/common/announce.h"
#include "ui/common/icons.h"
#include "ui/common/style.h"
#include "ui/common/stylepaint.h"
#include "ui/common/text.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace certdesk {

Banner::Banner(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_what(new TextLabel(TextLabel::Kind::Strong, {}, this)),
      m_more(bodyLabel({}, this)), m_next(new QPushButton(this)), m_detailsButton(new QPushButton(tr("Details"), this)),
      m_close(new QToolButton(this)), m_detailsArea(new QWidget(this))
{
    setObjectName(QStringLiteral("banner"));
    named(m_next, "bannerNextButton", {});
    named(m_detailsButton, "bannerDetailsButton", tr("Details of the message"));
    named(m_close, "bannerCloseButton", tr("Close the message"));
    m_what->setWordWrap(true);
    m_close->setIcon(icons::icon(QStringLiteral("close")));
    m_close->setToolTip(tr("Close"));
    m_close->setAutoRaise(true);
    m_detailsButton->setCheckable(true);
    m_detailsButton->setFlat(true);
    m_detailsArea->hide();

    auto *words = new QVBoxLayout;
    words->setSpacing(spacing::grid / 2);
    words->addWidget(m_what);
    words->addWidget(m_more);
    auto *line = new QHBoxLayout;
    line->setSpacing(spacing::related);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addLayout(words, 1);
    line->addWidget(m_detailsButton, 0, Qt::AlignVCenter);
    line->addWidget(m_next, 0, Qt::AlignVCenter);
    line->addWidget(m_close, 0, Qt::AlignVCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::group, 12, 12, 12);
    column->addLayout(line);
    column->addWidget(m_detailsArea);

    connect(m_detailsButton, &QPushButton::toggled, m_detailsArea, &QWidget::setVisible);
    connect(m_close, &QToolButton::clicked, this, &Banner::dismiss);
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (const auto run = m_run)
            run();
    });
    hide();
}

void Banner::buildDetails()
{
    m_details = new QPlainTextEdit(m_detailsArea);
    named(m_details, "bannerDetails", tr("Details"));
    m_details->setReadOnly(true);
    m_details->setMaximumHeight(theme::scaled(110, font()));
    auto *copy = new QPushButton(icons::icon(QStringLiteral("copy")), tr("Copy"), m_detailsArea);
    named(copy, "bannerCopyButton", tr("Copy the details"));
    auto *row = new QHBoxLayout(m_detailsArea);
    row->setContentsMargins(0, spacing::related, 0, 0);
    row->addWidget(m_details, 1);
    row->addWidget(copy, 0, Qt::AlignTop);
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_details->toPlainText()); });
}

void Banner::showMessage(Tone tone, const QString &what, const QString &more, const QString &nextStep,
                         std::function<void()> next, const QString &details)
{
    m_tone = tone;
    m_run = std::move(next);
    m_what->setText(what);
    m_more->setText(more);
    m_more->setVisible(!more.isEmpty());
    m_next->setText(nextStep);
    m_next->setAccessibleName(nextStep);
    m_next->setVisible(!nextStep.isEmpty() && m_run);
    if (!m_details && !details.isEmpty())
        buildDetails();
    if (m_details)
        m_details->setPlainText(details);
    m_detailsButton->setVisible(!details.isEmpty());
    m_detailsButton->setChecked(false);
    restyle();
    show();
    announce(this, more.isEmpty() ? what : what + QLatin1Char(' ') + more);
}

void Banner::showError(const Error &error, const QString &nextStep, std::function<void()> next)
{
    QString details = tr("Code: %1\nKind: %2").arg(error.code, errorKindName(error.kind));
    if (!error.detail.isEmpty())
        details += QLatin1Char('\n') + error.detail;
    showMessage(Tone::Problem, error.message, error.next, nextStep, std::move(next), details);
}

void Banner::dismiss()
{
    hide();
    m_run = {};
    Q_EMIT dismissed();
}

QString Banner::text() const
{
    return m_what->text();
}

void Banner::restyle()
{
    const int size = theme::scaled(20, font());
    m_icon->setPixmap(icons::pixmap(theme::toneIcon(m_tone), size, theme::toneColour(m_tone, palette()), devicePixelRatioF()));
    update();
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        restyle();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    stylepaint::box(&painter, rect(), theme::toneFill(m_tone, palette()), {}, 0, spacing::radius);
    stylepaint::box(&painter, QRectF(0, 0, 4, height()), theme::toneColour(m_tone, palette()), {}, 0, 2);
}

} // namespace certdesk
