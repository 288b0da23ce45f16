const NAMES: Readonly<Record<string, string>> = {
  link: 'links with an address that may not stand on a page; their words were kept',
  img: 'pictures without an address that may stand on a page',
  hidden: 'hidden elements',
};

/** Counts what was left out while markup was read, for the desk's notes. */
export class DropCounts {
  private readonly counts = new Map<string, number>();

  add(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  sentences(): string[] {
    return [...this.counts].map(
      ([what, count]) => `Left out of the text: ${count} × ${NAMES[what] ?? `<${what}>`}.`,
    );
  }
}
