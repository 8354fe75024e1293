import { html, nothing } from 'lit';
import type { Meter, Register, RegisterValues } from '../../shared/meter.ts';
import { registerName } from '../words/register-name.ts';
import type { Words } from '../words/words.ts';

/** The values of a reading in the order of the meter's registers, each with its name where there are several. */
export const registerValues = (
  words: Words,
  { registers, unit }: Pick<Meter, 'registers' | 'unit'>,
  values: RegisterValues,
  /** What is said below each of them. */
  below: (register: Register) => unknown = () => nothing,
): unknown[] =>
  registers.map((register) => {
    const { code, decimals } = register;
    const value = values[code];
    if (value === undefined) return nothing;
    const name = code === 'B' ? nothing : html`<span class="soft">${registerName(words, code)}</span> `;
    return html`<span>${name}<b>${words.quantity(value, decimals)}</b> ${words.unit(unit)}</span>${below(register)}`;
  });
