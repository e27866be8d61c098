import type { DocumentSummary } from '../../../src/http/contract/index.ts';
import type { Row } from '../../files/data.ts';
import { fileName } from '../../words/file-name.ts';

export function documentRow(d: DocumentSummary): Row {
  return {
    id: d.id,
    title: d.title ?? fileName(d.name),
    publisher: d.publisher,
    author: d.author,
    published: d.published,
    url: d.url,
    language: d.language,
    statements: d.statements,
    reviewed: d.reviewed,
    indicators: d.indicators,
    problems: d.problems,
    origin: d.origin,
    recorded: d.recorded,
  };
}

/** A list of sources for a report. */
export function documentsMarkdown(rows: readonly DocumentSummary[]): string {
  return rows
    .map((d) => {
      const title = d.url ? `[${d.title ?? fileName(d.name)}](${d.url})` : (d.title ?? fileName(d.name));
      return `- ${[d.publisher, title, d.published].filter(Boolean).join(', ')}: ${d.statements} statements\n`;
    })
    .join('');
}
