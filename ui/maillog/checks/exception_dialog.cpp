// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/checks/exception_dialog.h"

#include "ui/common/diff_view.h"
#include "ui/common/label.h"
#include "ui/common/notice_bar.h"
#include "ui/common/segment.h"
#include "ui/config/file_text.h"
#include "ui/maillog/checks/exception_row.h"
#include "ui/words/config_words.h"
#include "ui/words/result_words.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLineEdit>
#include <QLocale>
#include <QScreen>
#include <QScrollArea>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

namespace ui {

namespace {

constexpr int typingPause = 250; ///< ms
constexpr int diffHeight = 130;
constexpr int titleBar = 40; ///< of the window manager

QString number(std::uint64_t value)
{
    return QLocale().toString(static_cast<qulonglong>(value));
}

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

QString sentenceOf(const config::Finding& finding)
{
    return QStringLiteral("%1  %2").arg(QString::fromStdString(config::idOf(finding.rule)),
                                        words::shownMessage(finding));
}

} // namespace

ExceptionDialog::ExceptionDialog(ConfigDocument& document, std::shared_ptr<const maillog::Log> log,
                                 const maillog::Check& check, QWidget* parent)
    : Dialog(parent),
      m_document(document),
      m_log(std::move(log)),
      m_choices(exceptionChoices(check)),
      m_content(new QWidget),
      m_scroll(new QScrollArea),
      m_side(new Segment),
      m_effect(new Label),
      m_warning(new NoticeBar),
      m_problems(new NoticeBar),
      m_note(new QLineEdit),
      m_diff(new DiffView),
      m_add(nullptr)
{
    setObjectName(QStringLiteral("maillog.exception"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTitle(tr("Add to a list"));
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    buildHead(check);
    buildScroll();
    buildChoices();
    buildRest();
    connect(&m_typing, &QTimer::timeout, this, &ExceptionDialog::planAside);
    connect(&m_counting, &QFutureWatcherBase::finished, this, &ExceptionDialog::showEffects);
    connect(&m_planning, &QFutureWatcherBase::finished, this, &ExceptionDialog::showPlan);
    connect(&m_document, &ConfigDocument::contentChanged, this, &ExceptionDialog::planAside);
    resize(std::min(760, parent->width() - 60), sizeHint().height());
    setRowTexts();
    countAside();
    planAside();
}

ExceptionDialog::~ExceptionDialog()
{
    if (m_cancelled) {
        *m_cancelled = true;
    }
}

void ExceptionDialog::buildHead(const maillog::Check& check)
{
    auto* sender = new MonoLabel;
    sender->setTextFormat(Qt::PlainText);
    sender->setText(check.sender.empty() ? QStringLiteral("<>")
                                         : QString::fromUtf8(check.sender.data(),
                                                             static_cast<qsizetype>(check.sender.size())));
    subtitle()->addWidget(sender);
    if (check.result) {
        subtitle()->addWidget(new Badge(BadgeSpec::of(*check.result)));
    }
    if (check.action < maillog::Action::Unknown) {
        // maillog::Action has the actions of the policy in the same order, and "unknown" behind them.
        subtitle()->addWidget(new Badge(BadgeSpec::of(static_cast<policy::Action>(check.action))));
    }
    subtitle()->addStretch(1);
}

/// What is said about an entry may be long; the buttons stay on the screen.
void ExceptionDialog::buildScroll()
{
    m_rest = new QVBoxLayout(m_content);
    m_rest->setContentsMargins(0, 0, 0, 0);
    m_rest->setSpacing(8);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_content);
    m_content->setAutoFillBackground(false);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_content->installEventFilter(this);
    body()->addWidget(m_scroll, 1);
}

bool ExceptionDialog::eventFilter(QObject* watched, QEvent* event)
{
    const bool handled = Dialog::eventFilter(watched, event);
    if (event->type() == QEvent::LayoutRequest) {
        grow();
    }
    return handled;
}

void ExceptionDialog::showEvent(QShowEvent* event)
{
    Dialog::showEvent(event);
    grow();
}

/// As high as the content asks, at most as the screen.
void ExceptionDialog::grow()
{
    if (!isVisible()) {
        return;
    }
    layout()->activate();
    const QRect area = screen()->availableGeometry();
    const int needed = m_rest->hasHeightForWidth()
                           ? m_rest->totalHeightForWidth(m_scroll->viewport()->width())
                           : m_rest->totalSizeHint().height();
    const int wanted = std::min(height() - m_scroll->height() + needed, area.height() - titleBar);
    if (wanted > height()) {
        resize(width(), wanted);
    }
    if (frameGeometry().bottom() > area.bottom()) {
        move(x(), std::max(area.top(), y() - (frameGeometry().bottom() - area.bottom())));
    }
}

void ExceptionDialog::buildChoices()
{
    m_side->setObjectName(QStringLiteral("maillog.exception.side"));
    m_side->addChoice(tr("Approved list: not checked"));
    m_side->addChoice(tr("Enforced list: [enforce_actions]"));
    m_side->setGroupName(tr("List"));
    m_side->setCurrent(0);
    connect(m_side, &Segment::chosen, this, [this] {
        setRowTexts();
        planAside();
    });
    auto* line = new QHBoxLayout;
    line->addWidget(m_side);
    line->addStretch(1);
    m_rest->addLayout(line);
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        auto* row = new ExceptionRow;
        row->setObjectName(QStringLiteral("maillog.exception.choice%1").arg(i));
        row->setChecked(i == 0);
        connect(row, &QAbstractButton::toggled, this, [this](bool isOn) {
            if (isOn) {
                showEffects();
                planAside();
            }
        });
        m_rows.push_back(row);
        m_rest->addWidget(row);
    }
}

void ExceptionDialog::buildRest()
{
    m_effect->setObjectName(QStringLiteral("maillog.exception.effect"));
    m_effect->setWordWrap(true);
    m_warning->setObjectName(QStringLiteral("maillog.exception.warning"));
    m_warning->setClosable(false);
    m_problems->setObjectName(QStringLiteral("maillog.exception.problems"));
    m_problems->setClosable(false);
    auto* noteRow = new QHBoxLayout;
    auto* noteName = new Label(TextRole::Label);
    noteName->setText(tr("&Note (comment line above the entry)"));
    noteName->setBuddy(m_note);
    m_note->setObjectName(QStringLiteral("maillog.exception.note"));
    m_note->setReadOnly(m_document.isReadOnly());
    connect(m_note, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    noteRow->addWidget(noteName);
    noteRow->addWidget(m_note, 1);
    m_diff->setObjectName(QStringLiteral("maillog.exception.diff"));
    m_diff->setAccessibleName(tr("What would change"));
    m_diff->setForm(DiffView::Form::Unified);
    m_diff->setContextLines(1);
    m_diff->setFixedHeight(diffHeight);
    m_rest->addWidget(m_effect);
    m_rest->addWidget(m_warning);
    m_rest->addLayout(noteRow);
    m_rest->addWidget(m_diff);
    m_rest->addWidget(m_problems);
    m_rest->addStretch(1);
    auto* hint = new Label(TextRole::Secondary, &Tokens::secondaryText);
    hint->setText(tr("Can be undone. The file is saved only when you save it."));
    footer()->addWidget(hint);
    QPushButton* cancel = addButton(ButtonKind::Plain, tr("Cancel"));
    m_add = addButton(ButtonKind::Primary, tr("Add"));
    m_add->setObjectName(QStringLiteral("maillog.exception.add"));
    m_add->setEnabled(false);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_add, &QAbstractButton::clicked, this, &ExceptionDialog::finish);
}

std::size_t ExceptionDialog::chosenIndex() const
{
    const auto found = std::ranges::find_if(m_rows, &QAbstractButton::isChecked);
    return found == m_rows.end() ? 0 : static_cast<std::size_t>(found - m_rows.begin());
}

const ExceptionChoice& ExceptionDialog::chosen() const
{
    return m_choices[chosenIndex()];
}

ListSide ExceptionDialog::side() const
{
    return m_side->current() == 1 ? ListSide::Enforced : ListSide::Approved;
}

std::string ExceptionDialog::key() const
{
    return listKey(chosen().kind, side());
}

void ExceptionDialog::setRowTexts()
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const ExceptionChoice& choice = m_choices[i];
        const QString list = QString::fromStdString(listKey(choice.kind, side()));
        switch (choice.kind) {
        case ExceptionChoice::Kind::Address:
            m_rows[i]->setTexts(tr("This client only"), QString::fromStdString(choice.entry),
                                tr("%1. Mail of any sender from this address.").arg(list));
            break;
        case ExceptionChoice::Kind::Network:
            m_rows[i]->setTexts(tr("The client's network"), QString::fromStdString(choice.entry),
                                tr("%1. Mail of any sender from these addresses.").arg(list));
            break;
        case ExceptionChoice::Kind::Domain:
            m_rows[i]->setTexts(
                tr("The sender's domain"), QString::fromStdString(choice.entry),
                tr("%1. Mail that names this domain as its sender, from anywhere.").arg(list));
            break;
        case ExceptionChoice::Kind::DomainTree:
            m_rows[i]->setTexts(tr("The domain and all below it"), QString::fromStdString(choice.entry),
                                tr("%1. Mail that names any of these domains, from anywhere.").arg(list));
            break;
        }
    }
}

