import type { inferProcedureOutput } from '@trpc/server';
import type { officeRouter } from '../../server/office-router.ts';
import { buildingOf, idOf, instantOf, missingIn, numberOf, period, seqOf, serialOf } from './long-lists.ts';

/** Every procedure of the office whose answer says where the next page begins: a new one needs an entry. */
export type PagedList = PagedIn<(typeof officeRouter)['_def']['record']>;
type PagedIn<R, Path extends string = ''> = {
  [K in keyof R & string]: R[K] extends { _def: { $types: unknown } }
    ? inferProcedureOutput<R[K]> extends { next: unknown }
      ? `${Path}${K}`
      : never
    : PagedIn<R[K], `${Path}${K}.`>;
}[keyof R & string];

/** One way of asking for a list. */
export interface Listing {
  input: object;
  /** A place in the middle of the list, behind which a page is asked for; `last`: the number of the last row of everything. */
  behind?: (last: number) => unknown;
  /** Behind its first page there is nothing to ask for. */
  ends?: true;
  /** Looks at all rows as long as there are no more than so many. */
  most?: number;
}

const queue = { kind: null, service: null, building: null, period: null, mine: false };
const log = { person: null, account: null, action: null, from: null, until: null };
const inbox = { state: 'open', assigned: 'all', topic: null };
const due = { step: null, building: null, service: null };

const half = (last: number): number => Math.floor(last / 2);
const json = JSON.stringify;

const inQueue = (last: number): string => json([instantOf(half(last)), idOf('reading', half(last))]);
const inInbox = (last: number): string => json([instantOf(half(last)), idOf('conversation', half(last))]);
const inLog = (last: number): string => `${instantOf(half(last))},${seqOf(half(last))}`;
const inPremises = (last: number): string => json([buildingOf(half(last)), idOf('premises', half(last))]);
const inDue = (last: number): string => json(['2026-12-10', idOf('meter', half(last))]);

