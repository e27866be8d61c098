import type { Problem } from '../../base/problem.ts';
import { problem } from '../../base/problem.ts';
import { readYaml } from './yaml.ts';
import { entry, kindOf, type YamlNode } from './yaml-node.ts';

/** Values of placeholders, by name without percent signs. Strings may hold wildcards. */
export type Variables = Readonly<Record<string, string | number | readonly (string | number)[]>>;

/** The values of a placeholder, undefined when there is none of that name. */
export function valuesOf(variables: Variables, name: string): readonly string[] | undefined {
  const found = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (found === undefined) return undefined;
  return (Array.isArray(found) ? (found as readonly (string | number)[]) : [found as string | number]).map(String);
}

/**
 * Reads a file of variables, YAML or JSON: a map of names to a value or a list of values, or such a map under the key `vars`, as in
 * pySigma's pipelines.
 */
export function readVariables(
  file: string,
  text: string,
): { readonly variables: Variables; readonly problems: readonly Problem[] } {
  const [document] = readYaml(file, text);
  if (!document) return { variables: {}, problems: [problem('no-document', { source: file }, {}, 'error')] };
  const { root, remarks } = document;
  const variables: Record<string, readonly string[]> = Object.create(null) as Record<string, readonly string[]>;
  const inner = root?.kind === 'map' ? entry(root, 'vars')?.value : undefined;
  const map = inner?.kind === 'map' ? inner : root;
  if (map && map.kind !== 'map')
    remarks.error('field-type', map.at, { field: 'vars', wanted: 'a map of names to values', found: kindOf(map) });
  if (map?.kind === 'map')
    for (const { key, value } of map.entries) {
      const values = (value.kind === 'list' ? value.items : [value]).map(valueText);
      if (values.includes(null))
        remarks.error('field-type', value.at, {
          field: key,
          wanted: 'a value or a list of values',
          found: kindOf(value),
        });
      else variables[key] = values as string[];
    }
  return { variables, problems: remarks.problems };
}

function valueText(node: YamlNode): string | null {
  return node.kind === 'scalar' && node.value !== null ? node.text : null;
}
