import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const ROOT = join(import.meta.dirname, '..', '..');
const PACKAGE = join(ROOT, 'node_modules', '@sparticuz', 'chromium', 'package.json');

/** The package's own names the folders of Amazon's machines. `xdg`: below HOME, which `launchChromium` sets to the folder. */
const FONT_CONFIG = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="xdg">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">font-cache</cachedir>
</fontconfig>
`;

/** One folder per user and release: the package unpacks for its owner alone (mode 0700). */
function browserFolder(): string {
  const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string };
  return join(tmpdir(), `dateline-chromium-${version}-${process.getuid?.() ?? 'me'}`);
}

/** Unpacks the browser where that was not done before; two runs at once each unpack and one of them is kept. */
export function unpackChromium(): string {
  const folder = browserFolder();
  if (existsSync(join(folder, 'chromium'))) return folder;
  const making = mkdtempSync(`${folder}-`);
  const env = { PATH: '/usr/bin:/bin', HOME: making, TMPDIR: making, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };
  const script = join(import.meta.dirname, 'extract-chromium.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The browser of the tests could not be unpacked: ${stderr}`);
  writeFileSync(join(making, 'fonts', 'fonts.conf'), FONT_CONFIG);
  try {
    renameSync(making, folder);
  } catch (thrown) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(join(folder, 'chromium'))) throw thrown;
  }
  return folder;
}

/** Starts the browser. Its libraries and fonts are given to it alone, so that nothing else this process starts meets them. */
export function launchChromium(): Promise<Browser> {
  const folder = unpackChromium();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    // Needs either a kernel setting or a setuid helper, and root may not use it; the pages are our own.
    chromiumSandbox: false,
    env: {
      PATH: '/usr/bin:/bin',
      HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_CACHE_HOME: folder,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  });
}
