// SPDX-License-Identifier: GPL-3.0-or-later
// The four lists: approved and enforced addresses and domains (SPEC 1.3, A6 to A12).
#pragma once

#include "ui/common/page.h"
#include "ui/config/save_flow.h"

#include <QTimer>

#include <vector>

class QStackedWidget;

namespace ui {

class Badge;
class Card;
class DocumentHeader;
class Label;
class OverlapCard;
class ListView;
class NoticeBar;
class SearchField;
class TabBar;

class ListsPage final : public Page
{
    Q_OBJECT
public:
    ListsPage(ConfigDocument& document, SaveFlow& flow, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] StatusLine status() const override;

    [[nodiscard]] QList<TourStop> tourStops() override;

    [[nodiscard]] QUndoStack* undoStack() const override { return m_document.undoStack(); }

    /// "white_ip", "white_domain", "enforce_ip" or "enforce_domain".
    void showList(const std::string& key);
    /// The entry a finding is about.
    void showEntry(const std::string& key, const config::ByteSpan& span);
    [[nodiscard]] ListView& list(const std::string& key);

Q_SIGNALS:
    void problemsRequested();

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    [[nodiscard]] QWidget* buildSide();
    void setTexts();
    void refreshCounts();
    void refreshProblems();
    void lookUp();
    void showOverlap();
    [[nodiscard]] ListView& shownList();
    void tidy(ListView& list);
    void importTo(ListView& list);
    void showImport(ListView& list, const QString& path);
    void reviewPasted(ListView& list, const QString& pasted);
    void exportFrom(ListView& list);
    [[nodiscard]] QString coverOf(const std::string& key, const QString& text) const;

    ConfigDocument& m_document;
    SaveFlow& m_flow;
    DocumentHeader* m_header;
    NoticeBar* m_told; ///< what became of an export
    TabBar* m_tabs;
    QStackedWidget* m_stack;
    std::vector<ListView*> m_lists;
    QWidget* m_side = nullptr;
    Card* m_lookUpCard;
    SearchField* m_lookUp;
    Label* m_lookUpAnswer;
    OverlapCard* m_overlap;
    QTimer m_overlapDelay; ///< the selection moves on while a key is held
    Card* m_helpCard;
    Label* m_meaning;
    Label* m_consequence;
    Badge* m_default;
    Badge* m_form;
};

} // namespace ui
