/**
 * Builds what a reader's browser loads: style sheets, faces, the few scripts. Every file's name carries the hash of its
 * content, so that it may be cached for ever.
 *
 * Out come dist/client/{name}.{hash}.{css,js,woff2,svg} and dist/client/manifest.json, which names what pages ask for:
 * {"paper.css": "/assets/paper.abc.css", "latest-stream.js": …, "newsreader-text.woff2": …}.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BASE = '/assets/';
const require = createRequire(import.meta.url);

/** Builds into `outDir` (default dist/client). Returns the manifest: name → address. */
export async function buildAssets(outDir = join(ROOT, 'dist/client')) {
  await mkdir(join(ROOT, 'dist'), { recursive: true });
  const scratch = await mkdtemp(join(ROOT, 'dist/.assets-'));
  await writeFile(join(scratch, 'paper-ko.css'), await koreanFaces());
  const scripts = await clientScripts();
  await build(
    viteConfig({
      outDir,
      entries: [join(ROOT, 'src/ui/paper.css'), join(scratch, 'paper-ko.css'), ...scripts],
    }),
  );
  const manifest = await toManifest(outDir);
  await writeFile(join(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
  await rm(scratch, { recursive: true });
  return manifest;
}

/** Every custom element is an entry of its own: a page loads only those that stand on it. */
async function clientScripts() {
  const folder = join(ROOT, 'src/site/client');
  const names = await readdir(folder);
  return names.filter((name) => /^[a-z-]+\.ts$/.test(name)).map((name) => join(folder, name));
}

function viteConfig({ outDir, entries }) {
  const name = (asset) => `${basename(asset.names?.[0] ?? asset.name).replace(/\.\w+$/, '')}.[hash][extname]`;
  return {
    root: ROOT,
    base: BASE,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      manifest: true,
      assetsInlineLimit: 0,
      assetsDir: '',
      cssMinify: 'lightningcss',
      cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: [...entries, join(ROOT, 'src/ui/icon.svg')],
        output: {
          entryFileNames: '[name].[hash].js',
          chunkFileNames: '[name].[hash].js',
          assetFileNames: name,
        },
      },
    },
  };
}

/** Vite's manifest speaks of sources; pages ask by the name of the built file without its hash. */
async function toManifest(outDir) {
  const written = JSON.parse(await readFile(join(outDir, '.vite/manifest.json'), 'utf8'));
  await rm(join(outDir, '.vite'), { recursive: true });
  const manifest = {};
  for (const file of Object.values(written).flatMap((entry) => [
    entry.file,
    ...(entry.css ?? []),
    ...(entry.assets ?? []),
  ])) {
    if (!/-kr-/.test(file)) manifest[file.replace(/\.[\w-]{8}(?=\.\w+$)/, '')] = BASE + file;
  }
  return Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The Korean faces, in the slices that @fontsource cuts them into: a page loads only those whose letters it has.
 * Single weights, because the variable slices weigh twice as much; sans only where the reader's machine has none.
 */
async function koreanFaces() {
  const faces = [
    { family: 'Noto Serif KR', of: 'noto-serif-kr', cut: 400, weight: '400' },
    { family: 'Noto Serif KR', of: 'noto-serif-kr', cut: 600, weight: '600 700' },
    { family: 'Noto Serif KR Display', of: 'noto-serif-kr', cut: 600, weight: '400 700' },
    { family: 'Noto Sans KR', of: 'noto-sans-kr', cut: 500, weight: '400 700' },
  ];
  const rules = await Promise.all(faces.map(sliceRules));
  // The same slice of every face side by side: gzip sees 32 kB back, and the letter ranges are nearly all there is.
  const longest = Math.max(...rules.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => rules.map((list) => list[at] ?? '').join('\n')).join(
    '\n',
  );
}

async function sliceRules({ family, of, cut, weight }) {
  const css = await readFile(require.resolve(`@fontsource/${of}/${cut}.css`), 'utf8');
  const slices = [
    ...css.matchAll(/url\(\.\/files\/([^)]+-kr-\d+-[^)]+\.woff2)\)[^}]*?unicode-range: ([^;]+);/g),
  ];
  return slices.map(
    ([, file, range]) =>
      `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;` +
      `src:url("@fontsource/${of}/files/${file}") format("woff2");unicode-range:${range}}`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, address] of Object.entries(await buildAssets())) console.log(name, address);
}
