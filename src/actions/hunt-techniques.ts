import { type Technique, techniques } from '../knowledge/techniques.ts';

/** The name and tactics of an ATT&CK technique, for reports; undefined for ids that never were. */
export function techniqueOf(id: string): Technique | undefined {
  return techniques().get(id.toUpperCase());
}
