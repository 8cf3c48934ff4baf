// SPDX-License-Identifier: GPL-3.0-or-later
// The one file with instructions of one kind of processor.
#include "models/store/sha256.h"

#include <algorithm>
#include <cstring>
#include <sodium.h>

#if defined(__GNUC__) && defined(__x86_64__)
#define CERTDESK_SHA_INSTRUCTIONS
#include <cpuid.h>
#include <immintrin.h>
#endif

namespace certdesk {

Sha256 plainSha256(QByteArrayView first, QByteArrayView second)
{
    Sha256 hash{};
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    for (const QByteArrayView part : {first, second})
        crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char *>(part.data()), static_cast<unsigned long long>(part.size()));
    crypto_hash_sha256_final(&state, reinterpret_cast<unsigned char *>(hash.data()));
    return hash;
}

#ifdef CERTDESK_SHA_INSTRUCTIONS

namespace {

constexpr std::size_t blockBytes = 64;

/// FIPS 180-4, section 4.2.2.
alignas(16) constexpr std::array<quint32, 64> constants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
    0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
    0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
    0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
    0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
    0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

#define CERTDESK_SHA __attribute__((target("sha,sse4.1,ssse3")))

class FastSha256
{
public:
    CERTDESK_SHA FastSha256() : m_low(_mm_set_epi32(0x6a09e667, static_cast<int>(0xbb67ae85), 0x510e527f, static_cast<int>(0x9b05688c))),
          m_high(_mm_set_epi32(0x3c6ef372, static_cast<int>(0xa54ff53a), 0x1f83d9ab, 0x5be0cd19))
    {
    }

    CERTDESK_SHA void add(QByteArrayView bytes)
    {
        const char *place = bytes.data();
        auto left = static_cast<std::size_t>(bytes.size());
        m_length += left;
        if (m_filled > 0) {
            const std::size_t taken = std::min(left, blockBytes - m_filled);
            std::memcpy(m_block.data() + m_filled, place, taken);
            m_filled += taken;
            place += taken;
            left -= taken;
            if (m_filled < blockBytes)
                return;
            round(m_block.data());
            m_filled = 0;
        }
        for (; left >= blockBytes; place += blockBytes, left -= blockBytes)
            round(place);
        if (left > 0)
            std::memcpy(m_block.data(), place, left);
        m_filled = left;
    }

    CERTDESK_SHA Sha256 finish()
    {
        const quint64 bits = static_cast<quint64>(m_length) * 8;
        m_block[m_filled++] = static_cast<char>(0x80);
        if (m_filled > blockBytes - 8) {
            std::memset(m_block.data() + m_filled, 0, blockBytes - m_filled);
            round(m_block.data());
            m_filled = 0;
        }
        std::memset(m_block.data() + m_filled, 0, blockBytes - 8 - m_filled);
        for (std::size_t i = 0; i < 8; ++i)
            m_block[blockBytes - 1 - i] = static_cast<char>(bits >> (8 * i));
        round(m_block.data());
        // From ABEF and CDGH to A … H, the first byte of each word in front.
        const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
        const __m128i feba = _mm_shuffle_epi32(m_low, 0x1B);
        const __m128i dchg = _mm_shuffle_epi32(m_high, 0xB1);
        Sha256 hash{};
        store(hash.data(), _mm_shuffle_epi8(_mm_blend_epi16(feba, dchg, 0xF0), swap));
        store(hash.data() + 16, _mm_shuffle_epi8(_mm_alignr_epi8(dchg, feba, 8), swap));
        return hash;
    }

private:
    CERTDESK_SHA static __m128i load(const void *from) { return _mm_loadu_si128(static_cast<const __m128i *>(from)); }
    CERTDESK_SHA static void store(void *to, __m128i value) { _mm_storeu_si128(static_cast<__m128i *>(to), value); }

    CERTDESK_SHA void round(const char *block)
    {
        const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
        __m128i words[4];
        for (std::size_t i = 0; i < 4; ++i)
            words[i] = _mm_shuffle_epi8(load(block + 16 * i), swap);
        __m128i low = m_low;
        __m128i high = m_high;
        for (std::size_t i = 0; i < 16; ++i) {
            const __m128i now = words[i % 4];
            __m128i sum = _mm_add_epi32(now, load(constants.data() + 4 * i));
            high = _mm_sha256rnds2_epu32(high, low, sum);
            low = _mm_sha256rnds2_epu32(low, high, _mm_shuffle_epi32(sum, 0x0E));
            if (i < 12) {
                // The four words that come four steps later, in the place of those just used.
                const __m128i last = words[(i + 3) % 4];
                const __m128i middle = _mm_alignr_epi8(last, words[(i + 2) % 4], 4);
                words[i % 4] = _mm_sha256msg2_epu32(_mm_add_epi32(_mm_sha256msg1_epu32(now, words[(i + 1) % 4]), middle), last);
            }
        }
        m_low = _mm_add_epi32(m_low, low);
        m_high = _mm_add_epi32(m_high, high);
    }

    __m128i m_low;  ///< A B E F
    __m128i m_high; ///< C D G H
    std::array<char, blockBytes> m_block;
    std::size_t m_filled = 0;
    std::size_t m_length = 0;
};

bool askProcessor()
{
    unsigned a = 0, b = 0, c = 0, d = 0;
    const bool hasSse = __get_cpuid(1, &a, &b, &c, &d) && (c & bit_SSE4_1) && (c & bit_SSSE3);
    return hasSse && __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & (1u << 29));
}

} // namespace

bool hasFastSha256()
{
    static const bool has = askProcessor();
    return has;
}

Sha256 sha256(QByteArrayView first, QByteArrayView second)
{
    if (!hasFastSha256())
        return plainSha256(first, second);
    FastSha256 hash;
    hash.add(first);
    hash.add(second);
    return hash.finish();
}

#else

bool hasFastSha256()
{
    return false;
}

Sha256 sha256(QByteArrayView first, QByteArrayView second)
{
    return plainSha256(first, second);
}

#endif

} // namespace certdesk
