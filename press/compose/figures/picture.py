"""Picture: a drawing as an element of a section's tree, with its words for those who do not see it."""

import base64
from xml.etree.ElementTree import Element


def picture(svg: str, description: str) -> Element:
    """The drawing, held in the page itself; `description` carries its content (PDF/UA-1, 7.3)."""
    source = "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
    return Element("img", {"src": source, "alt": description})
