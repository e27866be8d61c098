/** Puts rows of one origin together, in the place of the first of them; the order is kept otherwise. */
export function stackByOrigin<T extends { readonly origin: string }>(rows: readonly T[]): T[][] {
  const stacks = new Map<string, T[]>();
  for (const row of rows) {
    const stack = stacks.get(row.origin);
    if (stack) stack.push(row);
    else stacks.set(row.origin, [row]);
  }
  return [...stacks.values()];
}
