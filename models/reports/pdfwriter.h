// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"

#include <QString>
#include <memory>

class QCoreApplication;

namespace certdesk {

/// Writes HTML as a PDF with selectable text, document title and page numbers, through a temporary file. Needs fonts, and so a
/// QGuiApplication; without one it is an Error.
Done writePdf(const QString &html, const QString &title, const QString &path);

/// The application object of a program without a window: with fonts (on the platform that needs no display) when one of the
/// arguments asks for a PDF, else without anything of a screen.
std::unique_ptr<QCoreApplication> reportApplication(int &argc, char **argv);

} // namespace certdesk
