import { problem } from '../../base/problem.ts';
import type { Source } from '../../model/document.ts';
import { textBuilder } from '../builder.ts';
import { readDate } from '../dates.ts';
import { addBody, readStyles } from '../docx/body.ts';
import { xmlPieces } from '../xml.ts';
import { type Format, type Outcome, SURE } from './format.ts';

const BODY = 'word/document.xml';
const STYLES = 'word/styles.xml';
const CORE = 'docProps/core.xml';

/** Word documents (Office Open XML). Unpacked as a stream with a limit, so that a bomb is refused. */
export const docx: Format = {
  id: 'docx',
  recognises({ head, extension, mediaType }) {
    if (!head.startsWith('PK\u0003\u0004')) return SURE.no;
    if (mediaType === 'application/vnd.openxmlformats-officedocument.wordprocessingml.document') return SURE.bytes;
    if (extension === 'docx' || extension === 'docm') return SURE.bytes;
    return /word\/|\[Content_Types\]\.xml/.test(head) ? SURE.declared : SURE.no;
  },
  async read(source, limits) {
    const { unzip } = await import('../docx/unzip.ts');
    const unpacked = unzip(source.bytes, (name) => [BODY, STYLES, CORE].includes(name), limits);
    if ('failed' in unpacked) {
      if (unpacked.failed === 'archive-too-big')
        return refuse(source, 'archive-too-big', { limit: limits.maxInflated, declared: unpacked.declared });
      return refuse(source, unpacked.failed, { reason: unpacked.reason });
    }
    const body = unpacked.entries.get(BODY);
    if (!body)
      return refuse(source, unpacked.names.length ? 'not-a-word-file' : 'archive-damaged', { reason: 'no entries' });
    const utf8 = new TextDecoder();
    const part = (name: string) => utf8.decode(unpacked.entries.get(name) ?? new Uint8Array());
    const out = textBuilder();
    const { title } = addBody(utf8.decode(body), readStyles(part(STYLES)), out);
    const { text, blocks } = out.build();
    if (!text) return refuse(source, 'no-text', {});
    const core = coreFacts(part(CORE));
    const facts = { ...core, title: title ?? core.title ?? firstLine(text, blocks[0]) };
    return { found: [{ medium: 'docx', text, blocks, facts, key: '' }], problems: [] };
  },
};

function coreFacts(xml: string): {
  title: string | null;
  author: string | null;
  publisher: string | null;
  published: string | null;
} {
  const values = new Map<string, string>();
  let name = '';
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'open') name = piece.name;
    else if (piece.kind === 'text' && piece.text.trim()) values.set(name, piece.text.trim());
    else if (piece.kind === 'close') name = '';
  }
  return {
    title: values.get('dc:title') ?? null,
    author: values.get('dc:creator') ?? null,
    publisher: values.get('dc:publisher') ?? null,
    published: readDate(values.get('dcterms:created') ?? values.get('dcterms:modified')),
  };
}

function firstLine(text: string, block: { kind: string; start: number; end: number } | undefined): string | null {
  return block?.kind === 'heading' && block.end - block.start <= 200 ? text.slice(block.start, block.end) : null;
}

function refuse({ name }: Source, code: string, details: Record<string, string | number>): Outcome {
  return { found: [], problems: [problem(code, { source: name }, { format: 'Word document', ...details }, 'error')] };
}
