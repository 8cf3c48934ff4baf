// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/package/onerosterrecords.h"
#include "models/intake/package/packagelayout.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("intake", text);
}

/// What the manifest says about the set.
struct Manifest
{
    QMap<QString, QString> properties;

    QString value(const QString &name) const { return properties.value(name.toLower()); }
};

IntakeFinding incomplete(const QString &what, IntakeSeverity severity = IntakeSeverity::Error)
{
    return intakeFinding("F13", severity, {what});
}

QString manifestName(const Container &container)
{
    for (const QString &name : container.names()) {
        if (name.compare(QLatin1String("manifest.csv"), Qt::CaseInsensitive) == 0)
            return name;
    }
    return {};
}

Result<Manifest> readManifest(const Container &container, PackageSet *set)
{
    Manifest manifest;
    const QString name = manifestName(container);
    if (name.isEmpty()) {
        set->reportFile(-1, incomplete(tr("the manifest is missing")));
        return manifest;
    }
    auto bytes = container.read(name);
    if (!bytes)
        return tl::unexpected(bytes.error());
    ReadOptions options;
    options.headerRow = 1;
    const auto table = readTable(std::move(*bytes), options);
    if (!table)
        return tl::unexpected(table.error());
    PackageFile file;
    file.name = name;
    file.role = QStringLiteral("manifest");
    file.table = *table;
    file.statuses.fill(RowStatus::Unchanged, table->rowCount());
    set->files.push_back(std::move(file));
    const int index = static_cast<int>(set->files.size()) - 1;
    if (!table->isUsable() || table->columns.size() < 2) {
        set->reportFile(index, incomplete(tr("the manifest is damaged")));
        return manifest;
    }
    if (table->columns[0] != QLatin1String("propertyName") || table->columns[1] != QLatin1String("value"))
        set->reportFile(index, incomplete(tr("the manifest calls its columns %1 and %2").arg(table->columns[0], table->columns[1]), IntakeSeverity::Warning));
    for (int row = 0; row < table->rowCount(); ++row)
        manifest.properties.insert(table->text(row, 0).trimmed().toLower(), table->text(row, 1).trimmed());
    if (const QString version = manifest.value(QStringLiteral("manifest.version")); version != QLatin1String("1.0"))
        set->reportFile(index, incomplete(tr("the manifest's version is \"%1\", taken as 1.0").arg(version), IntakeSeverity::Warning));
    return manifest;
}

void decideVersion(const Manifest &manifest, PackageSet *set)
{
    const QString said = manifest.value(QStringLiteral("oneroster.version"));
    set->version = said.startsWith(QLatin1String("1.2")) ? QStringLiteral("1.2") : QStringLiteral("1.1");
    if (said != QLatin1String("1.1") && said != QLatin1String("1.2"))
        set->reportFile(-1, incomplete(tr("the manifest names the version \"%1\"; read as %2").arg(said, set->version), IntakeSeverity::Warning));
}

/// Reads every file in the order of the format and holds it against the manifest.
Done readFiles(const Container &container, const PackageOptions &options, const Manifest &manifest, PackageSet *set, Progress *progress)
{
    const PackageLayout layout(QStringLiteral("oneroster"));
    const QString manifestFile = manifestName(container);
    QSet<QString> present;
    for (const QString &name : container.names()) {
        if (name == manifestFile || !name.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
            continue;
        bool exact = true;
        const QString role = name.contains(QLatin1Char('/')) ? QString() : layout.roleOf(name, &exact);
        const QString said = manifest.value(QStringLiteral("file.") + role).toLower();
        if (role.isEmpty() || present.contains(role) || said == QLatin1String("absent")) {
            if (const Done counted = layout.countFile(container, name, options.read, set, progress); !counted)
                return counted;
            if (!role.isEmpty())
                set->reportFile(static_cast<int>(set->files.size()) - 1, incomplete(tr("%1 is declared absent and not used").arg(name), IntakeSeverity::Warning));
            continue;
        }
        if (const Done read = layout.readFile(container, name, role, options.read, set, progress); !read)
            return read;
        present.insert(role);
        const int index = static_cast<int>(set->files.size()) - 1;
        set->files.back().delta = said == QLatin1String("delta");
        set->delta = set->delta || said == QLatin1String("delta");
        if (!exact)
            set->reportFile(index, incomplete(tr("%1 was taken for %2.csv").arg(name, role), IntakeSeverity::Warning));
        if (said.isEmpty() && !manifestFile.isEmpty())
            set->reportFile(index, incomplete(tr("%1 is not declared in the manifest; read as a full file").arg(name), IntakeSeverity::Warning));
    }
    for (auto it = manifest.properties.cbegin(); it != manifest.properties.cend(); ++it) {
        if (!it.key().startsWith(QLatin1String("file.")) || it.value().compare(QLatin1String("absent"), Qt::CaseInsensitive) == 0)
            continue;
        const QString declared = it.key().mid(5);
        bool there = false;
        for (const PackageFile &file : set->files)
            there = there || file.name.compare(declared + QLatin1String(".csv"), Qt::CaseInsensitive) == 0 || file.role.compare(declared, Qt::CaseInsensitive) == 0;
        if (!there)
            set->reportFile(-1, incomplete(tr("%1.csv is declared as %2 and missing").arg(declared, it.value())));
    }
    return {};
}

/// Status columns: needed in a delta, unusual in a full set (R09).
void checkStatuses(PackageSet *set)
{
    int surplus = 0;
    for (size_t index = 0; index < set->files.size(); ++index) {
        PackageFile &file = set->files[index];
        if (!file.has(QStringLiteral("status")))
            continue;
        for (int row = 0; row < file.rowCount(); ++row) {
            const QString status = file.value(row, QStringLiteral("status"));
            const SourceRow at{static_cast<int>(index), row};
            if (status.isEmpty() && file.delta)
                set->report(at, intakeFinding("C01", {QStringLiteral("status")}), QStringLiteral("status"));
            surplus += !status.isEmpty() && !file.delta;
            const QString word = status.toLower();
            if (!word.isEmpty() && word != QLatin1String("active") && word != QLatin1String("tobedeleted") && word != QLatin1String("inactive"))
                set->report(at, intakeFinding("C06", {status, QStringLiteral("active, tobedeleted")}), QStringLiteral("status"), status);
        }
    }
    if (surplus > 0)
        set->reportFile(-1, intakeFinding("R09", {QString::number(surplus)}));
}

} // namespace

Result<PackageSet> readOneRoster(const Container &container, const PackageOptions &options, Progress *progress)
{
    PackageSet set;
    set.kind = QStringLiteral("oneroster");
    set.identity = container.identity();
    set.findings = container.findings();
    if (!container.isUsable())
        return set;
    const auto manifest = readManifest(container, &set);
    if (!manifest)
        return tl::unexpected(manifest.error());
    decideVersion(*manifest, &set);
    if (const Done read = readFiles(container, options, *manifest, &set, progress); !read)
        return tl::unexpected(read.error());
    if (!set.isUsable())
        return set;
    checkStatuses(&set);
    OneRosterRecords(&set, options).read();
    return set;
}

} // namespace certdesk
