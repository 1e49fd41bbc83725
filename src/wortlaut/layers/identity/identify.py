"""Who an actor is outside the article: ids of states, of well-known persons and organisations.

Each mention of a group may speak for an identity: by a full name, a surname, an office of a state
at the article's date, the name of an organisation or of a state. A group gets one only if what its
mentions say agrees and nothing speaks against it; otherwise it stays unresolved.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from wortlaut.layers.actors.actors import Group, Identity, proper_name
from wortlaut.layers.actors.sources import is_medium
from wortlaut.layers.identity.context import Context
from wortlaut.layers.identity.governments import is_joint, names_government, state_of, words_of
from wortlaut.layers.identity.office_holders import Office, describes_holder, office_of
from wortlaut.layers.identity.titles import is_address, is_title
from wortlaut.lexicon.authority import NO_STATE, Authority, in_term, is_initial
from wortlaut.lexicon.spelling import given_alike, plain, same_word
from wortlaut.lexicon.states import UNION, by_adjective, by_name, states
from wortlaut.lexicon.tables import words as listed

if TYPE_CHECKING:
    from wortlaut.document import ActorKind
    from wortlaut.layers.actors.mentions import Mention
    from wortlaut.lexicon.authority_file import Entry


def identities(
    groups: Sequence[Group], acting: Collection[int], context: Context, authority: Authority
) -> list[Identity | None]:
    """The identity of each group, or None where it is open.

    `acting`: indices of the groups that speak or pass on. Only these can be states: others may be
    places ("in Frankreich", "Moskau liegt an der Moskwa").
    """
    return [_identity(group, i in acting, context, authority) for i, group in enumerate(groups)]


def _naming(group: Group) -> list[Mention]:
    return [m for m in group.mentions if not m.is_pronoun]


def _identity(group: Group, acts: bool, context: Context, authority: Authority) -> Identity | None:
    """A person, a state or another entry. "Der Kreml" is the state, whatever else it is."""
    naming = _naming(group)
    if person := _person(naming, context, authority):
        return Identity((person.id,), "person")
    if any(_names_a_person(m) for m in naming):
        return None
    if acts and (state := _state(naming, context)):
        return state
    other = _other(naming, context, authority)
    return Identity((other.id,), other.kind) if other else None


# ---- Persons --------------------------------------------------------------------------------


def _person(naming: Sequence[Mention], context: Context, authority: Authority) -> Entry | None:
    """By full name, else by surname, else, if no name is there, by office."""
    full: set[Entry] = set()
    for mention in naming:
        words = words_of(mention)
        found = _with_initials(words, _full_names(words, authority))
        doubtful = len(found) > 1 or any(_lacks_initial(words, entry) for entry in found)
        full |= {e for e in found if _in_office(e, context.published)} if doubtful else found
    if len(full) > 1:
        return None
    if full:
        entry = next(iter(full))
        return entry if _agrees(entry, naming) else None
    named = [m for m in naming if _surname(m)]
    if named:
        return _by_surname(named, naming, context, authority)
    if any(proper_name(m) and not office_of(m, context) for m in naming):
        return None
    return _by_office(naming, context, authority)


def _full_names(words: Sequence[str], authority: Authority) -> set[Entry]:
    """Who is named at the end of a mention, if it is about them and not about theirs.

    Not "der Vertraute von Angela Merkel", "der Berater der Kanzlerin Angela Merkel"; but "die
    Vorsitzende der Linken Gesine Lötzsch".
    """
    found: set[Entry] = set()
    for entry, size in authority.persons(words):
        before = words[: len(words) - size]
        if any(word.lower() in _ABOUT for word in before):
            continue
        inner = [w for i, w in enumerate(before) if i and w.lower() in ("der", "des", "seiner")]
        if not (inner and is_title(before[-1])):
            found.add(entry)
    return found


_ABOUT = frozenset({"von", "vom", "um", "für", "mit", "gegen"})


def _with_initials(words: Sequence[str], entries: set[Entry]) -> set[Entry]:
    """Of namesakes the one with the same initials: George W. Bush, not George H. W. Bush."""
    initials = list(filter(is_initial, words))
    same = {e for e in entries if _letters(e.name.split()) == _letters(initials)}
    return same if initials and len(same) == 1 else entries


def _letters(words: Sequence[str]) -> list[str]:
    return [word[0] for word in words if is_initial(word)]


def _lacks_initial(words: Sequence[str], entry: Entry) -> bool:
    """ "George Bush" may be another than George W. Bush."""
    return any(map(is_initial, entry.name.split())) and not any(map(is_initial, words))


def _in_office(entry: Entry, published: str | None) -> bool:
    return published is not None and any(
        in_term(term, published) for term in entry.terms if term.since or term.until
    )


def _agrees(entry: Entry, naming: Sequence[Mention]) -> bool:
    """Does every name in the group fit, and no calling speak against it?"""
    for mention in naming:
        words = words_of(mention)
        if is_joint(words) or any(w.lower() in listed("identity", "calling") for w in words):
            return False
        if words[:1] in (["das"], ["Das"]) and not any(map(is_title, words)):
            return False
        name = [w for w in proper_name(mention) if not _is_no_name(w)]
        if name and not _is_called(entry, name):
            return False
    return True


def _is_called(entry: Entry, name: Sequence[str]) -> bool:
    """Does the name end in one of theirs, and no other given name stand before the surname?"""
    own = [part for full in entry.names for part in full.split()]
    if not any(same_word(name[-1], part) for part in own):
        return False
    return len(name) < 2 or any(given_alike(name[-2], part) for part in own)


def _is_no_name(word: str) -> bool:
    """A title, a state or what belongs to it: not part of a person's name."""
    return is_title(word) or by_adjective(word) is not None or by_name([word]) is not None


