"""Gold is cheap to make: a draft of it, and a page to correct the draft against the text.

`draft` is what the parser says, in the shape a person writes; `page` shows it beside the text, each
value at its place, to be corrected in a browser and saved from there. Nothing here knows what is
true: a draft becomes gold when somebody has read the text again (docs/labelling.md).
"""

from cvparse.labels.drafts import draft, written
from cvparse.labels.page import page

__all__ = ["draft", "page", "written"]
