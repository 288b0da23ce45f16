import type { PlacedAnnotation } from './annotations.ts';
import { escapeAttribute } from './escape-html.ts';

/**
 * The element of an annotation. A quotation's speaker is for machines. A time or speaker with a note is followed, still
 * inside its element, by a button without words that lies over it and calls the note up; its name is the note itself, so
 * that it is read out where it stands.
 */
export function openAnnotation(annotation: PlacedAnnotation): string {
  if (annotation.type === 'quote') {
    const { speaker, footing } = annotation;
    return `<span data-speaker="${escapeAttribute(speaker)}" data-footing="${escapeAttribute(footing)}">`;
  }
  const noted = annotation.note ? ' class="noted"' : '';
  const datetime = annotation.type === 'time' ? annotation.datetime : undefined;
  return datetime === undefined ? `<span${noted}>` : `<time${noted} datetime="${escapeAttribute(datetime)}">`;
}

export function closeAnnotation(annotation: PlacedAnnotation): string {
  if (annotation.type === 'quote') return '</span>';
  const { note } = annotation;
  const button = note
    ? `<button type="button" popovertarget="${escapeAttribute(note.id)}" title="${escapeAttribute(note.text)}"></button>`
    : '';
  const isTime = annotation.type === 'time' && annotation.datetime !== undefined;
  return `${button}</${isTime ? 'time' : 'span'}>`;
}
