// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helppage.h"

#include "ui/common/announce.h"
#include "ui/common/icons.h"
#include "ui/common/preferences.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QTextBrowser>

namespace certdesk {

namespace {

const QString shortcutName = QStringLiteral("shortcuts");

QString languageOf(const PageContext &context)
{
    const QString chosen = context.preferences ? context.preferences->language() : QString();
    return chosen.isEmpty() ? QLocale().name().left(2) : chosen;
}

} // namespace

HelpPage::HelpPage(const PageContext &context, std::function<QVector<Shortcut>()> shortcuts, QWidget *parent)
    : Page(QStringLiteral("help"), parent), m_shortcuts(std::move(shortcuts)), m_topics(helpTopics(languageOf(context))),
      m_search(new QLineEdit(this)), m_list(new QListWidget(this)), m_text(new QTextBrowser(this))
{
    named(m_search, "helpSearchInput", tr("Search the help"));
    named(m_list, "helpTopics", tr("Help topics"));
    named(m_text, "helpText", tr("Help"));
    m_search->setPlaceholderText(tr("Search the help"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icons::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_list->setFixedWidth(theme::scaled(240, font()));
    m_list->setTextElideMode(Qt::ElideRight);
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(spacing::group);
    auto *left = new QVBoxLayout;
    left->setSpacing(spacing::related);
    left->addWidget(m_search);
    left->addWidget(m_list, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::margin, 0, spacing::margin, spacing::related);
    row->setSpacing(spacing::group);
    row->addLayout(left);
    row->addWidget(m_text, 1);
    m_search->setMaximumWidth(m_list->maximumWidth());
    connect(m_search, &QLineEdit::textChanged, this, &HelpPage::search);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (item)
            showTopic(item->data(Qt::UserRole).toString());
    });
    connect(m_text, &QTextBrowser::anchorClicked, this, &HelpPage::followLink);
}

HelpTopic HelpPage::shortcutTopic() const
{
    QString rows;
    const auto shortcuts = m_shortcuts ? m_shortcuts() : QVector<Shortcut>();
    for (const Shortcut &shortcut : shortcuts)
        rows += QStringLiteral("<tr><td><b>%1</b></td><td style='padding-left: 24px'>%2</td></tr>").arg(shortcut.keys.toHtmlEscaped(), shortcut.action.toHtmlEscaped());
    HelpTopic topic;
    topic.name = shortcutName;
    topic.title = tr("Keyboard shortcuts");
    topic.html = QStringLiteral("<h1>%1</h1><table cellpadding='4'>%2</table>").arg(topic.title, rows);
    for (const Shortcut &shortcut : shortcuts)
        topic.words += shortcut.keys + QLatin1Char(' ') + shortcut.action + QLatin1Char('\n');
    return topic;
}

void HelpPage::search()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const auto found = searchHelp(m_topics + QVector<HelpTopic>{shortcutTopic()}, m_search->text());
    for (const HelpTopic &topic : found) {
        auto *item = new QListWidgetItem(topic.title, m_list);
        item->setData(Qt::UserRole, topic.name);
        if (topic.name == m_current)
            m_list->setCurrentItem(item);
    }
}

void HelpPage::showTopic(const QString &name)
{
    HelpTopic shown = shortcutTopic();
    for (const HelpTopic &topic : std::as_const(m_topics))
        if (topic.name == name)
            shown = topic;
    m_current = shown.name;
    m_text->setHtml(styled(shown.html));
    m_text->setAccessibleName(shown.title);
    Q_EMIT addressChanged();
}

QString HelpPage::styled(const QString &html) const
{
    const QPalette colours = palette();
    return QStringLiteral("<style>h1 { font-size: x-large; font-weight: 600; } h2 { font-size: large; font-weight: 600; margin-top: 16px; }"
                          "p, li { line-height: 140%; } a { color: %1; } .muted { color: %2; }</style>")
               .arg(theme::accent(colours).name(), theme::mutedText(colours).name())
           + html;
}

PageAddress HelpPage::address() const
{
    return PageAddress{name(), {}}.set("topic", m_current);
}

void HelpPage::open(const PageAddress &address)
{
    const QString wanted = address.parameter("topic");
    const bool known = wanted == shortcutName
                       || std::any_of(m_topics.begin(), m_topics.end(), [&](const HelpTopic &topic) { return topic.name == wanted; });
    m_search->clear();
    showTopic(known ? wanted : m_topics.isEmpty() ? shortcutName : m_topics.first().name);
    search();
}

void HelpPage::followLink(const QUrl &link)
{
    if (const auto address = PageAddress::fromText(link.toString()))
        return goTo(*address);
    const QString file = link.fileName();
    if (link.isRelative() && file.endsWith(QLatin1String(".html")))
        goTo(PageAddress{name(), {}}.set("topic", file.chopped(5)));
}

void HelpPage::findInPage()
{
    m_search->setFocus();
    m_search->selectAll();
}

QString HelpPage::printableHtml() const
{
    return m_text->toHtml();
}

void HelpPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_current.isEmpty())
        showTopic(m_current);
}

} // namespace certdesk
