"""Data words: what each field of the data is, told to those who use it without the book."""

from collections.abc import Mapping

ALL: Mapping[str, str] = {
    "id": "Stays with the record over all editions; passages, tables and indexes of the book name it",
    "sources": "Ids of the sources in sources.json, sources.bib and sources.ris that the record rests on",
    "note": "What the book says in its note to the record",
    "status": "How it stands after it was checked",
    "date": "When it was, in EDTF (ISO 8601-2): ~ is about, ? uncertain, a slash stands between two ends",
    "name": "The form of the name that the book uses",
    "name-forms": "Forms of the name by language (BCP 47), each in its own script",
    "kind": "What sort it is",
    "role-in-account": "Who or what it is in the account",
}
TITLES: Mapping[str, str] = {
    "chronology": "Dated events",
    "estimates": "Published figures, with who gave them and when; they are never added up",
    "claims": "Statements of the book, with their standing and sources",
    "positions": "What each side said on disputed questions",
    "recognition": "Acts of recognition and commemoration",
    "memorials": "Monuments",
    "films": "Films",
    "people": "Persons of the account whose names are printed",
    "gazetteer": "Places of the account",
    "organizations": "Bodies, courts, movements and formations of the account",
    "glossary": "Words explained",
    "event-names": "Names by which the event is called",
}
OF_TABLE: Mapping[str, Mapping[str, str]] = {
    "chronology": {
        "event": "What happened, in one sentence",
        "confidence": "What the date rests on",
        "place": "Id of the place in gazetteer.json, if the line names one",
        "timeline": "The label on the drawn timeline, if it stands there",
    },
    "estimates": {
        "by": "Who gave the figure",
        "published": "When it was published, in EDTF; empty where no date is known",
        "low": "At least",
        "high": "At most; empty where the figure has no upper end",
        "kind": "How the figure came about",
        "status": "Whether the editors saw the figure in its place",
        "breakdown": "The parts of the figure, as given: what was counted, and the number",
        "chart": "The short name on the drawn chart",
    },
    "claims": {
        "section": "The part of the account that it belongs to",
        "statement": "The statement in the words of the book",
        "kind": "What sort of statement it is",
        "in-base-text": "Whether the text from which the book set out has it",
        "date": "When the thing happened, in EDTF",
        "places": "Ids of places in gazetteer.json",
        "people": "Ids of persons in people.json",
        "organizations": "Ids of bodies in organizations.json",
        "discrepancy": "Where sources differ: what the base text has, what others have, and what the book prints",
        "disputed-by": "Who disputes it",
        "holders": "Who makes a disputed statement",
    },
    "positions": {
        "topic": "The question in dispute",
        "side": "Whose position it is",
        "who": "Who said it",
        "when": "When it was said, in EDTF; empty where no date is known",
        "position": "What was said, in the words of the book",
        "short-phrase": "A phrase in the speaker’s own words",
    },
    "recognition": {
        "body": "The body that acted",
        "jurisdiction": "The state or organization that it belongs to",
        "instrument": "The sort of paper by which it acted",
        "wording": "The word that it used",
    },
    "memorials": {
        "place": "Where it stands, in words",
        "initiative-or-author": "Who had it made, or who made it",
    },
    "films": {"title": "The title", "year": "When it was made, in EDTF", "director": "Who directed it"},
    "gazetteer": {"coordinates": "Latitude and longitude in degrees, as the text gave them, and what they rest on"},
    "glossary": {"term": "The word", "meaning": "What it means in the book"},
    "event-names": {"form": "The name", "language": "The language of the name", "used-by": "Who calls it so"},
}


def said(table: str, field: str) -> str:
    """What a field of a table is."""
    return OF_TABLE.get(table, {}).get(field) or ALL[field]
