/** What people type of themselves, and what of it can be taken. All texts are trimmed before. */

/** UTF-16 units that each has at most. */
export const longest = { line: 160, accountNumber: 40, email: 254, phone: 32, proof: 80 } as const;

/** One line that can be read: no control or formatting characters (they reverse or hide text), no half characters. */
export const isLine = (text: string): boolean => text !== '' && !/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u.test(text);

/**
 * An address that a letter can be sent to: one `@`, something before it, a domain with a dot after it. Whether there is
 * such a mailbox only a letter tells (RFC 5321 § 4.5.3.1 and RFC 1035 § 2.3.4 for the lengths).
 */
export const isEmail = (text: string): boolean =>
  isLine(text) &&
  text.length <= longest.email &&
  /^[^\s@"(),:;<>[\\\]]{1,64}@(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}-]{0,62}\.)+\p{L}[\p{L}\p{M}\p{N}-]{1,62}$/u.test(text);

/** Digits as people write them: `+371 2912 3456`, `8 (495) 780-70-83`. At least six of them, at most fifteen (E.164). */
export function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return text.length <= longest.phone && /^\+?[\d ().-]+$/.test(text) && digits >= 6 && digits <= 15;
}
