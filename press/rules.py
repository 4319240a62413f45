"""Rules: the code of every rule that a finding may name, and what it asks for."""

RULES: dict[str, str] = {
    # YAML: the files of records as text
    "Y-01": "a file of records is there and can be read",
    "Y-02": "a file of records is written in UTF-8",
    "Y-03": "a file of records is not empty",
    "Y-04": "a file of records is YAML, one document, not too deep",
    "Y-05": "a key stands once in a record",
    "Y-06": "a value is written out, without anchors and aliases",
    "Y-07": "a value is text, without a tag",
    "Y-08": "a key is text",
    # Data: records against their model
    "D-01": "a key is one that the record knows",
    "D-02": "a key that the record needs is there",
    "D-03": "a value is text, list or mapping, as the key asks",
    "D-04": "a word of a closed set is in the set",
    "D-05": "a date is EDTF",
    "D-06": "a number is a number, and a yes or no is true or false",
    "D-07": "an id is small letters, figures and hyphens",
    "D-08": "a key has a value",
    "D-09": "an id stands once in its register",
    # References: ids that a record names
    "R-01": "a source that a record names is filed",
    "R-02": "a place that a record names is filed",
    "R-03": "a person that a record names is filed",
    "R-04": "an organization that a record names is filed",
}
