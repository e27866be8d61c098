import * as z from 'zod';
import { BOUNDS, CERTAINTIES, KINDS, STANCES } from '../../model/statement.ts';

/**
 * One statement as the model must give it. Only what every server's strict mode understands: no lengths, no patterns;
 * the rest is checked by `check.ts`. There are no offsets: models count badly, and the quote can be searched for.
 */
export const StatementAnswer = z.strictObject({
  quote: z.string(),
  kind: z.enum(KINDS),
  speaker: z.string(),
  speaker_org: z.string().nullable(),
  via: z.array(z.string()),
  stance: z.enum(STANCES),
  certainty: z.enum(CERTAINTIES),
  actor: z.string().nullable(),
  actor_country: z.string().nullable(),
  target: z.string().nullable(),
  target_country: z.string().nullable(),
  object: z.string().nullable(),
  time: z.string().nullable(),
  quantities: z.array(z.strictObject({ value: z.number(), unit: z.string(), bound: z.enum(BOUNDS) })),
  confidence: z.number(),
});
export type StatementAnswer = z.infer<typeof StatementAnswer>;

const Answer = z.strictObject({ statements: z.array(StatementAnswer) });

/** The `response_format` of a request: the schema above as JSON Schema, strict. */
export const RESPONSE_FORMAT = Object.freeze({
  type: 'json_schema',
  json_schema: { name: 'statements', strict: true, schema: jsonSchema() },
});

function jsonSchema(): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(Answer);
  return schema;
}
