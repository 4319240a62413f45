"""Records: nodes become records of the model, and where they differ from it, findings.

Unknown keys are told with the nearest known one and left out, so that one typing
mistake does not hide the others; every other difference is told at the value.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import ValidationError

from press.findings import Place, Report, did_you_mean
from press.load import nodes
from press.load.differences import Difference
from press.model.source import Record

R = TypeVar("R", bound=Record)


def read_record(node: nodes.Node, model: type[R], report: Report) -> R | None:
    """The record that a node writes; None when it is none."""
    if not isinstance(node, nodes.Mapping):
        report.add("D-03", node.place, "a record is expected here, keys and values",
                   "write a key, a colon and a value, a line each")
        return None
    try:
        return model.model_validate(_plain(node, model, report), by_alias=True, by_name=False)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            Difference.of(node, detail).tell(report)
        return None


def _plain(node: nodes.Node, model: type[Record] | None, report: Report) -> Any:
    """The node as pydantic takes it; mappings that are records bring their place."""
    match node:
        case nodes.Scalar():
            return None if node.is_null else node.text
        case nodes.Sequence():
            return [_plain(item, model, report) for item in node.items]
        case nodes.Mapping() if model is None:
            return {key.text: _plain(value, None, report) for key, value in node.pairs}
        case nodes.Mapping():
            return dict(_fields(node, model, report))


def _fields(node: nodes.Mapping, model: type[Record], report: Report) -> Iterator[tuple[str, Any]]:
    """The known keys of a record with their values, and its place."""
    known = _keys(model)
    for key, value in node.pairs:
        if key.text in known:
            yield key.text, _plain(value, known[key.text], report)
        else:
            report.add("D-01", key.place, f"there is no key “{key.text}”",
                       did_you_mean(key.text, known) or f"known: {', '.join(known)}")
    yield model.model_fields["place"].alias or "place", node.place


@cache
def _keys(model: type[Record]) -> dict[str, type[Record] | None]:
    """The keys of a record as they are written; with the model of a value that is a record itself."""
    return {info.alias or name: _record_in(info.annotation)
            for name, info in model.model_fields.items() if info.annotation is not Place}


def _record_in(annotation: object) -> type[Record] | None:
    """The model of the records in a field's type, if they are records."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record_in(part))), None)
