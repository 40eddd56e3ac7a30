// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/input_card.h"

#include "core/qtio/dns/nameserver.h"
#include "ui/common/buttons.h"
#include "ui/common/file_picker.h"
#include "ui/common/label.h"
#include "ui/common/problem_row.h"
#include "ui/common/segment.h"
#include "ui/common/validated_line_edit.h"
#include "ui/simulator/limits_dialog.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QGridLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

namespace ui {

namespace {

DnsSource::Kind kindAt(std::optional<int> index)
{
    return static_cast<DnsSource::Kind>(index.value_or(0));
}

bool isFile(DnsSource::Kind kind)
{
    return kind == DnsSource::Kind::ZoneFile || kind == DnsSource::Kind::Recorded;
}

} // namespace

QGridLayout* makeInputGrid(QWidget& subject)
{
    auto* grid = new QGridLayout(&subject);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(3);
    return grid;
}

InputCard::InputCard(FilePicker& filePicker, QWidget* parent)
    : QWidget(parent), m_filePicker(filePicker), m_card(new Card), m_subjects(new QStackedWidget)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    m_card->setPadding(15, 10, 11);
    auto* content = new QWidget;
    QGridLayout* grid = makeInputGrid(*content);
    m_card->body()->addWidget(content);
    grid->addWidget(m_subjects, 0, 0, 3, 1, Qt::AlignTop);
    grid->setColumnStretch(0, 1);
    m_subjects->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    buildConditions(*grid);
    buildSourceRow(*grid);
    showPlace();
    retranslate();
}

void InputCard::buildConditions(QGridLayout& grid)
{
    m_sourceLabel = new Label(TextRole::Label, &Tokens::secondaryText);
    m_source = new Segment(Segment::Size::Form);
    m_source->setObjectName(QStringLiteral("simulator.source"));
    for (const char* icon : {"dns", "", "", ""}) {
        m_source->addChoice({}, QLatin1String(icon));
    }
    m_source->setCurrent(0);
    m_configLabel = new Label(TextRole::Label, &Tokens::secondaryText);
    m_config = new Segment(Segment::Size::Form);
    m_config->setObjectName(QStringLiteral("simulator.config"));
    m_config->addChoice({}, QStringLiteral("edit"));
    m_config->addChoice({});
    m_config->setCurrent(0);
    m_changeLimits = makeIconButton(QStringLiteral("preferences"));
    m_changeLimits->setObjectName(QStringLiteral("simulator.limits"));
    grid.addWidget(m_sourceLabel, 0, 1);
    grid.addWidget(m_source, 1, 1);
    grid.addWidget(m_configLabel, 0, 2);
    grid.addWidget(m_config, 1, 2);
    grid.addWidget(m_changeLimits, 1, 3);
    grid.setRowStretch(2, 1);
    connect(m_source, &Segment::chosen, this, [this] {
        showPlace();
        Q_EMIT changed();
    });
    connect(m_config, &Segment::chosen, this, &InputCard::changed);
    connect(m_changeLimits, &QAbstractButton::clicked, this, &InputCard::changeLimits);
}

void InputCard::buildSourceRow(QGridLayout& grid)
{
    m_placeRow = new QWidget;
    auto* row = new QHBoxLayout(m_placeRow);
    row->setContentsMargins(0, 6, 0, 0);
    row->setSpacing(8);
    m_placeLabel = new Label(TextRole::Label, &Tokens::secondaryText);
    m_place = new ValidatedLineEdit;
    m_place->setObjectName(QStringLiteral("simulator.place"));
    m_place->setMono(true);
    m_placeLabel->setBuddy(m_place);
    m_browse = makeButton(ButtonKind::Plain, QStringLiteral("open"));
    m_placeProblem = new ProblemRow;
    row->addWidget(m_placeLabel);
    row->addWidget(m_place, 1);
    row->addWidget(m_browse);
    m_limitsNote = new ProblemRow;
    m_limitsNote->setObjectName(QStringLiteral("simulator.limitsNote"));
    grid.addWidget(m_placeRow, 3, 0, 1, 4);
    grid.addWidget(m_placeProblem, 4, 0, 1, 4);
    grid.addWidget(m_limitsNote, 5, 0, 1, 4);
    connect(m_limitsNote, &ProblemRow::fixRequested, this, [this] { setLimits({}); });
    connect(m_place, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_places[static_cast<std::size_t>(source().kind)] = text;
        judgePlace();
        Q_EMIT changed();
    });
    connect(m_place, &QLineEdit::returnPressed, this, &InputCard::runRequested);
    connect(m_browse, &QAbstractButton::clicked, this, &InputCard::browse);
}

void InputCard::addSubject(QWidget* subject)
{
    m_subjects->addWidget(subject);
    showSubject(m_subjects->currentWidget());
}

