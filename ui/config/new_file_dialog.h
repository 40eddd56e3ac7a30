// SPDX-License-Identifier: GPL-3.0-or-later
// What a new config.ini begins with: IMSVA's defaults, recommended settings, or watching only; and the
// networks that are one's own.
#pragma once

#include "core/config/new_file.h"
#include "ui/common/dialog.h"

class QButtonGroup;

namespace ui {

class ProblemRow;
class ValidatedLineEdit;

class NewFileDialog final : public Dialog
{
    Q_OBJECT

public:
    explicit NewFileDialog(QWidget* parent);

    [[nodiscard]] config::NewFile file() const;

private:
    void addProfile(config::Profile profile, const QString& name, const QString& meaning);
    void buildNetworks();
    void check();

    QButtonGroup* m_profiles;
    ValidatedLineEdit* m_networks;
    ProblemRow* m_problem;
    QPushButton* m_create;
};

} // namespace ui
