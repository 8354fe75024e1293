/** The part of a meter's face that a test asks for in the page; its file is of the browser. */
export interface ShownFace {
  previous: number | null;
  usual: number | null;
  register: { digits: number; decimals: number; initial: number };
}

/** In the page. */
export const facesOf = (all: readonly unknown[]): ShownFace[] =>
  (all as ShownFace[]).map(({ previous, usual, register }) => ({ previous, usual, register }));

/** What the meter would show after a usual month, as it stands on its drums. */
export function afterUsualMonth({ previous, usual, register }: ShownFace): string {
  const value = (previous ?? register.initial) + (usual ?? 10 ** register.decimals);
  const digits = String(value).padStart(register.digits + register.decimals, '0');
  const whole = digits.slice(0, register.digits);
  return register.decimals === 0 ? whole : `${whole},${digits.slice(register.digits)}`;
}
