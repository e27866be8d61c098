import type { Source } from '../../model/document.ts';
import { docx } from './docx.ts';
import { eml } from './eml.ts';
import { feed } from './feed.ts';
import type { Format, Signs } from './format.ts';
import { html } from './html.ts';
import { markdown } from './markdown.ts';
import { pdf } from './pdf.ts';
import { text } from './text.ts';
import { unknown } from './unknown.ts';

/** Every format, the more telling ones first. `unknown` takes what nobody else does. */
export const FORMATS: readonly Format[] = [pdf, docx, feed, eml, html, markdown, text, unknown];

/** The format that is surest of a source. */
export function recognise(source: Source): Format {
  const signs = signsOf(source);
  let best: Format = unknown;
  let sure = 0;
  for (const format of FORMATS) {
    const s = format.recognises(signs);
    if (s > sure) [best, sure] = [format, s];
  }
  return best;
}

export function signsOf({ bytes, name, url, contentType }: Source): Signs {
  const path = url?.split(/[?#]/)[0] ?? name;
  const last = path.slice(path.lastIndexOf('/') + 1);
  return {
    bytes,
    head: headOf(bytes),
    extension: /\.([A-Za-z0-9]{1,10})$/.exec(last)?.[1]?.toLowerCase() ?? '',
    mediaType: (contentType ?? '').split(';')[0]!.trim().toLowerCase(),
  };
}

function headOf(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff || bytes[0] === 0xfe;
  const raw = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const narrow = wide ? raw.replaceAll('\0', '').slice(2) : raw;
  return narrow.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
}
