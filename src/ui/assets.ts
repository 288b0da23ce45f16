/** The names of built files to their addresses: `{"paper.css": "/assets/paper.Ab3dE9.css", …}` (dist/client/manifest.json). */
export type AssetManifest = Readonly<Record<string, string>>;

/** The address of a built file. Throws where the build did not make it: a page without its style sheet is no page. */
export function assetHref(assets: AssetManifest, name: string): string {
  const href = assets[name];
  if (href === undefined) throw new Error(`no built file named ${name}: run the build again`);
  return href;
}
