import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { addSecurityHeaders, securityHeaders } from './security-headers.ts';

const policyOf = (headers: Headers) => headers.get('content-security-policy') ?? '';

test('scripts come only from the paper itself and never from the page', () => {
  const policy = policyOf(
    new Headers(securityHeaders({ https: false }).map(([name, value]) => [name, value])),
  );
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(policy).toContain("frame-ancestors 'none'");
});

test('an answer gets what it lacks and keeps what it has; HSTS only over https', async () => {
  const app = new Hono();
  app.use(addSecurityHeaders({ https: false, sources: { 'img-src': ['https://media.example'] } }));
  app.get('/', (c) => c.text('x', 200, { 'referrer-policy': 'no-referrer' }));
  const { headers } = await app.request('/');
  expect(policyOf(headers)).toContain("img-src 'self' data: https://media.example;");
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.has('strict-transport-security')).toBe(false);
});
