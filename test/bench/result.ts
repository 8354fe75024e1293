/** One figure: what was measured, against what, and what it should be. */
export interface Result {
  name: string;
  /** In the unit that the name gives. */
  value: number;
  limit: number;
  ratio: number;
  goal: string;
  met: boolean;
}

/** At least this part of the limit. */
export function atLeast(name: string, value: number, limit: number, share: number): Result {
  const ratio = value / limit;
  return { name, value, limit, ratio, goal: `≥ ${share}`, met: ratio >= share };
}

/** At most this many times the limit. */
export function atMost(name: string, value: number, limit: number, times: number): Result {
  const ratio = value / limit;
  return { name, value, limit, ratio, goal: `≤ ${times}`, met: ratio <= times };
}

const columns = [
  ['name', (result: Result) => result.name],
  ['value', (result: Result) => shown(result.value)],
  ['limit', (result: Result) => shown(result.limit)],
  ['ratio', (result: Result) => result.ratio.toFixed(2)],
  ['goal', (result: Result) => result.goal],
  ['met', (result: Result) => (result.met ? 'yes' : 'NO')],
] as const;

export function table(results: readonly Result[]): string {
  const lines = [
    columns.map(([title]) => title as string),
    ...results.map((result) => columns.map(([, of]) => of(result))),
  ];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const shown = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en').replaceAll(',', ' ') : value.toPrecision(3);
