import { followedIn } from '#features/articles/articles.ts';

export const { note: noteFollowed, has: wasFollowed, find: findUnfollowed } = followedIn('person_followed');
