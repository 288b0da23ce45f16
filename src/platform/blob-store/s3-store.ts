import { AwsClient } from 'aws4fetch';
import { AppError, messageOf } from '#lib/errors.ts';
import { checkKey, checkPrefix } from './blob-key.ts';
import type { BlobStore } from './blob-store.ts';
import { parseListing } from './s3-listing.ts';

const TIMEOUT_MS = 30_000;
/** aws4fetch repeats answers of 5xx and 429 with growing pauses. */
const RETRIES = 3;

type Bucket = { client: AwsClient; base: string; folder: string; name: string };
type Answer = { status: number; headers: Headers; bytes: Uint8Array };

/**
 * Any store that speaks the S3 REST protocol with path-style addresses and AWS Signature Version 4: AWS, MinIO, Ceph, R2.
 * Address: `s3://KEY:SECRET@host[:port]/bucket[/folder]`, key and secret percent-encoded where they hold `/`, `+` or `:`.
 * `?region=eu-central-1` names the region (default us-east-1; R2 wants `auto`); `&tls=off` uses plain HTTP, for a store
 * on the same machine. Everything needed is in the address: no variable or file of the machine is read.
 */
export function openS3Store(address: string): BlobStore {
  const bucket = parseAddress(address);
  return {
    put: async (key, bytes, type) => {
      await send(bucket, 'PUT', `/${inFolder(bucket, key)}`, [200], {
        body: bytes,
        headers: { 'content-type': type },
      });
    },
    get: async (key) => {
      const answer = await send(bucket, 'GET', `/${inFolder(bucket, key)}`, [200, 404]);
      if (answer.status === 404) return undefined;
      return { bytes: answer.bytes, type: answer.headers.get('content-type') ?? 'application/octet-stream' };
    },
    has: async (key) => (await send(bucket, 'HEAD', `/${inFolder(bucket, key)}`, [200, 404])).status === 200,
    delete: async (key) => {
      await send(bucket, 'DELETE', `/${inFolder(bucket, key)}`, [200, 204, 404]);
    },
    list: (prefix) => listAll(bucket, checkPrefix(prefix)),
  };
}

const inFolder = (bucket: Bucket, key: string): string => bucket.folder + checkKey(key);

function parseAddress(address: string): Bucket {
  const url = new URL(address);
  const [name = '', ...folders] = url.pathname.split('/').filter(Boolean);
  if (!url.username || !url.password || !name) {
    throw new AppError(
      'bad_input',
      'BLOB_URL must be s3://KEY:SECRET@host/bucket: key, secret or bucket is missing.',
    );
  }
  const folder = folders.map((part) => `${checkKey(part)}/`).join('');
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    region: url.searchParams.get('region') ?? 'us-east-1',
    service: 's3',
    retries: RETRIES,
  });
  const scheme = url.searchParams.get('tls') === 'off' ? 'http' : 'https';
  return { client, base: `${scheme}://${url.host}/${name}`, folder, name };
}

type Request = { body?: Uint8Array; headers?: Record<string, string> };

/** Sends one request and reads the answer whole; throws `unavailable` on any status that is not expected. */
async function send(
  bucket: Bucket,
  method: string,
  path: string,
  expected: number[],
  request: Request = {},
): Promise<Answer> {
  let answer: Answer;
  try {
    const body = request.body && new Uint8Array(request.body);
    const response = await bucket.client.fetch(bucket.base + path, {
      method,
      headers: request.headers,
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    answer = {
      status: response.status,
      headers: response.headers,
      bytes: new Uint8Array(await response.arrayBuffer()),
    };
  } catch (error) {
    throw new AppError('unavailable', `The S3 store did not answer: ${messageOf(error)}`, { cause: error });
  }
  if (expected.includes(answer.status) && !(answer.status === 404 && isBucketMissing(answer))) return answer;
  const reason = /<Code>([A-Za-z]+)<\/Code>/.exec(new TextDecoder().decode(answer.bytes))?.[1] ?? '';
  throw new AppError(
    'unavailable',
    `The S3 store answered ${answer.status} ${reason} for ${method} in bucket "${bucket.name}".`,
  );
}

/** A missing bucket is a mistake in the address and must not look like a missing file. */
const isBucketMissing = ({ bytes }: Answer): boolean =>
  new TextDecoder().decode(bytes).includes('NoSuchBucket');

async function listAll(bucket: Bucket, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  let token: string | undefined;
  do {
    const query = new URLSearchParams({ 'list-type': '2', prefix: bucket.folder + prefix });
    if (token) query.set('continuation-token', token);
    const answer = await send(bucket, 'GET', `?${query}`, [200]);
    const page = parseListing(new TextDecoder().decode(answer.bytes));
    keys.push(...page.keys.map((key) => key.slice(bucket.folder.length)));
    token = page.next;
  } while (token);
  return keys.sort();
}