/// The log may be long: it is counted while the dialog stands.
void ExceptionDialog::countAside()
{
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_counting.setFuture(QtConcurrent::run([log = m_log, choices = m_choices, cancelled = m_cancelled] {
        return effectsOf(*log, choices, [&cancelled] { return cancelled->load(); });
    }));
    m_effect->setText(tr("Counting in the log..."));
}

void ExceptionDialog::showEffects()
{
    if (!m_counting.isFinished()) {
        return;
    }
    m_effects = m_counting.result();
    for (std::size_t i = 0; i < m_effects.size() && i < m_rows.size(); ++i) {
        m_rows[i]->setBadge(
            BadgeSpec::of(tr("%Ln check(s)", nullptr,
                             static_cast<int>(std::min<std::uint64_t>(m_effects[i].checks(), INT_MAX))),
                          &Tokens::secondaryText, QStringLiteral("maillog")));
    }
    m_effect->setText(effectText());
    showWarning();
}

QString ExceptionDialog::effectText() const
{
    if (m_effects.empty()) {
        return {};
    }
    const ExceptionEffect& effect = m_effects[chosenIndex()];
    QStringList results;
    for (const spf::Result result : spf::allResults) {
        if (const std::uint64_t count = effect.byResult[static_cast<std::size_t>(result)]; count > 0) {
            results.append(QStringLiteral("%1 %2").arg(words::word(result), number(count)));
        }
    }
    if (results.isEmpty()) {
        return tr("No check in this log matches the entry.");
    }
    return tr("Matching in this log: %1. Rejected or deferred: %2.")
        .arg(results.join(QStringLiteral(", ")), number(effect.rejections()));
}

