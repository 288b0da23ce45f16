import type { OpenedLink } from '#features/briefings/briefings.ts';
import type { EditionContext } from '../site-context.ts';

/** What a signed link leads to. Following it (GET, HEAD) shows; only POST does something: link scanners follow everything. */
export type LinkPages = {
  show: (context: EditionContext, opened: OpenedLink) => Response | Promise<Response>;
  act: (context: EditionContext, opened: OpenedLink, form: FormData) => Response | Promise<Response>;
};
