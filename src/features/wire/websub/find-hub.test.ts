import { expect, test } from 'vitest';
import { findHub } from './find-hub.ts';

const answer = (text: string, link?: string) => ({
  url: 'https://h.example/feed',
  bytes: Buffer.from(text),
  link,
});
const hub = { hub: 'https://hub.example/', topic: 'https://h.example/feed.xml' };

test('a hub is found in the Link header and in the feed, with the address that it knows the feed by', () => {
  expect(findHub(answer('', '<https://hub.example/>; rel="hub", </feed.xml>; rel=self'))).toEqual(hub);
  expect(
    findHub(
      answer(
        '<rss><channel><atom:link rel="hub" href="https://hub.example/"/><atom:link href="https://h.example/feed.xml" rel="self" type="application/rss+xml"/>',
      ),
    ),
  ).toEqual(hub);
  expect(findHub(answer("<feed><link rel='hub' href='https://hub.example/'/>"))).toEqual({
    ...hub,
    topic: 'https://h.example/feed',
  });
});

test('a feed without a hub has none, nor one whose hub is no web address', () => {
  expect(findHub(answer('<feed><link rel="self" href="/feed.xml"/>'))).toBeUndefined();
  expect(findHub(answer('<feed><link rel="hub" href="file:///etc/passwd"/>'))).toBeUndefined();
});
