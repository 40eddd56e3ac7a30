// SPDX-License-Identifier: GPL-3.0-or-later
// Policy settings: form, text and lists of one document. Every edit goes to the document, every view comes
// from it.
#pragma once

#include "ui/common/page.h"
#include "ui/common/services.h"
#include "ui/config/field.h"
#include "ui/config/save_flow.h"

class QPushButton;
class QScrollArea;
class QSplitter;
class QStackedWidget;

namespace ui {

class ActionsCard;
class Card;
class ChangesView;
class DocumentHeader;
class DomainsCard;
class EffectiveView;
class GeneralCard;
class HelpView;
class ProblemsView;
class RawPane;
class RepliesCard;
class SearchField;
class SectionList;
class Segment;
class TabBar;
class TestMails;
class TestMailsView;

class ConfigPage final : public Page
{
    Q_OBJECT
public:
    ConfigPage(ConfigDocument& document, SaveFlow& flow, TestMails& mails, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] StatusLine status() const override;

    [[nodiscard]] QUndoStack* undoStack() const override { return m_document.undoStack(); }

    [[nodiscard]] QList<ActionSpec> actions() override;
    [[nodiscard]] QList<TourStop> tourStops() override;
    [[nodiscard]] QList<SearchHit> search(const QString& words) const override;
    void showField(const FieldId& field);

    enum Part { GeneralPart, ActionsPart, DomainsPart, ApprovedPart, EnforcePart, RepliesPart, PartCount };

    enum Tab { ProblemsTab, ChangesTab, EffectiveTab, TestsTab, HelpTab, TabCount };

    void showTab(Tab tab);
    /// What happens to such a mail, and who decides about it.
    void explain(const QString& sender, const QString& address, const QString& helo);

Q_SIGNALS:
    void openRequested(); ///< a config.ini, as none is open
    /// A setting of the other page: one of the four lists.
    void listRequested(const std::string& key);
    /// The entry of such a list that a problem is about.
    void entryRequested(const std::string& key, const config::ByteSpan& span);

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* askForNewFile();
    void build();
    [[nodiscard]] QWidget* buildCentre();
    [[nodiscard]] QWidget* buildBottom();
    void connectViews();
    void setTexts();
    void refresh();
    void refreshParts();
    void refreshTests();
    void showMatching();
    void findSetting();
    [[nodiscard]] FieldSearch searchFor(const QString& text) const;
    void choosePart(int part);
    void followFocus(QWidget* now);
    void followText();
    void followScroll();
    void goTo(const config::Finding& finding);
    void goToField(const FieldId& field);
    void setCurrentField(const FieldId& field);
    [[nodiscard]] Part partOf(const FieldId& field) const;
    [[nodiscard]] QWidget* widgetOf(int part) const;

    ConfigDocument& m_document;
    SaveFlow& m_flow;
    TestMails& m_mails;
    DocumentHeader* m_header;
    SectionList* m_parts;
    SearchField* m_search;
    Segment* m_filter;
    QScrollArea* m_scroll;
    GeneralCard* m_general;
    ActionsCard* m_actions;
    DomainsCard* m_domains;
    RepliesCard* m_replies;
    RawPane* m_raw;
    QSplitter* m_columns;
    TabBar* m_tabs;
    QStackedWidget* m_stack;
    QPushButton* m_safeFixes;
    ProblemsView* m_problems;
    ChangesView* m_changes;
    EffectiveView* m_effective;
    TestMailsView* m_tests;
    HelpView* m_help;
    bool m_isFollowing = false;
    bool m_hasScrolled = false;
};

} // namespace ui
