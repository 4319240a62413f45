"""The model: what a reference book is, without files, HTML or layout."""

import os

os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # no plugin of the environment has a say in what a record is
