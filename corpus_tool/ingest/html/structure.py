"""Comments by structure alone: blocks that repeat, each with a time of its own, where answers are to be expected.

No engine and no class is asked for. Times that stand at like places are one series; the
like blocks around them, each with one time and words besides, are its comments. A series
counts as comments where its blocks have a button to answer, stand under a heading that
announces comments, or inside something named for them; news lists and live tickers have
none of these.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from corpus_tool.ingest.furniture import is_furniture
from corpus_tool.ingest.html.lone import lone_unit
from corpus_tool.ingest.html.markup import is_elsewhere, pattern
from corpus_tool.ingest.html.ruled import box_ruled
from corpus_tool.ingest.html.stamps import LONGEST, is_stamp, said_in, without_stamp
from corpus_tool.ingest.html.walk import above, signature, texts

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_SHARE = 0.75
"""Of a series' times so many have a like block around them; strays are the article's own date and the like."""
_HEIGHT = 14
"""How far above its time a comment's element may lie."""
_WORDS = 3
"""A comment has at least so many words beside name and time, on average."""
_HEAD_WORDS = 9
"""A block with no more words than this is the line over a comment, not the comment."""
_NAME_WORDS = 4
"""Nor is one with a time and no more words than a name has."""
_ROOF = 4
"""A heading may lie in so many boxes of its own."""
_MOST = 20_000
_SAMPLE = 60
"""So many blocks show what all are."""
_SHORT = 40
_BOX = "data-box"
_CLOSED = frozenset(("form", "h1", "h2", "article"))
"""No comment goes on past these."""


@dataclass(frozen=True, slots=True)
class Series:
    """Like blocks with a time each; ``words`` are those in them, nested ones counted once."""

    nodes: tuple[LexborNode, ...]
    words: int


def structural_units(tree: LexborHTMLParser, *, everywhere: bool = False) -> list[LexborNode]:
    """Elements that are comments by their structure, in page order; nothing where there are none.

    Args:
        tree: The parsed page. Comments whose parts lie side by side are put into boxes.
        everywhere: The page is known to hold a discussion, so that no sign of one is asked for.
    """
    body = tree.body
    if body is None:
        return []
    stamps = [node for node in texts(body) if _bears_time(node)][:_MOST]
    ruled = box_ruled(tree, _BOX) if len(stamps) > 1 and not everywhere else []
    if ruled:
        return ruled
    best = Series((), 0)
    for group in _groups(stamps):
        found = _blocks(group)
        if found.words > best.words and (
            not _are_links(found.nodes) if everywhere else _is_discussion(found.nodes, tree)
        ):
            best = found
    nodes = _with_strays(_with_undated(best.nodes), stamps)
    if nodes and (best.words <= _HEAD_WORDS * len(nodes) or _are_heads(nodes)):
        return _boxed(tree, nodes)
    if not nodes and not everywhere:
        lone = lone_unit(tree, stamps)
        return [] if lone is None else [lone]
    return nodes if best.words >= _WORDS * len(nodes) else []


def is_box(node: LexborNode) -> bool:
    """True for an element that was put around the parts of a comment here."""
    return _BOX in node.attrs


def _are_heads(nodes: Sequence[LexborNode]) -> bool:
    """True for blocks that hold a name and a time and nothing else."""
    said = [" ".join(node.text(separator=" ").split()) for node in nodes[:_SAMPLE]]
    if max(map(len, said)) > LONGEST:
        return False
    return sum(len(without_stamp(text).split()) for text in said) <= _NAME_WORDS * len(said)


def _with_undated(nodes: Sequence[LexborNode]) -> list[LexborNode]:
    """The series and the blocks of the very same classes among and inside them that bear no time, with parts as many."""
    kinds = {_classes(node) for node in nodes}
    if len(nodes) < 2 or "" in kinds:
        return list(nodes)
    ids = {node.mem_id for node in above(nodes[-1])}
    around = next((node for node in above(nodes[0]) if node.mem_id in ids), None)
    if around is None:
        return list(nodes)
    dated = {node.mem_id for node in nodes}
    least = 0.5 * min(len(node.css("*")) for node in nodes)
    like = (node for node in around.css(f"{nodes[0].tag}[class]") if _classes(node) in kinds)
    return [
        node
        for node in like
        if len(node.text().split()) > 1 and (node.mem_id in dated or len(node.css("*")) >= least)
    ]