def _surname(mention: Mention) -> str | None:
    """The last word, if it is a name with nothing but titles before: "Außenminister Straw"."""
    words = words_of(mention)
    if is_joint(words) or not words or not words[-1][:1].isupper() or _is_no_name(words[-1]):
        return None
    for word in words[:-1]:
        is_lead = word.lower() in listed("naming", "determiner") or word.lower() in _PARTICLES
        if not (is_lead or word[:1].islower() or _is_no_name(word)):
            return None
    if mention.is_description and not any(is_title(word) for word in words[:-1]):
        return None  # "der Vorschlag", and "der Putin", which is rare
    return words[-1]


_PARTICLES = listed("naming", "particle")


def _by_surname(
    named: Sequence[Mention], naming: Sequence[Mention], context: Context, authority: Authority
) -> Entry | None:
    """The only one of that name who may be meant, by office and date, or by the full name."""
    surname = _surname(named[0]) or ""
    candidates = {e for e in authority.by_surname(surname) if _fits(e, surname, naming, context)}
    if len(candidates) != 1:
        return None
    entry = candidates.pop()
    if not _agrees(entry, naming) or _has_namesake(entry, surname, context):
        return None
    return entry


def _fits(entry: Entry, surname: str, naming: Sequence[Mention], context: Context) -> bool:
    """May somebody in an article of that day be called by the surname alone?

    Every office that is said must be theirs. Without one, they must be in office on that day, and
    the text must name their state.
    """
    said = [office for m in naming if (office := office_of(m, context))]
    if said:
        return all(_held(entry, office, context.published) for office in said)
    known_as = {entry.names[0].split()[-1], *(n for n in entry.names if " " not in n)}
    if not any(same_word(surname, name) for name in known_as):
        return False  # the last word of an alias may be anything
    leading = [word for m in naming for word in words_of(m)[:-1]]
    if any(is_title(word) and not is_address(word) for word in leading):
        return False  # an office or a calling that is not known of them
    in_office = [t for t in entry.terms if context.published and in_term(t, context.published)]
    return any(t.since and t.state and context.names(t.state) for t in in_office)


def _held(entry: Entry, office: Office, published: str | None) -> bool:
    """Is the office theirs on that day, or was it before, as the text says?"""
    terms = [t for t in entry.terms if t.role in office.roles]
    if office.states:
        terms = [t for t in terms if (t.state or NO_STATE) in office.states]
    if not published or office.holds == "other":
        return False
    if office.holds == "now":
        return any(in_term(term, published) for term in terms)
    return any(term.until and term.until[: len(published)] <= published for term in terms)


def _has_namesake(entry: Entry, surname: str, context: Context) -> bool:
    """Does the text have the surname after a word that is neither their given name nor a title?"""
    given = [word for name in entry.names for word in name.split()[:-1]]
    written = {surname, surname.removesuffix("s"), *(n.split()[-1] for n in entry.names)}
    for before in {w for one in written for w in context.before.get(plain(one), ())}:
        known = is_title(before) or _is_no_name(before) or _is_function_word(before)
        if not known and not any(given_alike(before.strip("."), own) for own in given):
            return True
    return False


