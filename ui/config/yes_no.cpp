// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/yes_no.h"

#include "core/config/values.h"
#include "ui/common/field_row.h"
#include "ui/common/segment.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct YesNo
{
    Q_DECLARE_TR_FUNCTIONS(YesNo)
};

std::optional<int> choiceOfYesNo(const std::string& text)
{
    if (const auto value = config::parseYesNo(text))
        return *value ? 0 : 1;
    return std::nullopt;
}

} // namespace

Segment* makeYesNo(ConfigDocument& document, const FieldId& field)
{
    auto* segment = new Segment(Segment::Size::Form);
    segment->addChoice(QStringLiteral("yes")); // the words of the file
    segment->addChoice(QStringLiteral("no"));
    segment->setObjectName(QStringLiteral("config.globals.%1").arg(QString::fromStdString(field.key)));
    setField(segment, field);
    QObject::connect(segment, &Segment::chosen, &document, [&document, field](int choice) {
        document.setKey(field.section, field.key, choice == 0 ? "yes" : "no");
    });
    QObject::connect(segment, &Segment::cleared, &document,
                     [&document, field] { document.resetKey(field.section, field.key); });
    return segment;
}

void refreshYesNo(Segment& segment, FieldRow& row, const ConfigDocument& document, const FieldId& field)
{
    const config::FieldValue value = config::fieldValue(document.current(), field.section, field.key);
    segment.setInherited(choiceOfYesNo(value.defaultValue));
    segment.setCurrent(value.written ? choiceOfYesNo(*value.written) : std::nullopt);
    segment.setReadOnly(document.isReadOnly());
    row.setDefaultText(value.written
                           ? YesNo::tr("Default %1").arg(QString::fromStdString(value.defaultValue))
                           : YesNo::tr("Not set: %1").arg(QString::fromStdString(value.defaultValue)));
    refreshRow(row, document, field);
}

} // namespace ui
