import type { Company, Language } from '../../shared/company.ts';
import type { EpochMs } from '../../shared/instant.ts';
import { shortestPassword } from '../../shared/password.ts';
import { type Html, html } from '../html.ts';
import { readWords } from '../words.ts';
import { qrCode } from './qr-code.ts';
import { sheet, unbroken } from './sheet.ts';

export interface ActivationLetter {
  name: string;
  email: string | null;
  /** Null, or one that the company does not speak: the company's first. */
  language: string | null;
  accounts: readonly { number: string; address: string }[];
  /** Where residents find the portal, without a slash at the end. */
  url: string;
  token: string;
  now: EpochMs;
  /** The first moment of a day of the company's, at which the token is worth nothing any more. */
  validUntil: EpochMs;
}

/** How many accounts fit on the page with their addresses. */
const mostAccounts = 4;

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', lv: 'lv-LV', ru: 'ru-RU' };

const words = readWords('letters/words');

/** The letter with which a user sets a password: its link as a QR code and to be typed. An HTML file for one A4 page. */
export function activationLetter(company: Company, letter: ActivationLetter): string {
  const language = company.languages.find((spoken) => spoken === letter.language) ?? (company.languages[0] as Language);
  const say = words[language];
  const { name, email, url, token } = letter;
  const site = url.replace(/^https:\/\//, '');
  const day = (at: EpochMs) =>
    new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: company.timeZone }).format(at);
  const phone = company.phones.find(({ kind }) => kind !== 'emergency')?.number ?? '';
  const start = `${url}/set-password#`;
  const content = html`
<h1>${say('letter-title', { site })}</h1>
<dl class="who">
<div><dt>${say('letter-name')}</dt><dd><b><bdi>${name}</bdi></b></dd></div>
${accountLines(letter.accounts)}
${email === null ? null : html`<div><dt>${say('letter-email')}</dt><dd><bdi>${email}</bdi></dd></div>`}
</dl>
<p class="intro">${say('letter-intro')}</p>
<div class="way">
<section>
<h2>${say('letter-steps')}</h2>
<ol>
<li>${say('letter-step-open')}</li>
<li>${say('letter-step-password', { characters: shortestPassword })}</li>
<li>${say(email === null ? 'letter-step-sign-in' : 'letter-step-sign-in-email', { site })}</li>
</ol>
</section>
<figure>${qrCode(asciiOf(start + token), say('letter-qr'))}
<figcaption>${say('letter-valid', { day: day(letter.validUntil - 1) })}</figcaption></figure>
</div>
<section class="address">
<p class="quiet">${say('letter-address')}</p>
<code><span>${start}</span>${groupsOf(token)}</code>
</section>
<section class="care">
<h2>${say('letter-care-title')}</h2>
<p>${say('letter-care')}</p>
<p>${say('letter-not-you', { phone: unbroken(phone) })}</p>
</section>`;
  return sheet(company, { language, title: say('letter-title', { site }), date: day(letter.now), content });

  function accountLines(accounts: ActivationLetter['accounts']): Html {
    // One more than fits is as long as the words that there is one more.
    const shown = accounts.length > mostAccounts ? accounts.slice(0, mostAccounts - 1) : accounts;
    const lines = shown.map(({ number, address }) => html`<b><bdi>${number}</bdi></b>, <bdi>${address}</bdi><br>`);
    if (lines.length === 0) return html``;
    const more = accounts.length - shown.length;
    const rest = more === 0 ? null : say('letter-more-accounts', { count: more });
    return html`<div><dt>${say('letter-account')}</dt><dd>${lines}${rest}</dd></div>`;
  }
}

/** As a browser would write it, so that a reader of codes has nothing but ASCII before it. */
const asciiOf = (link: string): string => new URL(link).href;

/** Four signs at a time, as people read them aloud. The gaps are drawn: who copies the text gets the token. */
const groupsOf = (token: string): Html[] => (token.match(/.{1,4}/gsu) ?? []).map((group) => html`<i>${group}</i><wbr>`);
