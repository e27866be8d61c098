/** Generated telemetry of intrusions with their ground truth: traces only, for tests, training and measuring. */
import type { Story } from './contract.ts';
import { DOCUMENT_SYSTEM } from './stories/document-system.ts';
import { FALSE_FLAG } from './stories/false-flag.ts';
import { MAIL_SERVER } from './stories/mail-server.ts';

export type { NoiseLevel, Story, Trace } from './contract.ts';
export { type Generated, generate, type ScenarioOptions } from './generate.ts';
export { HARDSHIPS } from './hardships.ts';
export { iisHeader } from './traces/web.ts';
export { zeekHeader } from './traces/zeek.ts';
export type { Truth } from './truth.ts';

export const STORIES: readonly Story[] = [MAIL_SERVER, DOCUMENT_SYSTEM, FALSE_FLAG];
