import type { Company, Language } from '../../shared/company.ts';
import { toEpochMs } from '../../shared/instant.ts';
import { type Html, html } from '../html.ts';
import { readWords, type Say, saysIn } from '../words.ts';
import type { PersonData } from './person-data.ts';

const words = readWords('people/words');
const says = saysIn('people/words');

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', lv: 'lv-LV', ru: 'ru-RU' };

/** The same as in `data.json`, to be read by people: one HTML page that loads nothing but the photos beside it. */
export function dataPage(data: PersonData, { timeZone }: Pick<Company, 'timeZone'>, language: Language): string {
  const say = words[language];
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const at = (instant: string | null) => (instant === null ? '' : format.format(toEpochMs(instant)));
  /** The words of a code; a code of which the page has none stays as it is, so that nothing is kept back. */
  const word = (group: string, code: string): string =>
    says(language, `data-${group}-${code}`) ? say(`data-${group}-${code}`) : code;
  const { profile } = data;
  const sections: [key: string, content: Html][] = [
    [
      'profile',
      facts([
        [say('data-name'), profile.name],
        [say('data-email'), profile.email ?? ''],
        [say('data-phone'), profile.phone ?? ''],
        [say('data-language'), profile.language === null ? '' : word('language', profile.language)],
        [say('data-registered'), at(profile.createdAt)],
        [say('data-id'), [profile.id, ...profile.formerIds].join(', ')],
      ]),
    ],
    [
      'accounts',
      table(
        say,
        ['number', 'address', 'since'],
        data.accounts.map((one) => [one.number, one.address, at(one.linkedAt)]),
      ),
    ],
    [
      'readings',
      table(
        say,
        ['month', 'number', 'meter', 'value', 'taken', 'received', 'state'],
        data.readings.map((one) => [
          one.period,
          one.account,
          `${word('service', one.service)} ${one.meter}`,
          valuesText(one.values, one.unit),
          at(one.takenAt),
          at(one.receivedAt),
          [word('reading', one.state), one.reason].filter(Boolean).join(': '),
        ]),
      ),
    ],
    [
      'kiosks',
      table(
        say,
        ['month', 'number', 'meter', 'typed', 'left', 'state', 'contact'],
        data.leftAtKiosks.flatMap((slip) =>
          slip.readings.map((one) => [
            slip.period,
            slip.account,
            [one.service && word('service', one.service), one.meter].filter(Boolean).join(' '),
            one.typed.join(', '),
            at(slip.savedAt),
            word('kiosk', one.outcome),
            slip.contact ?? '',
          ]),
        ),
      ),
    ],
    ['conversations', html`${data.conversations.map((one) => conversation(one))}`],
    [
      'payments',
      table(
        say,
        ['number', 'reference', 'amount', 'state', 'when'],
        data.payments.map((one) => [
          one.account,
          one.reference,
          `${one.amount} ${one.currency}`,
          word('payment', one.state),
          at(one.startedAt),
        ]),
      ),
    ],
    [
      'devices',
      table(
        say,
        ['device', 'since', 'seen'],
        [...data.devices.map((one) => [one.device, at(one.since), at(one.seenAt)])],
      ),
    ],
    [
      'passkeys',
      table(
        say,
        ['device', 'since', 'seen'],
        data.passkeys.map((one) => [one.device, at(one.createdAt), at(one.usedAt)]),
      ),
    ],
    [
      'letters',
      table(
        say,
        ['kind', 'state', 'when'],
        data.letters.map((one) => [word('mail', one.kind), word('mail-is', one.state), at(one.askedAt)]),
      ),
    ],
    [
      'operations',
      table(
        say,
        ['kind', 'number', 'received', 'state'],
        data.operations.map((one) => [
          word('operation', one.kind),
          one.account ?? '',
          at(one.receivedAt),
          word('outcome', one.outcome),
        ]),
      ),
    ],
    [
      'log',
      table(
        say,
        ['when', 'by', 'kind'],
        data.log.map((one) => [at(one.at), say(`data-by-${one.by}`), word('action', one.action)]),
      ),
    ],
  ];
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file:">
<meta name="viewport" content="width=device-width">
<title>${say('data-title')}</title>
<style>${styles}</style>
</head>
<body><main>
<h1>${say('data-title')}</h1>
<p>${say('data-intro', { company: data.company, when: at(data.madeAt) })}</p>
${sections.map(([key, content]) => html`<section><h2>${say(`data-${key}`)}</h2>${content}</section>`)}
</main></body>
</html>
`.text;

  function conversation({ topic, account, begunAt, messages }: PersonData['conversations'][number]): Html {
    const said = messages.map(
      (message) => html`<div class="said"><p><b>${say(`data-by-${message.by}`)}</b>, ${at(message.writtenAt)}</p>
<p class="text"><bdi>${message.text}</bdi></p>${message.photos.map((path) => html`<img src="${path}" alt="">`)}</div>`,
    );
    return html`<h3>${word('topic', topic)}, ${account}, ${at(begunAt)}</h3>${said}`;
  }
}

const valuesText = (values: Readonly<Record<string, string>>, unit: string): string =>
  Object.entries(values)
    .map(([code, value]) => (code === 'B' ? `${value} ${unit}` : `${code} ${value} ${unit}`))
    .join(', ');

const facts = (rows: readonly (readonly [string, string])[]): Html =>
  html`<dl>${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd><bdi>${value || '–'}</bdi></dd></div>`)}</dl>`;

function table(say: Say, columns: readonly string[], rows: readonly (readonly string[])[]): Html {
  if (rows.length === 0) return html`<p class="none">${say('data-none')}</p>`;
  return html`<table><thead><tr>${columns.map((column) => html`<th>${say(`data-column-${column}`)}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td><bdi>${cell}</bdi></td>`)}</tr>`)}</tbody></table>`;
}

const styles = html`
@page { margin: 16mm }
body { margin: 0; font: 11pt/1.45 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif; color: #1a1a1a }
main { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h2 { margin-top: 2rem; border-bottom: 1px solid #bbb }
h3 { margin-bottom: .25rem; font-size: 1em }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums }
th, td { padding: .25rem .5rem .25rem 0; text-align: start; vertical-align: top; border-bottom: 1px solid #ddd }
dl div { display: grid; grid-template-columns: 12rem 1fr }
dt, .none { color: #555 }
dd { margin: 0; overflow-wrap: anywhere }
.said { margin: .5rem 0 .5rem 1rem }
.said p { margin: 0 }
.text { white-space: pre-wrap; overflow-wrap: anywhere }
img { max-width: 20rem; height: auto; margin-top: .25rem }
`;
