import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom_ingest.formats.html import to_line, to_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("   ", ""),
        ("<!-- nothing -->", ""),
        ("<p>One.</p><p>Two,\n  still two.</p>", "One.\n\nTwo, still two."),
        ("lead<div>inner<ul><li>a</li><li>b</li></ul></div>tail", "lead\n\ninner\n\na\n\nb\n\ntail"),
        ("<p>un<b>fet</b>tered <i>x</i></p>", "unfettered x"),
        ("<p>line<br>next<br/><br>para</p>", "line\nnext\n\npara"),
        ("<p>a</p><p>&nbsp;</p><p>b</p>", "a\n\nb"),
        ("<p>&eacute;&#8217;&amp;lt; &bogus;</p>", "é’&lt; &bogus;"),
        ("<p>Prix\u00a0: 3\u202f000&nbsp;€</p>", "Prix\u00a0: 3\u202f000\u00a0€"),
        ("<p>x</p><script>var a = '<p>no</p>';</script><style>p{}</style><p>y</p>", "x\n\ny"),
        ("<html><head><title>T</title><style>s</style></head><body><p>b</p></body></html>", "b"),
        ("<table><tr><td>1</td><td>2</td></tr><tr><th>3</th></tr></table>", "1 2\n\n3"),
        ("<p>a<script>b", "a"),
        ("no markup\nfolds\n\n  two &amp; three", "no markup folds\n\ntwo & three"),
        ("3 < 4 & 5 > 2", "3 < 4 & 5 > 2"),
    ],
)
def test_paragraphs(html: str, text: str) -> None:
    assert to_text(html) == text


def test_no_depth_of_nesting_cuts_the_text_short() -> None:
    assert to_text("<div>" * 5_000 + "deep" + "</div>" * 5_000 + "<p>after</p>") == "deep\n\nafter"


def test_titles_are_one_line() -> None:
    assert to_line("<b>Gate</b> rises<br>at &lt;dawn&gt;\n today") == "Gate rises at <dawn> today"


tags = st.sampled_from(
    ["<p>", "</p>", "<br>", "<script>", "</script>", "<head>", "</head>", "<title>", "</html>", "a "]
)


@settings(max_examples=25, deadline=None)
@given(st.lists(tags | st.text(max_size=5), max_size=15).map("".join))
def test_any_html_gives_folded_text(html: str) -> None:
    text = to_text(html)
    assert text == text.strip(" \t\n\f\r")
    assert "\n\n\n" not in text
    assert "  " not in text
    assert to_text(f"<p>before</p>{html}").startswith("before")
