"""Templates: Jinja, strict about names, one template a part of the book."""

from pathlib import Path

from jinja2 import BytecodeCache, ChoiceLoader, DictLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from press.compose.addresses import divisible
from press.compose.scripts import runs
from press.compose.typeset import set_text

MATTER_ALONE = '<div class="{% block kind %}text{% endblock %}">{% block matter %}{% endblock %}</div>'


def environment(folder: Path, compiled: BytecodeCache | None = None) -> Environment:
    """The templates of a folder: a name that is not given to one is an error, markup is escaped."""
    made = Environment(
        loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined,
        trim_blocks=False, lstrip_blocks=False, keep_trailing_newline=False, bytecode_cache=compiled)
    made.filters["tagged"] = tagged
    made.filters["divisible"] = divisible
    return made


def matter_alone(templates: Environment) -> Environment:
    """The same templates without the frame of a page: what each makes is one element."""
    frame = DictLoader({"section.html": MATTER_ALONE})
    assert templates.loader is not None  # `environment` gave it
    made: Environment = templates.overlay(loader=ChoiceLoader([frame, templates.loader]), cache_size=50)
    return made


def tagged(text: str, lang: str = "en") -> Markup:
    """A text as it is set, its runs of other scripts tagged with their language."""
    return Markup("").join(
        Markup.escape(run) if language == lang else Markup('<span lang="{}">{}</span>').format(language, run)
        for run, language in runs(set_text(text, lang), lang))
