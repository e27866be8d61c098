import type { DocumentFacts } from '../model/document.ts';
import { dateLine, readDate } from './dates.ts';

type Imprint = Pick<DocumentFacts, 'publisher' | 'author' | 'published'>;

/**
 * Publisher, author and date where the first or last lines of a bare text plainly say so: a dateline "(ECNS) —", a
 * copyright line, "NBC News, 3 April 2017", "By …", a line that is a date. Null rather than a guess.
 */
export function readImprint(lines: readonly string[], title: string | null): Imprint {
  const said = lines.map((line) => line.trim()).filter(Boolean);
  const first = said.slice(0, TOP);
  const last = said.slice(Math.max(TOP, said.length - BOTTOM)).reverse();
  const near = [...first, ...last];
  return {
    publisher:
      firstOf(near, sourceAndDate)?.publisher ??
      firstOf(said.slice(0, DATELINE_WITHIN), dateline) ??
      firstOf(near, labelled) ??
      firstOf(last, copyright) ??
      titleSuffix(title),
    author: firstOf(near, byline),
    published: firstOf(near, sourceAndDate)?.published ?? firstOf(near, dateLine) ?? firstOf(near, labelledDate),
  };
}

/** A headline without the name of its site, and that name: "Yahoo breach … | ITworld". */
export function splitHeadline(title: string): { headline: string; site: string | null } {
  const m = /^(.{12,}?)\s+[|»·]\s+([^|»·]{2,40})$/.exec(title) ?? titleDash(title);
  const site = m?.[2]?.trim() ?? null;
  return m && site && site.split(/\s+/).length <= 5
    ? { headline: m[1]!.trim(), site }
    : { headline: title, site: null };
}

const TOP = 6;
const BOTTOM = 4;
const DATELINE_WITHIN = 12;

/** Outlets and agencies that sign a dateline without brackets ("Hong Kong CNN — "). */
const SIGNS = [
  'CNN',
  'AP',
  'AFP',
  'UPI',
  'BBC',
  'BBC News',
  'Reuters',
  'Xinhua',
  'Yonhap',
  'Kyodo',
  'NBC News',
  'VOA',
  'RFE/RL',
  'ECNS',
  'TASS',
  'dpa',
];
const SIGN = SIGNS.map((s) => s.replace('/', '\\/')).join('|');
const PLACE = "[A-Z][\\p{L}.'’-]*(?:[ ,]+[A-Z][\\p{L}.'’-]*){0,4}";
const DATELINES: readonly RegExp[] = [
  /^\(([A-Z][\p{L}&.'’ -]{1,30})\)\s*[-–—]{1,2}(?:\s|$)/u,
  new RegExp(`^${PLACE},? \\(([A-Z][\\p{L}&.'’ -]{1,30})\\)\\s*[-–—]{1,2}(?:\\s|$)`, 'u'),
  new RegExp(`^(?:${PLACE} )?\\(?(${SIGN})\\)?\\s*[-–—]{1,2}(?:\\s|$)`, 'u'),
];
const NAME = "[A-Z][\\p{L}\\d&.'’-]*(?: (?:(?:of|the|for|and|de|du|la) )?[A-Z\\d&][\\p{L}\\d&.'’-]*){0,5}";
const SOURCE_DATE = new RegExp(`^(?:Source: ?)?(${NAME}), ((?:\\d{1,2} )?[A-Z][a-z]+\\.? (?:\\d{1,2}, )?\\d{4})$`, 'u');
const LABELLED = new RegExp(`^(?:Publisher|Published by|Outlet|Source|Issued by)\\s*: ?(${NAME})$`, 'u');
const LABELLED_DATE =
  /^(?:Date|Published|Published on|Publication date|First published|Posted|Posted on|Issued|Updated)\s*:?\s+(.{6,40})$/i;
const BYLINE =
  /^\(?(?:By|Written by|Author:) ((?:[A-Z][\p{L}.'’-]*)(?:(?:,? and |, | )[A-Z][\p{L}.'’-]*){0,7})(?:[,.|)(].*)?$/u;
const COPYRIGHT =
  /^(?:©|\(c\)|Copyright)(?:\s*(?:©|\(c\)))?\s*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?,?\s*)?(?:by )?([A-Z].{1,60}?)(?:,? (?:LLC|Inc\.?|Ltd\.?|Limited|Corp\.?|GmbH|plc))?(?:[\s,]*(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?\b.*|[.,]? All rights reserved.*|\.?)$/i;

function dateline(line: string): string | null {
  for (const pattern of DATELINES) {
    const name = pattern.exec(line.slice(0, 120))?.[1];
    if (name) return name;
  }
  return null;
}

function sourceAndDate(line: string): { publisher: string; published: string } | null {
  if (line.length > 90) return null;
  const m = SOURCE_DATE.exec(line);
  const published = m && readDate(m[2]);
  return m && published ? { publisher: m[1]!, published } : null;
}

function labelled(line: string): string | null {
  return line.length > 90 ? null : (LABELLED.exec(line)?.[1] ?? null);
}

function labelledDate(line: string): string | null {
  const m = line.length > 80 ? null : LABELLED_DATE.exec(line);
  return m ? readDate(m[1]) : null;
}

function copyright(line: string): string | null {
  if (line.length > 200) return null;
  return COPYRIGHT.exec(line)?.[1]?.trim() ?? null;
}

function byline(line: string): string | null {
  return line.length > 160 ? null : (BYLINE.exec(line)?.[1]?.trim().replace(/\.$/, '') ?? null);
}

function titleSuffix(title: string | null): string | null {
  return title ? splitHeadline(title).site : null;
}

/** "… infrastructure - Washington Times": only where the headline is in sentence case and the end is a name. */
function titleDash(title: string): RegExpExecArray | null {
  const m = /^(.{12,}\S) [-–—] ([^-–—]{2,40})$/.exec(title);
  if (!m) return null;
  const name = m[2]!.split(/\s+/).every((word) => /^(?:[A-Z\d&]|of$|the$|and$)/.test(word));
  const sentence = (m[1]!.match(/(?<=\s)[a-z][a-z]{3,}/g) ?? []).length >= 2;
  return name && sentence ? m : null;
}

function firstOf<T>(lines: readonly string[], read: (line: string) => T | null): T | null {
  for (const line of lines) {
    const value = read(line);
    if (value !== null) return value;
  }
  return null;
}