def _is_function_word(word: str) -> bool:
    low = word.lower()
    return low in listed("naming", "determiner") or low in _BEGINNINGS


# What a sentence may begin with before a name.
_BEGINNINGS = (
    listed("naming", "lead") | listed("identity", "place") | listed("identity", "beginning")
)


def _by_office(naming: Sequence[Mention], context: Context, authority: Authority) -> Entry | None:
    """Who holds the office on the day of the article, if all descriptions mean the same one."""
    found: set[Entry] = set()
    for mention in naming:
        office = office_of(mention, context)
        if office is None or not describes_holder(mention, context):
            continue
        if office.holds != "now" or len(office.states) != 1:
            continue
        [state] = office.states
        holders = authority.holders(state, office.roles, context.published)
        if len(holders) != 1:
            return None
        found |= holders
    if len(found) != 1:
        return None
    entry = found.pop()
    return None if any(_contradicts(m, entry, context) for m in naming) else entry


def _contradicts(mention: Mention, entry: Entry, context: Context) -> bool:
    """Has it a calling, or an office that is not theirs on that day?"""
    words = words_of(mention)
    if any(word.lower() in listed("identity", "calling") for word in words):
        return True
    office = office_of(mention, context)
    return office is not None and not _held(entry, office, context.published)


# ---- Organisations, papers, states ----------------------------------------------------------


def _names_a_person(mention: Mention) -> bool:
    return any(is_title(word) for word in words_of(mention))


def _other(naming: Sequence[Mention], context: Context, authority: Authority) -> Entry | None:
    """The organisation or paper that every mention in the group means."""
    found: set[Entry] = set()
    for mention in naming:
        means = _organisations(mention, authority)
        if not means and not _is_only(mention, "sort"):
            return None
        found |= means
    if len(found) > 1:
        found = {entry for entry in found if any(map(context.names, entry.states))}
    entry = found.pop() if len(found) == 1 else None
    return entry if entry and _is_meant(entry, naming, context) else None


def _is_meant(entry: Entry, naming: Sequence[Mention], context: Context) -> bool:
    """The entry and not what else has its name: "die Welt", the "Bundesrat" of another state."""
    if entry.kind == "medium" and all(len(words_of(m)) < 3 for m in naming):
        if not is_medium(Group(tuple(naming))):
            return False
        if entry.states == {"DE"}:
            return True
    return not entry.is_ambiguous or not entry.states or any(map(context.names, entry.states))


def _is_only(mention: Mention, kind: str) -> bool:
    """Nothing but a word of that kind with an article before it: "die Behörde", "das Land"."""
    article, *rest = words_of(mention) or [""]
    if not rest and article.lower() in listed("naming", "determiner"):
        return True  # nothing else: the name was cut off
    if article.lower() not in listed("identity", "definite"):
        return False
    last = rest[-1].lower() if rest else ""
    known = listed("identity", kind)
    forms = (last, last.removesuffix("s"), last.removesuffix("es"))
    return len(rest) == 1 and any(form in known for form in forms)


def _organisations(mention: Mention, authority: Authority) -> set[Entry]:
    """Entries named by the end of the mention, after nothing but what sort of thing they are."""
    words = words_of(mention)
    if is_joint(words) or _is_only(mention, "sort"):
        return set()
    genitive = bool(words) and words[0].lower() in ("des", "eines", "dieses")
    for first in range(len(words)):
        if found := authority.others(words[first:], genitive):
            return found if all(map(_may_lead, words[:first])) else set()
    return set()


def _may_lead(word: str) -> bool:
    """Before a name: an article, or what it is, as "US-Raumfahrtbehörde"; not "bayerische"."""
    low = word.lower()
    return (
        low in listed("naming", "determiner")
        or low.rpartition("-")[2] in listed("identity", "sort") | listed("naming", "medium")
        or by_adjective(word) is not None
    )


def _state(naming: Sequence[Mention], context: Context) -> Identity | None:
    """The state that the mentions mean, if they mean nothing else."""
    codes: set[str] = set()
    for mention in naming:
        code = state_of(mention, context)
        if not code and not _is_only(mention, "country"):
            return None
        codes |= {code} if code else set()
    if len(codes) != 1:
        return None
    state = states()[codes.pop()]
    by_government = all(map(names_government, naming))
    kind: ActorKind = "organisation" if by_government or state.code == UNION else "state"
    return Identity(state.ids, kind)
