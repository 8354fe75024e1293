import type { Company, Language } from '../../shared/company.ts';
import { type Html, html } from '../html.ts';

export interface Sheet {
  language: Language;
  title: string;
  /** The day on which it is written, in words. */
  date: string;
  content: Html;
}

/**
 * A letter of the company on one A4 page, as an HTML file that a browser prints as it is: nothing in it is fetched from
 * anywhere, and nothing runs.
 */
export function sheet(company: Company, { language, title, date, content }: Sheet): string {
  // An emergency number is not for questions about a letter.
  const phones = company.phones.filter(({ kind }) => kind !== 'emergency');
  const contacts = phones.map(
    ({ label, number }) => html`<div><dt>${label[language] ?? ''}</dt><dd>${unbroken(number)}</dd></div>`,
  );
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${styles}</style>
</head>
<body style="--accent: ${company.accent.light}">
<article>
<header><p class="company"><bdi>${company.name}</bdi></p><p class="date">${date}</p></header>
<main>
${content}
</main>
<footer><dl>${contacts}</dl><p>${company.mail.address}</p></footer>
</article>
</body>
</html>
`.text;
}

/** A telephone number that stays on one line. */
export const unbroken = (number: string): string => number.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011');

/**
 * A page without margins has no room for the browser's own lines of address and date; the margins are the sheet's.
 * What does not fit goes on on a second page, with the same margins. Readers are often old: nothing is below 11 points.
 */
const styles = html`
@page { size: A4; margin: 0 }
* { box-sizing: border-box; margin: 0; padding: 0 }
html { color-scheme: light; background: #d9d9d6 }
body { font: 12pt/1.42 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif; color: #1a1a1a; text-wrap: pretty }
article { display: flex; flex-direction: column; width: 210mm; min-height: 297mm; margin: 8mm auto;
  padding: 17mm 20mm 12mm 22mm; box-decoration-break: clone; background: #fff; box-shadow: 0 1mm 5mm #0003 }
header { display: flex; justify-content: space-between; align-items: baseline; gap: 12mm; padding-bottom: 3mm;
  border-bottom: 0.7mm solid var(--accent) }
.company { font-weight: 600; color: var(--accent) }
.date { white-space: nowrap; font-size: 11pt }
main { flex: 1; padding-top: 8mm }
h1 { font-size: 21pt; line-height: 1.2; font-weight: 600; overflow-wrap: anywhere }
h2 { font-size: 12pt; font-weight: 600 }
.who { margin-top: 7mm }
.who div { display: grid; grid-template-columns: 36mm 1fr; column-gap: 4mm }
.who dt, .quiet { color: #555 }
.who dd { overflow-wrap: anywhere }
.who b { font-variant-numeric: tabular-nums }
.intro { margin-top: 6mm }
.way { display: grid; grid-template-columns: 1fr 54mm; gap: 10mm; margin-top: 8mm }
ol { list-style: none; counter-reset: step; margin-top: 3mm }
li { counter-increment: step; position: relative; padding: 0.4mm 0 3.4mm 11mm }
li::before { content: counter(step); position: absolute; left: 0; top: 0; width: 7mm; height: 7mm; line-height: 7mm;
  text-align: center; border-radius: 50%; border: 0.35mm solid var(--accent); color: var(--accent); font-weight: 600 }
figure { align-self: start; text-align: center; border: 0.25mm solid #bbb; border-radius: 2mm; padding: 1mm 1mm 3mm }
.qr { display: block; width: 100%; height: auto }
figcaption { font-size: 11pt; line-height: 1.3; font-weight: 600; padding: 0 2mm }
.way, .address, .care, footer { break-inside: avoid }
.address { margin-top: 6mm; padding: 4mm 5mm; border: 0.35mm solid var(--accent); border-radius: 2mm }
.address code { display: block; margin-top: 1.5mm; overflow-wrap: anywhere; hyphens: none;
  font: 600 14pt/1.5 'Cascadia Mono', Consolas, Menlo, 'DejaVu Sans Mono', monospace; font-variant-ligatures: none }
.address span { display: block }
.address i { font-style: normal; white-space: nowrap; margin-right: 0.5em }
.care { margin-top: 7mm; padding-left: 5mm; border-left: 1.2mm solid #d0a215 }
.care p + p { margin-top: 1.5mm }
footer { display: flex; justify-content: space-between; gap: 1mm 12mm; margin-top: 6mm; padding-top: 3mm;
  border-top: 0.25mm solid #999 }
footer dl { display: flex; flex-wrap: wrap; gap: 1mm 12mm }
footer div { display: flex; flex-wrap: wrap; gap: 0 3mm }
footer dt { color: #555 }
footer dd { font-weight: 600; white-space: nowrap; font-variant-numeric: tabular-nums }
@media print { html { background: none } article { margin: 0; box-shadow: none } }
`;
