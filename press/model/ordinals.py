"""Ordinals: the number of an edition, in figures and in words."""

WORDS = ("First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth Thirteenth Fourteenth "
         "Fifteenth Sixteenth Seventeenth Eighteenth Nineteenth Twentieth").split()
ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def in_figures(number: int) -> str:
    """1st, 2nd, 3rd, 11th, 21st."""
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ENDINGS.get(number % 10, 'th')}"


def in_words(number: int) -> str:
    """First to Twentieth, then in figures."""
    return WORDS[number - 1] if number <= len(WORDS) else in_figures(number)
