import { createHmac } from 'node:crypto';

/**
 * The headers that tell a receiver that a push is from this paper, just now, and whole (Standard Webhooks 1.0: HMAC-SHA256 over
 * "id.seconds.body" with the secret's bytes). `id` is the same for every try of one message: a receiver knows doubles by it.
 */
export function signPush(
  secret: string,
  { id, at, body }: { id: string; at: Date; body: string },
): Record<string, string> {
  const seconds = Math.floor(at.getTime() / 1000);
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
  };
}
