"""The types of the CAS: those of DKPro Core that INCEpTION has built in, and those of records.

INCEpTION knows the layers of records where a project has imported ``TypeSystem.xml`` as layers. Its link
features have a role and a target; numbers are whole or ``Float``, the only ones that it edits.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_DKPRO = "de.tudarmstadt.ukp.dkpro.core.api"
METADATA = f"{_DKPRO}.metadata.type.DocumentMetaData"
NAMED_ENTITY = f"{_DKPRO}.ner.type.NamedEntity"
SENTENCE = f"{_DKPRO}.segmentation.type.Sentence"
DOCUMENT = "verbale.Document"
MENTION = "verbale.Mention"
SPAN = "verbale.Span"
STATEMENT = "verbale.Statement"
EVENT = "verbale.Event"
LINK = "verbale.Link"

_ANNOTATION = "uima.tcas.Annotation"
_RECORD = "What the layer has no feature for, as JSON."
_BUILT_IN: Mapping[str, tuple[str, Mapping[str, str]]] = {
    METADATA: (
        "uima.tcas.DocumentAnnotation",
        dict.fromkeys(
            ("documentTitle", "documentId", "documentUri", "collectionId", "documentBaseUri"), "String"
        )
        | {"isLastSegment": "Boolean"},
    ),
    NAMED_ENTITY: (_ANNOTATION, {"value": "String", "identifier": "String"}),
    SENTENCE: (_ANNOTATION, {"id": "String"}),
}
_OWN: Mapping[str, tuple[str, str, Mapping[str, tuple[str, str]]]] = {
    LINK: (
        "uima.cas.TOP",
        "From a statement or an event to what has a role in it.",
        {"role": ("String", "The role."), "target": (_ANNOTATION, "What has it.")},
    ),
    DOCUMENT: (
        "uima.cas.AnnotationBase",
        "The document: where it is from.",
        {
            "key": ("String", "Its key in every collection."),
            "url": ("String", "Where it was read from."),
            "published": ("String", "When it was published."),
            "record": ("String", _RECORD),
        },
    ),
    MENTION: (
        _ANNOTATION,
        "Who, where, when. Names have a NamedEntity at the same place, whose identifier says who it is.",
        {
            "id": ("String", "Its id in the record."),
            "kind": ("String", "person, organisation, country, place, group or time."),
            "form": ("String", "name, demonym, metonym, nominal or pronoun."),
            "code": ("String", "Actor code at the document's date."),
            "name": ("String", "Preferred name."),
            "chain": ("String", "Coreference chain."),
            "identifier": ("String", "Who it is, where no NamedEntity says it."),
            "by": ("String", "Rule or model."),
            "confidence": ("Float", "0 to 1."),
            "record": ("String", _RECORD),
        },
    ),
    SPAN: (
        _ANNOTATION,
        "Words that have a role in a statement or an event.",
        {
            "denotes": ("links", "The mention that says who it is."),
            "code": ("String", "Actor code, where it is not that of the mention."),
            "record": ("String", _RECORD),
        },
    ),
    STATEMENT: (
        _ANNOTATION,
        "Who said what; stands at its cue, else at its content.",
        {
            "id": ("String", "Its id in the record."),
            "kind": ("String", "direct, indirect or mixed."),
            "stance": ("String", "assert, deny, accuse, ask, promise or believe."),
            "act": ("String", "speech, writing, thought or document."),
            "negated": ("Boolean", "The attribution itself is denied."),
            "voice": ("Boolean", "There only to tell that what it holds is others' word."),
            "uncued": ("Boolean", "No word attributes it; it stands at its content."),
            "source": ("links", "Who says it, as written."),
            "cue": ("links", "The words that attribute, where they are not those that it stands at."),
            "content": ("links", "What is said."),
            "verbatim": ("links", "The only words that may be quoted as the speaker's own."),
            "speaker": ("links", "Who says it, after coreference."),
            "via": ("links", "Those who only passed it on, outermost first."),
            "addressee": ("links", "To whom."),
            "parent": ("links", "The statement that it is nested in."),
            "date": ("links", "When it was said."),
            "place": ("links", "Where it was said."),
            "by": ("String", "Rule."),
            "confidence": ("Float", "The probability that it is right in all."),
            "record": ("String", _RECORD),
        },
    ),
    EVENT: (
        _ANNOTATION,
        "Who did what to whom, according to whom; stands at its trigger.",
        {
            "id": ("String", "Its id in the record."),
            "eventType": ("String", "PLOVER type."),
            "mode": ("String", "PLOVER mode."),
            "polarity": ("String", "+, or - where the text says that it did not happen."),
            "modality": ("String", "actual, future, hypothetical or historical."),
            "quad": ("Integer", "PLOVER's four classes."),
            "intensity": ("Float", "PLOVER base score."),
            "cameo": ("String", "Nearest CAMEO code."),
            "trigger": ("links", "The words that name it, where they are not those that it stands at."),
            "actors": ("links", "Who did it."),
            "recipients": ("links", "To whom."),
            "date": ("links", "When."),
            "place": ("links", "Where."),
            "size": ("links", "Numbers of people."),
            "statement": ("links", "The statement that it is the making of."),
            "voices": ("links", "Statements that assert it, outermost first; none is the outlet itself."),
            "by": ("String", "Rule."),
            "confidence": ("Float", "The probability that it is right in all."),
            "record": ("String", _RECORD),
        },
    ),
}


def typesystem() -> Any:
    """Make the type system, a ``cassis.TypeSystem``.

    Raises
    ------
    ImportError
        Where ``dkpro-cassis`` is not installed; says how to have it.
    """
    types = cassis().TypeSystem()
    for name, (parent, built_in) in _BUILT_IN.items():
        made = types.create_type(name, supertypeName=parent)
        for feature, range in built_in.items():
            types.create_feature(made, feature, f"uima.cas.{range}")
    for name, (parent, words, _) in _OWN.items():
        types.create_type(name, supertypeName=parent, description=words)
    for name, (_, _, features) in _OWN.items():
        for feature, (range, words) in features.items():
            _feature(types, types.get_type(name), feature, range, words)
    return types


def _feature(types: Any, of: Any, name: str, range: str, words: str) -> None:
    if range == "links":
        types.create_feature(of, name, "uima.cas.FSArray", elementType=LINK, description=words)
    else:
        range = range if "." in range else f"uima.cas.{range}"
        types.create_feature(of, name, range, description=words)


def cassis() -> Any:
    """Give the package that knows the CAS.

    Raises
    ------
    ImportError
        Where it is not installed; says how to have it.
    """
    try:
        import cassis
    except ImportError:
        raise ImportError("dkpro-cassis is wanted: pip install 'verbale[exchange]'") from None
    return cassis
