// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace certdesk {

/// T-201: NFKD, marks removed, case folded, punctuation and hyphens to spaces, suffixes (Jr, Sr, II–IV) dropped, tokens
/// sorted and joined by one space. "Díaz-Ortega, Ana M." and "Ana M Diaz Ortega" are equal.
QString normalizedName(const QString &name);

/// Jaro-Winkler similarity of two texts as they stand, in whole thousandths rounded down (0 … 1000). Prefix weight 0.1, at
/// most 4 characters. Whole numbers, so that both engines agree to the last digit.
int nameSimilarity(const QString &left, const QString &right);

/// NFC and case folding, as logins are compared.
QString foldedLogin(const QString &login);

} // namespace certdesk
