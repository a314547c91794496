// A control at each paragraph: copy its address, or a quotation with its citation in the style last chosen.
// A classic script, not a module: browsers refuse modules to pages opened from a folder.
"use strict";
{
  const STYLE_KEY = "edition.citation-style";
  // The engine marks what is the editors'; the classes are those of pages written before it did.
  const NOT_THE_REPORT = "[data-editorial]";
  const { citations: source, address: online } = document.currentScript.dataset;
  let panel = null;
  let loading = null;

  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  /** The citations of all paragraphs in all styles; fetched once, when first asked for. */
  const citations = () => {
    loading ??= new Promise((resolve, reject) => {
      const script = make("script", { src: source });
      script.addEventListener("load", () => resolve(globalThis.editionCitations));
      script.addEventListener("error", () => {
        loading = null;
        script.remove();
        reject(new Error("The citations could not be loaded. Reload the page, or copy only the link."));
      });
      document.head.append(script);
    });
    return loading;
  };

  const remembered = () => {
    try {
      return localStorage.getItem(STYLE_KEY);
    } catch {
      return null;
    }
  };

  const remember = (style) => {
    try {
      localStorage.setItem(STYLE_KEY, style);
      return true;
    } catch {
      return false;
    }
  };

  const permalink = (unit) => `${(online ?? location.href).split("#")[0]}#${unit.id}`;

  const words = (fragment) => {
    fragment.querySelectorAll(NOT_THE_REPORT).forEach((element) => element.remove());
    return fragment.textContent.replace(/\s+/g, " ").trim();
  };

  /** What is selected within the paragraph, else the whole of it. */
  const quoted = (unit, selection) => {
    const whole = () => words(unit.cloneNode(true));
    return (selection && words(selection)) || whole();
  };

  const selectedIn = (unit) => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    return unit.contains(range.commonAncestorContainer) ? range.cloneContents() : null;
  };

  const inQuotationMarks = (text) => {
    const opened = text.split("“").length;
    const inner = opened === text.split("”").length ? text.replaceAll("“", "‘").replaceAll("”", "’") : text;
    return `“${inner}”`;
  };

  const quotation = (unit, text, style) => {
    const cited = style.paragraphs[unit.id];
    const lines = style.notes
      ? [inQuotationMarks(text), cited]
      : [`${inQuotationMarks(text)} ${cited}`, style.reference];
    return [...lines, permalink(unit)].join("\n\n");
  };

  /** Puts `text` on the clipboard; where the browser refuses, shows it selected. */
  const copy = async (text, done) => {
    const status = panel.querySelector("output");
    const field = panel.querySelector("textarea");
    field.hidden = true;
    try {
      await navigator.clipboard.writeText(text);
      status.value = done;
    } catch {
      field.value = text;
      field.hidden = false;
      field.focus();
      field.select();
      status.value = "Copying was blocked. The text is selected: press Ctrl+C or ⌘C.";
    }
  };

  const chooser = (styles) => {
    const chosen = remembered() in styles ? remembered() : Object.keys(styles)[0];
    const options = Object.entries(styles).map(([id, style]) =>
      make("option", { value: id, textContent: style.label, selected: id === chosen }),
    );
    const select = make("select", {}, ...options);
    select.addEventListener("change", () => {
      if (!remember(select.value)) {
        panel.querySelector("output").value = "Your browser blocks storage; the style is kept until you leave this page.";
      }
    });
    return make("label", {}, "Style ", select);
  };

  const close = (button) => {
    panel?.remove();
    panel = null;
    button?.setAttribute("aria-expanded", "false");
  };

  const open = async (unit, button) => {
    const selection = selectedIn(unit);
    document.querySelectorAll('.cite-tools > button[aria-expanded="true"]').forEach(close);
    const address = make("button", { type: "button", textContent: "Copy link" });
    const status = make("output");
    const field = make("textarea", { hidden: true, readOnly: true, rows: 4, ariaLabel: "Text to copy" });
    panel = make("span", { className: "cite-panel" }, address, status, field);
    panel.setAttribute("role", "group");
    panel.setAttribute("aria-label", `Cite paragraph ${unit.id.slice(1)}`);
    const mine = panel;
    button.after(panel);
    button.setAttribute("aria-expanded", "true");
    address.addEventListener("click", () => copy(permalink(unit), "Link copied."));
    try {
      const styles = await citations();
      if (mine !== panel) return;
      const style = chooser(styles);
      const quote = make("button", { type: "button", textContent: selection ? "Copy selection as quotation" : "Copy quotation" });
      quote.addEventListener("click", () => {
        const chosen = styles[style.querySelector("select").value];
        copy(quotation(unit, quoted(unit, selection?.cloneNode(true)), chosen), "Quotation and citation copied.");
      });
      address.after(quote, style);
    } catch (error) {
      if (mine === panel) status.value = error.message;
    }
  };

  const equip = () => {
    for (const unit of document.querySelectorAll("article .u[id]")) {
      const button = make("button", { type: "button", textContent: "Cite" });
      button.setAttribute("aria-label", `Cite paragraph ${unit.id.slice(1)}`);
      button.setAttribute("aria-expanded", "false");
      button.addEventListener("click", () => {
        if (button.getAttribute("aria-expanded") === "true") close(button);
        else open(unit, button);
      });
      const tools = make("span", { className: "cite-tools" }, button);
      tools.dataset.editorial = "";
      tools.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && panel && tools.contains(panel)) {
          close(button);
          button.focus();
          event.stopPropagation();
        }
      });
      unit.append(tools);
    }
  };

  equip();
}
