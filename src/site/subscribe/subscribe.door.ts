import { type Context, Hono } from 'hono';
import { ensureLinkKeys, type LinkPurpose, openLink, subscribePath } from '#features/briefings/briefings.ts';
import { byClientNetwork, limitBody, limitRate } from '#platform/http/limits.ts';
import { createRateLimiter } from '#platform/http/rate-limiter.ts';
import { editionAt } from '../find-edition.ts';
import type { PaperSource } from '../paper.ts';
import type { EditionContext, SiteContext } from '../site-context.ts';
import { closedLink } from './closed-link.tsx';
import { confirmPages } from './confirm.tsx';
import type { LinkPages } from './link-pages.ts';
import { movePages } from './move.tsx';
import { preferencesPages } from './preferences.tsx';
import { readForm } from './read-form.ts';
import { takeSubscription } from './take-subscription.tsx';
import { unsubscribePages } from './unsubscribe.tsx';

export type SubscribeDoor = SiteContext & {
  paper: PaperSource;
  /** How many proxies of our own stand in front. */
  trustedProxies?: number;
};

const PAGES: Record<LinkPurpose, LinkPages> = {
  confirm: confirmPages,
  preferences: preferencesPages,
  unsubscribe: unsubscribePages,
  move: movePages,
};

const MOST_BYTES = 20_000;
/** Of one network: a family, not a flood. Addresses have a limit of their own, which holds over all networks and nodes. */
const FORM_RATE = { burst: 8, perSecond: 1 / 60 };
/** Large mail services unsubscribe and look at links for all their users from a few networks. */
const LINK_RATE = { burst: 600, perSecond: 20 };

/**
 * The forms and signed links of the briefing, for every edition: `POST {prefix}/subscribe`, and
 * `{prefix}/subscribe/{confirm,preferences,unsubscribe,move}/{token}`. The form itself is `subscribeRoute`.
 */
export function subscribeDoor(options: SubscribeDoor): Hono {
  const door = new Hono();
  const byNetwork = byClientNetwork(options.trustedProxies ?? 0);
  const limits = [limitRate(createRateLimiter(LINK_RATE), byNetwork), limitBody(MOST_BYTES)] as const;
  const asked = createRateLimiter(FORM_RATE);
  for (const prefix of ['', '/:edition{[a-z0-9-]+}']) {
    door.post(`${prefix}/subscribe`, limitBody(MOST_BYTES), async (c, next) => {
      const context = await contextAt(options, c, prefix !== '');
      return context ? takeSubscription(c, context, () => asked.take(byNetwork(c)) === 0) : next();
    });
    for (const purpose of Object.keys(PAGES) as LinkPurpose[]) {
      door.on(['GET', 'POST'], `${prefix}${subscribePath(purpose)}/:token`, ...limits, async (c, next) => {
        const context = await contextAt(options, c, prefix !== '');
        return context ? answerLink(c, context, purpose) : next();
      });
    }
  }
  return door;
}

/** The edition whose prefix an address has; undefined where it is no edition's, and the address somebody else's. */
async function contextAt(
  options: SubscribeDoor,
  c: Context,
  prefixed: boolean,
): Promise<EditionContext | undefined> {
  const paper = await options.paper.get();
  const { edition, sections } = editionAt(paper, c.req.path);
  if (!edition || (edition.prefix !== '') !== prefixed) return undefined;
  return { ...options, paper, edition, sections };
}

async function answerLink(c: Context, context: EditionContext, purpose: LinkPurpose): Promise<Response> {
  const keys = await ensureLinkKeys(context.db, context.now());
  const opened = await openLink(context.db, keys, c.req.param('token') ?? '', purpose, context.now());
  if (typeof opened === 'string') return closedLink(context, opened);
  if (c.req.method !== 'POST') return PAGES[purpose].show(context, opened);
  return PAGES[purpose].act(context, opened, await readForm(c));
}
