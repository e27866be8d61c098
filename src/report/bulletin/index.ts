/** Case bulletins: composed from a record alone, checked against it, written in several forms. */
import { uuidOf } from '../../base/hash.ts';
import type { Bulletin } from './bulletin.ts';
import { bulletinHtml } from './html.ts';
import { bulletinMarkdown } from './markdown.ts';
import type { BulletinRecord } from './record.ts';
import { bulletinStix } from './stix.ts';

export type { Bulletin, Section, Sentence } from './bulletin.ts';
export { composeBulletin } from './compose.ts';
export { type ClaimsOfStatements, claimOf, claimsOf, comparisonOf, sourceOf } from './from-statements.ts';
export { type Fault, lintBulletin } from './lint.ts';
export { type BulletinClaim, type BulletinRecord, TLP, type Tlp } from './record.ts';
export { ENGLISH } from './words/en.ts';

/** The forms that are text. */
const FORMS = {
  markdown: (bulletin: Bulletin) => bulletinMarkdown(bulletin),
  html: (bulletin: Bulletin) => bulletinHtml(bulletin),
  stix: (_: Bulletin, record: BulletinRecord) => `${JSON.stringify(bulletinStix(record, uuidOf), null, 2)}\n`,
} as const;

export type TextForm = keyof typeof FORMS;

export function bulletinText(form: TextForm, bulletin: Bulletin, record: BulletinRecord): string {
  return FORMS[form](bulletin, record);
}
