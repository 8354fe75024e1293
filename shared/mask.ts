/** What stands for what is not told. Always as many, so that not even the length is told. */
const hidden = '•••';
const hiddenNumber = '••';

/** The first letter of each word: `Anna Bērziņa` → `A••• B•••`. Who it is recognises it, and nobody else learns the name. */
export function maskedName(name: string): string {
  const words = name
    .normalize('NFC')
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word));
  return words.map((word) => `${/\p{L}\p{M}*/u.exec(word)?.[0] ?? ''}${hidden}`).join(' ');
}

/**
 * The house, which everybody can see, without the flat: `Rīgas iela 7`, `Rīgas iela 7-12, Rīga` → `Rīgas iela 7-••, Rīga`. Of an
 * address that does not begin with its house only the house is told, because nobody knows what else stands in it.
 */
export function maskedAddress({ building, address }: { building: string; address: string }): string {
  const rest = address.slice(building.length);
  // `Rīgas iela 7` is not the house of `Rīgas iela 71-12`.
  if (building === '' || !address.startsWith(building) || /^[\p{L}\p{M}\p{N}]/u.test(rest)) return building;
  return building + rest.replace(/\p{N}[\p{L}\p{M}\p{N}]*/gu, hiddenNumber);
}
