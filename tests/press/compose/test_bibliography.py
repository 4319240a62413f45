"""Bibliography: every source once, by kind and alphabet, with what was seen of it."""

from press.compose.bibliography import bibliography
from press.model.inline import plain
from press.model.source import Name, Verification
from tests.press.compose.registers.filing import source


def works(*sources):
    return bibliography({one.id: one for one in sources})


def test_sources_stand_by_kind_and_within_a_kind_by_the_alphabet():
    found = works(source("zebra"), source("page", type="webpage"), source("apple"),
                  source("court", type="legal_case"), source("odd", type="figure"))

    assert [(group.kind, [work.key for work in group.works]) for group in found] == [
        ("Court records", ["court"]), ("Books and studies", ["apple", "zebra"]), ("Web pages", ["page"]),
        ("Other sources", ["odd"])]


def test_an_entry_is_the_full_form_with_its_stop():
    work = works(source("rivers", author=(Name(family="Orr", given="Lee"),)))[0].works[0]

    assert plain(work.form) == "Orr, Lee. Rivers. 1999."


def test_small_type_says_what_was_seen_and_whose_it_is():
    seen = {verification: works(source("log", verification=verification, provenance_class="independent-ngo"))
            for verification in (Verification.TEXT_CONSULTED, Verification.NAMED_ONLY)}

    assert [(found[0].works[0].seen, found[0].works[0].party) for found in seen.values()] == [
        ("text consulted", "Independent organizations"), ("named only", "Independent organizations")]


def test_a_source_seen_only_in_another_names_the_other():
    heard = source("heard", via=("roads", "gone"), verification=Verification.CITED_BY)
    work = works(heard, source("roads"))[0].works[0]

    assert work.seen == "seen only as cited in"
    assert [plain(host) for host in work.hosts] == ["Roads"]
    assert works(heard)[0].works[0].seen == "seen only as cited by others"


def test_every_source_stands_once():
    found = works(*(source(f"s{n}", title="Alike") for n in range(5)))

    assert sorted(work.key for group in found for work in group.works) == [f"s{n}" for n in range(5)]
