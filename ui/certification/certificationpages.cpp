// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certification/certificationpages.h"

#include "ui/certification/categorypage.h"
#include "ui/certification/certificationpage.h"
#include "ui/certification/certifypage.h"
#include "ui/certification/resultpage.h"
#include "ui/state/eventeditorpage.h"
#include "ui/state/eventspage.h"
#include "ui/state/submissionspage.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

using Place = PageEntry::Place;

QString tr(const char *text)
{
    return QCoreApplication::translate("certdesk::NavigationRail", text);
}

template <class Made> PageEntry entry(const char *name, const QString &word, const char *icon, Place place)
{
    return {QString::fromLatin1(name), word, QString::fromLatin1(icon), place, Right::ViewEvents, [](const PageContext &context) { return new Made(context); }};
}

} // namespace

QVector<PageEntry> certificationPages()
{
    return {entry<CertificationPage>("certification", tr("Certification"), "certification", Place::District),
            entry<EventsPage>("events", tr("Events"), "events", Place::State),
            entry<CategoryPage>("categories", tr("Certification Category"), "groups", Place::Hidden),
            // These show one event or one report: Find does not offer them.
            entry<CertifyPage>("certify", {}, "certification", Place::Hidden),
            entry<ResultPage>("result", {}, "reports", Place::Hidden),
            entry<EventEditorPage>("event", {}, "events", Place::Hidden),
            entry<SubmissionsPage>("submissions", {}, "districts", Place::Hidden)};
}

} // namespace certdesk
