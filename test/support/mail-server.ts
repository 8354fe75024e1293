import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A letter as it came over the wire. */
export interface ReceivedLetter {
  from: string;
  to: string[];
  /** Whole, as it was sent. */
  raw: string;
  /** By the name in small letters; unfolded, words in other alphabets decoded (RFC 2047). */
  headers: ReadonlyMap<string, string>;
  text: string;
  html: string;
}

/** A real SMTP server on this machine, which does to letters what the test wants. */
export interface MailServer {
  /** For METERBOOK_SMTP. */
  url: string;
  port: number;
  /** In the order in which they came. */
  received: ReceivedLetter[];
  /** Resolves when so many letters have been received; throws an Error after half a minute without them, as `letterTo` does. */
  arrival(count: number): Promise<void>;
  /** The nth letter to this recipient, once it is there; others may come in between. */
  letterTo(recipient: string, nth: number): Promise<ReceivedLetter>;
  /** What is answered to a recipient: a status like 550 and words; null takes the letter. */
  refuse: ((recipient: string) => { status: number; words: string } | null) | null;
  /** Called when the whole of a letter is there; the sender has an answer when this resolves. */
  beforeAnswer: (() => Promise<void> | void) | null;
  close(): Promise<void>;
}

const patienceMs = 30_000;

/** Starts on a free port, or on the one of a server that was closed. Without TLS, unless the options say otherwise. */
export async function startMailServer(
  options: Pick<
    SMTPServerOptions,
    'secure' | 'onAuth' | 'authOptional' | 'allowInsecureAuth' | 'disabledCommands'
  > = {},
  port = 0,
): Promise<MailServer> {
  const received: ReceivedLetter[] = [];
  /** Each answers whether what it waits for is there. */
  let waiting: (() => boolean)[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    authOptional: true,
    disableReverseLookup: true,
    // It says so on standard error otherwise, whenever its own certificate is used.
    logger: false,
    closeTimeout: 1_000,
    ...options,
    onRcptTo({ address }, _session, callback) {
      const refusal = mailServer.refuse?.(address) ?? null;
      if (!refusal) return callback();
      callback(Object.assign(new Error(refusal.words), { responseCode: refusal.status }));
    },
    onData(stream, { envelope }, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', async () => {
        await mailServer.beforeAnswer?.();
        const raw = Buffer.concat(parts).toString('utf8');
        received.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          raw,
          ...parseMessage(raw),
        });
        callback();
        waiting = waiting.filter((isThere) => !isThere());
      });
    },
  });
  // A client that breaks off is what some tests are about.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const bound = (server.server.address() as AddressInfo).port;
  const once = (find: () => ReceivedLetter | undefined, wanted: string) =>
    new Promise<ReceivedLetter>((resolve, reject) => {
      // A letter that never comes is named; waited for without end it would hold up the whole run.
      const patience = setTimeout(() => {
        const came = received.map(({ to }) => to.join()).join('; ');
        reject(new Error(`${wanted} did not come within ${patienceMs} ms; what came was to: ${came}`));
      }, patienceMs);
      const isThere = (): boolean => {
        const letter = find();
        if (!letter) return false;
        clearTimeout(patience);
        resolve(letter);
        return true;
      };
      if (!isThere()) waiting.push(isThere);
    });
  const mailServer: MailServer = {
    url: `${options.secure ? 'smtps' : 'smtp'}://127.0.0.1:${bound}`,
    port: bound,
    received,
    arrival: async (count) => void (await once(() => received[count - 1], `letter ${count}`)),
    letterTo: (recipient, nth) =>
      once(() => received.filter(({ to }) => to.includes(recipient))[nth - 1], `letter ${nth} to ${recipient}`),
    refuse: null,
    beforeAnswer: null,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return mailServer;
}

/** The link that a letter is about: its path and its token. */
export function linkIn({ text }: Pick<ReceivedLetter, 'text'>): { url: string; path: string; token: string } {
  const url = /^https?:\/\/\S+#\S+$/m.exec(text)?.[0];
  if (url === undefined) throw new Error(`no link in\n${text}`);
  const { pathname, hash } = new URL(url);
  return { url, path: pathname, token: hash.slice(1) };
}

/** The message of a text and an HTML part (RFC 2045, RFC 2046). */
function parseMessage(raw: string): Pick<ReceivedLetter, 'headers' | 'text' | 'html'> {
  const whole = parseEntity(raw);
  const boundary = /boundary="([^"]+)"/.exec(whole.headers.get('content-type') ?? '')?.[1];
  if (boundary === undefined) return { headers: whole.headers, text: decodeBody(whole), html: '' };
  const parts = whole.body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => parseEntity(part.replace(/^\r?\n/, '')));
  const partOf = (type: string): string => {
    const part = parts.find(({ headers }) => headers.get('content-type')?.startsWith(type));
    return part ? decodeBody(part) : '';
  };
  return { headers: whole.headers, text: partOf('text/plain'), html: partOf('text/html') };
}

interface Entity {
  headers: Map<string, string>;
  body: string;
}

function parseEntity(raw: string): Entity {
  const end = /\r?\n\r?\n/.exec(raw);
  const head = end ? raw.slice(0, end.index) : raw;
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    if (headers.has(name)) throw new Error(`the header ${name} stands twice`);
    headers.set(name, decodeWords(line.slice(colon + 1).trim()));
  }
  return { headers, body: end ? raw.slice(end.index + end[0].length) : '' };
}

function decodeBody({ headers, body }: Entity): string {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : encoding === 'quoted-printable'
        ? quotedPrintable(body.replace(/=\r?\n/g, ''))
        : Buffer.from(body, 'utf8');
  return bytes.toString('utf8').replace(/\r\n/g, '\n').replace(/\n+$/, '\n');
}

function decodeWords(text: string): string {
  return text
    .replace(/(\?=)\s+(=\?)/g, '$1$2')
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, encoding: string, word: string) =>
      (encoding.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64')
        : quotedPrintable(word.replaceAll('_', ' '))
      ).toString('utf8'),
    );
}

const quotedPrintable = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  );