def _with_strays(nodes: Sequence[LexborNode], stamps: Sequence[LexborNode]) -> list[LexborNode]:
    """The series and, between its first and its last block, blocks of its kind that lie deeper: set-in answers.

    Nothing is added where the blocks have classes: then those of one class were taken already.
    """
    if len(nodes) < 2 or any(_classes(node) for node in nodes):
        return list(nodes)
    kinds = {signature(node) for node in nodes}
    ids = {node.mem_id for node in nodes}
    last = {node.mem_id for node in above(nodes[-1])}
    shared = next((node for node in above(nodes[0]) if node.mem_id in last), None)
    if shared is None or len(kinds) > 1:
        return list(nodes)
    order = {node.mem_id: at for at, node in enumerate(shared.css(nodes[0].tag or "*"))}
    first, end = order.get(nodes[0].mem_id), order.get(nodes[-1].mem_id)
    if first is None or end is None:
        return list(nodes)
    found = {node.mem_id: node for node in nodes}
    for stamp in stamps:
        around = list(above(stamp))
        block = next((node for node in around if signature(node) in kinds), None)
        if block is None or any(node.mem_id in ids for node in around):
            continue
        if first < order.get(block.mem_id, -1) < end:
            found[block.mem_id] = block
    return sorted(found.values(), key=lambda node: order.get(node.mem_id, -1))


def _classes(node: LexborNode) -> str:
    return " ".join((node.attributes.get("class") or "").split())


def _bears_time(node: LexborNode) -> bool:
    text = node.text_content or ""
    if len(text) > LONGEST or text.isspace() or not text:
        return False
    around = node.parent
    if around is not None and around.tag in {"time", "abbr"} and said_in(around):
        return True
    return is_stamp(text)


def _groups(stamps: Sequence[LexborNode]) -> Iterator[list[LexborNode]]:
    """Times at like places: under elements of the same name and class, themselves under such."""
    groups: dict[tuple[str, ...], list[LexborNode]] = {}
    for stamp in stamps:
        around = list(above(stamp))[:2]
        groups.setdefault(tuple(signature(node) for node in around), []).append(stamp)
    return (group for group in groups.values() if len(group) > 1)


def _blocks(stamps: Sequence[LexborNode]) -> Series:
    """The like elements around the times that hold the most words and one time each.

    Of those with about as many words, the ones that lie in each other most are taken, since
    answers do, and of these the inner ones.
    """
    chains = [list(above(stamp))[:_HEIGHT] for stamp in stamps]
    found = [
        series for nodes in (*_by_kind(chains), *_by_height(chains)) if (series := _series(nodes)) is not None
    ]
    most = max((series.words for series in found), default=0)
    fitting = [series for series in found if series.words >= 0.9 * most]
    return max(fitting, key=lambda series: (_nesting(series), _height(series)), default=Series((), 0))


def _by_kind(chains: Sequence[Sequence[LexborNode]]) -> Iterator[list[LexborNode]]:
    """For each kind of element around most times, the nearest of that kind around each."""
    counts = Counter(name for chain in chains for name in {signature(node) for node in chain})
    for name, count in counts.items():
        if count >= max(2, _SHARE * len(chains)):
            nearest = (next((node for node in chain if signature(node) == name), None) for chain in chains)
            yield [node for node in nearest if node is not None]


def _by_height(chains: Sequence[Sequence[LexborNode]]) -> Iterator[list[LexborNode]]:
    """For each height, the elements so far above their times that are of one kind in most of them."""
    for height in range(1, max(map(len, chains), default=0)):
        level = [chain[height] for chain in chains if len(chain) > height]
        kind, count = Counter(map(signature, level)).most_common(1)[0]
        if count < max(2, _SHARE * len(chains)):
            return
        yield [node for node in level if signature(node) == kind]


def _series(around: Sequence[LexborNode]) -> Series | None:
    """A series of these elements; nothing where two times share one."""
    nodes = {node.mem_id: node for node in around}
    if len(nodes) < max(2, 0.9 * len(around)):
        return None
    outer = [node for node in nodes.values() if not any(one.mem_id in nodes for one in above(node))]
    return Series(tuple(nodes.values()), sum(len(node.text(separator=" ").split()) for node in outer))


def _nesting(series: Series) -> int:
    ids = {node.mem_id for node in series.nodes}
    return sum(any(one.mem_id in ids for one in above(node)) for node in series.nodes)


def _height(series: Series) -> float:
    """Mean distance from the page's top."""
    return sum(len(list(above(node))) for node in series.nodes) / len(series.nodes)


def _is_discussion(nodes: Sequence[LexborNode], tree: LexborHTMLParser) -> bool:
    if not nodes or (_are_links(nodes) and not _are_heads(nodes)) or is_elsewhere(nodes[0], {}):
        return False
    some = nodes[:_SAMPLE]
    if sum(map(_can_be_answered, some)) >= 0.5 * len(some):
        return True
    around = list(above(nodes[0]))
    if _is_named([*nodes[:3], *around]):
        return True
    if _is_named([*nodes[:3], *around], "loose") and not _are_headed(some):
        return True
    return _is_announced(around, nodes[0], tree)


