// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/printing.h"

#include "ui/common/preferences.h"

#include <QDate>
#include <QPrintDialog>
#include <QPrinter>
#include <QTextDocument>
#include <memory>

namespace certdesk {

void print(QWidget *parent, const QString &title, const QString &schoolYear, const QString &html, const Preferences &preferences)
{
    const QString day = preferences.dayText(dayNumber(QDate::currentDate()));
    const QString head = schoolYear.isEmpty() ? day : QStringLiteral("%1 · %2").arg(schoolYear, day);
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(title);
    auto *dialog = new QPrintDialog(printer.get(), parent);
    dialog->setObjectName(QStringLiteral("printDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QString page = QStringLiteral("<h2>%1</h2><p>%2</p>%3").arg(title.toHtmlEscaped(), head.toHtmlEscaped(), html);
    QObject::connect(dialog, &QPrintDialog::finished, dialog, [printer, page](int result) {
        if (result != QDialog::Accepted)
            return;
        QTextDocument document;
        document.setHtml(page);
        document.print(printer.get());
    });
    dialog->open();
}

} // namespace certdesk
