import type { AmountProblem } from '../../shared/amount.ts';
import type { Problem } from '../../shared/problem.ts';
import type { ReadingState } from '../../shared/reading.ts';
import type { CellForm } from './csv-reader.ts';

/** What is wrong with a file as a whole: nothing of it is imported. */
export class FileRefused extends Error {
  readonly code: string;
  readonly line: number | null;

  constructor(code: string, words: string, line: number | null = null) {
    super(line === null ? words : `line ${line}: ${words}`);
    this.name = 'FileRefused';
    this.code = code;
    this.line = line;
  }
}

type Shared = Extract<
  Problem,
  {
    code:
      | 'value_empty'
      | 'value_not_a_number'
      | 'too_many_digits'
      | 'too_many_decimals'
      | 'register_missing'
      | 'register_unknown'
      | 'account_unknown'
      | 'meter_unknown'
      | 'reading_unknown'
      | 'reading_billed';
  }
>;

/** What is wrong with a row of a file: the codes of the rules where they say it, and those that only files can earn. */
export type RowProblem =
  | Shared
  | AmountProblem
  /** `least`: in minor units. */
  | { code: 'amount_sign'; least: 0 | 1 }
  | { code: 'not_a_decimal'; digits: number; decimals: number }
  | { code: 'not_a_file_name' }
  | { code: 'file_taken'; account: string; number: string }
  | { code: 'due_before_issued' }
  /** Decimals of the currency: what stands there, and what the rule makes of the other cells. */
  | { code: 'sum_differs'; rule: 'B2' | 'B5'; expected: string; found: string }
  | { code: 'too_many_together'; most: number }
  | { code: 'cells_missing'; expected: number; found: number }
  | { code: 'cells_surplus'; expected: number; found: number }
  | { code: 'cell_empty' }
  | { code: 'cell_too_long'; most: number }
  | { code: 'control_character' }
  | { code: 'not_a_day' }
  | { code: 'not_a_period' }
  | { code: 'day_in_future' }
  | { code: 'retired_before_installed' }
  | { code: 'not_a_whole_number'; least: number; most: number }
  | { code: 'not_one_of'; allowed: readonly string[] }
  | { code: 'not_an_email' }
  | { code: 'account_number_shape'; example: string }
  | { code: 'row_repeated'; firstLine: number }
  | { code: 'named_twice'; name: string; firstLine: number }
  | { code: 'differs_from_row'; firstLine: number }
  | { code: 'contradicts_row'; otherLine: number }
  | { code: 'rows_apart'; firstLine: number }
  | { code: 'part_refused'; otherLine: number }
  | { code: 'registers_mixed' }
  | { code: 'meter_has_readings' }
  | { code: 'meter_ambiguous'; services: readonly string[] }
  | { code: 'replaced_meter_unknown' }
  | { code: 'replaces_itself' }
  | { code: 'actual_stands' }
  | { code: 'reading_differs'; source: string; standing: string }
  | { code: 'reading_exported' }
  | { code: 'batch_unknown' }
  | { code: 'reading_not_current'; state: ReadingState }
  // workbooks
  /** `text`: as the workbook shows it, like `#REF!`. */
  | { code: 'cell_error'; text: string }
  | { code: 'formula_without_value' }
  | { code: 'number_cut' }
  // profiles
  | { code: 'day_not_in_style'; style: string; fits: string | null }
  | { code: 'period_not_in_style'; style: string }
  | { code: 'number_not_in_style'; style: string }
  | { code: 'not_replaced'; text: string }
  | { code: 'heading_missing' };

export interface CellProblem {
  /** Null where the row as a whole is meant. */
  column: string | null;
  problem: RowProblem;
}

/** A row that is kept out, with everything that is wrong with it. */
export interface RefusedRow {
  line: number;
  cells: readonly string[];
  problems: readonly CellProblem[];
  /** What the cells were, where the file told. */
  forms?: readonly CellForm[];
  /** The cells of the row above that says what this one has in common with others, where a profile has such. */
  heading?: readonly string[];
}

