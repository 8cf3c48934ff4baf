// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/roster/manualfields.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace certdesk {

namespace {

void note(QSet<int> &manual, const EntityDef &def, const QJsonObject &fields, bool byHand)
{
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const int field = def.find(QLatin1String(it.key().toLatin1()));
        if (field < 0)
            continue;
        if (byHand)
            manual.insert(field);
        else
            manual.remove(field);
    }
}

} // namespace

Result<QHash<RecordRef, QSet<int>>> manualFields(Session &session, EntityKind kind)
{
    using Fields = QHash<RecordRef, QSet<int>>;
    return session.read<Fields>([kind](Connection &connection) {
        const EntityDef &def = entityDef(kind);
        // Records that no hand has touched need not be read.
        auto statement = connection.prepare(QStringLiteral(
            "SELECT record_id, batch_id, fields FROM journal WHERE entity = ? AND operation IN ('create', 'update') AND record_id IN "
            "(SELECT record_id FROM journal WHERE entity = ? AND batch_id IS NULL AND operation IN ('create', 'update')) ORDER BY sequence"));
        const QString name = QLatin1String(def.name);
        statement->bind(1, Value(name));
        statement->bind(2, Value(name));
        Fields result;
        while (statement->step()) {
            const QJsonObject fields = QJsonDocument::fromJson(statement->text(2).toUtf8()).object();
            note(result[{kind, statement->integer(0)}], def, fields, statement->value(1).isEmpty());
        }
        return result;
    });
}

} // namespace certdesk
