import { hash } from 'node:crypto';
import type { Context, Middleware } from 'koa';
import { toInstant } from '../../shared/instant.ts';
import { type Html, html } from '../html.ts';
import type { KeptLetter, Mailbox } from '../mail/mailbox.ts';
import { mailboxStyles } from './mailbox-styles.ts';
import { refuseUnlessRead } from './refuse-unless-read.ts';

/** Like the page itself it runs nothing and loads nothing; only its own style and the frame of the letter are allowed. */
const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${hash('sha256', mailboxStyles.text, 'base64')}'`,
  "frame-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Links open beside it, as mail programs do it; a letter can do nothing else. */
const frame = 'allow-popups allow-popups-to-escape-sandbox';
const letterPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  `sandbox ${frame}`,
].join('; ');

/**
 * `/mailbox`: the letters that nobody delivers, for whoever tries or develops the portal without a mail server. Everybody
 * who reaches the server reads them, so it is there in demo and development alone.
 *
 *   /mailbox   /mailbox/<id>   /mailbox/<id>/html
 */
export function mailboxPage(mailbox: Mailbox): Middleware {
  return async (ctx, next) => {
    const match = /^\/mailbox(?:\/([0-9a-f-]+)(\/html)?)?\/?$/.exec(ctx.path);
    if (!match) return next();
    if (refuseUnlessRead(ctx)) return;
    const [, id, asHtml] = match;
    const letters = mailbox.letters();
    const letter = letters.find((one) => one.id === id);
    ctx.set('cache-control', 'no-store');
    if (id === undefined) answer(ctx, page('Mailbox', list(letters)));
    else if (!letter) answer(ctx, page('Mailbox', html`<p>This letter is not here any more.</p>${back}`), 404);
    else if (asHtml) answerLetter(ctx, letter);
    else answer(ctx, page(letter.subject, whole(letter)));
  };
}

function answer(ctx: Context, content: Html, status = 200): void {
  ctx.status = status;
  ctx.set('content-security-policy', pagePolicy);
  ctx.type = 'html';
  ctx.body = content.text;
}

function answerLetter(ctx: Context, letter: KeptLetter): void {
  ctx.set('content-security-policy', letterPolicy);
  ctx.set('x-frame-options', 'SAMEORIGIN');
  ctx.type = 'html';
  ctx.body = letter.html;
}

const page = (title: string, content: Html): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${mailboxStyles}</style>
</head>
<body><main>${content}</main></body>
</html>
`;

const back = html`<p><a href="/mailbox">← All letters</a></p>`;

function list(letters: readonly KeptLetter[]): Html {
  const rows = letters.map(
    ({ id, at, to, subject, language }) => html`<li><a href="/mailbox/${id}">
<span class="line"><bdi class="to">${to}</bdi>${moment(at)}</span>
<b lang="${language}">${subject}</b>
</a></li>`,
  );
  return html`<h1>Mailbox</h1>
<p class="quiet">Letters of the portal, the newest first. They are not delivered, and gone when the server stops.</p>
${rows.length > 0 ? html`<ol>${rows}</ol>` : html`<p class="none">No letters yet. <a href="/mailbox">Look again</a></p>`}`;
}

function whole({ id, at, to, subject, language, text }: KeptLetter): Html {
  return html`${back}
<h1 lang="${language}">${subject}</h1>
<p class="line"><span>To <bdi class="to">${to}</bdi></span>${moment(at)}</p>
<iframe title="The letter as HTML" sandbox="${frame}" src="/mailbox/${id}/html"></iframe>
<h2>As text</h2>
<pre lang="${language}">${linked(text)}</pre>`;
}

const moment = (at: number): Html => {
  const instant = toInstant(at);
  return html`<time datetime="${instant}">${instant.slice(0, 16).replace('T', ' ')} UTC</time>`;
};

/** Addresses of the web become links. */
const linked = (text: string): (string | Html)[] =>
  text.split(/(https?:\/\/\S+)/).map((part, at) => (at % 2 === 1 ? html`<a href="${part}">${part}</a>` : part));
