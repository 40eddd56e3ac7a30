// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/message/line_inks.h"

#include "core/maillog/check.h"
#include "core/maillog/log_line.h"

#include <array>
#include <optional>

namespace ui {

namespace {

/// Offsets of textFieldsOf() are bytes; in Latin-1 they are characters, and no name or separator lies beyond
/// ASCII.
QByteArray oneByteEach(const QString& text)
{
    return text.toLatin1();
}

std::optional<Ink> valueInk(QStringView name, QStringView value)
{
    const QByteArray word = value.toLatin1().toLower();
    const std::string_view view(word.constData(), static_cast<std::size_t>(word.size()));
    if (name == u"result" || name == u"spf") {
        if (const auto result = spf::parseResult(view)) {
            return Ink(*result);
        }
    } else if (name == u"action") {
        const auto action = maillog::parseAction(view);
        if (action && *action != maillog::Action::Unknown) {
            return Ink(static_cast<policy::Action>(*action));
        }
    } else if (name == u"status") {
        return value == u"sent"       ? Ink(&Tokens::good)
               : value == u"deferred" ? Ink(&Tokens::warning)
                                      : Ink(&Tokens::error);
    }
    return std::nullopt;
}

} // namespace

Ink programInk(QStringView program)
{
    program = program.left(program.indexOf(u'[') < 0 ? program.size() : program.indexOf(u'['));
    const QStringView name = program.mid(program.lastIndexOf(u'/') + 1);
    if (name.contains(u"policy", Qt::CaseInsensitive) || name.startsWith(u"open") || name == u"rspamd" ||
        name.startsWith(u"amavis") || name == u"postgrey") {
        return &Tokens::accent;
    }
    if (name == u"smtpd" || name == u"postscreen") {
        return &Tokens::info;
    }
    constexpr std::array<QStringView, 7> deliverers{u"smtp", u"lmtp",    u"local", u"virtual",
                                                    u"pipe", u"dovecot", u"bounce"};
    return std::find(deliverers.begin(), deliverers.end(), name) != deliverers.end()
               ? Ink(&Tokens::good)
               : Ink(&Tokens::secondaryText);
}

std::vector<InkedPiece> inkedPieces(const QString& text)
{
    std::vector<InkedPiece> pieces;
    qsizetype done = 0;
    const auto add = [&](qsizetype end, Ink ink, bool isBold) {
        if (end > done) {
            pieces.push_back({done, end - done, ink, isBold});
            done = end;
        }
    };
    const QByteArray bytes = oneByteEach(text);
    for (const maillog::TextField& field :
         maillog::textFieldsOf({bytes.constData(), static_cast<std::size_t>(bytes.size())})) {
        const auto nameStart = static_cast<qsizetype>(field.nameStart);
        const auto valueStart = static_cast<qsizetype>(field.valueStart);
        const auto valueEnd = valueStart + static_cast<qsizetype>(field.valueLength);
        add(nameStart, &Tokens::text, false);
        add(valueStart, &Tokens::secondaryText, false);
        const auto ink = valueInk(QStringView(text).mid(nameStart, static_cast<qsizetype>(field.nameLength)),
                                  QStringView(text).mid(valueStart, valueEnd - valueStart));
        add(valueEnd, ink.value_or(&Tokens::text), ink.has_value());
    }
    add(text.size(), &Tokens::text, false);
    return pieces;
}

EventLook lookOf(maillog::MessageEvent event)
{
    switch (event) {
    case maillog::MessageEvent::None:
        break;
    case maillog::MessageEvent::Connected:
        return {QStringLiteral("network"), &Tokens::secondaryText};
    case maillog::MessageEvent::Checked:
        return {QStringLiteral("search"), &Tokens::accent};
    case maillog::MessageEvent::Rejected:
        return {QStringLiteral("action-block"), &Tokens::error};
    case maillog::MessageEvent::Queued:
        return {QStringLiteral("mail"), &Tokens::info};
    case maillog::MessageEvent::Delivered:
        return {QStringLiteral("ok"), &Tokens::good};
    case maillog::MessageEvent::Deferred:
        return {QStringLiteral("action-tempblock"), &Tokens::warning};
    case maillog::MessageEvent::Bounced:
        return {QStringLiteral("undo"), &Tokens::error};
    case maillog::MessageEvent::Removed:
        return {QStringLiteral("check"), &Tokens::secondaryText};
    case maillog::MessageEvent::Disconnected:
        return {QStringLiteral("close"), &Tokens::secondaryText};
    }
    return {};
}

} // namespace ui
