/**
 * Whether two names of a holder are the same: exactly as on the receipt, but for case, spacing and `ё` for `е`. Nothing
 * else is forgiven: "Иванов И.И." is not "Иванов Иван Иванович". Two ways to encode one letter (NFC) are one letter.
 */
export const isSameHolder = (one: string, other: string): boolean => plainName(one) === plainName(other);

/** Whether two serial numbers of meters are the same, but for case and spacing. */
export const isSameSerial = (one: string, other: string): boolean => plain(one) === plain(other);

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/gu, '').toLowerCase();
const plainName = (name: string): string => plain(name).replaceAll('ё', 'е');