/** The English words for the command line. */
export function wordsOf(problem: RowProblem): string {
  switch (problem.code) {
    case 'cells_missing':
      return `has ${problem.found} of ${problem.expected} cells (was the file cut?)`;
    case 'cells_surplus':
      return `has ${problem.found} cells instead of ${problem.expected}`;
    case 'cell_error':
      return `is the error ${problem.text} of a formula`;
    case 'formula_without_value':
      return 'is a formula that was saved without its value: open the file in a spreadsheet program and save it again';
    case 'number_cut':
      return 'is a number of more digits than a workbook keeps: write it as text';
    case 'day_not_in_style':
      return `is no day written as ${problem.style}${problem.fits === null ? '' : ` (it looks like ${problem.fits})`}`;
    case 'period_not_in_style':
      return `is no month written as ${problem.style}`;
    case 'number_not_in_style':
      return `is no number written as ${problem.style}`;
    case 'not_replaced':
      return `is ${problem.text}, for which the profile has no word of ours`;
    case 'heading_missing':
      return 'stands in the row above, and there is none';
    case 'cell_empty':
    case 'value_empty':
      return 'is empty';
    case 'cell_too_long':
      return `is longer than ${problem.most} characters`;
    case 'control_character':
      return 'contains a control character';
    case 'not_a_day':
      return 'is not a day like 2026-03-31';
    case 'not_a_period':
      return 'is not a period like 2026-03';
    case 'day_in_future':
      return 'lies in the future';
    case 'retired_before_installed':
      return 'lies before the day of installation';
    case 'not_a_whole_number':
      return `is not a whole number from ${problem.least} to ${problem.most}`;
    case 'not_one_of':
      return `is none of ${problem.allowed.join(', ')}`;
    case 'not_an_email':
      return 'is not an e-mail address';
    case 'account_number_shape':
      return `is not an account number like ${problem.example}`;
    case 'row_repeated':
      return `says the same again as line ${problem.firstLine}`;
    case 'named_twice':
      return `${problem.name} is named in line ${problem.firstLine} already, with other content`;
    case 'differs_from_row':
      return `differs from line ${problem.firstLine}, with which it belongs together`;
    case 'contradicts_row':
      return `says something else about the same register than line ${problem.otherLine}: neither is taken`;
    case 'rows_apart':
      return `belongs together with line ${problem.firstLine}, but does not stand beside it`;
    case 'part_refused':
      return `belongs together with line ${problem.otherLine}, which is refused`;
    case 'too_many_together':
      return `is one of more than ${problem.most} rows that belong together`;
    case 'not_an_amount':
      return 'is not an amount like 1234.56';
    case 'amount_too_precise':
      return 'has more than two digits after the mark';
    case 'amount_too_large':
      return 'is larger than any bill';
    case 'amount_sign':
      return problem.least === 0 ? 'is below 0' : 'is not above 0';
    case 'not_a_decimal':
      return `is not a decimal number of at most ${problem.digits} digits, ${problem.decimals} of them after the mark`;
    case 'not_a_file_name':
      return 'is not the bare name of a PDF file, like 2026-03-10427.pdf';
    case 'file_taken':
      return `is the file of bill ${problem.number} of account ${problem.account} already`;
    case 'due_before_issued':
      return 'lies before the day of issue';
    case 'sum_differs':
      return `is ${problem.found}, and the others come to ${problem.expected} (${problem.rule})`;
    case 'registers_mixed':
      return 'is the only register B beside tariff registers';
    case 'meter_has_readings':
      return 'cannot change any more, because the meter has readings';
    case 'meter_ambiguous':
      return `fits several meters of the account; a column "service" must say which (${problem.services.join(', ')})`;
    case 'replaced_meter_unknown':
      return 'is no meter of the same service of this account';
    case 'replaces_itself':
      return 'is the meter itself, or a meter that this one was replaced by';
    case 'actual_stands':
      return 'is an estimate, but an actual reading stands (M3)';
    case 'reading_differs':
      return `differs from what stands, ${problem.standing} (${problem.source})`;
    case 'reading_billed':
      return 'would change a reading that is billed (I9)';
    case 'reading_exported':
      return 'would change a reading that was exported to billing';
    case 'reading_not_current':
      return `is about a reading that is ${problem.state}`;
    case 'reading_unknown':
      return 'is about a reading that is not in this batch';
    case 'batch_unknown':
      return 'is no batch of readings';
    case 'value_not_a_number':
      return 'is not a value';
    case 'too_many_digits':
      return `has more than ${problem.digits} digits before the mark`;
    case 'too_many_decimals':
      return `has more than ${problem.decimals} digits after the mark`;
    case 'register_missing':
      return `is without its register ${problem.register} (V4)`;
    case 'register_unknown':
      return 'is no register of this meter';
    case 'account_unknown':
      return 'is no account';
    case 'meter_unknown':
      return 'is no meter of this account';
  }
}
