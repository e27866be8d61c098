import { type Problem, problem } from '../../base/problem.ts';
import type { ImportedData } from '../../model/incident.ts';
import { readMisp, readStix } from './bundles.ts';
import { isCfr, readCfr } from './cfr.ts';
import { COUNT_COLUMNS, isCounts, readCounts } from './counts.ts';
import { isDcid, isDcidMeasures, readDcid } from './dcid.ts';
import { isEurepoc, isEurepocAttributions, readEurepoc } from './eurepoc.ts';
import { isDashboard, isDashboardMain, readDashboard } from './eurepoc-dashboard.ts';
import { csvRows, type Rows } from './rows.ts';
import { isXlsx, xlsxSheets } from './xlsx.ts';

/** Data sets that can be taken over, by the word the command line uses. */
export const DATA_KINDS = ['eurepoc', 'dcid', 'cfr', 'misp', 'stix', 'csv'] as const;
export type DataKind = (typeof DATA_KINDS)[number];

export interface DataFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadData {
  readonly data: ImportedData | null;
  readonly problems: readonly Problem[];
}

interface Table extends Rows {
  readonly name: string;
}

/** Kinds that are tables, told by their columns; `extra` are further tables of the same data set. */
const TABLES: readonly {
  readonly kind: DataKind;
  readonly main: (columns: readonly string[]) => boolean;
  readonly extra: (columns: readonly string[]) => boolean;
  readonly read: (
    main: Table,
    extra: readonly Table[],
  ) => { readonly data: ImportedData; readonly problems: readonly Problem[] };
}[] = [
  {
    kind: 'eurepoc',
    main: isEurepoc,
    extra: isEurepocAttributions,
    read: (main, [extra]) => readEurepoc(main, main.name, extra?.rows),
  },
  {
    kind: 'eurepoc',
    main: isDashboardMain,
    extra: isDashboard,
    read: (main, extra) => readDashboard([main, ...extra.filter((table) => table !== main)]),
  },
  {
    kind: 'dcid',
    main: (c) => isDcid(c) && !isDcidMeasures(c),
    extra: isDcidMeasures,
    read: (main, [extra]) => readDcid(main, main.name, extra?.rows),
  },
  { kind: 'cfr', main: isCfr, extra: () => false, read: (main) => readCfr(main, main.name) },
  { kind: 'csv', main: isCounts, extra: () => false, read: (main) => readCounts(main, main.name) },
];

/**
 * Reads the files of one data set. Without a kind it is told by columns and contents. Files that are not part of it are problems;
 * `data` is null when none is.
 */
export function readData(files: readonly DataFile[], kind: DataKind | null = null): ReadData {
  const problems: Problem[] = [];
  const tables: Table[] = [];
  for (const { name, bytes } of files) {
    if (isXlsx(bytes)) {
      const opened = xlsxSheets(bytes, name);
      problems.push(...opened.problems);
      tables.push(...opened.sheets.filter((sheet) => sheet.columns.length > 0).map((sheet) => ({ ...sheet, name })));
      continue;
    }
    const text = new TextDecoder().decode(bytes);
    if (/^\s*[[{]/.test(text)) {
      if (!isBundleKind(kind)) {
        problems.push(problem('nothing-of-kind', { source: name }, { kind }, 'error'));
        continue;
      }
      const { data, problems: found } = readBundle(text, name, kind);
      return held(data, name, kind, [...problems, ...found]);
    }
    tables.push({ ...csvRows(text, name), name });
  }
  const candidates = TABLES.filter((t) => kind === null || t.kind === kind);
  for (const { main, extra, read } of candidates) {
    const table = tables.find((t) => main(t.columns));
    if (!table) continue;
    const others = tables.filter((t) => extra(t.columns));
    const { data, problems: found } = read(table, others);
    return held(data, table.name, kind, [...problems, ...found]);
  }
  for (const { name, columns } of tables) problems.push(missing(name, columns, kind));
  return { data: null, problems };
}

const isBundleKind = (kind: DataKind | null): kind is 'misp' | 'stix' | null =>
  kind === null || kind === 'misp' || kind === 'stix';

/** A data set without a single incident or count is none: it would be named as a source in every answer. */
function held(
  data: ImportedData | null,
  source: string,
  kind: DataKind | null,
  problems: readonly Problem[],
): ReadData {
  if (!data || data.incidents.length > 0 || data.tallies.length > 0) return { data, problems };
  const what = kind ?? data.dataset.slice(0, Math.max(0, data.dataset.indexOf(':')));
  return {
    data: null,
    problems: [...problems, problem('nothing-of-kind', { source }, { kind: what || data.dataset }, 'error')],
  };
}

function missing(source: string, columns: readonly string[], kind: DataKind | null): Problem {
  const absent = ['value', 'unit', 'counter'].find((name) => !columns.includes(name));
  if (kind === 'csv')
    return problem(
      'column-missing',
      { source },
      { column: absent ?? `${COUNT_COLUMNS[0]} or ${COUNT_COLUMNS[1]}` },
      'error',
    );
  return problem('table-unknown', { source }, { columns: columns.slice(0, 6).join(', ') }, 'error');
}

function readBundle(text: string, source: string, kind: 'misp' | 'stix' | null): ReadData {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return {
      data: null,
      problems: [problem('unreadable', { source }, { format: 'JSON', reason: (error as Error).message }, 'error')],
    };
  }
  const isStix = kind === 'stix' || (kind === null && typeof json === 'object' && json !== null && 'objects' in json);
  return isStix ? readStix(json, source) : readMisp(json, source);
}
