/** Texts that people, scanners and worse type into fields of any kind. */
export const hostileTexts: readonly string[] = [
  "'; drop table users; --",
  "' or '1'='1",
  '" onmouseover="alert(1)',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '\u202eaņizrēB annA',
  '\u2066Anna\u2069',
  'مرحبا',
  '🍄🍄🍄🍄🍄',
  'Аnna Bērziņа',
  'Ivanov И.И.',
  '１２３４５',
  '١٢٣٤٥',
  'x'.repeat(10_000),
  '🍄'.repeat(3_000),
  `a${'\u0301'.repeat(500)}`,
  'Anna\r\nBcc: other@example.com',
  '\u0000',
  'Anna\u0000',
  '\ud800',
  '\ufeff',
  '%00',
  '../../etc/passwd',
  '__proto__',
  '{{7*7}}',
  'null',
  '',
  ' ',
];

/** Words that would give the inside of the server away. */
export const insideWords =
  /sqlite|postgres|select |insert |syntax|constraint|node_modules|\.ts:|at \w+ \(|zod|kysely|trpcerror/i;
