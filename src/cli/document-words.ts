import { fileName } from '../base/file-name.ts';
import { styled } from './output.ts';
import type { ReadShape } from './shape.ts';
import { statementLines } from './statement-words.ts';

const INDICATORS_SHOWN = 10;

/** A document that was read, for people: its facts, statements, indicators and techniques. */
export function documentWords({ document, statements, indicators, techniques }: ReadShape): string {
  const facts = [document.publisher, document.published, document.language].filter(Boolean).join(' · ');
  const sought = [
    ...new Set(indicators.filter(({ role }) => role === 'indicator').map(({ type, value }) => `${type} ${value}`)),
  ];
  const ids = [...new Set(techniques.map(({ id }) => id))];
  const lines = [
    styled('bold', document.title ?? fileName(document.name)),
    ...(facts ? [`  ${facts}`] : []),
    ...(document.read ? [] : ['  not read for statements']),
    ...statements.map((one) => statementLines(one, one.quote, '  ')),
    ...(sought.length > 0 ? [`  Indicators: ${listed(sought)}`] : []),
    ...(ids.length > 0 ? [`  Techniques: ${ids.join(', ')}`] : []),
  ];
  return `${lines.join('\n')}\n\n`;
}

function listed(values: readonly string[]): string {
  const more = values.length - INDICATORS_SHOWN;
  return `${values.slice(0, INDICATORS_SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
