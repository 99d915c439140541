# SPDX-License-Identifier: GPL-3.0-or-later
# Module collections.abc: classes that say by isinstance what an object can do.


def _abc(name, *methods):
    from _collections import make_class

    def check(cls):
        return all(getattr(cls, method, None) is not None for method in methods)
    return make_class(name, (object,), {"__module__": "collections.abc", "__subclasshook_native__": staticmethod(check),
                                        "__class_getitem__": classmethod(lambda cls, item: cls)})


Hashable = _abc("Hashable", "__hash__")
Iterable = _abc("Iterable", "__iter__")
Iterator = _abc("Iterator", "__iter__", "__next__")
Reversible = _abc("Reversible", "__iter__", "__reversed__")
Generator = _abc("Generator", "__iter__", "__next__", "send", "throw", "close")
Sized = _abc("Sized", "__len__")
Container = _abc("Container", "__contains__")
Callable = _abc("Callable", "__call__")
Collection = _abc("Collection", "__len__", "__iter__", "__contains__")


def _registered(name, *types):
    from _collections import make_class

    def check(cls):
        return issubclass(cls, types)
    return make_class(name, (object,), {"__module__": "collections.abc", "__subclasshook_native__": staticmethod(check),
                                        "__class_getitem__": classmethod(lambda cls, item: cls)})


Sequence = _registered("Sequence", list, tuple, str, range)
MutableSequence = _registered("MutableSequence", list)
Set = _registered("Set", set, frozenset, type({}.keys()), type({}.items()))
MutableSet = _registered("MutableSet", set)
Mapping = _registered("Mapping", dict)
MutableMapping = _registered("MutableMapping", dict)
KeysView = _registered("KeysView", type({}.keys()))
ValuesView = _registered("ValuesView", type({}.values()))
ItemsView = _registered("ItemsView", type({}.items()))
