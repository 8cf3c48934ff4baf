// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/mapping.h"

#include "models/intake/assignment.h"
#include "models/intake/contenttest.h"
#include "models/intake/headernames.h"
#include "models/intake/sources.h"

#include <QCoreApplication>
#include <algorithm>
#include <future>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("intake", text);
}

qsizetype editDistance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(static_cast<size_t>(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<qsizetype>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = static_cast<size_t>(j);
            const qsizetype substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[at];
            row[at] = std::min({row[at] + 1, row[at - 1] + 1, substituted});
        }
    }
    return row.back();
}

QStringList sortedWords(const QString &words)
{
    QStringList list = words.split(QLatin1Char(' '));
    list.sort();
    return list;
}

/// Other word order 0.85, small edit distance 0.70; the best of each field.
QVector<FieldScore> nearFields(const QString &kind, const QString &words)
{
    QHash<QString, double> best;
    const QString squashed = squashedHeader(words);
    const QStringList sorted = sortedWords(words);
    for (const Synonym &synonym : synonymsOfKind(kind)) {
        const QString other = squashedHeader(synonym.words);
        double score = 0;
        if (sorted.size() > 1 && sorted == sortedWords(synonym.words))
            score = 0.85;
        else if (squashed.size() >= 4 && std::abs(squashed.size() - other.size()) <= 2
                 && editDistance(squashed, other) * 5 <= std::max(squashed.size(), other.size()))
            score = 0.70;
        if (score > best.value(synonym.field))
            best[synonym.field] = score;
    }
    QVector<FieldScore> list;
    for (auto it = best.cbegin(); it != best.cend(); ++it)
        list.append({it.key(), it.value()});
    return list;
}

constexpr int largeFile = 4096; ///< rows

class ColumnMatcher
{
public:
    ColumnMatcher(const Table &table, const ImportKind &kind, const MappingOptions &options)
        : m_table(table), m_kind(kind), m_options(options)
    {
        m_mapping.kind = QLatin1String(kind.name);
        m_mapping.columnOfField.fill(-1, kind.fields.size());
        for (const QString &column : table.columns)
            m_mapping.columns.append({column, {}, 0, false});
    }

    Mapping run()
    {
        takeGiven();
        takeProfile();
        if (!m_options.onlyGiven) {
            scoreColumns();
            assign();
            useEmailAsLogin();
            proposeByContent();
            reportDuplicates();
        }
        reportRequired();
        const auto unused = std::count_if(m_mapping.columns.cbegin(), m_mapping.columns.cend(),
                                          [](const ColumnMatch &match) { return !match.applied; });
        if (unused > 0)
            m_mapping.findings.append(intakeFinding("H07", {QString::number(unused)}));
        return m_mapping;
    }

private:
    int columnByName(const QString &name) const
    {
        if (name.startsWith(QLatin1Char('#'))) {
            const int number = name.mid(1).toInt();
            if (number >= 1 && number <= m_table.columns.size())
                return number - 1;
        }
        for (int i = 0; i < m_table.columns.size(); ++i) {
            if (m_table.columns[i].compare(name.simplified(), Qt::CaseInsensitive) == 0)
                return i;
        }
        return -1;
    }

    void fail(const QString &field, const QString &message)
    {
        IntakeFinding finding = intakeFinding("H03", {field});
        finding.field = field;
        finding.message = message;
        m_mapping.findings.append(finding);
    }

    void takeGiven()
    {
        for (const auto &[field, column] : m_options.given) {
            const int fieldIndex = m_kind.find(field);
            const int columnIndex = columnByName(column);
            if (fieldIndex < 0)
                fail(field, tr("There is no field \"%1\" in an import of %2").arg(field, QLatin1String(m_kind.name)));
            else if (columnIndex < 0)
                fail(field, tr("There is no column \"%1\"").arg(column));
            else if (m_mapping.columnOfField[fieldIndex] >= 0 && m_mapping.columnOfField[fieldIndex] != columnIndex)
                m_mapping.findings.append(intakeFinding("H04", {field}));
            else
                apply(fieldIndex, columnIndex, 1.0, true);
        }
    }

    /// What the system that wrote the file is known to mean by its columns; the person's word goes first.
    void takeProfile()
    {
        const SourceProfile *source = m_options.onlyGiven ? nullptr : recognizeSource(m_table.columns);
        if (!source)
            return;
        for (const auto &[field, name] : source->columnsOf(m_mapping.kind)) {
            const int column = columnByName(name);
            const int fieldIndex = m_kind.find(field);
            if (column < 0 || m_mapping.columns[column].applied)
                continue;
            if (fieldIndex < 0)
                m_leftOut.insert(column);
            else if (m_mapping.columnOfField[fieldIndex] < 0)
                apply(fieldIndex, column, 1.0, true);
        }
    }

