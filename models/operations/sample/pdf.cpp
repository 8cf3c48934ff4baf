// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/pdf.h"

#include <QVector>

namespace certdesk::sample {

namespace {

/// Text as a PDF string in WinAnsi; letters outside it lose their marks.
QByteArray literal(const QString &text)
{
    QByteArray out("(");
    for (const QChar c : text) {
        const QChar shown = c.unicode() < 256 ? c : c.decomposition().isEmpty() ? QChar(u'?') : c.decomposition().at(0);
        if (shown == QLatin1Char('(') || shown == QLatin1Char(')') || shown == QLatin1Char('\\'))
            out.append('\\');
        if (shown.unicode() > 126)
            out.append('\\').append(QByteArray::number(shown.unicode(), 8));
        else
            out.append(shown.toLatin1());
    }
    return out.append(')');
}

} // namespace

QByteArray certificatePdf(const QString &person, const QString &certificate, const QString &day, const QString &number)
{
    QByteArray page("BT /F1 24 Tf 72 640 Td (Certificate) Tj /F1 14 Tf 0 -48 Td ");
    for (const QString &line : {person, certificate, QStringLiteral("Earned %1").arg(day), number, QStringLiteral("Sample: no real person")})
        page += literal(line) + " Tj 0 -28 Td ";
    page += "ET";
    const QVector<QByteArray> objects{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                                      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
                                      "<< /Length " + QByteArray::number(page.size()) + " >>\nstream\n" + page + "\nendstream",
                                      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"};
    QByteArray file("%PDF-1.4\n");
    QByteArray table("0000000000 65535 f \n");
    for (int i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
        file += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(file.size());
    return file + "xref\n0 6\n" + table + "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

} // namespace certdesk::sample
