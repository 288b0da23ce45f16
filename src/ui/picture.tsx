import type { PictureProps } from './picture.props.ts';

type Props = {
  picture: PictureProps;
  /** How wide it stands on the page: the `sizes` attribute. */
  sizes: string;
  /** True for the one picture above the fold; all others wait until they are scrolled near. */
  first?: boolean;
};

const classOf = ({ drawing, flat }: PictureProps): string | undefined =>
  drawing ? (flat ? 'drawing flat' : 'drawing') : undefined;

/** AVIF, else WebP, else the plain file. */
export function Picture({ picture, sizes, first = false }: Props) {
  return (
    <picture className={classOf(picture)}>
      {picture.sources.map((source) => (
        <source key={source.type} type={source.type} srcSet={source.srcset} sizes={sizes} />
      ))}
      <img
        src={picture.src}
        srcSet={picture.srcset}
        sizes={picture.srcset ? sizes : undefined}
        width={picture.width}
        height={picture.height}
        alt={picture.alt}
        loading={first ? undefined : 'lazy'}
        fetchPriority={first ? 'high' : undefined}
        decoding="async"
      />
    </picture>
  );
}

/** A picture with its caption and credit under it, where it has any. */
export function Figure({ className, ...props }: Props & { className?: string }) {
  const { caption, credit } = props.picture;
  return (
    <figure className={className}>
      <Picture {...props} />
      {(caption || credit) && (
        <figcaption>
          {caption} {credit && <small>{credit}</small>}
        </figcaption>
      )}
    </figure>
  );
}
