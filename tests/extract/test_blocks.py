from corpus_tool.extract.blocks import blocks

PAGE = """Swimming in the harbour
By Ada Lund
9 April 2018, by Ada Lund

If the notice is accurate, the rules are these:

• The pier closes at nine.
• Dogs stay out.

She wrote:

"The water is warm."

Update: we have asked the harbour office.

Leave a comment

Sources
The harbour notice of May
"""


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in blocks(text)]


def test_a_page_falls_into_its_blocks() -> None:
    assert kinds(PAGE) == [
        ("heading", "Swimming in the harbour"),
        ("byline", "By Ada Lund"),
        ("byline", "9 April 2018, by Ada Lund"),
        ("paragraph", "If the notice is accurate, the rules are these:"),
        ("list_item", "The pier closes at nine."),
        ("list_item", "Dogs stay out."),
        ("paragraph", "She wrote:"),
        ("paragraph", '"The water is warm."'),
        ("note", "Update: we have asked the harbour office."),
        ("furniture", "Leave a comment"),
        ("sources", "Sources"),
        ("sources", "The harbour notice of May"),
    ]


def test_items_and_set_apart_words_know_their_lead_in() -> None:
    leads = [block.lead.text if block.lead else None for block in blocks(PAGE)]
    assert leads[4] == leads[5] == "If the notice is accurate, the rules are these:"
    assert leads[7] == "She wrote:"
    assert leads[8] is None


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The harbour office has counted the boats that lie at the pier in winter\n"
        "and found that most of them belong to people who live somewhere else and\n"
        "come twice a year.\n\nThe end came soon."
    )
    assert len(blocks(text)) == 2


def test_a_lone_line_is_a_paragraph() -> None:
    assert [block.kind for block in blocks("Rents Rose By Half")] == ["paragraph"]


def test_markdown_marks_are_no_part_of_the_block() -> None:
    assert kinds("## Tides\n\n> The tide turns at six.\n\n1. Bring a coat.") == [
        ("heading", "Tides"),
        ("quote", "The tide turns at six."),
        ("list_item", "Bring a coat."),
    ]