def _can_be_answered(node: LexborNode) -> bool:
    """True where a short text in it is a button that only comments have."""
    control = pattern("evidence", "control")
    for text in texts(node):
        said = " ".join((text.text_content or "").split()).strip("[]()|·•↩↪ ")
        if 3 < len(said) <= _SHORT and control.fullmatch(said):
            return True
    return False


def _are_headed(nodes: Sequence[LexborNode]) -> bool:
    """True where most blocks have a headline: a heading or a link of more words than a name has."""
    return sum(any(map(_is_headline, node.css("h2, h3, h4, h5, h6, a")[:4])) for node in nodes) > 0.5 * len(
        nodes
    )


def _is_headline(node: LexborNode) -> bool:
    return not is_stamp(said := node.text(separator=" ", strip=True)) and len(said.split()) > _NAME_WORDS


def _is_named(nodes: Sequence[LexborNode], name: str = "class") -> bool:
    """True where an element is named for comments and is not the whole page, headline and all."""
    wanted = pattern("evidence", name)
    for node in nodes:
        attributes = node.attributes
        said = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        if len(said) < 300 and wanted.search(said):
            return node.css_first("h1") is None
    return False


def _is_announced(around: Sequence[LexborNode], first: LexborNode, tree: LexborHTMLParser) -> bool:
    """True where a heading such as "12 Comments" stands over the block, in something that holds both."""
    path = {node.mem_id: node for node in (first, *around)}
    for heading in tree.css("h1,h2,h3,h4,h5,h6,strong,b,legend,summary,[role=heading]")[:400]:
        said = " ".join(heading.text(separator=" ").split())
        if 0 < len(said) <= 120 and is_furniture(said, "pointer") and _stands_before(heading, path):
            return True
    return False


def _stands_before(heading: LexborNode, path: dict[int, LexborNode]) -> bool:
    """True where the heading, or what it alone is in, comes before the block in one parent."""
    here: LexborNode | None = heading
    for _ in range(_ROOF):
        after = here.next if here is not None else None
        while after is not None:
            if after.mem_id in path:
                return True
            after = after.next
        here = here.parent if here is not None else None
    return False


def _are_links(nodes: Sequence[LexborNode]) -> bool:
    """A list of links is a menu or a list of headlines."""
    some = nodes[:_SAMPLE]
    linked = sum(len(link.text()) for node in some for link in node.css("a"))
    return linked > 0.6 * sum(len(node.text()) for node in some)


def _boxed(tree: LexborHTMLParser, heads: Sequence[LexborNode]) -> list[LexborNode]:
    """Boxes around lines of name and time and what follows each, where these lie side by side."""
    parents = Counter(head.parent.mem_id for head in heads if head.parent is not None)
    common, count = parents.most_common(1)[0] if parents else (0, 0)
    rows = [head for head in heads if head.parent is not None and head.parent.mem_id == common]
    if count < max(2, _SHARE * len(heads)):
        return []
    ids = {row.mem_id for row in rows}
    bodies = [_following(row, ids) for row in rows]
    longest = max((len(body) for body in bodies[:-1]), default=1)
    if not all(body for body in bodies):
        return _boxed_before(tree, rows, ids)
    return [_box(tree, row, body[: max(1, longest)]) for row, body in zip(rows, bodies, strict=True)]


def _boxed_before(tree: LexborHTMLParser, rows: Sequence[LexborNode], ids: set[int]) -> list[LexborNode]:
    """Boxes around the words before each line of name and time: so old engines sign comments."""
    bodies = [_preceding(row, ids) for row in rows]
    longest = max((len(body) for body in bodies[1:]), default=1)
    if not all(body for body in bodies):
        return []
    return [_box(tree, row, body[-max(1, longest) :]) for row, body in zip(rows, bodies, strict=True)]


def _preceding(row: LexborNode, ids: set[int]) -> list[LexborNode]:
    """What stands between a line of name and time and the one before it, in page order."""
    return list(_beside(row, ids, "prev"))[::-1]


def _following(row: LexborNode, ids: set[int]) -> list[LexborNode]:
    """What stands between a line of name and time and the next one."""
    return list(_beside(row, ids, "next"))


def _beside(row: LexborNode, ids: set[int], side: Literal["prev", "next"]) -> Iterator[LexborNode]:
    """Nodes with words on one side of a line, the nearest first, up to the next such line."""
    node: LexborNode | None = getattr(row, side)
    while node is not None and node.mem_id not in ids and node.tag not in _CLOSED:
        if node.is_element_node or (node.text_content or "").strip():
            yield node
        node = getattr(node, side)


def _box(tree: LexborHTMLParser, row: LexborNode, body: Sequence[LexborNode]) -> LexborNode:
    made = tree.create_node("div")
    made.attrs[_BOX] = ""
    row.insert_before(made)
    box = row.prev
    assert box is not None  # noqa: S101 - put there right now
    for node in (row, *body):
        box.insert_child(node)
        node.decompose()
    return box
