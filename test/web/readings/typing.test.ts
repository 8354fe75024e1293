import { expect } from 'chai';
import type { Problem } from '../../../shared/problem.ts';
import { noClaims } from '../../../shared/reading.ts';
import {
  isOfField,
  placeAfter,
  placeOfFault,
  problemsOf,
  type Typing,
  untyped,
  withExplanation,
  withText,
  withUseConfirmed,
} from '../../../web/readings/typing.ts';
import { electricity } from '../support/flat.ts';

const { registers } = electricity;
const empty: Problem = { code: 'value_empty', register: 'T1' } as Problem;
const high = { code: 'unusual_high', register: 'T2', use: 9, usual: 1, explanations: [] } as unknown as Problem;
const swapped = { kind: 'registers_swapped', with: 'T1' } as const;
const typing: Typing = { texts: { T1: '3090', T2: '9959' }, claims: noClaims, problems: [] };

describe('what is typed for a meter', () => {
  it('takes back with a new text what was declared, and the complaint about that field alone', () => {
    const before: Typing = { ...typing, claims: { ...noClaims, replaced: true }, problems: [empty, high] };
    const after = withText(before, 'T1', '3091');
    expect(after).to.deep.equal({ texts: { T1: '3091', T2: '9959' }, claims: noClaims, problems: [high] });
    expect(before.texts.T1).to.equal('3090');
  });

  it('makes nothing of an explanation for a register that this meter does not have', () => {
    const problem = { ...empty, register: 'B' } as Problem;
    expect(withExplanation(typing, registers, { problem, explanation: swapped }, ',')).to.equal(null);
    expect(withExplanation(typing, registers, { problem: { code: 'internal' }, explanation: swapped }, ',')).to.equal(
      null,
    );
  });

  it('has the values of two registers exchanged where they were swapped, and looked at once more (M4)', () => {
    const explained = withExplanation(typing, registers, { problem: high, explanation: swapped }, ',');
    expect(explained).to.deep.equal({
      typing: { texts: { T1: '9959', T2: '3090' }, claims: noClaims, problems: [] },
      settled: false,
      place: 1,
    });
  });

  it('leads on as it is where the meter rolled over, which is declared (M5)', () => {
    const explained = withExplanation(typing, registers, { problem: empty, explanation: { kind: 'rollover' } }, ',');
    expect([explained?.settled, explained?.typing.claims.rollover]).to.deep.equal([true, ['T1']]);
    expect(explained?.typing.texts).to.deep.equal(typing.texts);
  });

  it('is confirmed for the registers that were asked about (U1)', () => {
    expect(withUseConfirmed({ ...typing, problems: [empty, high] }).claims.confirmed).to.deep.equal(['T2']);
    expect(withUseConfirmed(untyped).claims.confirmed).to.deep.equal([]);
  });

  it('goes from field to field, and on from the last one', () => {
    expect(registers.map(({ code }) => placeAfter(registers, code))).to.deep.equal([1, null]);
  });

  it('leads to the field with the fault; to none where something is asked below the fields', () => {
    expect(problemsOf([empty, high], 'T2')).to.deep.equal([high]);
    expect([empty, high, { code: 'internal' } as const].map(isOfField)).to.deep.equal([true, false, false]);
    expect(placeOfFault(registers, [high, { ...empty, register: 'T2' } as Problem])).to.equal(1);
    expect(placeOfFault(registers, [high])).to.equal(null);
    expect(placeOfFault(registers, [])).to.equal(null);
  });
});
