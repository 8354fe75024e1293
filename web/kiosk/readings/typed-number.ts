import type { Problem } from '../../../shared/problem.ts';
import { parseQuantity } from '../../../shared/quantity.ts';

/** The largest face there can be (V1): without a network nobody knows how many digits the meter's has. */
const anyFace = { digits: 9, decimals: 6 };

/** V2: what is wrong with a number typed from a meter that nobody knows; null where it can be one. */
export function numberProblem(text: string): Problem['code'] | null {
  const parsed = parseQuantity(text, anyFace);
  return parsed.ok ? null : parsed.problem.code;
}