    void apply(int field, int column, double confidence, bool applied)
    {
        ColumnMatch &match = m_mapping.columns[column];
        match.field = QLatin1String(m_kind.fields[field].name);
        match.confidence = confidence;
        match.applied = applied;
        if (applied)
            m_mapping.columnOfField[field] = column;
    }

    bool isRepeated(int column) const
    {
        const QString &name = m_table.columns[column];
        return std::count_if(m_table.columns.cbegin(), m_table.columns.cend(),
                             [&](const QString &other) { return other.compare(name, Qt::CaseInsensitive) == 0; })
               > 1;
    }

    void scoreColumns()
    {
        m_scores.assign(static_cast<size_t>(m_kind.fields.size()), std::vector<double>(static_cast<size_t>(m_table.columns.size()), 0));
        QVector<NamedColumn> named;
        for (int column = 0; column < m_table.columns.size(); ++column) {
            if (m_table.columns[column].isEmpty() || m_mapping.columns[column].applied || m_leftOut.contains(column))
                continue;
            const QString words = normalizedHeader(m_table.columns[column]);
            QVector<FieldScore> fields = fieldsOfHeader(m_mapping.kind, words);
            if (fields.isEmpty())
                fields = nearFields(m_mapping.kind, words);
            const bool wanted = std::any_of(fields.cbegin(), fields.cend(), [this](const FieldScore &score) {
                const int field = m_kind.find(score.field);
                return field >= 0 && m_mapping.columnOfField[field] < 0;
            });
            if (wanted && isRepeated(column)) {
                m_repeated.append(m_table.columns[column]);
                continue; // which of them is meant, only the person knows (H02)
            }
            named.append({column, fields});
        }
        scoreContents(named);
    }

    struct NamedColumn
    {
        int column;
        QVector<FieldScore> fields;
    };

    /// What stands in the columns is read whole, so in a large file by two threads; each column has scores of its own.
    void scoreContents(const QVector<NamedColumn> &named)
    {
        const auto scoreEvery = [&](qsizetype first, qsizetype step) {
            for (qsizetype i = first; i < named.size(); i += step) {
                for (const FieldScore &score : named[i].fields)
                    scoreField(named[i].column, score);
            }
        };
        if (m_table.rowCount() < largeFile)
            return scoreEvery(0, 1);
        const auto others = std::async(std::launch::async, scoreEvery, 1, 2);
        scoreEvery(0, 2);
        others.wait();
    }

    void scoreField(int column, const FieldScore &score)
    {
        const int field = m_kind.find(score.field);
        if (field < 0 || m_mapping.columnOfField[field] >= 0)
            return;
        const ImportField &wanted = m_kind.fields[field];
        const bool identifier = wanted.test == ContentTest::StateId || wanted.test == ContentTest::ShortId;
        const ContentVerdict verdict = testContent(m_table, column, wanted.test, identifier && m_kind.onePersonARow, m_options.schoolYear);
        const double factor = verdict == ContentVerdict::Pass ? 1.0 : verdict == ContentVerdict::Inconclusive ? 0.9 : 0.0;
        double &cell = m_scores[static_cast<size_t>(field)][static_cast<size_t>(column)];
        cell = std::max(cell, score.score * factor);
    }

    void assign()
    {
        // Of two equal columns the first is taken.
        std::vector<std::vector<double>> weighed = m_scores;
        for (auto &row : weighed) {
            for (size_t column = 0; column < row.size(); ++column) {
                if (row[column] > 0)
                    row[column] -= 1e-7 * static_cast<double>(column);
            }
        }
        const std::vector<int> chosen = bestAssignment(weighed);
        for (size_t field = 0; field < chosen.size(); ++field) {
            if (chosen[field] < 0)
                continue;
            const double score = m_scores[field][static_cast<size_t>(chosen[field])];
            if (score >= appliedConfidence)
                apply(static_cast<int>(field), chosen[field], score, true);
        }
        for (size_t field = 0; field < chosen.size(); ++field) {
            if (chosen[field] >= 0 && m_scores[field][static_cast<size_t>(chosen[field])] < appliedConfidence)
                applyNear(static_cast<int>(field), chosen[field]);
        }
    }

