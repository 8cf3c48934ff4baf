// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certification/resultpage.h"

#include "models/operations/certification/certificationdesk.h"
#include "models/reports/findingsreport.h"
#include "models/store/storethread.h"
#include "ui/common/icons.h"
#include "ui/common/prompt.h"
#include "ui/common/theme.h"
#include "ui/common/whendone.h"

#include <QAction>
#include <QBoxLayout>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTextBrowser>

namespace certdesk {

ResultPage::ResultPage(const PageContext &context, QWidget *parent)
    : Page(QStringLiteral("result"), parent), m_context(context), m_text(new QTextBrowser),
      m_back(new QAction(icons::icon(QStringLiteral("back")), tr("Back to the event"), this)),
      m_save(new QAction(icons::icon(QStringLiteral("export")), tr("Save as"), this))
{
    m_back->setObjectName(QStringLiteral("backToEvent"));
    m_save->setObjectName(QStringLiteral("saveResult"));
    m_save->setShortcut(QKeySequence::Save);
    m_text->setObjectName(QStringLiteral("resultText"));
    m_text->setAccessibleName(tr("Report"));
    m_text->setOpenLinks(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::margin, 0, spacing::margin, spacing::group);
    column->addWidget(m_text);
    connect(m_save, &QAction::triggered, this, &ResultPage::save);
    connect(m_back, &QAction::triggered, this, [this] {
        goTo(PageAddress{QStringLiteral("certify"), {}}.set("participation", m_address.parameter("participation")));
    });
}

void ResultPage::open(const PageAddress &address)
{
    m_address = address;
    m_back->setVisible(!address.parameter("participation").isEmpty());
    const qint64 id = address.parameter("result").toLongLong();
    const auto read = m_context.store->run<Record>([id](Session &session) { return CertificationDesk(session).view(id); });
    whenDone(read, this, [this](const Result<Record> &result) {
        if (!result)
            return showError(result.error());
        m_document = QJsonDocument::fromJson(result->text("document").toUtf8()).object();
        m_title = result->text("title");
        m_sentence = tr("%1 FATAL, %2 WARNING, %3 INFO").arg(result->integer("fatal")).arg(result->integer("warning")).arg(result->integer("info"));
        m_text->setHtml(findingsHtml(m_document));
        m_context.store->checkForChanges();
        Q_EMIT headerChanged();
    });
}

void ResultPage::save()
{
    FileChooser::save(this, tr("Save the report"), m_title + QStringLiteral(".html"), tr("HTML (*.html);;PDF (*.pdf);;CSV (*.csv);;Excel (*.xlsx)"), [this](const QString &fileName) {
        const auto format = reportFormatFromName(QFileInfo(fileName).suffix().toLower());
        if (!format)
            return showError({Error::Kind::Invalid, QStringLiteral("FORMAT"), tr("A report is saved as HTML, PDF, CSV or XLSX."), tr("Give the file one of these endings."), {}});
        if (const Done done = writeFindings(m_document, *format, fileName); !done)
            return showError(done.error());
        showNotice(tr("The report is saved"));
    });
}

QString ResultPage::printableHtml() const
{
    return m_document.isEmpty() ? QString() : findingsHtml(m_document);
}

} // namespace certdesk
