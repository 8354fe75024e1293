/** The kinds of files that billing and the portal exchange, and the columns of each, as `formats.md` names them. */
export const exchangeKinds = [
  'accounts',
  'meters',
  'readings',
  'acknowledgement',
  'statements',
  'ledger',
  'payments',
] as const;
export type ExchangeKind = (typeof exchangeKinds)[number];

/** What a cell of the column holds: it decides which styles a profile may give it. */
export type FieldForm = 'text' | 'day' | 'period' | 'number';

export interface ExchangeField {
  name: string;
  form: FieldForm;
  /** required: must be there and filled. present: must be there, cells may be empty. optional: may be missing. */
  presence: 'required' | 'present' | 'optional';
}

type Shorthand = `${string}${'' | '?' | '~'}${'' | ':day' | ':period' | ':number'}`;

/** `name`, `name?` (optional) or `name~` (present), and its form. */
const fields = (...all: readonly Shorthand[]): readonly ExchangeField[] =>
  all.map((one) => {
    const [, name = '', mark, form = 'text'] = /^(\w+)([?~]?):?(\w*)$/.exec(one) ?? [];
    const presence = mark === '?' ? 'optional' : mark === '~' ? 'present' : 'required';
    return { name, presence, form: (form || 'text') as FieldForm };
  });

/** In their usual order. A test holds them against the columns that the server reads. */
export const exchangeFields: Readonly<Record<ExchangeKind, readonly ExchangeField[]>> = {
  accounts: fields('account', 'holder', 'address', 'premises~', 'email?', 'phone?'),
  meters: fields(
    'account',
    'service',
    'serial',
    'place?',
    'register',
    'unit',
    'digits:number',
    'decimals:number',
    'ratio?:number',
    'installedOn:day',
    'verifiedUntil?:day',
    'retiredOn?:day',
    'initial:number',
    'replaces?',
  ),
  readings: fields(
    'account',
    'service?',
    'serial',
    'register',
    'period:period',
    'value:number',
    'takenOn:day',
    'kind',
    'source',
  ),
  acknowledgement: fields('batch', 'account', 'service?', 'serial', 'register', 'period:period', 'state', 'reason?'),
  statements: fields(
    'account',
    'period:period',
    'issuedOn:day',
    'number',
    'description',
    'due:day',
    'total:number',
    'file?',
    'service',
    'volume?:number',
    'unit?',
    'tariff?:number',
    'method~',
    'charged:number',
    'recalculated:number',
    'benefit?:number',
    'penalty?:number',
  ),
  ledger: fields(
    'account',
    'period:period',
    'service~',
    'opening:number',
    'charged:number',
    'paid:number',
    'recalculated:number',
    'closing:number',
  ),
  payments: fields('account', 'date:day', 'amount:number', 'number', 'source'),
};
