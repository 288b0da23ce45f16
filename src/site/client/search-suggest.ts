/**
 * <search-suggest src status>: around a search box, tells while typing what a reader may mean.
 *
 * Asks `src?q=` for a JSON list of {text, href}. A combobox with a list box (WAI-ARIA APG): arrows choose, Enter goes to
 * what is chosen or sends the form, Escape closes. Without scripts the box is a box.
 */
type Suggestion = { text: string; href: string };

const WAIT_MS = 150;

class SearchSuggest extends HTMLElement {
  #list = document.createElement('ul');
  #status = document.createElement('p');
  #timer = 0;
  #asked = '';
  #chosen = -1;

  connectedCallback(): void {
    const input = this.#input;
    this.#list.id = 'suggestions';
    this.#list.role = 'listbox';
    this.#list.hidden = true;
    this.#list.ariaLabel = this.querySelector('label')?.textContent ?? '';
    this.#status.role = 'status';
    this.#status.className = 'hidden';
    this.append(this.#list, this.#status);
    input.role = 'combobox';
    input.ariaAutoComplete = 'list';
    input.setAttribute('aria-controls', this.#list.id);
    input.ariaExpanded = 'false';
    input.oninput = () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#ask(input.value.trim()), WAIT_MS);
    };
    input.onkeydown = (event) => this.#key(event);
    input.onblur = () => this.#show([]);
    // Before the box loses the focus, and with it the list its place.
    this.#list.onpointerdown = (event) => event.preventDefault();
    this.#list.onclick = ({ target }) => this.#go(target);
  }

  get #input(): HTMLInputElement {
    return this.querySelector('input') ?? document.createElement('input');
  }

  async #ask(q: string): Promise<void> {
    this.#asked = q;
    const url = `${this.getAttribute('src')}?q=${encodeURIComponent(q)}`;
    const found: Suggestion[] = q
      ? await fetch(url)
          .then(
            (answer) => answer.json(),
            () => [],
          )
          .catch(() => [])
      : [];
    // An older answer may come after a newer one.
    if (this.#asked === q && document.activeElement === this.#input) this.#show(found);
  }

  #show(found: Suggestion[]): void {
    this.#choose(-1);
    this.#list.replaceChildren(
      ...found.map(({ text, href }, index) => {
        const option = document.createElement('li');
        option.id = `suggestion-${index}`;
        option.role = 'option';
        option.dataset.href = href;
        option.textContent = text;
        return option;
      }),
    );
    this.#list.hidden = found.length === 0;
    this.#input.ariaExpanded = String(found.length > 0);
    this.#status.textContent =
      found.length > 0 ? (this.getAttribute('status') ?? '').replace('{n}', String(found.length)) : '';
  }

  #choose(index: number): void {
    const options = [...this.#list.children];
    this.#chosen =
      options.length === 0 ? -1 : index < -1 ? options.length - 1 : index >= options.length ? -1 : index;
    for (const [at, option] of options.entries()) option.ariaSelected = String(at === this.#chosen);
    this.#input.setAttribute('aria-activedescendant', options[this.#chosen]?.id ?? '');
  }

  #key(event: KeyboardEvent): void {
    if (this.#list.hidden || event.isComposing) return;
    if (event.key === 'ArrowDown') this.#choose(this.#chosen + 1);
    else if (event.key === 'ArrowUp') this.#choose(this.#chosen - 1);
    else if (event.key === 'Escape') this.#show([]);
    else if (event.key !== 'Enter' || this.#chosen < 0) return;
    else this.#go(this.#list.children[this.#chosen]);
    event.preventDefault();
  }

  #go(target: unknown): void {
    const href = target instanceof HTMLElement && target.dataset.href;
    if (href) location.href = href;
  }
}

customElements.define('search-suggest', SearchSuggest);
