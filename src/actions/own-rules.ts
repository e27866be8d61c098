import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The rules that come with the program, beside `src` in a checkout and beside `dist` in the package. */
export const OWN_RULES = fileURLToPath(new URL('../../rules/', import.meta.url));

/** Paths of the program's own rules; none where they were left out of an installation. */
export const ownRules = (): readonly string[] => (existsSync(OWN_RULES) ? [OWN_RULES] : []);
