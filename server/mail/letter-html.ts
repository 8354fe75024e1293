import { Html, html } from '../html.ts';
import type { Page } from './write-letter.ts';

/**
 * The letter as mail programs show it: one column of at most 600 pixels in tables, and styles in the elements, because
 * that is what all of them know; what only some know (dark colours, narrow screens) stands in the head. No pictures and
 * nothing from anywhere else.
 */
export function letterHtml(page: Page): string {
  const { language, company, baseUrl, subject, greeting, paragraphs, facts, link, after, help, phones, automatic } =
    page;
  const { light, dark } = company.accent;
  return html`<!doctype html>
<html lang="${language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${subject}</title>
<style>${new Html(styles(dark))}</style>
</head>
<body class="paper" style="margin:0;padding:0;background:#f6f3eb;-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden">${marked(paragraphs[0] ?? '')}</div>
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f6f3eb">
<tr><td align="center" class="edge" style="padding:32px 16px">
<table role="presentation" class="card" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;background:#fffdf8;border:1px solid #dcd6c7;border-top:6px solid ${light};border-radius:10px">
<tr><td class="pad" style="padding:28px 40px 36px;text-align:left;font-family:${font};font-size:18px;line-height:1.5;color:#1c1b18">
<p class="soft" style="margin:0 0 28px;font-size:16px;font-weight:bold;color:#4f4b42">${company.shortName}</p>
<h1 style="margin:0 0 20px;font-size:28px;line-height:1.25;font-weight:bold">${subject}</h1>
<p style="margin:0 0 16px">${marked(greeting)}</p>
${paragraphs.map((paragraph) => html`<p style="margin:0 0 16px">${marked(paragraph)}</p>\n`)}
${facts.length > 0 ? factTable(facts) : null}
${link && linkBlock(link, light)}
${after.map((paragraph) => html`<p style="margin:0 0 16px">${marked(paragraph)}</p>\n`)}
<div class="line" style="margin:28px 0 24px;border-top:1px solid #dcd6c7;font-size:1px;line-height:1px">&nbsp;</div>
<p style="margin:0 0 8px;font-weight:bold">${help}</p>
${phones.map(({ label, number }) => html`<p style="margin:0 0 8px">${label}: ${phoneLink(number)}</p>\n`)}
</td></tr></table>
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px">
<tr><td class="pad soft" style="padding:20px 40px 0;text-align:left;font-family:${font};font-size:14px;line-height:1.5;color:#4f4b42">
${company.name}<br><a class="soft" href="${baseUrl}" target="_blank" style="color:#4f4b42">${baseUrl}</a><br>${automatic}
</td></tr></table>
</td></tr></table>
</body>
</html>
`.text;
}

const font = "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

const factTable = (
  facts: Page['facts'],
): Html => html`<table role="presentation" class="well" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px;background:#efebdf;border-radius:8px">
<tr><td style="padding:12px 16px">${facts.map(
  ({ label, value }) =>
    html`<p style="margin:4px 0;line-height:1.4;word-break:break-word"><span class="soft" style="font-size:16px;color:#4f4b42">${label}</span><br><b>${marked(value)}</b></p>\n`,
)}</td></tr></table>`;

const linkBlock = ({ url, button, lasts, plain }: NonNullable<Page['link']>, accent: string): Html => html`
<table role="presentation" class="wide" cellpadding="0" cellspacing="0" border="0" style="margin:28px 0 24px">
<tr><td class="button" align="center" bgcolor="${accent}" style="background:${accent};border-radius:8px">
<a class="on-button" href="${url}" target="_blank" style="display:block;padding:16px 32px;font-size:20px;line-height:1.3;font-weight:bold;text-decoration:none;color:${textOn(accent)}">${button}</a>
</td></tr></table>
<p style="margin:0 0 16px">${marked(lasts)}</p>
<p class="soft" style="margin:0 0 28px;font-size:16px;color:#4f4b42">${plain}<br>
<a class="soft" href="${url}" target="_blank" style="color:#4f4b42;word-break:break-all">${url}</a></p>`;

/** RFC 3966: without the spaces and brackets that help people to read; and on one line. */
const phoneLink = (number: string): Html =>
  html`<a class="ink" href="tel:${number.replace(/[^+\d]/g, '')}" style="color:#1c1b18;font-weight:bold;white-space:nowrap">${number}</a>`;

/** A value keeps its direction to itself. */
const marked = (text: string): (string | Html)[] =>
  text.split(/([\u2068\u2069])/).map((part) => {
    if (part === '\u2068') return new Html('<bdi>');
    return part === '\u2069' ? new Html('</bdi>') : part;
  });

/** For mail programs that follow the dark scheme and read a head; others turn the colours round by themselves. */
const styles = (accent: string): string => `
:root { color-scheme: light dark; supported-color-schemes: light dark }
@media (max-width: 480px) {
  .edge { padding: 0 0 24px !important }
  .card { border-left: 0 !important; border-right: 0 !important; border-radius: 0 !important }
  .pad { padding-left: 20px !important; padding-right: 20px !important }
  .wide { width: 100% !important }
}
@media (prefers-color-scheme: dark) {
  .paper { background: #141310 !important }
  .card { background: #1e1d19 !important; border-color: #38352d !important; border-top-color: ${accent} !important }
  .pad, .ink, h1 { color: #f3f0e7 !important }
  .soft { color: #c3bdae !important }
  .well { background: #27251f !important }
  .line { border-color: #38352d !important }
  .button { background: ${accent} !important }
  .on-button { color: ${textOn(accent)} !important }
}
`;

/** Black or white, whichever can be read better on a colour `#rrggbb` (WCAG 2.2, relative luminance). */
function textOn(colour: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  // Where both have the same contrast: (1.05) / (l + 0.05) = (l + 0.05) / 0.05.
  return luminance > 0.179 ? '#10110d' : '#ffffff';
}