void InputCard::showSubject(QWidget* subject)
{
    m_subjects->setCurrentWidget(subject);
    // A stack is as high as its highest page; here only the one that is shown counts.
    for (int i = 0; i < m_subjects->count(); ++i) {
        QWidget* each = m_subjects->widget(i);
        each->setSizePolicy(each->sizePolicy().horizontalPolicy(),
                            each == subject ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    }
    m_subjects->updateGeometry();
}

DnsSource InputCard::source() const
{
    const DnsSource::Kind kind = kindAt(m_source->current());
    return {kind, kind == DnsSource::Kind::System ? QString() : m_place->text().trimmed()};
}

void InputCard::setSource(const DnsSource& source)
{
    m_places[static_cast<std::size_t>(source.kind)] = source.place;
    m_source->setCurrent(static_cast<int>(source.kind));
    showPlace();
    Q_EMIT changed();
}

InputCard::ConfigChoice InputCard::configChoice() const
{
    return m_config->current() == 1 ? ConfigChoice::Saved : ConfigChoice::Edited;
}

void InputCard::setConfigChoice(ConfigChoice choice)
{
    m_config->setCurrent(choice == ConfigChoice::Saved ? 1 : 0);
}

void InputCard::setLimits(const spf::Limits& limits)
{
    if (m_limits == limits) {
        return;
    }
    m_limits = limits;
    showLimits();
    Q_EMIT changed();
}

QWidget* InputCard::changeLimits()
{
    auto* dialog = new LimitsDialog(m_limits, window());
    connect(dialog, &QDialog::accepted, this, [this, dialog] { setLimits(dialog->limits()); });
    dialog->open();
    return dialog;
}

void InputCard::showLimits()
{
    if (m_limits == spf::Limits{}) {
        m_limitsNote->clear();
    } else {
        m_limitsNote->setProblem(Level::Info, {}, limitsSentence(m_limits), tr("Back to the defaults"));
    }
}

bool InputCard::isReady() const
{
    return m_place->state() != ValidatedLineEdit::State::Bad &&
           (source().kind == DnsSource::Kind::System || !source().place.isEmpty());
}

void InputCard::judgePlace()
{
    const DnsSource source = this->source();
    QString problem;
    if (source.kind == DnsSource::Kind::Server && !source.place.isEmpty()) {
        const auto server = qtio::Nameserver::parse(source.place.toStdString());
        // Whether a host name has an address shows when it is asked.
        if (!server && server.error().code != qtio::NameserverError::Code::HostName) {
            problem =
                server.error().code == qtio::NameserverError::Code::BadPort
                    ? tr("The port must be a number from 1 to 65535.")
                    : tr("Enter an address, with a port if needed: 192.0.2.53:5353 or [2001:db8::53]:5353.");
        }
    } else if (isFile(source.kind) && !source.place.isEmpty() && !QFileInfo(source.place).isFile()) {
        problem = tr("There is no such file.");
    }
    m_place->setState(problem.isEmpty() ? ValidatedLineEdit::State::Plain : ValidatedLineEdit::State::Bad);
    if (problem.isEmpty()) {
        m_placeProblem->clear();
    } else {
        m_placeProblem->setProblem(Level::Error, {}, problem);
    }
}

void InputCard::showPlace()
{
    const DnsSource::Kind kind = kindAt(m_source->current());
    m_place->setText(m_places[static_cast<std::size_t>(kind)]);
    m_placeRow->setVisible(kind != DnsSource::Kind::System);
    m_browse->setVisible(isFile(kind));
    m_placeLabel->setText(kind == DnsSource::Kind::Server     ? tr("Name server")
                          : kind == DnsSource::Kind::ZoneFile ? tr("Zone file")
                                                              : tr("Recorded answers"));
    m_place->setPlaceholderText(kind == DnsSource::Kind::Server ? QStringLiteral("192.0.2.53:53")
                                                                : QString());
    m_place->setAccessibleName(m_placeLabel->text());
    judgePlace();
}

void InputCard::browse()
{
    const bool isZone = source().kind == DnsSource::Kind::ZoneFile;
    FileRequest request;
    request.title = isZone ? tr("Open a zone file") : tr("Open recorded answers");
    request.folder = source().place;
    request.filters = isZone ? QStringList{tr("Zone files (*.zone *.db *.txt)"), tr("All files (*)")}
                             : QStringList{tr("Recorded answers (*.dns)"), tr("All files (*)")};
    m_filePicker.openFile(this, request, [this](const QString& path) { setSource({source().kind, path}); });
}

void InputCard::retranslate()
{
    m_sourceLabel->setText(tr("DNS source"));
    m_source->setGroupName(tr("DNS source"));
    m_source->setChoiceText(0, tr("System"));
    m_source->setChoiceToolTip(0, tr("The name servers of this computer"));
    m_source->setChoiceText(1, tr("Server"));
    m_source->setChoiceToolTip(1, tr("A name server of your choice"));
    m_source->setChoiceText(2, tr("Zone file"));
    m_source->setChoiceToolTip(2, tr("Answers from a file only; nothing is asked over the network"));
    m_source->setChoiceText(3, tr("Recorded"));
    m_source->setChoiceToolTip(3, tr("Answers saved from an earlier run"));
    m_configLabel->setText(tr("Config"));
    m_config->setGroupName(tr("Config"));
    m_config->setChoiceText(0, tr("Edited"));
    m_config->setChoiceText(1, tr("Saved"));
    m_browse->setText(tr("Open…"));
    setNamed(m_changeLimits, tr("Change the limits…"));
    showLimits();
    showPlace();
}

} // namespace ui
