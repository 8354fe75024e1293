import { v7 } from 'uuid';
import type { AccountId, MeterId } from '../../shared/ids.ts';
import type { Register } from '../../shared/meter.ts';
import { parseExactQuantity } from '../../shared/quantity.ts';
import { accountsByNumber, lockAccounts } from '../accounts/queries.ts';
import { lockForVersions } from '../accounts/versions.ts';
import type { Row, Writer } from '../db/tables.ts';
import {
  insertMeters,
  insertRegisters,
  metersOfAccounts,
  metersWithReadings,
  type StoredMeter,
  updateMeter,
  updateRegister,
} from '../meters/queries.ts';
import type { RowProblem } from '../tables/problems.ts';
import { type MeterRow, meterColumns } from './household-columns.ts';
import { type Importer, type ImportOptions, type ImportReport, type Run, runImport } from './import-run.ts';
import { collectMeters, type MeterGroup, type MeterInFile } from './meter-groups.ts';

type Columns = typeof meterColumns;

/**
 * Meters with their registers, one row a register. A meter is known by account, service and serial number; what its
 * readings rest on (unit, ratio, faces, initial values) cannot change any more once it has some.
 */
export function importMeters(options: ImportOptions): Promise<ImportReport> {
  return runImport('meters', meterColumns, options, start);
}

interface Plan {
  group: MeterGroup;
  stored: StoredMeter | undefined;
  meter: Omit<Row<'meters'>, 'version' | 'batch_id'>;
  newRegisters: Register[];
  changedRegisters: Register[];
}

function start(run: Run): Importer<Columns> {
  const groups = collectMeters(run);
  /** Meters whose predecessor was not there yet: it may stand further down in the file. */
  let waiting: MeterGroup[] = [];

  const enterAll = (all: readonly MeterGroup[], isLast: boolean): Promise<void> =>
    run.inSlices(all, (tx, some) => enter(tx, some, isLast));

  async function enter(tx: Writer, all: readonly MeterGroup[], isLast: boolean): Promise<void> {
    const accounts = await accountsByNumber(tx, [...new Set(all.map(({ account }) => account))]);
    const accountIds = [...accounts.values()].map(({ id }) => id);
    const meters = await metersOfAccounts(tx, accountIds);
    const plans: Plan[] = [];
    for (const group of all) {
      const account = accounts.get(group.account);
      if (!account) {
        groups.refuse(group, 'account', { code: 'account_unknown' });
        continue;
      }
      const own = meters.get(account.id) ?? [];
      const plan = planFor(group, account.id, own);
      if (plan === 'wait') {
        if (isLast) groups.refuse(group, 'replaces', { code: 'replaced_meter_unknown' });
        else run.onceWritten(() => waiting.push(group));
      } else if (plan) {
        plans.push(plan);
        // The next rows of the chunk may replace this meter.
        if (!plan.stored)
          meters.set(account.id, [...own, { ...plan.meter, version: 0, batch_id: null, registers: [] }]);
      }
    }
    await write(tx, await withoutFixed(tx, plans));
  }

  /** What a meter of the file means for the stored ones; null where it is refused. */
  function planFor(group: MeterGroup, account: AccountId, own: readonly StoredMeter[]): Plan | 'wait' | null {
    const { values } = group.rows[0] as MeterInFile;
    const ofService = own.filter(({ service }) => service === group.service);
    const stored = ofService.find(({ serial }) => serial === group.serial);
    const registers = new Map<Register['code'], Register>();
    for (const row of group.rows) {
      const face = { digits: row.values.digits, decimals: row.values.decimals };
      const initial = parseExactQuantity(row.values.initial, face);
      if (!initial.ok) {
        groups.refuse(group, 'initial', initial.problem as RowProblem, row);
        return null;
      }
      registers.set(row.values.register, { code: row.values.register, ...face, initial: initial.value });
    }
    const codes = new Set([...registers.keys(), ...(stored?.registers.map(({ code }) => code) ?? [])]);
    if (codes.has('B') && codes.size > 1) {
      groups.refuse(group, 'register', { code: 'registers_mixed' });
      return null;
    }
    const replaces = replacedMeter(values, stored, ofService);
    if (replaces === 'unknown') return 'wait';
    if (replaces === 'circle') {
      groups.refuse(group, 'replaces', { code: 'replaces_itself' });
      return null;
    }
    const meter = {
      id: stored?.id ?? v7(),
      account_id: account,
      service: values.service,
      serial: values.serial,
      place: values.place === undefined ? (stored?.place ?? '') : (values.place ?? ''),
      unit: values.unit,
      ratio: values.ratio === undefined ? (stored?.ratio ?? 1) : (values.ratio ?? 1),
      installed_on: values.installedOn,
      verified_until: values.verifiedUntil === undefined ? (stored?.verified_until ?? null) : values.verifiedUntil,
      retired_on: values.retiredOn === undefined ? (stored?.retired_on ?? null) : values.retiredOn,
      replaces,
    };
    if (meter.retired_on !== null && meter.retired_on < meter.installed_on) {
      groups.refuse(group, 'retiredOn', { code: 'retired_before_installed' });
      return null;
    }
    const newRegisters = [...registers.values()].filter(
      ({ code }) => !stored?.registers.some((old) => old.code === code),
    );
    const changedRegisters = [...registers.values()].filter((register) =>
      stored?.registers.some((old) => old.code === register.code && !sameRegister(old, register)),
    );
    return { group, stored, meter, newRegisters, changedRegisters };
  }

  /** Refuses what would change the meaning of readings. */
  async function withoutFixed(tx: Writer, plans: readonly Plan[]): Promise<readonly Plan[]> {
    const columns = new Map<Plan, string>();
    for (const plan of plans) {
      const column = plan.stored ? fixedColumn(plan.stored, plan.meter, plan.changedRegisters) : null;
      if (column !== null) columns.set(plan, column);
    }
    if (columns.size === 0) return plans;
    const meters = [...columns.keys()].map(({ meter }) => meter);
    // So that no first reading comes in between.
    await lockAccounts(tx, [...new Set(meters.map(({ account_id }) => account_id))]);
    const used = await metersWithReadings(tx, meters);
    return plans.filter((plan) => {
      const column = columns.get(plan);
      if (column === undefined || !used.has(plan.meter.id)) return true;
      groups.refuse(plan.group, column, { code: 'meter_has_readings' });
      return false;
    });
  }

  async function write(tx: Writer, plans: readonly Plan[]): Promise<void> {
    const touched = plans.filter(isTouched);
    const knownAs = await run.known(
      tx,
      'meters',
      plans.flatMap(({ stored }) => stored ?? []),
    );
    for (const { stored, ...plan } of plans) {
      run.count(
        !stored ? 'created' : isTouched({ ...plan, stored }) ? 'changed' : knownAs(stored.id),
        plan.group.rows[0] as MeterInFile,
      );
    }
    if (touched.length === 0) return;
    const batch_id = await run.batch(tx);
    const versions = await lockForVersions(
      tx,
      touched.map(({ meter }) => meter.account_id),
    );
    const numbered = touched.map((plan) => ({ ...plan, version: versions.next(plan.meter.account_id) }));
    await insertMeters(
      tx,
      numbered.filter(({ stored }) => !stored).map(({ meter, version }) => ({ ...meter, version, batch_id })),
    );
    for (const { stored, meter, version } of numbered) {
      const { account_id: _account, service: _service, serial: _serial, ...rest } = meter;
      if (!stored) continue;
      await updateMeter(tx, { ...rest, version });
      const { id, account_id: account, version: _version, batch_id: _batch, ...before } = stored;
      await run.note(tx, [{ kind: 'meters', id, account, before, version }]);
    }
    await insertRegisters(
      tx,
      touched.flatMap(({ meter: { id, account_id }, newRegisters }) =>
        newRegisters.map((register) => ({ meter_id: id, account_id, ...register })),
      ),
    );
    for (const { meter, changedRegisters } of touched) {
      for (const register of changedRegisters) await updateRegister(tx, { meter_id: meter.id, ...register });
    }
    await versions.write();
  }

  return {
    take: (rows) => enterAll(groups.take(rows), false),
    broken: (row) => groups.broken(row),
    async finish() {
      await enterAll(groups.rest(), false);
      // Each round resolves those whose predecessor came in the one before.
      for (let before = -1; waiting.length > 0 && waiting.length !== before; ) {
        const round = waiting;
        before = round.length;
        waiting = [];
        await enterAll(round, false);
      }
      const unresolved = waiting;
      waiting = [];
      await enterAll(unresolved, true);
    },
  };
}

