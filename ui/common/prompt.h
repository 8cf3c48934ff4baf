// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <functional>
#include <optional>

class QWidget;

namespace certdesk {

/// A decision that cannot wait and cannot be undone (W-032, W-034): the only place of QMessageBox. It never blocks: the
/// answer comes to the callback, and not at all when `parent` is gone by then.
class Prompt
{
public:
    struct Question
    {
        QString title;  ///< "Delete 80 groups?"
        QString text;   ///< what will happen to what
        QString verb;   ///< the button: "Delete 80 groups", never "Yes"
        QString keep;   ///< the other button: "Keep them"; "Cancel" when empty
        bool destructive = true;
    };

    static void ask(QWidget *parent, const Question &question, std::function<void(bool)> answer);

    /// For tests: the next question is answered at once and no box appears. Answers queue up.
    static void setNextAnswer(bool answer);
    /// The question that was answered last, for tests.
    static Question lastQuestion();
};

/// The only place of QFileDialog. An empty answer means that the person cancelled.
class FileChooser
{
public:
    using Answer = std::function<void(const QString &fileName)>;

    /// `filter` as QFileDialog takes it: "Databases (*.certdesk);;All files (*)".
    static void open(QWidget *parent, const QString &title, const QString &filter, Answer answer);
    static void openMany(QWidget *parent, const QString &title, const QString &filter, std::function<void(const QStringList &)> answer);
    static void save(QWidget *parent, const QString &title, const QString &suggestedName, const QString &filter, Answer answer);
    static void folder(QWidget *parent, const QString &title, Answer answer);

    /// For tests: the next chooser answers this at once. Names queue up.
    static void setNextFileName(const QString &fileName);
};

} // namespace certdesk
