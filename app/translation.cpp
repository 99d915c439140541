// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translation.h"

static void initTranslations() { Q_INIT_RESOURCE(translations); }

namespace backstep {

std::shared_ptr<QTranslator> translationTo(const QString& code) {
    initTranslations();
    auto translator = std::make_shared<QTranslator>();
    (void)translator->load(QStringLiteral("backstep_") + code, QStringLiteral(":/i18n"));
    return translator;
}

}  // namespace backstep
