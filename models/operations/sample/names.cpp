// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/names.h"

#include <QStringList>

namespace certdesk::sample {

namespace {

QVector<QString> words(const char *list)
{
    return QString::fromUtf8(list).split(QLatin1Char(';'));
}

const QVector<QString> &girls()
{
    static const QVector<QString> list = words(
        "Aaliyah;Abigail;Adele;Aiyana;Alba;Alicia;Amara;Anaïs;Andrea;Anika;Ariadne;Astrid;Aurora;Ayesha;Beatriz;Bianca;Brigid;Camila;"
        "Carmen;Cecilia;Chloé;Clara;Dalia;Daniela;Delphine;Ebony;Eleanor;Elena;Elif;Esperanza;Esther;Fatima;Fiona;Freya;Gabriela;Greta;"
        "Hana;Harriet;Hazel;Imani;Inés;Ingrid;Iris;Isabel;Ivy;Jasmine;Joanna;Josefina;Juniper;Kateri;Keisha;Khadija;Lara;Leilani;Leonor;"
        "Lucía;Lydia;Mabel;Maeve;Malia;Margot;Marisol;Mei-Lin;Mireille;Nadia;Naomi;Nayeli;Noor;Odette;Olivia;Paloma;Petra;Priya;Quinn;"
        "Renée;Rosalind;Ruth;Sadie;Salma;Saoirse;Selma;Shanice;Sofía;Svetlana;Tamsin;Teresa;Thandiwe;Ursula;Valentina;Vera;Wren;Ximena;"
        "Yara;Yesenia;Zoë;Zora");
    return list;
}

const QVector<QString> &boys()
{
    static const QVector<QString> list = words(
        "Abdul;Adrian;Ahmed;Alejandro;Amadou;Anders;André;Anthony;Arjun;August;Axel;Baptiste;Benito;Björn;Bruno;Caleb;Carlos;Cedric;"
        "César;Chidi;Cormac;Cyrus;Damian;Darnell;Desmond;Diego;Dmitri;Edmund;Elias;Emeka;Emil;Enrique;Ethan;Ezra;Felix;Fernando;Finn;"
        "François;Gael;George;Gustavo;Hakim;Hector;Henrik;Hiroshi;Hugo;Ibrahim;Isaac;Ivan;Jabari;Jamal;Javier;Jean-Luc;Joaquín;Jonah;"
        "José;Julian;Kai;Kenji;Kofi;Lamar;Lars;Leopold;Linus;Luca;Luis;Malik;Marcus;Mateo;Micah;Miguel;Mohamed;Nathaniel;Nikolai;Oisín;"
        "Omar;Orlando;Oscar;Pablo;Pavel;Quentin;Rafael;Raúl;Reuben;Rohan;Rubén;Samir;Santiago;Sebastián;Silas;Sven;Tadeo;Theo;Tobias;"
        "Tyrone;Ulises;Victor;Wendell;Xavier;Yusuf;Zachary");
    return list;
}

const QVector<QString> &families()
{
    static const QVector<QString> list = words(
        "Abernathy;Achebe;Acosta;Aguilar;Albrecht;Alderwood;Ashgrove;Álvarez;Anand;Archuleta;Ashdown;Avery;Babineaux;Bailey;Barnaby;"
        "Barreto;Bearclaw;Beaumont;Begay;Bellweather;Benally;Berglund;Birchfield;Blackwood;Bonaventure;Boudreaux;Brackenridge;Bramble;"
        "Brightwater;Calloway;Cárdenas;Castañeda;Chukwu;Cloverdale;Coldbrook;Córdova;Crabtree;D'Amico;D'Angelo;Dashwood;Delacroix;"
        "Devereaux;Díaz;Dogwood;Dragomir;Dubois;Eastwick;Echeverría;Elderberry;Eriksson;Escobedo;Fairweather;Falconer;Fennimore;"
        "Ferreira;Figueroa;Fitzwilliam;Foxglove;Fraser;Gallegos;Galloway;Garza;Gooding;Goldfinch;Gonçalves;Greenleaf;Guðmundsson;Gutiérrez;"
        "Haddad;Halloran;Harrowgate;Hawthorne;Heatherington;Hernández;Hidalgo;Hollyoak;Holmström;Hoshino;Huckleberry;Ibáñez;Ironwood;"
        "Jaramillo;Jiménez;Juarez;Kaplan;Kestrel;Kowalczyk;Krishnan;Lachance;Lafayette;Larkspur;Lindqvist;Littlejohn;Longfellow;López;"
        "Lovelace;Luján;MacAllister;Maldonado;Marlowe;Márquez;McGillicuddy;McTavish;Meadowlark;Mendoza;Merriweather;Mirza;Montoya;"
        "Moonstone;Müller;Muñoz;Nakamura;Nez;Nguyen;Nightingale;Novák;Núñez;O'Brannigan;O'Connell;O'Shaughnessy;Ochoa;Okafor;"
        "Oleander;Olufemi;Ortega;Ostrander;Pacheco;Pembroke;Peñaloza;Pennywhistle;Pfeiffer;Pinecrest;Quintana;Rainwater;"
        "Ravenscroft;Redfeather;Restrepo;Rosenthal;Rutherford;Saavedra;Saltmarsh;Sandoval;Sepúlveda;Shadowbrook;Silverthorn;Singh;"
        "Sørensen;Sparrowhawk;Stonebridge;Summerfield;Sweetwater;Szymański;Tafoya;Tanaka;Thistlewood;Thornbury;Toussaint;Trujillo;"
        "Tsosie;Underhill;Urrutia;Valdez;Vandermeer;Van der Berg;Velásquez;Vigil;Villaseñor;Wainwright;Waterhouse;Weatherby;Whitlock;"
        "Wildflower;Willowby;Windermere;Woodlock;Yazzie;Yellowhammer;Yildirim;Zambrano;Zapata;Zuckerbrot");
    return list;
}

const QVector<QString> &nicknames()
{
    static const QVector<QString> list = words("Ace;Bea;Birdie;Bo;Cam;Coco;Dash;Dee;Frankie;Gus;Indy;Jules;Kit;Lio;Lou;Max;Mo;Nico;Pip;Ray;Remy;Rio;Sam;Sol;Teddy;Vee;Zee");
    return list;
}

} // namespace

QString NameMaker::firstName(QChar gender)
{
    return m_random.pick(gender == QLatin1Char('M') ? boys() : girls());
}

QString NameMaker::lastName()
{
    const QString one = m_random.pick(families());
    const int kind = m_random.below(100);
    if (kind < 7)
        return one + QLatin1Char('-') + m_random.pick(families());
    if (kind < 13)
        return one + QLatin1Char(' ') + m_random.pick(families());
    return one;
}

PersonName NameMaker::next()
{
    PersonName name;
    ++m_count;
    const int gender = m_random.below(100);
    name.gender = QLatin1Char(gender < 49 ? 'M' : gender < 98 ? 'F' : 'X');
    name.first = firstName(name.gender);
    name.last = lastName();
    if (m_random.chance(550))
        name.middle = m_random.chance(300) ? QString(QChar(u'A' + m_random.below(26))) : firstName(name.gender);
    if (name.gender == QLatin1Char('M') && m_random.chance(40))
        name.suffix = m_random.pick(QVector<QString>{QStringLiteral("Jr."), QStringLiteral("II"), QStringLiteral("III"), QStringLiteral("IV")});
    if (m_random.chance(80))
        name.preferred = m_random.pick(nicknames());
    if (m_count % 331 == 77) {
        name.last = name.first = QStringLiteral("Sukarnoputra"); // a person with one name, entered twice
        name.middle.clear();
    } else if (m_count % 331 == 154) {
        name.first = QStringLiteral("Maximiliana Alexandrina");
        name.middle = QStringLiteral("Konstantinopolska");
        name.last = QStringLiteral("Featherstonehaugh-Wolfeschlegelsteinhausenbergerdorff");
    }
    return name;
}

QString plainLetters(const QString &name)
{
    QString plain;
    for (const QChar c : name.normalized(QString::NormalizationForm_KD).toLower()) {
        if ((c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('0') && c <= QLatin1Char('9')))
            plain.append(c);
        else if (c == QChar(u'ø'))
            plain.append(QLatin1Char('o'));
        else if (c == QChar(u'ð'))
            plain.append(QLatin1Char('d'));
    }
    return plain;
}

QString LoginMaker::next(const PersonName &name, const QString &tail, const QString &domain)
{
    const QString base = plainLetters(name.first).left(1) + plainLetters(name.last).left(12) + tail;
    for (int i = 0;; ++i) {
        QString login = base;
        if (i > 0)
            login += QString(QChar(u'a' + i % 26)) + (i >= 26 ? QString::number(i / 26) : QString());
        login += domain;
        if (!m_taken.contains(login)) {
            m_taken.insert(login);
            return login;
        }
    }
}

} // namespace certdesk::sample
