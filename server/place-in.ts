import type { z } from '../shared/zod.ts';
import { ProblemError } from './errors.ts';

/** The place in a list that a page gave out as JSON, to go on from. Throws `bad_input` for what no page gave out. */
export function placeIn<Place>(schema: z.ZodType<Place>, after: string): Place {
  try {
    const parsed = schema.safeParse(
      JSON.parse(after, (_, value: unknown) => {
        // Written as an escape it was no such sign before; PostgreSQL holds none in a text.
        if (typeof value === 'string' && value.includes('\0')) throw new SyntaxError('a sign that no text holds');
        return value;
      }),
    );
    if (parsed.success) return parsed.data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new ProblemError({ code: 'bad_input', path: 'after' });
}
