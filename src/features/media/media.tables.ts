import type { ColumnType, Generated, Insertable, Selectable } from 'kysely';
import type { PictureMetadata } from './picture-metadata.ts';

export type MediaKind = 'photo' | 'graphic' | 'map';

type MediaTable = {
  id: Generated<number>;
  /** Of the original, 64 hexadecimal digits; the original lies in the file store under it. */
  sha256: string;
  mime: string;
  /** Upright, after the orientation that the camera noted. */
  width: number;
  height: number;
  bytes: number;
  alt: Generated<string>;
  caption: Generated<string>;
  credit: Generated<string>;
  rights: Generated<string>;
  kind: MediaKind;
  metadata: ColumnType<PictureMetadata, string | undefined, string>;
  /** What must stay in every crop, as parts (0..1) of width and height. */
  focal_x: Generated<number>;
  focal_y: Generated<number>;
  created_at: Generated<Date>;
};

export type MediaRow = Selectable<MediaTable>;
export type NewMedia = Insertable<MediaTable>;

declare module '#platform/database.ts' {
  interface Tables {
    media: MediaTable;
  }
}
