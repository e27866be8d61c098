import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { techniqueName } from '../../actions/case-bulletin.ts';
import { UsageError } from '../../base/errors.ts';
import type { LeftStatement, LeftWhy } from '../../model/case-record.ts';
import {
  type Bulletin,
  bulletinText,
  composeBulletin,
  ENGLISH,
  type Fault,
  lintBulletin,
  type TextForm,
  type Tlp,
} from '../../report/bulletin/index.ts';
import { recordFromCase } from '../case-record.ts';
import { withLedger } from '../connection.ts';
import { EXIT } from '../exit.ts';
import { inputFile } from '../input-file.ts';
import { print, say } from '../output.ts';
import { given } from '../rows.ts';
import { count } from '../statement-words.ts';

const LEFT_WORDS: Readonly<Record<LeftWhy, string>> = {
  'other-time': 'its time lies outside the case',
  'other-case': 'its passage tells another case',
  'several-cases': 'the report tells several cases',
};

export interface CaseBulletinOptions {
  readonly format: TextForm | 'pdf';
  /** Counts from 1. */
  readonly intrusion?: number;
  readonly out?: string;
  readonly id?: string;
  readonly tlp: Tlp;
  readonly issuer?: string;
  readonly date?: string;
  readonly sector?: string;
  readonly country?: string;
  readonly size?: string;
  readonly detected?: string;
  readonly reported?: string;
  readonly product?: string;
  readonly weakness?: string;
  readonly zeroDay?: boolean;
}

/**
 * A bulletin from what `case build --json` wrote, or from a case of the ledger with what its reports say. Faults that the lint finds are
 * told, and the exit code says so; what was left out of reports is told too.
 */
export async function caseBulletinCommand(nameOrFile: string, options: CaseBulletinOptions): Promise<number> {
  const { format, out } = options;
  if (format === 'pdf' && out === undefined) throw new UsageError('a PDF needs --out FILE');
  const {
    bulletin,
    texts,
    faults,
    left_out: left,
  } = existsSync(nameOrFile) || A_FILE.test(nameOrFile)
    ? await fromFile(nameOrFile, options)
    : await fromLedger(nameOrFile, options);
  for (const { code, sentence, detail } of faults) say(`${code}: “${sentence}”${detail === '' ? '' : ` (${detail})`}`);
  for (const { statement, why, passage } of left)
    say(
      `left out, ${LEFT_WORDS[why]}${passage === null ? '' : ` (“${passage}”)`}: ${statement.id} “${statement.quote}”`,
    );
  if (left.length > 0)
    say(
      `${count(left.length, 'statement')} left out of reports; "longwatch case add NAME --statement ID" takes one in.`,
    );
  if (format === 'pdf') {
    const { bulletinPdf } = await import('../../report/bulletin/pdf.ts');
    await writeFile(out!, await bulletinPdf(bulletin));
  } else {
    const text = texts[format];
    if (out === undefined) await print(text);
    else await writeFile(out, text);
  }
  return faults.length > 0 ? EXIT.problems : EXIT.done;
}

/** What looks like a file is one, and is missed as one. */
const A_FILE = /\.json$|[/\\]/;

interface Made {
  readonly bulletin: Bulletin;
  readonly texts: Readonly<Record<TextForm, string>>;
  readonly faults: readonly Fault[];
  readonly left_out: readonly LeftStatement[];
}

async function fromFile(file: string, options: CaseBulletinOptions): Promise<Made> {
  const record = recordFromCase(await readFile(inputFile(file), 'utf8'), file, options);
  const bulletin = composeBulletin(record, ENGLISH, techniqueName);
  const text = (form: TextForm) => bulletinText(form, bulletin, record);
  return {
    bulletin,
    texts: { markdown: text('markdown'), html: text('html'), stix: text('stix') },
    faults: lintBulletin(bulletin, record),
    left_out: [],
  };
}

/** Throws UsageError where neither a file nor a case has the name. */
async function fromLedger(name: string, options: CaseBulletinOptions): Promise<Made> {
  const { tlp, zeroDay, id, issuer, date, sector, country, size, detected, reported, product, weakness } = options;
  const { markdown, html, stix, ...made } = await withLedger(({ call }) =>
    call('cases.bulletin', {
      ...{ name, tlp },
      ...(options.intrusion === undefined ? {} : { n: options.intrusion }),
      ...given({ id, issuer, date, sector, country, size, detected, reported, product, weakness, zero_day: zeroDay }),
    }),
  );
  return { ...made, texts: { markdown, html, stix } };
}
