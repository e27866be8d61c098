import type { Quantity } from '../../src/http/contract/index.ts';

/** Quantities as they are typed: "at-least 40 attack; 87 store". */
export function quantityUnits(quantities: readonly Quantity[]): string {
  return quantities
    .map(({ value, unit, bound }) => `${bound === 'exact' ? '' : `${bound} `}${value} ${unit}`)
    .join('; ');
}
