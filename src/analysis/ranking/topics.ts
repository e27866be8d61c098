/** The kinds of things that are compared, each in a vector of its own. */
export const TOPICS = ['technique', 'software', 'vulnerability', 'sector', 'country', 'infrastructure'] as const;
export type Topic = (typeof TOPICS)[number];

/** How the terms of a topic look. What nothing else claims is infrastructure: domains, addresses, certificates. */
const FORMS: readonly (readonly [Topic, RegExp])[] = [
  ['technique', /^T\d{4}(?:\.\d{3})?$/],
  ['software', /^S\d{4}$/],
  ['vulnerability', /^CVE-\d{4}-\d{4,}$/],
  ['sector', /^sector:/],
  ['country', /^country:/],
];

export function topicOf(term: string): Topic {
  return FORMS.find(([, form]) => form.test(term))?.[0] ?? 'infrastructure';
}

/** The technique above a sub-technique; any other term itself. */
export function parentOf(term: string): string {
  const dot = term.indexOf('.');
  return dot > 0 && term.startsWith('T') ? term.slice(0, dot) : term;
}
