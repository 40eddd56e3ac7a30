// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/mail_input.h"

#include "core/net/domain_name.h"
#include "core/net/ip_address.h"
#include "core/qtio/tables/mail_table.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct MailInput
{
    Q_DECLARE_TR_FUNCTIONS(MailInput)
};

using State = InputVerdict::State;

QString domainProblem(const net::DomainError& error, const QString& domain)
{
    switch (error.code) {
    case net::DomainError::Code::Empty:
        return MailInput::tr("There is no domain.");
    case net::DomainError::Code::EmptyLabel:
        return MailInput::tr("\"%1\" has two dots in a row or begins with one.").arg(domain);
    case net::DomainError::Code::LabelTooLong:
        return MailInput::tr("A part of the domain is longer than 63 characters.");
    case net::DomainError::Code::NameTooLong:
        return MailInput::tr("The domain is longer than 253 characters.");
    case net::DomainError::Code::BadCharacter:
        return MailInput::tr("\"%1\" holds a character that no domain may have.").arg(domain);
    case net::DomainError::Code::BadHyphen:
        return MailInput::tr("A part of \"%1\" begins or ends with a hyphen.").arg(domain);
    case net::DomainError::Code::AddressLiteral:
        break;
    }
    return MailInput::tr("\"%1\" is an address, not a domain.").arg(domain);
}

/// Empty when the domain can be checked.
QString whyUnusable(const QString& domain)
{
    const auto name = net::DomainName::parse(domain.toStdString());
    if (!name) {
        return domainProblem(name.error(), domain);
    }
    return name->hasSeveralLabels() ? QString() : MailInput::tr("\"%1\" is a single word.").arg(domain);
}

} // namespace

InputVerdict judgeClient(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty()) {
        return {State::Bad, MailInput::tr("Enter the address the mail comes from.")};
    }
    const auto address = net::IpAddress::parse(trimmed.toStdString());
    if (address && address->unmapped() != *address) {
        return {State::Note, MailInput::tr("IPv4-mapped: checked as %1.")
                                 .arg(QString::fromStdString(address->unmapped().toString()))};
    }
    if (address) {
        return {};
    }
    if (trimmed.contains(QLatin1Char('/'))) {
        return {State::Bad, MailInput::tr("One address is needed, not a network.")};
    }
    return {State::Bad, MailInput::tr("Not an IPv4 or IPv6 address.")};
}

InputVerdict judgeSender(const QString& text)
{
    const QString sender = cleanedSender(text);
    if (sender.isEmpty()) {
        return {State::Note, MailInput::tr("Null sender (bounces): the HELO identity counts.")};
    }
    const qsizetype at = sender.lastIndexOf(QLatin1Char('@'));
    if (at < 0) {
        return {State::Risky, MailInput::tr("No \"@\": not a usable sender, the HELO identity counts.")};
    }
    const QString why = whyUnusable(sender.mid(at + 1));
    return why.isEmpty() ? InputVerdict{}
                         : InputVerdict{State::Risky, MailInput::tr("%1 The HELO identity counts.").arg(why)};
}

InputVerdict judgeHelo(const QString& text)
{
    const QString helo = text.trimmed();
    if (helo.isEmpty()) {
        return {State::Note, MailInput::tr("Without a name the HELO identity gives none.")};
    }
    const QString why = whyUnusable(helo);
    return why.isEmpty()
               ? InputVerdict{}
               : InputVerdict{State::Risky, MailInput::tr("%1 As HELO identity it gives none.").arg(why)};
}

InputVerdict judgeDomain(const QString& text)
{
    const QString domain = cleanedDomain(text);
    if (domain.isEmpty()) {
        return {State::Bad, MailInput::tr("Enter a domain, or a mail address of it.")};
    }
    if (const QString why = whyUnusable(domain); !why.isEmpty()) {
        return {State::Bad, why};
    }
    return domain == text.trimmed()
               ? InputVerdict{}
               : InputVerdict{State::Note, MailInput::tr("The domain %1 is shown.").arg(domain)};
}

QString cleanedSender(const QString& text)
{
    return qtio::cleanedSender(text);
}

QString cleanedDomain(const QString& text)
{
    return cleanedSender(text).section(QLatin1Char('@'), -1).trimmed();
}

} // namespace ui
