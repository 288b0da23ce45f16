import 'react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** src/site/client/view-beacon.ts */
      'view-beacon': { article: number };
    }
  }
}

/** The script of pages that hold a `ViewBeacon`. */
export const VIEW_BEACON_SCRIPT = 'view-beacon.js';

/** Has an article's page tell that it is read; takes no room, and does nothing without scripts. */
export const ViewBeacon = ({ article }: { article: number }) => <view-beacon article={article} />;
