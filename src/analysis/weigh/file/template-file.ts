import { UsageError } from '../../../base/errors.ts';
import { TEMPLATES } from '../templates.ts';

/** A weighing file to start from: the question and hypotheses of a template, one row of evidence to copy. UsageError for an unknown one. */
export function templateFile(id: string): string {
  const template = TEMPLATES.find((one) => one.id === id);
  if (!template)
    throw new UsageError(`there is no template "${id}"; there are ${TEMPLATES.map((one) => one.id).join(', ')}`);
  const { question, help, hypotheses } = template;
  const rows = hypotheses.map(
    ({ id, text, role }) => `  - { id: ${id}, text: ${JSON.stringify(text)}, role: ${role} }`,
  );
  return `# ${help}
question: ${JSON.stringify(question)}
template: ${template.id}
hypotheses:
${rows.join('\n')}
evidence:
  # Ratings in the order of the hypotheses: CC, C, N, I, II, or NA where the evidence does not apply.
  # Grade: source A to F, information 1 to 6; F and 6 mean that it cannot be judged.
  - id: E1
    text: What was observed
    source: Who observed it
    grade: C3
    ratings: [${hypotheses.map(() => 'N').join(', ')}]
`;
}
