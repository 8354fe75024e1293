/** Modules of white around a QR code (ISO/IEC 18004 § 9.1), without which many readers see nothing. */
export const quietZone = 4;

/** The runs of dark modules in a row: fewer and longer shapes, between which no printer leaves a gap. */
export function runsOf(row: readonly boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  row.forEach((dark, at) => {
    const last = runs.at(-1);
    if (dark && last && last.from + last.length === at) last.length++;
    else if (dark) runs.push({ from: at, length: 1 });
  });
  return runs;
}
