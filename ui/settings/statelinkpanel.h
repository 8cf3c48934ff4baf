// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/statelink/districtlink.h"
#include "ui/common/card.h"

#include <optional>

class QLineEdit;
class QPushButton;

namespace certdesk {

class Banner;
class FormField;
class FormSection;
class StatusChip;
class StoreThread;
class TextLabel;

/// Where the district's state is (C-002, C-003): the address, a test that changes nothing, and Connect. Who lacks the right sees
/// how the link stands and who can change it (C-026).
class StateLinkPanel : public Card
{
    Q_OBJECT

public:
    explicit StateLinkPanel(StoreThread &store, QWidget *parent = nullptr);
    void refresh();
    /// The address has the focus.
    void enter();

private:
    struct Facts
    {
        QString address;
        LinkHealth health;
    };

    QWidget *buildPlace();
    QWidget *buildButtons();
    void choose();
    void test();
    void connectToState();
    void showFacts(const Facts &facts);
    void showAnswer(const Result<LinkTest> &answer, bool isStored);
    void setBusy(bool busy);

    StoreThread &m_store;
    bool m_mayChange;
    FormSection *m_form;
    FormField *m_field = nullptr;
    StatusChip *m_chip;
    TextLabel *m_facts;
    QLineEdit *m_address;
    QPushButton *m_test;
    QPushButton *m_connect;
    QPushButton *m_choose;
    Banner *m_banner;
};

} // namespace certdesk
