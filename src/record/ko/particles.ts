import { isHangul } from './words.ts';

/** Case particles and what else is joined to a noun, longest first. */
const PARTICLES =
  `으로부터는 에서부터 으로부터 이라고는 에게서는 로부터 에게서 께서는 에서는 에서도 에서의 으로는 으로도 으로의 에게는 이라는 이라고 이라며 까지는 까지의 부터는
에서 에게 께서 으로 까지 부터 보다 처럼 만큼 이나 라는 라고 라며 이며 이자 이다 에는 에도 에만 와의 과의 와는 과는 로는 로의 로서 로써 대로 마저 조차 밖에 한테
은 는 이 가 을 를 의 에 도 만 과 와 로 며 나 야 께 등`.split(/\s+/);

/** The particle with which the rest of a word, from an offset, is filled to its end; '' where nothing is left, `undefined` where more follows. */
export function particleAt(text: string, at: number): string | undefined {
  if (!isHangul(text, at)) return '';
  for (const particle of PARTICLES)
    if (text.startsWith(particle, at) && !isHangul(text, at + particle.length)) return particle;
  return undefined;
}

/** A word without its particle: "장관은" is "장관" and "은". */
export function splitParticle(word: string): { stem: string; particle: string } {
  for (const particle of PARTICLES)
    if (word.length > particle.length + 1 && word.endsWith(particle))
      return { stem: word.slice(0, -particle.length), particle };
  return { stem: word, particle: '' };
}

/** Particles of the one who acts or is spoken of. */
export const isSubjectParticle = (particle: string): boolean =>
  /^(은|는|이|가|께서|께서는|에서는|도)$/.test(particle);
