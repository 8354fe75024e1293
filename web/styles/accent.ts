import type { PublicCompany } from '../../shared/company.ts';

/**
 * Puts the company's accent over the tokens, through CSSOM because the Content-Security-Policy allows no inline styles.
 * Returns how to stop following the light and dark scheme.
 */
export function followAccent(root: HTMLElement, { accent }: Pick<PublicCompany, 'accent'>): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const paper = getComputedStyle(root).getPropertyValue('--paper').trim();
    for (const [name, value] of Object.entries(accentTokens(dark.matches ? accent.dark : accent.light, paper))) {
      root.style.setProperty(name, value);
    }
  };
  apply();
  dark.addEventListener('change', apply);
  return () => dark.removeEventListener('change', apply);
}

/**
 * A company may choose any accent. Text on it is black or white, whichever can be read better; text *in* it is used only
 * where it keeps 4.5 : 1 on the paper (WCAG 2.2, 1.4.3), and is ink otherwise.
 */
export function accentTokens(accent: string, paper: string): Record<`--${string}`, string> {
  const onAccent = contrast(accent, '#ffffff') >= contrast(accent, '#10110d') ? '#ffffff' : '#10110d';
  return {
    '--accent': accent,
    '--accent-ink': onAccent,
    '--accent-text': contrast(accent, paper) >= 4.5 ? accent : 'var(--ink)',
    '--accent-wash': `color-mix(in srgb, ${accent} 9%, var(--card))`,
  };
}

/** Contrast ratio of two colours `#rrggbb`, after WCAG 2.2. */
export function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
