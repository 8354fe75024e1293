/**
 * What the words `exchange-problem-<code>` of a refused row are about, by name: lists in one line, and `none` for what is not known.
 * They are words and numbers of the file itself.
 */
export function rowProblemValues({ code: _, ...details }: { code: string }): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(details as Record<string, string | number | readonly string[] | null>).map(([name, value]) => [
      name,
      typeof value === 'object' ? (value?.join(', ') ?? 'none') : value,
    ]),
  );
}
