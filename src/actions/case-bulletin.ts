import { techniques } from '../knowledge/techniques.ts';

/** The name of a technique, with its parent's for a sub-technique; the id where the table does not know it. */
export function techniqueName(id: string): string {
  const own = techniques().get(id)?.name;
  if (own === undefined) return id;
  const parent = id.includes('.') ? techniques().get(id.slice(0, id.indexOf('.')))?.name : undefined;
  return parent === undefined || own.startsWith(parent) ? own : `${parent}: ${own}`;
}
