# SPDX-License-Identifier: GPL-3.0-or-later
# Module __future__: what Python 3.11 already does, or what changes nothing here.
annotations = division = print_function = absolute_import = unicode_literals = generator_stop = nested_scopes = with_statement = None
all_feature_names = ["nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function", "unicode_literals",
                     "barry_as_FLUFL", "generator_stop", "annotations"]
generators = None
