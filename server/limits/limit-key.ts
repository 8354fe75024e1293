import { hash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { plainText } from '../../shared/identity.ts';
import { type LimitRule, limitRules } from './rules.ts';

/**
 * Under which key a rule counts: a hash, so that the table names nobody. Texts are alike but for case and spacing. Who has an
 * IPv6 address has all of its /64 (RFC 4291 § 2.5.4), so that network is what counts.
 */
export function limitKey(rule: LimitRule, text: string): string {
  return hash('sha256', `${rule}:${alike(rule, text)}`, 'base64url');
}

/** The same for what else counts by a text; `what` tells it from the rules. */
export const textKey = (what: string, text: string): string =>
  hash('sha256', `${what}:${plainText(text)}`, 'base64url');

function alike(rule: LimitRule, text: string): string {
  switch (limitRules[rule].by) {
    case 'everybody':
      return '';
    case 'address':
      return networkOf(text);
    case 'text':
      return plainText(text);
  }
}

function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [left = '', right] = address.replace(/%.*$/, '').split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const [before, after] = [groups(left), groups(right ?? '')];
  // An IPv4 address at the end stands for two groups; it never reaches into the first four.
  const given = before.length + after.length + (address.includes('.') ? 1 : 0);
  const zeros = right === undefined ? 0 : 8 - given;
  const all = [...before, ...Array<string>(zeros).fill('0'), ...after];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
