// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/contenttest.h"

#include "models/intake/values.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <map>

namespace certdesk {

namespace {

std::string_view trimmed(std::string_view cell)
{
    const size_t first = cell.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return cell.substr(first, cell.find_last_not_of(" \t\r\n") - first + 1);
}

struct Letters
{
    size_t digits = 0;
    size_t letters = 0;
    size_t blanks = 0;
};

Letters count(std::string_view cell)
{
    Letters result;
    for (const char c : cell) {
        result.digits += c >= '0' && c <= '9';
        result.letters += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<uchar>(c) & 0x80);
        result.blanks += c == ' ';
    }
    return result;
}

QString text(std::string_view cell)
{
    return QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
}

/// Values that repeat (grades, flags, outcomes) are judged once each.
template <class Judge> bool remembered(QHash<QByteArrayView, bool> &seen, std::string_view cell, Judge judge)
{
    const QByteArrayView key(cell.data(), static_cast<qsizetype>(cell.size()));
    const auto found = seen.constFind(key);
    if (found != seen.constEnd())
        return *found;
    const bool good = judge(text(cell));
    if (seen.size() < 4096)
        seen.insert(key, good);
    return good;
}

class ColumnTester
{
public:
    ColumnTester(const Table &table, int column, ContentTest test, qint64 schoolYear)
        : m_table(table), m_column(column), m_test(test), m_schoolYear(schoolYear)
    {
    }

    ContentVerdict run(bool unique)
    {
        std::map<size_t, int> lengths;
        std::vector<size_t> hashes;
        for (int row = 0; row < m_table.rowCount(); ++row) {
            const std::string_view cell = trimmed(m_table.cell(row, m_column));
            if (cell.empty())
                continue;
            ++m_filled;
            m_good += fits(cell);
            if (m_test == ContentTest::StateId)
                ++lengths[cell.size()];
            if (unique)
                hashes.push_back(std::hash<std::string_view>()(cell));
        }
        if (m_filled == 0)
            return ContentVerdict::Inconclusive;
        if (unique && m_filled >= 4 && distinct(hashes, (static_cast<size_t>(m_filled) + 1) / 2) * 2 < static_cast<size_t>(m_filled))
            return ContentVerdict::Fail;
        return verdict(lengths);
    }

private:
    /// Counts no further than to `enough`: a column of identifiers is settled at half of it.
    static size_t distinct(const std::vector<size_t> &hashes, size_t enough)
    {
        size_t places = 64;
        while (places < 2 * hashes.size())
            places *= 2;
        std::vector<size_t> table(places, 0); // 0: free
        size_t count = 0;
        for (const size_t hash : hashes) {
            const size_t key = hash == 0 ? 1 : hash;
            size_t place = key & (places - 1);
            while (table[place] != 0 && table[place] != key)
                place = (place + 1) & (places - 1);
            count += table[place] == 0;
            table[place] = key;
            if (count >= enough)
                break;
        }
        return count;
    }

    bool fits(std::string_view cell)
    {
        const Letters letters = count(cell);
        switch (m_test) {
        case ContentTest::StateId:
            return letters.digits > 0 && letters.blanks == 0 && cell.size() <= 24 && letters.digits >= letters.letters;
        case ContentTest::ShortId:
            return cell.size() <= 100;
        case ContentTest::Letters:
            return letters.letters > 0 && letters.digits <= letters.letters;
        case ContentTest::FullName:
            return letters.letters > 0 && (letters.blanks > 0 || cell.find(',') != std::string_view::npos);
        case ContentTest::Grade:
            return remembered(m_seen, cell, [this](const QString &value) { return normalizedGrade(value, m_schoolYear).has_value(); });
        case ContentTest::Year:
            return cell.size() == 4 && letters.digits == 4 && isNearYear(cell);
        case ContentTest::BirthDate:
            return isPupilsBirthday(cell);
        case ContentTest::Date:
            return isDate(cell);
        case ContentTest::Email:
            return cell.find('@') != std::string_view::npos;
        case ContentTest::Text:
            return letters.letters > 0;
        case ContentTest::Number:
            return readNumber(text(cell)).has_value();
        case ContentTest::Flag:
            return remembered(m_seen, cell, [](const QString &value) { return readFlag(value).has_value(); });
        case ContentTest::Outcome:
            return remembered(m_seen, cell, [](const QString &value) { return readOutcome(value, nullptr).has_value(); });
        case ContentTest::Few:
            if (m_distinct.size() <= 60)
                m_distinct.insert(std::hash<std::string_view>()(cell));
            return true;
        case ContentTest::None:
            break;
        }
        return true;
    }

