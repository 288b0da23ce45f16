/**
 * <latest-stream src one many>: keeps Latest up to date by server-sent events.
 *
 * Events: `story` with {id, day, dayLabel, html}, `gone` with {id}. New stories wait behind a button that says how many
 * there are, so that nothing moves under the reader; a story that is withdrawn leaves at once. A later version of a story
 * that is on the page takes its place in silence. The browser reconnects by itself and sends Last-Event-ID.
 */
type StoryEvent = { id: string; day: string; dayLabel: string; html: string };

class LatestStream extends HTMLElement {
  #source?: EventSource;
  #waiting = new Map<string, StoryEvent>();
  #status = document.createElement('div');
  #button = document.createElement('button');

  connectedCallback(): void {
    this.#status.setAttribute('role', 'status');
    this.#button.className = 'fresh';
    this.#button.type = 'button';
    this.#button.onclick = () => this.#show();
    this.prepend(this.#status);
    const source = new EventSource(this.getAttribute('src') ?? '');
    source.addEventListener('story', (event) => this.#take(JSON.parse(event.data)));
    source.addEventListener('gone', (event) => this.#drop(JSON.parse(event.data).id));
    this.#source = source;
  }

  disconnectedCallback(): void {
    this.#source?.close();
  }

  #take(story: StoryEvent): void {
    const shown = document.getElementById(`a${story.id}`);
    if (shown) shown.replaceWith(toElement(story.html));
    else this.#waiting.set(story.id, story);
    this.#tell();
  }

  #drop(id: string): void {
    document.getElementById(`a${id}`)?.remove();
    this.#waiting.delete(id);
    this.#tell();
  }

  #tell(): void {
    const n = this.#waiting.size;
    this.#button.textContent = (this.getAttribute(n === 1 ? 'one' : 'many') ?? '').replace('{n}', String(n));
    if (n > 0) this.#status.append(this.#button);
    else this.#button.remove();
  }

  #show(): void {
    let last: Element | null = null;
    for (const story of this.#waiting.values()) {
      const entry = toElement(story.html);
      entry.classList.add('new');
      this.#listOf(story).prepend(entry);
      last = entry;
    }
    this.#waiting.clear();
    this.#tell();
    last?.querySelector('a')?.focus();
  }

  /** The list of the story's day; the first story of a new day opens it. */
  #listOf({ day, dayLabel }: StoryEvent): Element {
    const known = this.querySelector(`[data-day="${CSS.escape(day)}"] ul`);
    if (known) return known;
    const section = document.createElement('section');
    section.className = 'day';
    section.dataset.day = day;
    const heading = document.createElement('h2');
    heading.className = 'rubric';
    heading.textContent = dayLabel;
    const list = document.createElement('ul');
    section.append(heading, list);
    this.#status.after(section);
    return list;
  }
}

/** The markup is the server's own, of the same component as the page. */
function toElement(html: string): Element {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild ?? document.createElement('li');
}

customElements.define('latest-stream', LatestStream);