    /// A name that is only like one (H05) is never taken without being asked. Where a required field has nothing else, it is
    /// taken for the review, and all rows wait for the answer.
    void applyNear(int field, int column)
    {
        const double score = m_scores[static_cast<size_t>(field)][static_cast<size_t>(column)];
        const bool taken = m_options.acceptNear && score >= 0.6;
        const bool missing = !taken && score >= 0.6 && isMissing(field);
        apply(field, column, score, taken || missing);
        m_mapping.isUndecided = m_mapping.isUndecided || missing;
        IntakeFinding finding = intakeFinding("H05", {m_table.columns[column], QLatin1String(m_kind.fields[field].name)});
        if (taken)
            finding.severity = IntakeSeverity::Information;
        finding.column = column + 1;
        finding.field = QLatin1String(m_kind.fields[field].name);
        m_mapping.findings.append(finding);
    }

    bool isMet(const QVector<const char *> &alternatives) const
    {
        return std::any_of(alternatives.cbegin(), alternatives.cend(),
                           [this](const char *name) {
                               return m_mapping.columnOfField[m_kind.index(name)] >= 0 || m_options.supplied.contains(QLatin1String(name));
                           });
    }

    /// True when the field is one of those of which one is required, and none has a column.
    bool isMissing(int field) const
    {
        return std::any_of(m_kind.required.cbegin(), m_kind.required.cend(), [&](const QVector<const char *> &alternatives) {
            const bool named = std::any_of(alternatives.cbegin(), alternatives.cend(),
                                           [&](const char *name) { return qstrcmp(name, m_kind.fields[field].name) == 0; });
            return named && !isMet(alternatives);
        });
    }

    /// the e-mail address is the login where nothing else can be a key.
    void useEmailAsLogin()
    {
        const int email = m_kind.find(QLatin1String("email"));
        const int login = m_kind.find(QLatin1String("login"));
        if (email >= 0 && login >= 0 && m_mapping.columnOfField[email] >= 0 && isMissing(login))
            m_mapping.columnOfField[login] = m_mapping.columnOfField[email];
    }

    /// Columns whose name says nothing are proposed by what they hold, nothing more (R-211: 0.50).
    void proposeByContent()
    {
        for (int column = 0; column < m_table.columns.size(); ++column) {
            if (!m_mapping.columns[column].field.isEmpty())
                continue;
            for (const ContentTest test : {ContentTest::Email, ContentTest::BirthDate, ContentTest::StateId, ContentTest::Grade}) {
                const int field = openFieldOf(test);
                if (field >= 0 && testContent(m_table, column, test, test == ContentTest::StateId, m_options.schoolYear) == ContentVerdict::Pass) {
                    apply(field, column, 0.5, false);
                    m_proposed.insert(field);
                    break;
                }
            }
        }
    }

    int openFieldOf(ContentTest test) const
    {
        for (int field = 0; field < m_kind.fields.size(); ++field) {
            if (m_kind.fields[field].test == test)
                return m_mapping.columnOfField[field] < 0 && !m_proposed.contains(field) ? field : -1;
        }
        return -1;
    }

    void reportDuplicates()
    {
        m_repeated.removeDuplicates();
        QSet<QString> told;
        for (const QString &name : m_repeated) {
            if (told.contains(name.toLower()))
                continue;
            told.insert(name.toLower());
            const auto times = std::count_if(m_table.columns.cbegin(), m_table.columns.cend(),
                                             [&](const QString &other) { return other.compare(name, Qt::CaseInsensitive) == 0; });
            m_mapping.findings.append(intakeFinding("H02", {name, QString::number(times)}));
        }
    }

    void reportRequired()
    {
        for (const QVector<const char *> &alternatives : m_kind.required) {
            if (isMet(alternatives))
                continue;
            QStringList names;
            for (const char *name : alternatives)
                names.append(QLatin1String(name));
            m_mapping.findings.append(intakeFinding("H03", {names.join(tr(" or "))}));
            m_mapping.findings.last().field = names.first();
        }
    }

    const Table &m_table;
    const ImportKind &m_kind;
    const MappingOptions &m_options;
    Mapping m_mapping;
    std::vector<std::vector<double>> m_scores;
    QStringList m_repeated;
    QSet<int> m_leftOut;  ///< columns that the source is known to use for something else
    QSet<int> m_proposed; ///< fields that a column without a telling name may hold
};

} // namespace

Mapping matchColumns(const Table &table, const ImportKind &kind, const MappingOptions &options)
{
    return ColumnMatcher(table, kind, options).run();
}

const ImportKind *guessKind(const Table &table)
{
    const ImportKind *best = nullptr;
    double bestScore = 0;
    for (const ImportKind &kind : importKinds()) {
        const Mapping mapping = matchColumns(table, kind);
        double score = mapping.isUsable() ? 1.0 : 0.0;
        for (const ColumnMatch &match : mapping.columns)
            score += match.applied ? match.confidence : 0.0;
        if (score > bestScore + 1e-6) {
            best = &kind;
            bestScore = score;
        }
    }
    return best;
}

} // namespace certdesk
