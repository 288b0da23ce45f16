import type { MiddlewareHandler } from 'hono';
import type { HeaderList } from '#platform/page-cache/page.ts';

export type SecurityPolicy = {
  /** The paper is read over https only; browsers are told to remember that for a year. */
  readonly https: boolean;
  /** More sources by directive, such as `{ 'img-src': ['https://media.example'] }` where pictures live elsewhere. */
  readonly sources?: Readonly<Record<string, readonly string[]>>;
};

/** Nothing is allowed but what a static paper needs from its own host. Styles may be inline (drawn graphics); scripts never. */
const directives: readonly (readonly [name: string, ...sources: string[]])[] = [
  ['default-src', "'none'"],
  ['script-src', "'self'"],
  ['style-src', "'self'", "'unsafe-inline'"],
  ['img-src', "'self'", 'data:'],
  ['font-src', "'self'"],
  ['media-src', "'self'"],
  ['connect-src', "'self'"],
  ['manifest-src', "'self'"],
  ['base-uri', "'none'"],
  ['form-action', "'self'"],
  ['frame-ancestors', "'none'"],
];

const contentSecurityPolicy = (extra: SecurityPolicy['sources'] = {}): string =>
  directives.map(([name, ...sources]) => [name, ...sources, ...(extra[name] ?? [])].join(' ')).join('; ');

/** The security headers of a page: Content Security Policy level 3, Referrer Policy, Permissions Policy, HSTS (RFC 6797). */
export const securityHeaders = ({ https, sources }: SecurityPolicy): HeaderList => [
  ['content-security-policy', contentSecurityPolicy(sources)],
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['x-content-type-options', 'nosniff'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
  ...(https ? [['strict-transport-security', 'max-age=31536000; includeSubDomains'] as const] : []),
];

/** Adds the headers to answers that lack them; cached pages carry them already, given to the cache as its `headers`. */
export const addSecurityHeaders = (policy: SecurityPolicy): MiddlewareHandler => {
  const headers = securityHeaders(policy);
  return async (c, next) => {
    await next();
    for (const [name, value] of headers) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  };
};
