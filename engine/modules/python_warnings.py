# SPDX-License-Identifier: GPL-3.0-or-later
# Module warnings: what is shown goes to the notes of the run; filters as programs set them.
import builtins as _builtins
from _backstep import show_warning as _show

filters = []


class WarningMessage:
    def __init__(self, message, category, filename="main.py", lineno=0, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, "
                f"lineno : {self.lineno}, line : {self.line!r}}}")


_recorded = []


def _check(action):
    if action not in ("error", "ignore", "always", "default", "module", "once"):
        raise AssertionError(f"invalid action: {action!r}")


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check(action)
    _add((action, "", category), append)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    _check(action)
    _add((action, message, category), append)


def _add(item, append):
    if append:
        filters.append(item)
    else:
        filters.insert(0, item)


def resetwarnings():
    filters.clear()


def _action(text, category):
    for action, message, wanted in filters:
        if issubclass(category, wanted) and text.lower().startswith(message.lower().strip(".*")):
            return action
    return "ignore" if category in (PendingDeprecationWarning, ImportWarning, ResourceWarning) else "default"


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = type(message)
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    text = str(message)
    action = _action(text, category)
    if action == "error":
        raise message if isinstance(message, Warning) else category(message)
    if action == "ignore":
        return
    if _recorded:
        _recorded[-1].append(WarningMessage(message if isinstance(message, Warning) else category(message), category))
    else:
        _show(category, text, action == "always")


def _filtered(category, text):
    """Of the libraries."""
    warn(text, getattr(_builtins, category, UserWarning))


def warn_explicit(message, category, filename, lineno, *args, **kwargs):
    warn(message, category)


def showwarning(message, category, filename, lineno, file=None, line=None):
    _show(category, str(message))


def formatwarning(message, category, filename, lineno, line=None):
    return f"{filename}:{lineno}: {category.__name__}: {message}\n"


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)

    def __enter__(self):
        self._kept = list(filters)
        if self._filter is not None:
            simplefilter(*self._filter)
        if self._record:
            log = []
            _recorded.append(log)
            return log

    def __exit__(self, *exc_info):
        filters[:] = self._kept
        if self._record:
            _recorded.pop()
