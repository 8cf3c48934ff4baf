// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/findbox.h"

#include "ui/common/announce.h"
#include "ui/common/icons.h"
#include "ui/common/stylepaint.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPointer>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace certdesk {

namespace {

constexpr int iconRole = Qt::UserRole;
constexpr int detailRole = Qt::UserRole + 1;
constexpr int kindRole = Qt::UserRole + 2;

class HitDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool two = !index.data(detailRole).toString().isEmpty();
        return QSize(100, option.fontMetrics.height() * (two ? 2 : 1) + 16);
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QPalette &palette = option.palette;
        if (option.state & QStyle::State_Selected)
            stylepaint::box(painter, option.rect, theme::accentFill(palette), {});
        else if (option.state & QStyle::State_MouseOver)
            stylepaint::box(painter, option.rect, theme::hoverFill(palette), {});
        const int size = theme::scaled(20, option.font);
        const QRect rect = option.rect.adjusted(12, 6, -12, -6);
        painter->drawPixmap(rect.left(), rect.center().y() - size / 2,
                            icons::pixmap(index.data(iconRole).toString(), size, theme::mutedText(palette), painter->device()->devicePixelRatio()));
        painter->setFont(option.font);
        painter->setPen(theme::mutedText(palette));
        const QString kind = index.data(kindRole).toString();
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, kind);
        QRect words = rect.adjusted(size + 12, 0, -option.fontMetrics.horizontalAdvance(kind) - 16, 0);
        const QString detail = index.data(detailRole).toString();
        if (!detail.isEmpty())
            painter->drawText(words, Qt::AlignLeft | Qt::AlignBottom, option.fontMetrics.elidedText(detail, Qt::ElideRight, words.width()));
        painter->setPen(palette.color(QPalette::Text));
        painter->drawText(words, Qt::AlignLeft | (detail.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop),
                          option.fontMetrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, words.width()));
    }
};

} // namespace

void ListFindProvider::find(const QString &text, int limit, Answer answer)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QVector<FindHit> starting;
    QVector<FindHit> holding;
    const auto items = m_items();
    for (const Item &item : items) {
        const QString all = item.hit.title + QLatin1Char(' ') + item.keywords;
        const bool matches = std::all_of(words.begin(), words.end(), [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
        if (!matches)
            continue;
        if (item.hit.title.startsWith(text, Qt::CaseInsensitive))
            starting.append(item.hit);
        else
            holding.append(item.hit);
    }
    starting += holding;
    answer(starting.mid(0, limit));
}

FindBox::FindBox(QWidget *window)
    : QFrame(window), m_input(new QLineEdit(this)), m_list(new QListWidget(this)), m_foot(mutedLabel({}, this))
{
    setObjectName(QStringLiteral("findBox"));
    setAccessibleName(tr("Find"));
    named(m_input, "findInput", tr("Find people, pages, actions and help"));
    named(m_list, "findResults", tr("What was found"));
    m_input->setPlaceholderText(tr("A name, a number, a page or what you want to do"));
    m_input->addAction(icons::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_input->setClearButtonEnabled(true);
    m_list->setItemDelegate(new HitDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::group, spacing::group, spacing::group, spacing::related);
    column->setSpacing(spacing::related);
    column->addWidget(m_input);
    column->addWidget(m_list, 1);
    column->addWidget(m_foot);
    m_input->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_input, &QLineEdit::textChanged, this, &FindBox::search);
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { choose(m_list->row(item)); });
    hide();
}

FindBox::~FindBox() = default;

void FindBox::addProvider(std::unique_ptr<FindProvider> provider)
{
    m_providers.push_back(std::move(provider));
}

void FindBox::removeProviders()
{
    ++m_generation;
    m_providers.clear();
}

void FindBox::popUp()
{
    m_input->clear();
    search();
    place();
    show();
    raise();
    m_input->setFocus(Qt::ShortcutFocusReason);
}

void FindBox::close()
{
    if (isHidden())
        return;
    hide();
    m_input->clear();
    parentWidget()->setFocus();
}

void FindBox::search()
{
    const int generation = ++m_generation;
    m_awaited = static_cast<int>(m_providers.size());
    m_answers = QVector<QVector<FindHit>>(m_awaited);
    const QPointer<FindBox> self(this);
    for (int i = 0; i < static_cast<int>(m_providers.size()); ++i)
        m_providers[static_cast<size_t>(i)]->find(m_input->text().trimmed(), hitsPerProvider, [self, generation, i](const QVector<FindHit> &hits) {
            if (self)
                self->take(generation, i, hits);
        });
    showHits();
}

void FindBox::take(int generation, int provider, const QVector<FindHit> &hits)
{
    if (generation != m_generation)
        return;
    m_answers[provider] = hits;
    --m_awaited;
    showHits();
}

void FindBox::showHits()
{
    m_hits.clear();
    m_list->clear();
    for (const auto &answer : std::as_const(m_answers))
        m_hits += answer;
    for (const FindHit &hit : std::as_const(m_hits)) {
        auto *item = new QListWidgetItem(hit.title, m_list);
        item->setData(iconRole, hit.icon);
        item->setData(detailRole, hit.detail);
        item->setData(kindRole, hit.kind);
        item->setData(Qt::AccessibleTextRole, QStringList{hit.kind, hit.title, hit.detail}.join(QStringLiteral(", ")));
    }
    m_list->setCurrentRow(0);
    if (m_hits.isEmpty() && m_awaited <= 0)
        m_foot->setText(tr("Nothing found. Try fewer letters, or a number."));
    else
        m_foot->setText(tr("Enter goes there · Up and Down choose · Esc closes"));
    if (m_awaited <= 0)
        announce(m_list, tr("%n result(s)", nullptr, static_cast<int>(m_hits.size())));
}

void FindBox::place()
{
    const QRect area = parentWidget()->rect();
    const int width = qMin(area.width() - 48, theme::scaled(640, font()));
    const int height = qMin(area.height() - 96, theme::scaled(460, font()));
    setGeometry((area.width() - width) / 2, 48, width, height);
}

void FindBox::choose(int row)
{
    if (row < 0 || row >= m_hits.size())
        return;
    const FindHit hit = m_hits[row];
    close();
    if (hit.run)
        hit.run();
    else
        Q_EMIT chosen(hit.leadsTo);
}

bool FindBox::eventFilter(QObject *object, QEvent *event)
{
    if (object == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        else if (event->type() == QEvent::MouseButtonPress)
            close();
        return false;
    }
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent *>(event)->reason() == Qt::MouseFocusReason && !underMouse())
        close();
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(object, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        m_list->setCurrentRow(qMin(m_list->currentRow() + 1, m_list->count() - 1));
        return true;
    case Qt::Key_Up:
        m_list->setCurrentRow(qMax(m_list->currentRow() - 1, 0));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentRow());
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return QFrame::eventFilter(object, event);
    }
}

void FindBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    stylepaint::box(&painter, rect(), palette().color(QPalette::Base), theme::controlBorder(palette()), 1, spacing::radius);
}

} // namespace certdesk
