import { readFile, writeFile } from 'node:fs/promises';
import { techniqueName } from '../../actions/case-bulletin.ts';
import { UsageError } from '../../base/errors.ts';
import { composeBulletin, ENGLISH, lintBulletin, type Tlp } from '../../report/bulletin/index.ts';
import { recordFromCase } from '../case-record.ts';
import { EXIT } from '../exit.ts';
import { inputFile } from '../input-file.ts';
import { print, say } from '../output.ts';

export interface CaseBulletinOptions {
  readonly format: 'markdown' | 'html' | 'pdf' | 'stix';
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

/** A bulletin from what `case build --json` wrote. Faults that the lint finds are told, and the exit code says so. */
export async function caseBulletinCommand(file: string, options: CaseBulletinOptions): Promise<number> {
  const record = recordFromCase(await readFile(inputFile(file), 'utf8'), file, options);
  const bulletin = composeBulletin(record, ENGLISH, techniqueName);
  const faults = lintBulletin(bulletin, record);
  for (const { code, sentence, detail } of faults) say(`${code}: “${sentence}”${detail === '' ? '' : ` (${detail})`}`);
  const { format, out } = options;
  if (format === 'pdf' && out === undefined) throw new UsageError('a PDF needs --out FILE');
  if (format === 'pdf') {
    const { bulletinPdf } = await import('../../report/bulletin/pdf.ts');
    await writeFile(out!, await bulletinPdf(bulletin));
  } else {
    const { bulletinText } = await import('../../report/bulletin/index.ts');
    const text = bulletinText(format, bulletin, record);
    if (out === undefined) await print(text);
    else await writeFile(out, text);
  }
  return faults.length > 0 ? EXIT.problems : EXIT.done;
}
