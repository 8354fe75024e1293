import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { officeWords, plainWords } from '../../../server/exchange/refused-words.ts';
import type { RowProblem } from '../../../server/tables/problems.ts';
import { languages } from '../../../shared/company.ts';

type Code = RowProblem['code'];

/** One of each. */
const problems: { readonly [C in Code]: Omit<Extract<RowProblem, { code: C }>, 'code'> } = {
  value_empty: { register: 'B' },
  value_not_a_number: { register: 'B' },
  too_many_digits: { register: 'B', digits: 5 },
  too_many_decimals: { register: 'B', decimals: 3 },
  register_missing: { register: 'T2' },
  register_unknown: { register: 'T3' },
  account_unknown: {},
  meter_unknown: {},
  reading_unknown: {},
  reading_billed: {},
  not_an_amount: {},
  amount_too_precise: {},
  amount_too_large: {},
  amount_sign: { least: 1 },
  not_a_decimal: { digits: 9, decimals: 3 },
  not_a_file_name: {},
  file_taken: { account: '10427', number: '2026-03' },
  due_before_issued: {},
  sum_differs: { rule: 'B2', expected: '12.34', found: '12.35' },
  too_many_together: { most: 1000 },
  cells_missing: { expected: 4, found: 3 },
  cells_surplus: { expected: 4, found: 5 },
  cell_empty: {},
  cell_too_long: { most: 200 },
  control_character: {},
  not_a_day: {},
  not_a_period: {},
  day_in_future: {},
  retired_before_installed: {},
  not_a_whole_number: { least: 1, most: 12 },
  not_one_of: { allowed: ['actual', 'estimate'] },
  not_an_email: {},
  account_number_shape: { example: '123-45' },
  row_repeated: { firstLine: 1234 },
  named_twice: { name: '10427', firstLine: 2 },
  differs_from_row: { firstLine: 2 },
  contradicts_row: { otherLine: 2 },
  rows_apart: { firstLine: 2 },
  part_refused: { otherLine: 2 },
  registers_mixed: {},
  meter_has_readings: {},
  meter_ambiguous: { services: ['cold-water', 'hot-water'] },
  replaced_meter_unknown: {},
  replaces_itself: {},
  actual_stands: {},
  reading_differs: { source: 'resident', standing: '12.000' },
  reading_exported: {},
  batch_unknown: {},
  reading_not_current: { state: 'review' },
  cell_error: { text: '#REF!' },
  formula_without_value: {},
  number_cut: {},
  day_not_in_style: { style: 'DD.MM.YYYY', fits: null },
  period_not_in_style: { style: 'MM.YYYY' },
  number_not_in_style: { style: '1 234,5' },
  not_replaced: { text: 'AU' },
  heading_missing: {},
};
const all = Object.entries(problems).map(([code, details]) => ({ code, ...details }) as RowProblem);

describe('the words of refused rows', () => {
  for (const language of languages) {
    it(`say in the office’s ${language} whatever can be wrong, with the line as it is counted`, () => {
      const words = officeWords(language);
      for (const problem of all) {
        assert.doesNotMatch(words.problem(problem), /undefined|NaN|[{}]|\[object|\b[BMVI]\d\b/, problem.code);
      }
      assert.match(words.problem({ code: 'row_repeated', firstLine: 1234 }), /\b1234\b/);
    });
  }

  it('are those of the command line for programs', () => {
    for (const problem of all) assert.doesNotMatch(plainWords.problem(problem), /undefined|NaN|\[object/, problem.code);
    assert.deepEqual([plainWords.heading, plainWords.row], ['error', 'row']);
  });
});
