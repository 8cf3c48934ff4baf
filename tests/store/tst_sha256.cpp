// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sha256.h"

#include <QCryptographicHash>
#include <QTest>

using namespace certdesk;

class TestSha256 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Every length around the ends of blocks, cut at every place of the first block.
    void allWaysGiveTheSameHash_data()
    {
        QTest::addColumn<int>("length");
        for (const int length : {0, 1, 3, 54, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 129, 200, 1000, 65536})
            QTest::addRow("%d bytes", length) << length;
    }
    void allWaysGiveTheSameHash()
    {
        QFETCH(int, length);
        QByteArray text(length, '\0');
        for (int i = 0; i < length; ++i)
            text[i] = static_cast<char>(i * 37 + (i >> 8));
        const QByteArray wanted = QCryptographicHash::hash(text, QCryptographicHash::Sha256);
        const QByteArrayView all(text);
        for (int cut = 0; cut <= std::min(length, 130); ++cut) {
            const Sha256 found = sha256(all.first(cut), all.sliced(cut));
            QCOMPARE(QByteArray(found.data(), 32), wanted);
        }
        QCOMPARE(plainSha256(all), sha256(all));
    }

    void theKnownHashOfAbc()
    {
        const Sha256 hash = sha256("abc");
        QCOMPARE(QByteArray(hash.data(), 32).toHex(), QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }
};

QTEST_GUILESS_MAIN(TestSha256)
#include "tst_sha256.moc"
