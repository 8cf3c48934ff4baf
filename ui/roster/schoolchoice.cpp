// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/schoolchoice.h"

#include "models/store/storethread.h"

#include <QComboBox>
#include <QPointer>
#include <QRegularExpression>

namespace certdesk {

void fillSchools(StoreThread &store, QObject *receiver, QComboBox *input, const QString &chosen, const QString &all, std::function<void(bool isOther)> filled,
                 std::function<void(const Error &)> failed)
{
    store.run<QVector<Record>>(
        receiver, [](Session &session) { return session.records(EntityKind::School); },
        [input, chosen, all, filled = std::move(filled), failed = std::move(failed)](const Result<QVector<Record>> &schools) {
            if (!schools)
                return failed(schools.error());
            const QString before = input->currentData().toString();
            {
                const QSignalBlocker quiet(input);
                input->clear();
                if (schools->size() != 1 && !all.isEmpty())
                    input->addItem(all, QString());
                for (const Record &school : *schools)
                    input->addItem(school.text("name"), school.text("school_code"));
                input->setCurrentIndex(std::max(0, input->findData(chosen)));
            }
            // The only school is the same rows as "all my schools".
            filled(input->currentData().toString() != before && schools->size() != 1);
        });
}

QStringList wordsOf(const QString &text)
{
    QStringList words;
    const QStringList parts = text.split(QRegularExpression(QStringLiteral("[,;\\n]")), Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty())
            words.append(part.trimmed());
    }
    return words;
}

} // namespace certdesk
