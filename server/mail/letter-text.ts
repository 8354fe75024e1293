import type { Page } from './write-letter.ts';

/** The letter for those who read no HTML. */
export function letterText(page: Page): string {
  const { subject, greeting, paragraphs, facts, link, after, help, phones, automatic, company, baseUrl } = page;
  const blocks = [
    subject,
    greeting,
    ...paragraphs,
    facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    link ? `${link.button}:\n${link.url}` : '',
    link ? link.lasts : '',
    ...after,
    [help, ...phones.map(({ label, number }) => `${label}: ${number}`)].join('\n'),
    // Mail programs know a signature by this line.
    ['-- ', company.name, baseUrl, automatic].join('\n'),
  ];
  return `${blocks
    .filter((block) => block !== '')
    .map(withoutNeedlessMarks)
    .join('\n\n')}\n`;
}

/** Letters that run from right to left; without any, the marks around values have nothing to do. */
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

const withoutNeedlessMarks = (text: string): string =>
  rightToLeft.test(text) ? text : text.replace(/[\u2066-\u2069]/g, '');
