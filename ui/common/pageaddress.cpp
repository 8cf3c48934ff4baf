// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/pageaddress.h"

#include <QUrl>
#include <QUrlQuery>

namespace certdesk {

namespace {

const QString scheme = QStringLiteral("certdesk");

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toLatin1());
}

} // namespace

QString PageAddress::text() const
{
    QString link = scheme + QLatin1Char(':') + encoded(page);
    QLatin1Char separator('?');
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        link += separator + encoded(it.key()) + QLatin1Char('=') + encoded(it.value());
        separator = QLatin1Char('&');
    }
    return link;
}

std::optional<PageAddress> PageAddress::fromText(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const QString path = url.path(QUrl::FullyEncoded);
    if (!url.isValid() || url.scheme() != scheme || path.isEmpty())
        return std::nullopt;
    PageAddress address{decoded(path), {}};
    const auto items = QUrlQuery(url.query(QUrl::FullyEncoded)).queryItems(QUrl::FullyEncoded);
    for (const auto &[key, value] : items)
        address.parameters.insert(decoded(key), decoded(value));
    return address;
}

} // namespace certdesk
