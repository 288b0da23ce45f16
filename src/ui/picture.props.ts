export type PictureSource = { type: 'image/avif' | 'image/webp'; srcset: string };

/** A picture in every size it was cut to. `width` and `height` are those of `src`, so that its place is kept free. */
export type PictureProps = {
  sources: PictureSource[];
  src: string;
  srcset?: string;
  width: number;
  height: number;
  /** Empty where the picture adds nothing to the words beside it. */
  alt: string;
  caption?: string;
  credit?: string;
  /** A chart or a map: its words are part of it, so it is shown whole, and never smaller than they can be read. */
  drawing?: boolean;
  /** Drawn in flat colours, which are turned on a dark page. */
  flat?: boolean;
};
