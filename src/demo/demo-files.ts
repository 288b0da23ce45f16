import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '#lib/errors.ts';
import { type DemoStory, parseDemoStory } from './demo-story.ts';
import { DEMO_TOPICS } from './demo-topics.ts';

const words = z.object({ alt: z.string().min(1), caption: z.string().min(1), credit: z.string().min(1) });

/** What the wire copy says of a graphic; how it is drawn is no business of the wire. */
export type GraphicWords = z.infer<typeof words> & { key: string; ko?: z.infer<typeof words> };

const graphicsFile = z.object({ graphics: z.array(words.extend({ key: z.string(), ko: words.optional() })) });

/**
 * The words of the demo edition's graphics by key, from `graphics.json` in the demo folder.
 * Throws `bad_input` for a file of another shape.
 */
export function loadGraphicWords(dir: string): Map<string, GraphicWords> {
  const parsed = graphicsFile.safeParse(JSON.parse(readFileSync(join(dir, 'graphics.json'), 'utf8')));
  if (!parsed.success) {
    throw new AppError('bad_input', `graphics.json of the demo edition: ${z.prettifyError(parsed.error)}`);
  }
  return new Map(parsed.data.graphics.map((graphic) => [graphic.key, graphic]));
}

/**
 * All stories of the demo edition, from `stories/*.md` in the demo folder, in the order of their keys.
 * Throws `bad_input` for a story that cannot be read or that names a story, topic or graphic that is not there.
 */
export function loadDemoStories(dir: string): DemoStory[] {
  const folder = join(dir, 'stories');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort();
  const stories = files.map((name) => parseDemoStory(readFileSync(join(folder, name), 'utf8'), name));
  checkNames(stories, loadGraphicWords(dir));
  return stories;
}

function checkNames(stories: DemoStory[], graphics: Map<string, GraphicWords>): void {
  const keys = new Set(stories.map((story) => story.key));
  const topics = new Set(DEMO_TOPICS.map((topic) => topic.slug));
  const missing = stories.flatMap((story) => [
    ...story.topics.filter((topic) => !topics.has(topic)).map((topic) => `${story.key}: no topic "${topic}"`),
    ...story.versions
      .flatMap((version) => version.pictures)
      .filter((key) => !graphics.has(key))
      .map((key) => `${story.key}: no graphic "${key}"`),
    ...(story.translationOf && !keys.has(story.translationOf)
      ? [`${story.key}: no story "${story.translationOf}"`]
      : []),
  ]);
  if (missing.length > 0) throw new AppError('bad_input', `Demo edition: ${missing.join('; ')}`);
}
