// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/new_file_dialog.h"

#include "ui/common/label.h"
#include "ui/common/problem_row.h"
#include "ui/common/validated_line_edit.h"
#include "ui/config/entry_text.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QRadioButton>

namespace ui {

namespace {

constexpr int textWidth = 520;
constexpr int indent = 24; ///< of a meaning under its radio button

/// An address, a network, or what was meant by a range or a netmask; empty when it cannot be told.
std::vector<net::Network> networksOf(const QString& entry)
{
    const std::string text = entry.toStdString();
    if (const auto network = net::Network::parse(text)) {
        return {network->withoutHostBits()};
    }
    return net::Network::understood(text);
}

} // namespace

NewFileDialog::NewFileDialog(QWidget* parent)
    : Dialog(parent),
      m_profiles(new QButtonGroup(this)),
      m_networks(new ValidatedLineEdit),
      m_problem(new ProblemRow)
{
    setObjectName(QStringLiteral("config.newFile"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTitle(tr("New config.ini"));
    addProfile(
        config::Profile::Recommended, tr("&Recommended settings"),
        tr("fail is refused, temperror is deferred until the DNS answers again, everything else passes. "
           "The replies carry the status codes of RFC 7372."));
    addProfile(config::Profile::ImsvaDefaults, tr("&Defaults of IMSVA 9.1"),
               tr("fail is refused, everything else passes; the reply texts are those of the product."));
    addProfile(config::Profile::ObserveOnly, tr("&Watch only"),
               tr("Nothing is refused. Header and log tell what would have been: for the first weeks."));
    m_profiles->button(static_cast<int>(config::Profile::Recommended))->setChecked(true);
    buildNetworks();
    QPushButton* cancel = addButton(ButtonKind::Plain, tr("Cancel"));
    m_create = addButton(ButtonKind::Primary, tr("Create"));
    m_create->setObjectName(QStringLiteral("config.newFile.create"));
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_create, &QAbstractButton::clicked, this, &QDialog::accept);
}

void NewFileDialog::addProfile(config::Profile profile, const QString& name, const QString& meaning)
{
    auto* button = new QRadioButton(name);
    button->setObjectName(QStringLiteral("config.newFile.%1").arg(static_cast<int>(profile)));
    button->setAccessibleDescription(meaning);
    m_profiles->addButton(button, static_cast<int>(profile));
    body()->addWidget(button);
    auto* words = new Label(TextRole::Secondary, &Tokens::secondaryText);
    words->setWordWrap(true);
    words->setText(meaning);
    words->setContentsMargins(indent, 0, 0, 6);
    words->setMinimumWidth(textWidth);
    body()->addWidget(words);
}

void NewFileDialog::buildNetworks()
{
    auto* label = new Label(TextRole::Label);
    label->setText(tr("&Own networks, exempt from the check (white_ip)"));
    m_networks->setObjectName(QStringLiteral("config.newFile.networks"));
    m_networks->setMono(true);
    m_networks->setPlaceholderText(QStringLiteral("192.0.2.0/24, 198.51.100.7"));
    m_networks->setAccessibleName(tr("Own networks, exempt from the check (white_ip)"));
    label->setBuddy(m_networks);
    auto* help = new Label(TextRole::Secondary, &Tokens::secondaryText);
    help->setText(tr("127.0.0.1 is always there. Internal relays and the pre-filter belong here, too."));
    body()->addWidget(label);
    body()->addWidget(m_networks);
    body()->addWidget(m_problem);
    body()->addWidget(help);
    connect(m_networks, &QLineEdit::textChanged, this, &NewFileDialog::check);
}

void NewFileDialog::check()
{
    QStringList bad;
    for (const QString& entry : pastedEntries(m_networks->text())) {
        if (networksOf(entry).empty()) {
            bad.append(entry);
        }
    }
    m_networks->setState(bad.isEmpty() ? ValidatedLineEdit::State::Plain : ValidatedLineEdit::State::Bad);
    m_create->setEnabled(bad.isEmpty());
    if (bad.isEmpty()) {
        m_problem->clear();
    } else {
        m_problem->setProblem(Level::Error, {},
                              tr("Not an address or network: %1").arg(bad.join(QStringLiteral(", "))));
    }
}

config::NewFile NewFileDialog::file() const
{
    config::NewFile file;
    file.profile = static_cast<config::Profile>(m_profiles->checkedId());
    for (const QString& entry : pastedEntries(m_networks->text())) {
        const std::vector<net::Network> networks = networksOf(entry);
        file.ownNetworks.insert(file.ownNetworks.end(), networks.begin(), networks.end());
    }
    return file;
}

} // namespace ui
