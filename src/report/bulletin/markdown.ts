import type { Bulletin, Sentence } from './bulletin.ts';

/** A bulletin as Markdown: sources as numbers in brackets behind each sentence, and as a list at the end. */
export function bulletinMarkdown(bulletin: Bulletin): string {
  const out = [`# ${bulletin.title}`, '', `**${bulletin.tlp}**`, ''];
  for (const [name, value] of bulletin.head) out.push(`- ${name}: ${escaped(value)}`);
  for (const { heading, sentences, table } of bulletin.sections) {
    out.push('', `## ${heading}`, '', sentences.map(sentenceText).map(escaped).join(' '));
    if (table && table.rows.length > 0)
      out.push('', row(table.head), row(table.head.map(() => '---')), ...table.rows.map(row));
  }
  if (bulletin.sources.length > 0)
    out.push(
      '',
      '## Sources',
      '',
      ...bulletin.sources.map((source, n) => `${n + 1}. \`${source.replaceAll('`', "'")}\``),
    );
  return `${out.join('\n')}\n`;
}

/** A sentence with the numbers of its sources. */
export function sentenceText({ text, sources }: Sentence): string {
  return sources.length === 0 ? text : `${text} ${sources.map((number) => `[${number}]`).join('')}`;
}

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => escaped(cell).replaceAll('|', '\\|')).join(' | ')} |`;

const escaped = (text: string): string => text.replaceAll('<', '&lt;').replaceAll(/[\r\n]+/g, ' ');