    static bool isDate(std::string_view cell)
    {
        return readDate(cell, DateOrder::MonthFirst, DateUse::Other, 0).has_value() || readDate(cell, DateOrder::DayFirst, DateUse::Other, 0).has_value();
    }

    /// A graduating year lies within 14 years of the school year.
    bool isNearYear(std::string_view cell) const
    {
        const qint64 year = text(cell).toLongLong();
        return m_schoolYear == 0 ? year >= 1990 && year <= 2100 : std::abs(year - m_schoolYear) <= 14;
    }

    /// Of somebody aged 3 to 22.
    bool isPupilsBirthday(std::string_view cell)
    {
        for (const DateOrder order : {DateOrder::MonthFirst, DateOrder::DayFirst}) {
            const auto date = readDate(cell, order, DateUse::Birth, m_schoolYear);
            if (!date)
                continue;
            ++m_dates;
            const int age = static_cast<int>(m_schoolYear) - QDate::fromJulianDay(date->first).year();
            return m_schoolYear == 0 || (age >= 3 && age <= 23);
        }
        return false;
    }

    /// A few wrong values are errors of their rows, not proof that the column is something else.
    bool isCoded() const
    {
        static const QSet<ContentTest> coded{ContentTest::Grade, ContentTest::Year,   ContentTest::BirthDate, ContentTest::Date,
                                             ContentTest::Email, ContentTest::Number, ContentTest::Flag,      ContentTest::Outcome};
        return coded.contains(m_test);
    }

    ContentVerdict verdict(const std::map<size_t, int> &lengths) const
    {
        const double share = static_cast<double>(m_good) / m_filled;
        if (m_test == ContentTest::FullName || m_test == ContentTest::Text)
            return share >= 0.8 ? ContentVerdict::Pass : share > 0.05 ? ContentVerdict::Inconclusive : ContentVerdict::Fail;
        if (m_test == ContentTest::Few)
            return m_distinct.size() <= 30 ? ContentVerdict::Pass : ContentVerdict::Inconclusive;
        // Dates of older people are dates all the same.
        const bool dates = m_test == ContentTest::BirthDate && m_dates * 2 >= m_filled;
        if (share < 0.5)
            return (isCoded() && m_filled < 10) || dates ? ContentVerdict::Inconclusive : ContentVerdict::Fail;
        if (m_test == ContentTest::StateId) {
            const bool oneLength = std::any_of(lengths.cbegin(), lengths.cend(),
                                               [this](const auto &length) { return length.second * 100 >= 85 * m_filled; });
            return oneLength && share >= 0.85 ? ContentVerdict::Pass : ContentVerdict::Inconclusive;
        }
        return share >= (m_test == ContentTest::Email ? 0.8 : 0.9) ? ContentVerdict::Pass : ContentVerdict::Inconclusive;
    }

    const Table &m_table;
    int m_column;
    ContentTest m_test;
    qint64 m_schoolYear;
    int m_filled = 0;
    int m_good = 0;
    int m_dates = 0; ///< readable ones of a column of birth dates
    QSet<size_t> m_distinct;
    QHash<QByteArrayView, bool> m_seen;
};

} // namespace

ContentVerdict testContent(const Table &table, int column, ContentTest test, bool unique, qint64 schoolYear)
{
    if (test == ContentTest::None)
        return ContentVerdict::Pass;
    return ColumnTester(table, column, test, schoolYear).run(unique);
}

} // namespace certdesk
