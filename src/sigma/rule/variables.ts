/** Values of placeholders, by name without percent signs. Strings may hold wildcards. */
export type Variables = Readonly<Record<string, string | number | readonly (string | number)[]>>;

/** The values of a placeholder, undefined when there is none of that name. */
export function valuesOf(variables: Variables, name: string): readonly string[] | undefined {
  const found = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (found === undefined) return undefined;
  return (Array.isArray(found) ? (found as readonly (string | number)[]) : [found as string | number]).map(String);
}
