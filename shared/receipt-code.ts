import type { Company } from './company.ts';
import { isLine, longest } from './contact.ts';
import { utf8Length } from './text-bytes.ts';

type Issuer = Pick<Company, 'accountNumber' | 'payment'>;

/** More signs than any QR code holds (ISO/IEC 18004, version 40-L, digits). */
const longestCode = 7089;

/**
 * The account number that a scanned code tells: that of a receipt of this company (EPC069-12 or GOST R 56042-2014, whoever
 * printed it), or nothing but a number of the company's form. Null for everything else; any text may come from a camera.
 */
export function accountInCode(code: string, company: Issuer): string | null {
  if (code.length > longestCode) return null;
  const text = code.replace(/^\ufeff/, '').trim();
  if (text.startsWith('BCD')) return inEpc(text, company);
  if (/^ST0001[123]/.test(text)) return inGost(text, company);
  return numberIn(text, company);
}

/** What was typed or read, if it can be an account number of this company: "12 345" is how people read it from a receipt. */
export function accountNumber(text: string, { accountNumber: { pattern } }: Issuer): string | null {
  const fits = new RegExp(pattern, 'u');
  const number = [text.trim(), text.replace(/\s+/gu, '')].find((one) => fits.test(one));
  return number !== undefined && number.length <= longest.accountNumber && isLine(number) ? number : null;
}

/** A pattern may fit any word; in a code no number is one without a digit. */
const numberIn = (text: string, company: Issuer): string | null =>
  /\d/.test(text) ? accountNumber(text, company) : null;

/** Lines of EPC069-12: service tag, version, encoding, `SCT`, BIC, name, IBAN, amount, purpose, reference, text, note. */
function inEpc(code: string, company: Issuer): string | null {
  const { payment } = company;
  const lines = code.split(/\r?\n/);
  const [tag, version = '', encoding = '', scheme, , name = '', iban = '', , , reference = '', text = '', note = ''] =
    lines;
  if (payment.scheme !== 'epc' || tag !== 'BCD' || scheme !== 'SCT') return null;
  if (!/^00[12]$/.test(version) || !/^[1-8]$/.test(encoding)) return null;
  if (squeezed(iban) !== squeezed(payment.iban) && !isName(name, payment.name)) return null;
  return (
    afterLabel(text, company, mayBeCut(code, text)) ??
    inReference(reference, company) ??
    numberIn(text, company) ??
    afterLabel(note, company)
  );
}

/** A text that filled its line or its code was perhaps cut, and with it a number at its end. */
const mayBeCut = (code: string, text: string): boolean => [...text].length >= 139 || utf8Length(code) >= 327;

/** A reference of the company's own, or one after ISO 11649: `RF`, two check digits, the reference with zeros before it. */
function inReference(reference: string, company: Issuer): string | null {
  const plain = reference.replace(/\s+/g, '');
  const own = /^RF\d{2}([A-Z\d]{1,21})$/i.exec(plain)?.[1];
  if (own === undefined) return plain === '' ? null : numberIn(plain, company);
  return numberIn(own, company) ?? numberIn(own.replace(/^0+/, ''), company);
}

/** Pairs of GOST R 56042-2014: the eighth sign separates them, keys are read without regard to case, the first counts. */
function inGost(code: string, company: Issuer): string | null {
  const { payment } = company;
  if (payment.scheme !== 'gost') return null;
  const separator = code.charAt(7);
  if (separator === '') return null;
  const pairs = new Map<string, string>();
  for (const pair of code.slice(8).split(separator)) {
    const at = pair.indexOf('=');
    const key = pair.slice(0, Math.max(at, 0)).trim().toLowerCase();
    if (key !== '' && !pairs.has(key)) pairs.set(key, pair.slice(at + 1).trim());
  }
  const said = (key: string): string => pairs.get(key) ?? '';
  const isOurs =
    said('personalacc') === payment.personalAcc ||
    (payment.payeeInn !== undefined && said('payeeinn') === payment.payeeInn) ||
    isName(said('name'), payment.name);
  if (!isOurs) return null;
  return numberIn(said('persacc'), company) ?? afterLabel(said('purpose'), company);
}

/** What companies call an account number on a transfer, in their languages; `paymentPurpose` is one of them. */
const label =
  /(?<![\p{L}\d])(?:klienta\s+(?:kods|numurs|nr)|kl\.\s*kods|account(?:\s+(?:number|no))?|л\s*\/\s*с|лиц(?:евой|евого|\.)?\s*сч(?:[её]та?|\.)?)(?![\p{L}\d])[\s.:№#]*(?:n[ro](?![\p{L}\d])[\s.:]*)?/giu;

/** The number behind such a name, up to the next comma. `cut`: the text may end too early, and a number at its end with it. */
function afterLabel(text: string, company: Issuer, cut = false): string | null {
  for (const found of text.matchAll(label)) {
    const rest = text.slice(found.index + found[0].length);
    const [piece = ''] = rest.split(/[,;\n]/, 1);
    if (cut && piece.length === rest.length) continue;
    const number = numberIn(piece, company) ?? numberIn(piece.trim().split(/\s/, 1)[0] ?? '', company);
    if (number !== null) return number;
  }
  return null;
}

/** Names are cut at 70 signs in the one standard, and quoted as anybody likes. */
const isName = (read: string, ours: string): boolean => {
  const plain = squeezed(read);
  return plain !== '' && [ours, [...ours].slice(0, 70).join('')].some((name) => squeezed(name) === plain);
};

const squeezed = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '');
