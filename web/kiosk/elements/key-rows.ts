import type { PublicCompany } from '../../../shared/company.ts';

/** What the keys show: a pad of digits, or letters of one alphabet, or signs. */
export type KeyPage = 'digits' | 'latin' | 'latvian' | 'cyrillic' | 'signs';

const digits = [...'1234567890'];
/** With what telephone numbers and most addresses have; the underscore is among the signs. */
const latin = ['qwertyuiop', 'asdfghjkl+', 'zxcvbnm.-@'].map((row) => [...row]);

/** The four rows of a page of letters or signs: as many on each, so that nothing moves from one to the other. */
export const letterRows: Readonly<Record<Exclude<KeyPage, 'digits'>, readonly (readonly string[])[]>> = {
  latin: [digits, ...latin],
  latvian: [[...'āčēģīķļņšūž'], ...latin],
  cyrillic: [[...digits, '-'], ...['йцукенгшщзх', 'фывапролджэ', 'ячсмитьбюъё'].map((row) => [...row])],
  // Every sign that can stand in a password (ASCII), and the euro.
  signs: [digits, ...['!"#$%&\'()*+', ',-./:;<=>?@', '[\\]^_`{|}~€'].map((row) => [...row])],
};

type Shape = Pick<PublicCompany, 'accountNumber'>['accountNumber'];

/** Which of these signs an account number can hold, found out by putting them into the example. */
export function signsOf({ pattern, example }: Shape, signs: readonly string[]): string[] {
  const fits = new RegExp(pattern, 'u');
  const places = Array.from({ length: example.length }, (_, at) => at);
  const withSign = (sign: string, at: number) => [
    example.slice(0, at) + sign + example.slice(at + 1),
    example.slice(0, at) + sign + example.slice(at),
  ];
  return signs.filter((sign) => places.some((at) => withSign(sign, at).some((text) => fits.test(text))));
}
