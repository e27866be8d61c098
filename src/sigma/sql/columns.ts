import { fieldKey } from '../../base/fields.ts';
import type { Node, Predicate } from '../rule/tree.ts';
import type { Form } from './forms.ts';

/** A column of the table of events that rules ask for. */
export type Column =
  /** The texts of a field in one form. */
  | { readonly kind: 'field'; readonly field: string; readonly form: Form }
  /** Whether the record names the field at all. */
  | { readonly kind: 'presence'; readonly field: string }
  /** All texts of the record, always fenced. */
  | { readonly kind: 'texts'; readonly form: 'folded' | 'raw' };

/** The column's name: the same for every spelling of the field, and never that of a core column. */
export function columnName(column: Column): string {
  switch (column.kind) {
    case 'field':
      return `${column.form}:${fieldKey(column.field)}`;
    case 'presence':
      return `presence:${fieldKey(column.field)}`;
    case 'texts':
      return `texts:${column.form}`;
  }
}

/** The columns that trees need, each once, in the order in which they are met. */
export function columnsOf(trees: Iterable<Node>): Column[] {
  const found = new Map<string, Column>();
  const visit = (node: Node): void => {
    if (node.op === 'and' || node.op === 'or') for (const child of node.of) visit(child);
    else if (node.op === 'not') visit(node.of);
    else
      for (const column of columnsOfPredicate(node)) {
        const name = columnName(column);
        if (!found.has(name)) found.set(name, column);
      }
  };
  for (const tree of trees) visit(tree);
  return [...found.values()];
}

function columnsOfPredicate(test: Predicate): Column[] {
  const field = (name: string, form: Form): Column => ({ kind: 'field', field: name, form });
  switch (test.op) {
    case 'string':
      return [field(test.field, test.cased ? 'raw' : 'folded')];
    case 'keyword':
      return [{ kind: 'texts', form: test.cased ? 'raw' : 'folded' }];
    case 'regex':
      return [field(test.field, 'raw')];
    case 'cidr':
      return [field(test.field, 'address')];
    case 'compare':
      return [field(test.field, 'number')];
    case 'timepart':
      return [field(test.field, 'moment')];
    case 'null':
      return [field(test.field, 'folded')];
    case 'exists':
      return [{ kind: 'presence', field: test.field }];
    case 'fieldref': {
      const form = test.cased ? 'raw' : 'folded';
      return [field(test.field, form), field(test.other, form)];
    }
    case 'const':
      return [];
  }
}
