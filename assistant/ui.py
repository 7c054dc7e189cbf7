"""The chat in the browser. The only module that knows Gradio."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

# Nothing leaves the machine: no telemetry, no look-ups at a hub. Read by the libraries when they are imported.
os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import gradio as gr

from assistant.answer import Turn
from assistant.pipeline import Assistant
from assistant.prompts import say, wording
from assistant.register.tab import build_tab
from assistant.render import answer_html, escape, plain_text
from assistant.understand import MAX_CHARACTERS, QuestionError
from corpus.language import detect_language
from corpus.metadata import shorten
from corpus.passage import Language

NAMES = {Language.KK: "Қазақша", Language.RU: "Русский", Language.EN: "English"}
EXAMPLES = ("first", "second", "third", "fourth")
STYLE = Path(__file__).parent / "ui.css"
THEME = gr.themes.Soft(
    primary_hue="teal",
    font=["Noto Sans", "DejaVu Sans", "system-ui", "sans-serif"],
    font_mono=["Noto Sans Mono", "DejaVu Sans Mono", "monospace"],
)

# The browser's language, unless another was chosen before; and an opened citation is scrolled to its quote.
_START = """() => {
    document.addEventListener('toggle', (event) => {
        if (event.target.open) event.target.querySelector('mark')?.scrollIntoView({ block: 'center' })
    }, true)
    return localStorage.getItem('jauap-language') || navigator.language || 'en'
}"""
# Who asks wants to see the answer, wherever the conversation was scrolled to.
_SCROLL = """(...inputs) => {
    const chat = document.querySelector('#chat .bubble-wrap')
    if (chat) chat.scrollTo({ top: chat.scrollHeight, behavior: 'instant' })
    return inputs
}"""
_KEEP = "(choice) => { localStorage.setItem('jauap-language', choice); return choice }"
# Browsers offer a clipboard only to pages of this machine or over HTTPS; elsewhere the old way still works.
_COPY = """(text) => {
    if (navigator.clipboard) { navigator.clipboard.writeText(text); return }
    const area = document.body.appendChild(document.createElement('textarea'))
    area.value = text
    area.select()
    document.execCommand('copy')
    area.remove()
}"""

Messages = list[dict[str, Any]]


class Exchange(NamedTuple):
    """A question as typed, with its answer as text (empty while and where there is none) and as HTML."""

    question: str
    answer: str
    html: str


def build_ui(assistant: Assistant) -> gr.Blocks:
    """Lay out the page and connect it to `assistant`."""
    with gr.Blocks(title="Jauap", analytics_enabled=False, fill_height=True) as page:
        talk = gr.State(list[Exchange]())
        copied = gr.Textbox(visible=False)
        start = gr.Textbox(visible=False)
        with gr.Row(elem_classes="top"):
            heading = gr.HTML(elem_classes="heading")
            language = gr.Radio(
                [(name, key.value) for key, name in NAMES.items()],
                value="kk",
                elem_id="language",
                show_label=False,
                container=False,
            )
        with gr.Tab(elem_id="tab-chat") as chat_tab:
            chat = gr.Chatbot(
                elem_id="chat",
                show_label=False,
                buttons=[],
                latex_delimiters=[],
                feedback_options=None,
                scale=1,
                height="56vh",
            )
            examples_label = gr.HTML(elem_classes="examples-label")
            with gr.Row(elem_classes="examples"):
                examples = [gr.Button(size="sm", elem_classes="example") for _ in EXAMPLES]
            with gr.Row(elem_classes="ask"):
                question = gr.Textbox(
                    lines=1, max_lines=6, scale=8, autofocus=True, elem_id="question", show_label=False, container=False
                )
                ask = gr.Button(variant="primary", scale=1, min_width=110, elem_id="ask")
            with gr.Row(elem_classes="tools"):
                tools = [gr.Button(size="sm", elem_id=name) for name in ("copy", "retry", "clear")]
            copy, retry, clear = tools
        with gr.Tab(elem_id="tab-decisions") as decisions_tab:
            build_tab(page, assistant.register, language)

        def relabel(choice: str) -> list[Any]:
            return _relabel(assistant, _language(choice))

        labelled = [chat_tab, decisions_tab, language, heading, chat, examples_label, *examples, question, ask, *tools]
        page.load(relabel, start, labelled, js=_START, show_progress="hidden", api_visibility="private")
        language.input(relabel, language, labelled, js=_KEEP, show_progress="hidden", api_visibility="private")

        def answer(text: str, choice: str, past: list[Exchange]) -> Iterator[tuple[Any, ...]]:
            yield from _answer(assistant, text, _language(choice), past)

        def again(choice: str, past: list[Exchange]) -> Iterator[tuple[Any, ...]]:
            if past:
                yield from _answer(assistant, past[-1].question, _language(choice), past[:-1])
            else:
                yield (gr.skip(),) * len(shown)

        shown = [question, chat, talk, copied]
        # One question at a time: each sees the conversation as the one before it left it.
        asking: dict[str, Any] = {
            "outputs": shown,
            "js": _SCROLL,
            "concurrency_id": "ask",
            "show_progress": "hidden",
            "api_visibility": "private",
        }
        asked = [
            gr.on([question.submit, ask.click], answer, [question, language, talk], **asking),
            *(example.click(answer, [example, language, talk], **asking) for example in examples),
            retry.click(again, [language, talk], **asking),
        ]
        clear.click(
            lambda: ("", [], [], ""), None, shown, cancels=asked, show_progress="hidden", api_visibility="private"
        )
        copy.click(None, copied, None, js=_COPY)
    return page


def serve(assistant: Assistant, host: str, port: int, announce: Callable[[str], None]) -> None:
    """Serve the chat until interrupted; announce its address once it answers; raise OSError when the port is taken."""
    page = build_ui(assistant)
    _, address, _ = page.launch(
        server_name=host,
        server_port=port,
        theme=THEME,
        css_paths=STYLE,
        footer_links=[],
        share=False,
        quiet=True,
        prevent_thread_lock=True,
    )
    announce(address)
    page.block_thread()


def _language(choice: str | None) -> Language:
    """Take a code such as "kk" or "ru-RU"; anything else is English."""
    code = (choice or "").split("-")[0].lower()
    return Language(code) if code in set(Language) else Language.EN


def _relabel(assistant: Assistant, language: Language) -> list[Any]:
    """Values for tabs, radio, heading, chat, example label and buttons, question, ask and tool buttons, in order."""
    words = wording(language, "interface")["page"]
    welcome = say(language, "interface", "page.welcome", documents=len(assistant.index.documents))
    heading = f"<h1>{escape(words['title'])}</h1><p>{escape(words['subtitle'])}</p>"
    samples = wording(language, "interface")["examples"]
    return [
        *(gr.update(label=say(language, "register", f"tab.{name}")) for name in ("chat", "decisions")),
        gr.update(value=language.value, label=words["language"]),
        heading,
        gr.update(placeholder=escape(welcome)),
        f'<p class="hint">{escape(words["examples"])}</p>',
        *(samples[name] for name in EXAMPLES),
        gr.update(placeholder=words["placeholder"], label=words["question"]),
        words["ask"],
        *(words[name] for name in ("copy", "retry", "clear")),
    ]


def _answer(
    assistant: Assistant, text: str, interface: Language, past: Sequence[Exchange]
) -> Iterator[tuple[Any, ...]]:
    """Yield question box, messages, conversation and the text to copy, as the answer grows.

    The box is emptied once and then left alone: the next question may be on its way.
    """

    def show(html: str, answer: str = "") -> tuple[Messages, list[Exchange]]:
        talk = [*past, Exchange(text, answer, html)]
        return _messages(talk), talk

    yield "", *show(f'<p class="hint">{escape(say(interface, "interface", "page.searching"))}</p>'), ""
    try:
        answer = assistant.ask(text, [Turn(turn.question, turn.answer) for turn in past if turn.answer])
    except QuestionError as error:
        language = detect_language(text[:200]) if any(map(str.isalnum, text)) else interface
        said = say(language, "errors", error.key, **error.values)
        yield text, *show(f'<p class="error" lang="{language}">{escape(said)}</p>'), ""
        return
    for line in range(1, answer.text.count("\n") + 2):
        yield gr.skip(), *show(answer_html(answer, interface, lines=line)), ""
    yield gr.skip(), *show(answer_html(answer, interface), answer.text), plain_text(answer)


def _messages(talk: Sequence[Exchange]) -> Messages:
    messages: Messages = []
    for turn in talk:
        asked = escape(shorten(turn.question, MAX_CHARACTERS))
        messages.append({"role": "user", "content": f'<div class="asked">{asked}</div>'})
        messages.append({"role": "assistant", "content": turn.html})
    return messages
