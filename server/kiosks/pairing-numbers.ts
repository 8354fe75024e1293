import { randomInt } from 'node:crypto';

/**
 * The number that a kiosk shows, and the three among which a phone asks for it, in ascending order. No digit is in them twice, and
 * no zero: nobody who reads badly takes one for another.
 */
export function pairingNumbers(): { number: string; numbers: readonly string[] } {
  const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const drawn = Array.from({ length: 6 }, () => digits.splice(randomInt(digits.length), 1)[0]);
  const numbers = [0, 2, 4].map((at) => `${drawn[at]}${drawn[at + 1]}`);
  return { number: numbers[0] as string, numbers: numbers.sort() };
}
