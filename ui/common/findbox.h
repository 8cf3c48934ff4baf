// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/pageaddress.h"

#include <QFrame>
#include <QVector>
#include <functional>
#include <memory>
#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;

namespace certdesk {

struct FindHit
{
    QString kind;   ///< the label: "Student", "Page", "Help"
    QString icon;
    QString title;
    QString detail; ///< second line: identifier and school
    PageAddress leadsTo;
    std::function<void()> run; ///< instead of an address, for actions
};

/// Where Find looks. It may answer later (people come from the store), at once (pages), and more than once is wrong.
class FindProvider
{
public:
    using Answer = std::function<void(const QVector<FindHit> &)>;
    virtual ~FindProvider() = default;
    /// At most `limit` hits, best first. Called in the GUI thread and answers there.
    virtual void find(const QString &text, int limit, Answer answer) = 0;
};

/// A provider over a fixed list: pages, actions, settings, help topics. Matches words anywhere in title or keywords.
class ListFindProvider : public FindProvider
{
public:
    struct Item
    {
        FindHit hit;
        QString keywords;
    };
    explicit ListFindProvider(std::function<QVector<Item>()> items) : m_items(std::move(items)) {}
    void find(const QString &text, int limit, Answer answer) override;

private:
    std::function<QVector<Item>()> m_items;
};

/// Ctrl+K: people by any number or name, pages, actions, events, help, settings; kinds are labelled; Enter goes there
/// (W-004). A layer over the window, not a window of its own. Stale answers are dropped.
class FindBox : public QFrame
{
    Q_OBJECT

public:
    static constexpr int hitsPerProvider = 6;

    explicit FindBox(QWidget *window);
    ~FindBox() override;
    void addProvider(std::unique_ptr<FindProvider> provider);
    void removeProviders();
    void popUp();
    void close();
    int hitCount() const { return static_cast<int>(m_hits.size()); }

Q_SIGNALS:
    void chosen(const PageAddress &address);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void search();
    void take(int generation, int provider, const QVector<FindHit> &hits);
    void showHits();
    void place();
    void choose(int row);

    QLineEdit *m_input;
    QListWidget *m_list;
    QLabel *m_foot;
    std::vector<std::unique_ptr<FindProvider>> m_providers;
    QVector<QVector<FindHit>> m_answers;
    QVector<FindHit> m_hits;
    int m_generation = 0;
    int m_awaited = 0;
};

} // namespace certdesk
