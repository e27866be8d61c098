import { loadTable } from './load.ts';

/** A technique or sub-technique of ATT&CK Enterprise. */
export interface Technique {
  readonly id: string;
  readonly name: string;
  readonly tactics: readonly string[];
  /** Null while in use; the id that took its place, or '' where none did, once withdrawn. */
  readonly replaced: string | null;
}

interface Table {
  readonly attack: string;
  readonly techniques: readonly (readonly [string, string, readonly string[], string | null])[];
}

let table: ReadonlyMap<string, Technique> | undefined;

/** All techniques by id, withdrawn ones too, loaded on first use. */
export function techniques(): ReadonlyMap<string, Technique> {
  table ??= new Map(
    loadTable<Table>('knowledge/techniques.json.gz').techniques.map(([id, name, tactics, replaced]) => [
      id,
      { id, name, tactics, replaced },
    ]),
  );
  return table;
}

/** The id in use today for an id of any version; the id itself where nothing took its place, null for one that never was. */
export function currentTechnique(id: string): string | null {
  const found = techniques().get(id);
  if (!found) return null;
  return found.replaced && found.replaced !== id ? (currentTechnique(found.replaced) ?? id) : id;
}
