import { aap } from './aap.ts';
import { afp } from './afp.ts';
import { anp } from './anp.ts';
import { ansa } from './ansa.ts';
import { ap } from './ap.ts';
import { apa } from './apa.ts';
import { belga } from './belga.ts';
import type { Dialect } from './dialect.ts';
import { dpa } from './dpa.ts';
import { efe } from './efe.ts';
import { keystoneSda } from './keystone-sda.ts';
import { kyodo } from './kyodo.ts';
import { ntb } from './ntb.ts';
import { pa } from './pa.ts';
import { reuters } from './reuters.ts';
import { ritzau } from './ritzau.ts';
import { stt } from './stt.ts';
import { tass } from './tass.ts';
import { tt } from './tt.ts';
import { yonhap } from './yonhap.ts';

const DIALECTS: readonly Dialect[] = [
  aap,
  afp,
  anp,
  ansa,
  ap,
  apa,
  belga,
  dpa,
  efe,
  keystoneSda,
  kyodo,
  ntb,
  pa,
  reuters,
  ritzau,
  stt,
  tass,
  tt,
  yonhap,
];

/** The dialect of whoever signs a message first: `senders` are its names for itself, the surest first. */
export function dialectOf(senders: readonly (string | undefined)[]): Dialect | undefined {
  for (const sender of senders) {
    const name = sender?.trim();
    if (name === undefined || name === '' || name.length > 200) continue;
    const found = DIALECTS.find((dialect) => dialect.senders.test(name));
    if (found !== undefined) return found;
  }
  return undefined;
}
