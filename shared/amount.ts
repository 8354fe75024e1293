/** Money as people and files write it, read into minor units (B1). No sum of a household comes near the bound. */
const mostMinor = 999_999_999_99;

export type AmountProblem =
  | { code: 'not_an_amount' }
  /** B1: more than two digits after the mark. */
  | { code: 'amount_too_precise' }
  | { code: 'amount_too_large' };

// Spaces between groups of three only: 1 23 is a slip, and a comma or point is always the decimal mark.
const amountPattern = /^([-−]?)(\d+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+)(?:[.,](\d+))?$/;

/** `"5 955,86"` is 595586, `"-11.86"` is −1186. Comma or point, spaces between thousands; anything else is a problem. */
export function parseAmount(text: string): { ok: true; value: number } | { ok: false; problem: AmountProblem } {
  const match = amountPattern.exec(text);
  if (!match) return { ok: false, problem: { code: 'not_an_amount' } };
  const [, sign, whole = '', decimals = ''] = match;
  if (decimals.length > 2) return { ok: false, problem: { code: 'amount_too_precise' } };
  const value = Number(whole.replace(/\D/g, '') + decimals.padEnd(2, '0'));
  if (value > mostMinor) return { ok: false, problem: { code: 'amount_too_large' } };
  return { ok: true, value: sign && value !== 0 ? -value : value };
}

/** A decimal with a point and no thousands marks, for files and codes: 123456 is `"1234.56"`. */
export function plainAmount(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
