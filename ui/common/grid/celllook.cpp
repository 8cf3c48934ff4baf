// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/grid/celllook.h"

#include "models/tables/displaytext.h"

#include <QCoreApplication>
#include <QHash>

namespace certdesk {

std::optional<CellLook> statusLook(const QString &code)
{
    if (code.isEmpty())
        return std::nullopt;
    static const QHash<QString, Tone> tones = [] {
        QHash<QString, Tone> table;
        const auto put = [&table](Tone tone, const char *codes) {
            for (const QString &one : QString::fromLatin1(codes).split(QLatin1Char(' ')))
                table.insert(one, tone);
        };
        put(Tone::Good, "active verified confirmed ready accepted committed entered settled certified");
        put(Tone::Attention, "queried re-verify differs WARNING undone");
        put(Tone::Problem, "rejected blocked FATAL REFUSE error UST_OVERDUE RES_FAILED SNP_FAILED");
        put(Tone::Good, "PST_APPROVED UST_COMPLETE EVT_PUBLISHED RES_COMPLETED SNP_AVAILABLE");
        put(Tone::Attention, "PST_RECERT UST_INCOMPLETE UST_OPEN EVT_CHANGED");
        put(Tone::Waiting, "PST_SENT PST_REQUESTED UST_PENDING RES_RUNNING RES_QUEUED");
        put(Tone::Waiting, "unverified sent submitted open draft held");
        return table;
    }();
    return CellLook{tones.value(code, Tone::Neutral), statusWord(code), {}};
}

std::optional<CellLook> outcomeLook(const QString &code)
{
    if (code.isEmpty())
        return std::nullopt;
    if (code == QLatin1String("P"))
        return CellLook{Tone::Good, QCoreApplication::translate("CellLook", "Passed"), {}};
    if (code == QLatin1String("F"))
        return CellLook{Tone::Neutral, QCoreApplication::translate("CellLook", "Failed"), QStringLiteral("close")};
    return CellLook{Tone::Neutral, code, {}};
}

} // namespace certdesk
