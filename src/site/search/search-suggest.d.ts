import 'react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** src/site/client/search-suggest.ts */
      'search-suggest': { src: string; status: string; children?: ReactNode };
    }
  }
}
