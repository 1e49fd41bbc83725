"""From an article to a document: the order of the layers, on one screen.

>>> import wortlaut
>>> doc = wortlaut.read("Der Minister sagte, er wisse von nichts.", published="2024-05-01")
>>> for s in doc.statements:
...     print(doc.text_of(s.speaker), s.type, doc.wording(s))
Der Minister Indirect er wisse von nichts
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path

import msgspec

from wortlaut.articles.article import Article
from wortlaut.articles.check import check_article
from wortlaut.document import Document, Model
from wortlaut.encoder.model import MODEL_FOLDER, Encoder, EncoderConfig
from wortlaut.encoder.reading import Reading
from wortlaut.errors import InputError, ModelError
from wortlaut.layers.actors.actors import groups_of, to_actors
from wortlaut.layers.actors.mentions import PairRule, mentions_of
from wortlaut.layers.actors.noun_phrases import appositions
from wortlaut.layers.actors.sources import sources, with_sources
from wortlaut.layers.conditions.conditions import conditions
from wortlaut.layers.identity.context import context_of
from wortlaut.layers.identity.identify import identities
from wortlaut.layers.identity.united import united
from wortlaut.layers.quantities.quantities import quantities
from wortlaut.layers.relations.relations import named, relations
from wortlaut.layers.statements.innermost import in_statements
from wortlaut.layers.statements.moods import with_moods
from wortlaut.layers.statements.scores import ScoreRule, scores
from wortlaut.layers.statements.statements import Rules, decide, to_statements
from wortlaut.layers.times.times import times
from wortlaut.lexicon.authority import Authority
from wortlaut.settings import Settings


class ModelConfig(msgspec.Struct, frozen=True):
    """model/config.json: everything that was learned or tuned, besides the weights."""

    name: str
    version: str
    encoder: EncoderConfig
    statements: Rules
    scores: ScoreRule
    pairs: PairRule = PairRule()


class Reader:
    """Reads articles. Load it once; it keeps the model in memory (about 150 MB)."""

    def __init__(
        self,
        encoder: Encoder,
        config: ModelConfig,
        settings: Settings,
        authority: Authority | None = None,
    ) -> None:
        self._encoder = encoder
        self.config = config
        self._settings = settings
        self._authority = authority or Authority.load()

    @classmethod
    def load(
        cls,
        settings: Settings | None = None,
        folder: Path = MODEL_FOLDER,
        authority: Path | str | None = None,
    ) -> Reader:
        """Load the model that comes with the package, or one of your own from `folder`.

        `authority` is a CSV file of well-known names that are added to those that ship.
        Raises ModelError if the model's files are missing or do not fit, AuthorityError if the
        file of names cannot be used.
        """
        known = Authority.load(Path(authority) if authority else None)
        settings = settings or Settings()
        file = folder / "config.json"
        try:
            config = msgspec.json.decode(file.read_bytes(), type=ModelConfig)
        except (OSError, msgspec.DecodeError) as error:
            raise ModelError(str(file), str(error), "install wortlaut again") from error
        return cls(Encoder(folder, config.encoder, settings.threads), config, settings, known)

    @property
    def seconds_in_model(self) -> float:
        """Processor time spent inside onnxruntime so far."""
        return self._encoder.seconds

    def read(self, article: Article | str) -> Document:
        """Read one article, or a bare text. Raises InputError if it cannot be read."""
        for outcome in self.read_many([article]):
            if isinstance(outcome, InputError):
                raise outcome
            return outcome
        raise AssertionError("one article in, one outcome out")

    def read_many(
        self, articles: Iterable[Article | str | InputError]
    ) -> Iterator[Document | InputError]:
        """Read articles as they come, a few at a time, and keep their order.

        An article that cannot be read comes out as an InputError in its place, and so does an
        InputError that comes in; the others are read all the same.
        """
        # Checked before they are collected: what is refused is not held in memory.
        admitted = map(self._admit, articles)
        while batch := list(islice(admitted, self._settings.batch_articles)):
            yield from self._read_batch(batch)

    def _admit(self, article: Article | str | InputError) -> Article | InputError:
        if isinstance(article, InputError):
            return article
        if isinstance(article, str):
            article = Article(id="text", text=article)
        try:
            check_article(article, self._settings)
        except InputError as error:
            return error.with_traceback(None)  # a traceback would keep the whole text alive
        return article

    def _read_batch(self, admitted: list[Article | InputError]) -> Iterator[Document | InputError]:
        readings = iter(self._encoder.read([a.text for a in admitted if isinstance(a, Article)]))
        for article in admitted:
            if isinstance(article, InputError):
                yield article
            else:
                yield self._document(article, next(readings))

    def _document(self, article: Article, reading: Reading) -> Document:
        found = decide(reading, self.config.statements)
        sure = scores(found, self.config.scores)
        kept = [(f, s) for f, s in zip(found, sure, strict=True) if s >= self._settings.min_score]
        statements = with_moods(article.text, to_statements(kept, reading.words))
        mentions = mentions_of(article.text, reading, statements, self.config.pairs)
        same = appositions(article.text, statements)
        groups = groups_of(mentions, reading, self.config.pairs, same)
        sourced = sources(article.text, statements, groups)
        held = conditions(article.text, statements)
        related = relations(article.text, groups, held)
        acting = {i for one in sourced for i in one.chain} | related.wanted
        context = context_of(article.text, article.published)
        known = identities(related.groups, acting, context, self._authority)
        one = united(related.groups, known, sourced)
        related = related.moved(one.to)
        wanted = sorted({i for s in one.sourced for i in s.chain} | related.wanted)
        names = {i: f"a{n}" for n, i in enumerate(wanted, start=1)}
        statements = with_sources(one.sourced, names)
        return Document(
            id=article.id,
            title=article.title,
            outlet=article.outlet,
            url=article.url,
            published=article.published,
            text=article.text,
            model=Model(self.config.name, self.config.version),
            actors=to_actors(one.groups, wanted, known),
            statements=statements,
            conditions=held,
            quantities=in_statements(quantities(article.text), statements),
            times=in_statements(times(article.text, article.published), statements),
            relations=in_statements(named(related.told, names), statements),
        )


@lru_cache(maxsize=1)
def _shared_reader() -> Reader:
    return Reader.load()


def read(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str = "text",
) -> Document:
    """Read one text with the model that comes with the package, loaded at the first call.

    Raises InputError if the text is empty, too short or too long, or not German.
    """
    return _shared_reader().read(
        Article(id=id, text=text, title=title, outlet=outlet, url=url, published=published)
    )
