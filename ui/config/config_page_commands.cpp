// SPDX-License-Identifier: GPL-3.0-or-later
// What the settings page gives to the frame: commands, search hits, stops of the picture tour.
#include "ui/common/search_field.h"
#include "ui/config/config_page.h"
#include "ui/config/document_status.h"
#include "ui/config/history_dialog.h"
#include "ui/config/new_file_dialog.h"
#include "ui/config/problems_view.h"
#include "ui/config/recovery_dialog.h"
#include "ui/config/review_dialog.h"
#include "ui/config/section_dialog.h"
#include "ui/config/three_way_dialog.h"
#include "ui/words/config_help.h"

#include <QFileInfo>

namespace ui {

StatusLine ConfigPage::status() const
{
    return documentStatus(m_document, [this] {
        auto* page = const_cast<ConfigPage*>(this); // a click changes what the page shows, not the status
        Q_EMIT page->showRequested();
        page->showTab(ProblemsTab);
    });
}

QWidget* ConfigPage::askForNewFile()
{
    auto* dialog = new NewFileDialog(window());
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_document.newFile(dialog->file()); });
    dialog->open();
    return dialog;
}

QList<ActionSpec> ConfigPage::actions()
{
    const auto spec = [](const char* id, Phrase text, MenuId menu, int group, const char* icon,
                         const QKeySequence& keys, std::function<void()> run) {
        ActionSpec made;
        made.id = QLatin1String(id);
        made.text = text;
        made.menu = menu;
        made.group = group;
        made.icon = QLatin1String(icon);
        made.shortcut = keys;
        made.run = std::move(run);
        return made;
    };
    using Keys = QKeySequence;
    return {
        spec("config.new", SPM_PHRASE("ConfigPage", "&New config.ini..."), MenuId::File, 0, "add",
             Keys(Keys::New),
             [this] {
                 if (m_document.isModified()) // nothing is lost without a question
                     m_document.save([this](bool saved) {
                         if (saved)
                             askForNewFile();
                     });
                 else
                     askForNewFile();
                 Q_EMIT showRequested();
             }),
        spec("config.save", SPM_PHRASE("ConfigPage", "Review and &save..."), MenuId::File, 1, "save",
             Keys(Keys::Save), [this] { m_flow.save(); }),
        spec("config.saveAs", SPM_PHRASE("ConfigPage", "Save &as..."), MenuId::File, 1, "",
             Keys(Keys::SaveAs), [this] { m_flow.saveAs(); }),
        spec("config.history", SPM_PHRASE("ConfigPage", "&History..."), MenuId::File, 1, "history", {},
             [this] {
                 Q_EMIT showRequested();
                 m_flow.showHistory();
             }),
        spec("config.discard", SPM_PHRASE("ConfigPage", "&Discard changes"), MenuId::Edit, 1, "", {},
             [this] { m_document.discard(); }),
        spec("config.find", SPM_PHRASE("ConfigPage", "F&ind a setting"), MenuId::Edit, 1, "search",
             Keys(Keys::Find),
             [this] {
                 Q_EMIT showRequested();
                 findSetting();
             }),
        spec("config.safeFixes", SPM_PHRASE("ConfigPage", "Apply all safe &fixes"), MenuId::Edit, 2, "fix",
             {}, [this] { m_document.applySafeFixes(); }),
        spec("config.nextProblem", SPM_PHRASE("ConfigPage", "Ne&xt problem"), MenuId::Go, 2, "warning",
             Keys(Qt::Key_F8),
             [this] {
                 Q_EMIT showRequested();
                 showTab(ProblemsTab);
                 m_problems->goToNext();
             }),
    };
}

QList<TourStop> ConfigPage::tourStops()
{
    QList<TourStop> stops{
        {QStringLiteral("save-diff"),
         [this]() -> QWidget* {
             const int before = m_document.undoStack()->index();
             m_document.setKey("globals", "temperror", "tempblock");
             m_document.setKey("globals", "log_level", "4");
             ReviewDialog* dialog =
                 m_flow.review([this, before](bool) { m_document.undoStack()->setIndex(before); });
             return dialog;
         }},
        {QStringLiteral("config-recovery"),
         [this]() -> QWidget* {
             qtio::UnsavedText text{m_document.path(), {}, {}, QDateTime::currentDateTimeUtc()};
             const auto edited = config::setKey(m_document.current(), "globals", "temperror", "tempblock");
             if (edited)
                 text.bytes =
                     QByteArray::fromStdString(config::applied(m_document.current(), *edited).bytes());
             auto* dialog =
                 new RecoveryDialog(text, m_document.onDisk(), RecoveryDialog::Disk::Changed, window());
             dialog->open();
             return dialog;
         }},
        {QStringLiteral("config-merge"),
         [this]() -> QWidget* {
             const auto with = [this](const char* key, const char* value) {
                 const auto plan = config::setKey(m_document.onDisk(), "globals", key, value);
                 return plan ? config::applied(m_document.onDisk(), *plan) : m_document.onDisk();
             };
             const config::IniDocument mine = with("softfail", "bypass");
             const auto also = config::setKey(mine, "globals", "log_level", "1");
             auto* dialog = new ThreeWayDialog(
                 m_document.onDisk(), also ? config::applied(mine, *also) : mine, with("softfail", "block"),
                 QFileInfo(m_document.path()).fileName(), window());
             dialog->open();
             return dialog;
         }},
        {QStringLiteral("config-new"), [this] { return askForNewFile(); }},
        {QStringLiteral("config-domain"), [this]() -> QWidget* {
             auto* dialog = new SectionDialog(m_document, SectionDialog::Task::Add, {}, window());
             dialog->open();
             return dialog;
         }}};
    if (m_flow.file().history()) // a tour of somebody's own file keeps none
        stops.append({QStringLiteral("config-history"), [this] { return m_flow.showHistory(); }});
    return stops;
}

QList<SearchHit> ConfigPage::search(const QString& words) const
{
    QList<SearchHit> hits;
    const FieldSearch wanted = searchFor(words);
    for (const config::KeySchema& key : config::schema) {
        if (key.section == config::SectionKind::Domain)
            continue;
        const words::SettingHelp help = words::help(key);
        const QString name = QString::fromLatin1(key.key.data(), static_cast<qsizetype>(key.key.size()));
        const char* section = key.section == config::SectionKind::Globals ? "globals" : "enforce_actions";
        if (!matches(m_document, {section, std::string(key.key)}, wanted))
            continue;
        SearchHit hit;
        hit.icon = QStringLiteral("settings-page");
        hit.text = QStringLiteral("%1  %2").arg(help.name, name);
        hit.place = QStringLiteral("[%1]").arg(QLatin1String(section));
        const FieldId field{section, std::string(key.key)};
        hit.run = [page = const_cast<ConfigPage*>(this), field] { page->showField(field); };
        hits.append(hit);
    }
    return hits;
}

void ConfigPage::findSetting()
{
    m_search->setFocus();
    m_search->selectAll();
}

} // namespace ui
