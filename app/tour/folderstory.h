// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tour/story.h"

#include <QStringList>

namespace certdesk {

/// The story in a folder: pictures in the order of the walk, documents beside them, and story.md with all of it. Each sentence is
/// also printed as it comes.
class FolderStory : public Story
{
public:
    explicit FolderStory(const QString &folder) : m_folder(folder) {}

    void chapter(const QString &title) override;
    void tell(const QString &sentence) override;
    void picture(QWidget *window, const QString &name) override;
    QString document(const QString &name) override;

    /// Writes story.md. False when it, or a picture, could not be written.
    bool finish();
    int pictures() const { return m_pictures; }

private:
    void print(const QString &line);

    QString m_folder;
    QStringList m_lines;
    int m_chapters = 0;
    int m_pictures = 0;
    bool m_isGood = true;
};

} // namespace certdesk
