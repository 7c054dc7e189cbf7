"""The chat in the browser. The only module that knows Gradio."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# Nothing leaves the machine: no telemetry, no look-ups at a hub. Read by the libraries when they are imported.
os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import gradio as gr

from assistant.answer import Turn
from assistant.pipeline import Assistant
from assistant.prompts import say, wording
from assistant.render import answer_html, escape, plain_text
from assistant.understand import QuestionError
from corpus.language import detect_language
from corpus.passage import Language

NAMES = {Language.KK: "Қазақша", Language.RU: "Русский", Language.EN: "English"}
EXAMPLES = ("first", "second", "third", "fourth")
STYLE = Path(__file__).parent / "ui.css"
THEME = gr.themes.Soft(
    primary_hue="teal",
    font=["Noto Sans", "DejaVu Sans", "system-ui", "sans-serif"],
    font_mono=["Noto Sans Mono", "DejaVu Sans Mono", "monospace"],
)

# The browser's language, unless another was chosen before.
_START = "() => localStorage.getItem('jauap-language') || navigator.language || 'en'"
_KEEP = "(choice) => { localStorage.setItem('jauap-language', choice); return choice }"
_COPY = "(text) => { navigator.clipboard.writeText(text) }"

Messages = list[dict[str, Any]]


def build_ui(assistant: Assistant) -> gr.Blocks:
    """Lay out the page and connect it to `assistant`."""
    with gr.Blocks(title="Jauap", analytics_enabled=False, fill_height=True) as page:
        turns = gr.State(list[tuple[str, str]]())
        copied = gr.Textbox(visible=False)
        start = gr.Textbox(visible=False)
        with gr.Row(elem_classes="top"):
            heading = gr.HTML(elem_classes="heading")
            language = gr.Radio([(name, key.value) for key, name in NAMES.items()], value="kk", elem_id="language")
        chat = gr.Chatbot(
            elem_id="chat",
            show_label=False,
            buttons=[],
            latex_delimiters=[],
            feedback_options=None,
            scale=1,
            height="58vh",
        )
        examples_label = gr.HTML()
        with gr.Row(elem_classes="examples"):
            examples = [gr.Button(size="sm", elem_classes="example") for _ in EXAMPLES]
        with gr.Row(elem_classes="ask"):
            question = gr.Textbox(lines=1, max_lines=6, scale=8, autofocus=True, elem_id="question", show_label=False)
            ask = gr.Button(variant="primary", scale=1, min_width=110, elem_id="ask")
        with gr.Row(elem_classes="tools"):
            tools = [gr.Button(size="sm", elem_id=name) for name in ("copy", "retry", "clear")]
        copy, retry, clear = tools

        def relabel(choice: str) -> list[Any]:
            return _relabel(assistant, _language(choice))

        labelled = [language, heading, chat, examples_label, *examples, question, ask, *tools]
        page.load(relabel, start, labelled, js=_START, show_progress="hidden", api_visibility="private")
        language.input(relabel, language, labelled, js=_KEEP, show_progress="hidden", api_visibility="private")

        def answer(
            text: str, choice: str, messages: Messages, past: list[tuple[str, str]]
        ) -> Iterator[tuple[Any, ...]]:
            yield from _answer(assistant, text, _language(choice), messages, past)

        def again(choice: str, messages: Messages, past: list[tuple[str, str]]) -> Iterator[tuple[Any, ...]]:
            asked = next((m for m in reversed(range(len(messages))) if messages[m]["role"] == "user"), None)
            if asked is not None:
                text = past[-1][0] if past else ""
                yield from _answer(assistant, text, _language(choice), messages[:asked], past[:-1])

        shown = [question, chat, turns, copied]
        quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        for event in (question.submit, ask.click):
            event(answer, [question, language, chat, turns], shown, **quiet)
        for example in examples:
            example.click(answer, [example, language, chat, turns], shown, **quiet)
        retry.click(again, [language, chat, turns], shown, **quiet)
        clear.click(lambda: ("", [], [], ""), None, shown, **quiet)
        copy.click(None, copied, None, js=_COPY)
    return page


def serve(assistant: Assistant, host: str, port: int) -> None:
    """Serve the chat until interrupted; raises OSError when the port is taken."""
    build_ui(assistant).launch(
        server_name=host, server_port=port, theme=THEME, css_paths=STYLE, footer_links=[], share=False, quiet=True
    )


def _language(choice: str | None) -> Language:
    """Take a code such as "kk" or "ru-RU"; anything else is English."""
    code = (choice or "").split("-")[0].lower()
    return Language(code) if code in set(Language) else Language.EN


def _relabel(assistant: Assistant, language: Language) -> list[Any]:
    """Values for the radio, heading, chat, example label and buttons, question, ask and tool buttons, in order."""
    words = wording(language, "interface")["page"]
    welcome = say(language, "interface", "page.welcome", documents=len(assistant.index.documents))
    heading = f"<h1>{escape(words['title'])}</h1><p>{escape(words['subtitle'])}</p>"
    samples = wording(language, "interface")["examples"]
    return [
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
    assistant: Assistant, text: str, interface: Language, messages: Messages, past: list[tuple[str, str]]
) -> Iterator[tuple[Any, ...]]:
    """Yield question box, messages, turns and the text to copy, as the answer grows."""
    asked = [*messages, {"role": "user", "content": f'<div class="asked">{escape(text[:500])}</div>'}]

    def show(content: str) -> Messages:
        return [*asked, {"role": "assistant", "content": content}]

    yield "", show(f'<p class="hint">{escape(say(interface, "interface", "page.searching"))}</p>'), past, ""
    try:
        answer = assistant.ask(text, [Turn(*turn) for turn in past])
    except QuestionError as error:
        language = detect_language(text[:200]) if text.strip() else interface
        said = say(language, "errors", error.key, **error.values)
        yield text[:2000], show(f'<p class="error">{escape(said)}</p>'), past, ""
        return
    for line in range(1, answer.text.count("\n") + 2):
        yield "", show(answer_html(answer, interface, lines=line)), past, ""
    yield "", show(answer_html(answer, interface)), [*past, (text, answer.text)], plain_text(answer)
