// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace certdesk {

/// What a walk leaves for people: sentences, pictures and documents. Without a folder it keeps the sentences only.
class Story
{
public:
    virtual ~Story() = default;
    virtual void chapter(const QString &title) = 0;
    virtual void tell(const QString &sentence) = 0;
    virtual void picture(QWidget *window, const QString &name) = 0;
    /// Where a document of this name goes: "findings.pdf".
    virtual QString document(const QString &name) = 0;
};

} // namespace certdesk