const isTouched = ({ stored, meter, newRegisters, changedRegisters }: Plan): boolean =>
  !stored || differs(stored, meter) || newRegisters.length + changedRegisters.length > 0;

/** M6: the meter whose place this one took, by its serial number. */
function replacedMeter(
  values: MeterRow,
  stored: StoredMeter | undefined,
  ofService: readonly StoredMeter[],
): MeterId | null | 'unknown' | 'circle' {
  if (values.replaces === undefined) return stored?.replaces ?? null;
  if (values.replaces === null) return null;
  if (values.replaces === values.serial) return 'circle';
  const old = ofService.find(({ serial }) => serial === values.replaces);
  if (!old) return 'unknown';
  for (let next: StoredMeter | undefined = old; next; ) {
    if (stored && next.replaces === stored.id) return 'circle';
    const before: MeterId | null = next.replaces;
    next = ofService.find(({ id }) => id === before);
  }
  return old.id;
}

/** The column that would change the meaning of readings, if any. */
function fixedColumn(
  stored: StoredMeter,
  now: Pick<Row<'meters'>, 'unit' | 'ratio'>,
  [changed]: readonly Register[],
): string | null {
  if (stored.unit !== now.unit) return 'unit';
  if (stored.ratio !== now.ratio) return 'ratio';
  if (!changed) return null;
  const old = stored.registers.find(({ code }) => code === changed.code);
  if (old?.digits !== changed.digits) return 'digits';
  return old.decimals === changed.decimals ? 'initial' : 'decimals';
}

const sameRegister = (a: Register, b: Register): boolean =>
  a.digits === b.digits && a.decimals === b.decimals && a.initial === b.initial;

const differs = (stored: StoredMeter, now: Omit<Row<'meters'>, 'version' | 'batch_id'>): boolean =>
  stored.place !== now.place ||
  stored.unit !== now.unit ||
  stored.ratio !== now.ratio ||
  stored.installed_on !== now.installed_on ||
  stored.verified_until !== now.verified_until ||
  stored.retired_on !== now.retired_on ||
  stored.replaces !== now.replaces;
