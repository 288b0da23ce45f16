/**
 * Unpacks the Chromium of @sparticuz/chromium into the folder that TMPDIR names; run as a process of its own, since the
 * package reads and changes the environment. Told that it is on Amazon Linux, it also unpacks the few libraries
 * (NSS, expat) that a bare machine lacks.
 */
import chromium from '@sparticuz/chromium';

await chromium.executablePath();