/// A domain entry of the approved list believes whoever names the domain (CFG-033).
void ExceptionDialog::showWarning()
{
    if (key() != "white_domain") {
        m_warning->hide();
        return;
    }
    config::Finding spoofable;
    spoofable.rule = config::Rule::ApprovedDomain;
    spoofable.severity = config::Severity::Warning;
    spoofable.args = {chosen().entry};
    QString text = sentenceOf(spoofable);
    if (!m_effects.empty()) {
        const ExceptionEffect& effect = m_effects[chosenIndex()];
        text += QLatin1Char('\n') +
                tr("%1 checks of such mail gave fail or softfail in this log; the mail would have passed "
                   "unchecked.")
                    .arg(number(effect.failures()));
    }
    m_warning->show(Level::Warning, text);
}

void ExceptionDialog::planAside()
{
    m_typing.stop();
    m_plan.reset();
    m_add->setEnabled(false);
    m_add->setText(tr("Add to %1").arg(QString::fromStdString(key())));
    showWarning();
    m_planned = m_document.current();
    const std::string note =
        encoded(m_note->text().simplified(), m_document.encoding()).value_or(std::string());
    m_planning.setFuture(QtConcurrent::run([document = m_planned, key = key(), entry = chosen().entry, note] {
        return std::make_shared<const ExceptionPlan>(planFor(document, key, entry, note));
    }));
}

void ExceptionDialog::showPlan()
{
    m_plan = m_planning.result();
    QStringList lines;
    Level level = Level::Info;
    if (m_document.isReadOnly()) {
        lines.append(tr("The open file can only be looked at. Open it with the rights to write it."));
        level = Level::Warning;
    }
    if (!m_plan->edits) {
        lines.append(words::message(m_plan->edits.error().code));
        level = Level::Error;
    }
    if (m_plan->isListed) {
        lines.append(tr("%1 has this entry already.").arg(QString::fromStdString(key())));
    }
    for (const config::EntryOverlap& overlap : m_plan->overlaps.entries) {
        const QString spelling = decoded(overlap.spelling, m_document.encoding());
        const QString list = latin(overlap.list);
        if (overlap.kind == config::EntryOverlap::Kind::Holds) {
            lines.append(tr("%1 of %2 covers it.").arg(spelling, list));
        } else if (overlap.kind == config::EntryOverlap::Kind::Within) {
            lines.append(tr("It covers %1 of %2.").arg(spelling, list));
        } else if (overlap.list != key()) {
            lines.append(tr("%1 stands in %2, too.").arg(spelling, list));
        }
    }
    for (const config::Finding& finding : m_plan->found) {
        // CFG-033 stands above, with what the log says about it.
        if (finding.rule != config::Rule::ApprovedDomain) {
            lines.append(sentenceOf(finding));
            level = std::max(level, finding.severity == config::Severity::Error     ? Level::Error
                                    : finding.severity == config::Severity::Warning ? Level::Warning
                                                                                    : Level::Info);
        }
    }
    if (lines.isEmpty()) {
        m_problems->hide();
    } else {
        m_problems->show(level, lines.join(QLatin1Char('\n')));
    }
    m_diff->setTexts(decoded(m_planned.bytes(), m_document.encoding()),
                     decoded(m_plan->after, m_document.encoding()));
    m_add->setEnabled(!m_document.isReadOnly() && m_plan->edits && !m_plan->isListed);
}

void ExceptionDialog::finish()
{
    if (!m_plan || !(m_planned == m_document.current())) {
        return;
    }
    const std::string list = key();
    const std::string entry = chosen().entry;
    disconnect(&m_document, nullptr, this, nullptr);
    m_document.edit(m_plan->edits,
                    {.what = EditName::What::AddItems, .section = {}, .key = list, .value = entry});
    const config::IniDocument& now = m_document.current();
    if (const config::Key* value = now.key("globals", list)) {
        const auto items = now.items(*value);
        const auto found = std::ranges::find(items, entry, &config::ListItem::text);
        if (found != items.end()) {
            Q_EMIT added(list, found->span);
        }
    }
    accept();
}

} // namespace ui
