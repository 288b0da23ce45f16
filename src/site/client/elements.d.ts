import 'react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** src/site/client/latest-stream.ts */
      'latest-stream': { src: string; one: string; many: string; children?: ReactNode };
    }
  }
}
