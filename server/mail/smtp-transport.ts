import { createTransport, type NodemailerError } from 'nodemailer';
import type { Company } from '../../shared/company.ts';
import { SendError, type Transport } from './transport.ts';

/** In milliseconds. A server that takes longer is as good as none; the whole letter has the worker's patience. */
const usualPatience = { dnsTimeout: 10_000, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

/**
 * A mail server by its address: `smtps://user:password@host` speaks TLS from the start, `smtp://` as soon as the server
 * is greeted. Whatever nodemailer reads from an address (`?requireTLS=true`) may stand in it. Each letter has a connection
 * of its own: letters are few, and a connection that was cut takes one of them along.
 */
export function createSmtpTransport(
  url: string,
  { address, name }: Company['mail'],
  patience: Partial<typeof usualPatience> = {},
): Transport {
  const transporter = createTransport({
    ...usualPatience,
    ...patience,
    url,
    requireTLS: mustEncrypt(url),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return {
    async send({ id, to, language, subject, text, html }, signal) {
      if (!oneAddress.test(to)) throw new SendError('ADDRESS', { permanent: true, cause: null });
      try {
        await transporter.sendMail({
          // Objects and an envelope of its own: no text is parsed for addresses, so none can hide another.
          from: { name, address },
          to: { name: '', address: to },
          envelope: { from: address, to: [to] },
          subject,
          text,
          html,
          messageId: `<${id}@${domain}>`,
          // RFC 3834, and the same for Exchange: no machine answers.
          headers: {
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            'Content-Language': language,
          },
          xMailer: false,
          signal,
        });
      } catch (error) {
        throw new SendError(faultOf(error as NodemailerError), {
          permanent: isRefused(error as NodemailerError),
          cause: error,
        });
      }
    },
  };
}

/** Nothing that would need quotes (RFC 5321 § 4.1.2) and could be read as something else, or as two. */
const oneAddress = /^[^\s\p{Cc}\p{Cf}"(),:;<>@[\\\]]+@[^\s\p{Cc}\p{Cf}"(),:;<>@[\\\]]+$/u;

/**
 * A link is as good as a password while it lasts, and neither travels in the clear, but to a server on this machine. Whoever
 * trusts the network between says so in the address: `?requireTLS=false`.
 */
export function mustEncrypt(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'smtp:' && !/^(localhost|127(\.\d+){3}|\[::1\])$/i.test(hostname);
}

/** What went wrong, in codes: `RCPT TO 550 5.1.1`, `ESOCKET ECONNREFUSED`. A server's words may name the recipient. */
export function faultOf({
  name,
  code,
  command,
  response,
  responseCode,
  originalCode,
  timeoutType,
}: NodemailerError): string {
  if (responseCode === undefined) return [code ?? name, originalCode ?? timeoutType].filter(Boolean).join(' ');
  return [command?.split(' ', 2).join(' '), responseCode, enhancedCode(response)].filter(Boolean).join(' ');
}

/**
 * Whether it is this letter, or its recipient, that the server does not want (RFC 5321 § 4.2.1: 5yz). What it has against
 * us (sign-in, sender, policy: RFC 3463 X.7.Z) somebody can set right before the letter is given up.
 */
function isRefused({ command, responseCode, permanent, response }: NodemailerError): boolean {
  if (!permanent || (command !== 'RCPT TO' && command !== 'DATA')) return false;
  return responseCode !== 530 && !/^5\.7\./.test(enhancedCode(response) ?? '');
}

const enhancedCode = (response: string | undefined): string | undefined =>
  /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1];
