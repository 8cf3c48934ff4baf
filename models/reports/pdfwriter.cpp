// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/pdfwriter.h"

#include "models/reports/outputfile.h"
#include "models/reports/writefailure.h"

#include <QAbstractTextDocumentLayout>
#include <QFile>
#include <QGuiApplication>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>
#include <cstring>

namespace certdesk {

namespace {

constexpr int dotsAnInch = 96;
constexpr qreal footer = 30; ///< of the page, in dots

void paintPages(QPdfWriter &writer, QTextDocument &document)
{
    const QSizeF page = writer.pageLayout().paintRectPixels(dotsAnInch).size();
    document.documentLayout()->setPaintDevice(&writer);
    document.setPageSize(QSizeF(page.width(), page.height() - footer));
    const int pages = document.pageCount();
    QPainter painter(&writer);
    for (int i = 0; i < pages; ++i) {
        if (i > 0)
            writer.newPage();
        painter.save();
        const QRectF view(0, i * document.pageSize().height(), document.pageSize().width(), document.pageSize().height());
        painter.translate(0, -view.top());
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = view;
        context.palette.setColor(QPalette::Text, Qt::black);
        painter.setClipRect(view);
        document.documentLayout()->draw(&painter, context);
        painter.restore();
        painter.drawText(QRectF(0, page.height() - footer, page.width(), footer), Qt::AlignRight | Qt::AlignBottom,
                         QCoreApplication::translate("Reports", "Page %1 of %2").arg(i + 1).arg(pages));
    }
}

bool asksForPdf(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        const char *value = std::strchr(argv[i], '=');
        if (qstricmp(argv[i], "pdf") == 0 || (value && qstricmp(value + 1, "pdf") == 0))
            return true;
    }
    return false;
}

} // namespace

Done writePdf(const QString &html, const QString &title, const QString &path)
{
    if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        return failure(Error::Kind::Unavailable, QStringLiteral("PDF-FONTS"), QCoreApplication::translate("Reports", "A PDF cannot be made here: there are no fonts."),
                       QCoreApplication::translate("Reports", "Take another format."));
    OutputFile file(path);
    if (!file.isOpen())
        return writeFailure();
    {
        QPdfWriter writer(&file.device());
        writer.setTitle(title);
        writer.setCreator(QStringLiteral("CertDesk"));
        writer.setPageSize(QPageSize(QPageSize::Letter));
        writer.setPageMargins(QMarginsF(15, 15, 15, 15), QPageLayout::Millimeter);
        writer.setResolution(dotsAnInch);
        QTextDocument document;
        document.setDefaultFont(QFont(QStringLiteral("Sans"), 9));
        document.setHtml(html);
        paintPages(writer, document);
    }
    return file.finish();
}

std::unique_ptr<QCoreApplication> reportApplication(int &argc, char **argv)
{
    if (!asksForPdf(argc, argv))
        return std::make_unique<QCoreApplication>(argc, argv);
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace certdesk