/** `me`: the clerk who asks. */
export const pagedLists = (me: string): Readonly<Record<PagedList, Readonly<Record<string, Listing>>>> => ({
  'accounts.search': {
    'all accounts': { input: { text: '' }, behind: (last) => json({ by: 'number', after: numberOf(half(last)) }) },
    'by the beginning of a number': {
      input: { text: '1' },
      behind: (last) => json({ by: 'number', after: numberOf(half(last)) }),
    },
    'by the beginning of a serial number': {
      input: { text: 'S1' },
      behind: (last) => json({ by: 'serial', after: serialOf(half(last)), id: idOf('meter', half(last)) }),
    },
    'by a word that everybody has': {
      input: { text: 'ozola' },
      behind: (last) => json({ by: 'holder', after: 'ozola', id: idOf('account', half(last)) }),
    },
    'by words that everybody has': {
      input: { text: 'anna ozola' },
      behind: (last) => json({ by: 'holder', after: 'anna', id: idOf('account', half(last)) }),
    },
    'by the street': {
      input: { text: 'rigas' },
      behind: (last) =>
        json({
          by: 'building',
          word: 'rigas',
          building: buildingOf(half(last)),
          premises: idOf('premises', half(last)),
        }),
    },
    'by street and house': {
      input: { text: 'rigas 1001' },
      behind: () => json({ by: 'building', word: 'rigas', building: buildingOf(40), premises: '' }),
    },
  },
  'review.list': {
    'all that waits': { input: queue, behind: inQueue },
    'of a service that none has': { input: { ...queue, service: 'gas' }, behind: inQueue },
    'of a building': { input: { ...queue, building: buildingOf(40) }, behind: inQueue },
    'of a month': { input: { ...queue, period }, behind: inQueue },
    'of a kind': { input: { ...queue, kind: 'late' }, behind: inQueue },
    'what I asked about': { input: { ...queue, mine: true }, behind: inQueue },
  },
  'support.list': {
    'all that is open': { input: inbox, behind: inInbox },
    'all that is closed': { input: { ...inbox, state: 'closed' }, behind: inInbox },
    'what is mine': { input: { ...inbox, assigned: 'me' }, behind: inInbox },
    'what is nobody’s': { input: { ...inbox, assigned: 'nobody' }, behind: inInbox },
    'about bills': { input: { ...inbox, topic: 'bill' }, behind: inInbox },
    'what is mine about bills': { input: { ...inbox, assigned: 'me', topic: 'bill' }, behind: inInbox },
    'what is nobody’s about meters': { input: { ...inbox, assigned: 'nobody', topic: 'meter' }, behind: inInbox },
  },
  // Of what was written the newest 20 000 messages are looked through.
  'support.search': { 'by what was written': { input: { text: 'nekas' }, ends: true, most: 21_000 } },
  'people.list': {
    'the newest': { input: { search: '' }, behind: (last) => json({ user: idOf('user', half(last)), word: '' }) },
    'by a name that half of them have': {
      input: { search: 'ozola' },
      behind: (last) => json({ user: idOf('user', half(last)), word: 'ozola' }),
    },
    'by names that half of them have': {
      input: { search: 'anna ozola' },
      behind: (last) => json({ user: idOf('user', half(last)), word: 'ozola' }),
    },
    'by a name that half of them have, and one that nobody has': { input: { search: 'ozola zz' } },
    'by names of which each has one': {
      input: { search: 'ozola liepa' },
      behind: (last) => json({ user: idOf('user', half(last)), word: 'ozola' }),
    },
    'by a name and an address that everybody has': {
      input: { search: 'anna u' },
      behind: (last) => json({ user: idOf('user', half(last)), word: 'anna' }),
    },
    'by the beginning of an address': { input: { search: 'u123' } },
    'by the number of an account': { input: { search: numberOf(7) } },
  },
  'people.letters': {
    'on paper': { input: {}, behind: (last) => json([instantOf(half(last)), idOf('user', half(last))]) },
  },
  'kiosks.slips': {
    'that wait': { input: { state: 'office' }, behind: (last) => json(idOf('slip', half(last))) },
    'that are held': { input: { state: 'held' }, behind: (last) => json(idOf('slip', half(last))) },
    'all of them': { input: { state: 'all' }, behind: (last) => json(idOf('slip', half(last))) },
  },
  'kiosks.findSlips': {
    'of a number that half of them have': {
      input: { number: '1A2B-3C4D' },
      behind: (last) => json(idOf('slip', half(last))),
    },
  },
  'kiosks.locks': {
    'all of them': {
      input: {},
      behind: (last) => json([instantOf(half(last)), idOf('account', half(last)), idOf('kiosk', 0)]),
    },
  },
  'exchange.batches': { 'the newest': { input: {}, behind: (last) => idOf('batch', half(last)) } },
  'exchange.jobs': { 'the newest': { input: {}, behind: (last) => idOf('job', half(last)) } },
  'progress.buildings': {
    'of a month': { input: { period }, behind: () => json([missingIn(5), 'Rīgas iela 5']) },
  },
  'progress.missing': {
    'of all buildings': { input: { period, building: null, text: '' }, behind: inPremises },
    'of a building': { input: { period, building: buildingOf(40), text: '' } },
    'by a word': {
      input: { period, building: null, text: 'ozola' },
      behind: (last) => json({ by: 'holder', after: 'ozola', id: idOf('account', half(last)) }),
    },
  },
  'progress.verifications': {
    'whatever is due': { input: due, behind: inDue },
    'of a step': { input: { ...due, step: '30' }, behind: inDue },
    'of a building': { input: { ...due, building: buildingOf(40) }, behind: inDue },
    'of a service that none has': { input: { ...due, service: 'gas' }, behind: inDue },
  },
  'audit.search': {
    'all of it': { input: log, behind: inLog },
    'between days': { input: { ...log, from: '2026-11-20', until: '2026-11-20' }, behind: inLog },
    'of somebody who did much': { input: { ...log, person: me }, behind: inLog },
    'of somebody who did little': { input: { ...log, person: idOf('user', 7) }, behind: inLog },
    'of an account': { input: { ...log, account: idOf('account', 8) }, behind: inLog },
    'of a kind': { input: { ...log, action: 'import' }, behind: inLog },
    'of a rare kind': { input: { ...log, action: 'lock' }, behind: inLog },
    'of an account, of a kind': { input: { ...log, account: idOf('account', 8), action: 'import' }, behind: inLog },
    'of somebody who did little, of a kind': {
      input: { ...log, person: idOf('user', 7), action: 'import' },
      behind: inLog,
    },
    'of somebody who did much, of a rare kind': {
      input: { ...log, person: me, action: 'lock' },
      behind: inLog,
    },
    'of an account, by somebody who did much': {
      input: { ...log, person: me, account: idOf('account', 8) },
      behind: inLog,
    },
    'of a rare kind, between days': {
      input: { ...log, action: 'lock', from: '2026-11-20', until: '2026-11-20' },
      behind: inLog,
    },
  },
});

/** What is no list, and must not cost more either where there is more: everything of one, and counts that end somewhere. */
export const bounded: Readonly<Record<string, object | undefined>> = {
  'accounts.open': { account: idOf('account', 8) },
  'people.open': { user: idOf('user', 8) },
  'review.summary': undefined,
  'review.open': { reading: idOf('reading', 8) },
  'support.open': { id: idOf('conversation', 8) },
  'exchange.batch': { batch: idOf('batch', 8) },
  'exchange.job': { job: idOf('job', 100) },
  'progress.month': { period, count: false },
  'kiosks.list': undefined,
  'kiosks.work': undefined,
  'kiosks.lockers': undefined,
  'kiosks.slip': { id: idOf('slip', 8) },
  'audit.find': { text: 'ozola' },
};
