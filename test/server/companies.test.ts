import '../support/temporal.ts';
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { loadCompany, publicCompany, shippedCompanies } from '../../server/companies.ts';
import { ConfigError } from '../../server/config-error.ts';
import { findJsonError } from '../../server/json-error.ts';
import { windowOf } from '../../shared/window.ts';

function linesOf(nameOrPath: string): readonly string[] {
  try {
    loadCompany(nameOrPath);
  } catch (error) {
    if (error instanceof ConfigError) return error.lines;
    throw error;
  }
  return [];
}

describe('a profile', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'meterbook-companies-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  const profile = (text: string): string => {
    const path = join(folder, 'ours.json');
    writeFileSync(path, text);
    return path;
  };

  test('that is not there is refused by its name, and the shipped ones are listed', () => {
    assert.deepEqual(linesOf('nobody'), ['companies/nobody.json: there is no such file (shipped: ddzksu, dgservic)']);
    const path = join(folder, 'none.json');
    assert.deepEqual(linesOf(path), [`${path}: there is no such file (shipped: ddzksu, dgservic)`]);
    assert.deepEqual(linesOf(`${folder}/`), [`${folder}/: EISDIR`]);
  });

  test('that is broken JSON is refused with line and column', () => {
    const path = profile('{\n  "id": "ours",\n  "name": Ours\n}');
    assert.deepEqual(linesOf(path), [`${path}:3:11: is not JSON from here on`]);
  });

  test('with wrong fields is refused with the path of every one of them', () => {
    const company = JSON.parse(JSON.stringify(loadCompany('ddzksu')));
    company.windows[0].opensOn = 32;
    company.timeZone = 'Europe/Atlantis';
    company.payment.iban = 'LV81BANK0000435195001';
    company.colour = 'green';
    delete company.phones[0].number;
    const path = profile(JSON.stringify(company));
    const fields = linesOf(path).map((line) => line.slice(path.length + 2).split(':', 1)[0]);
    assert.deepEqual(fields.sort(), ['colour', 'payment.iban', 'phones.0.number', 'timeZone', 'windows.0.opensOn']);
    assert.deepEqual(linesOf(profile('[]')).length, 1);
  });
});

test('where JSON ends is found wherever JSON.parse finds an end', () => {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  assert.equal(findJsonError(text), null);
  assert.deepEqual(findJsonError(''), { line: 1, column: 1 });
  assert.deepEqual(findJsonError('{"a":1,}'), { line: 1, column: 8 });
  assert.deepEqual(findJsonError('[1 2]'), { line: 1, column: 4 });
  const isJson = (candidate: string): boolean => {
    try {
      JSON.parse(candidate);
      return true;
    } catch {
      return false;
    }
  };
  fc.assert(fc.property(fc.json(), (candidate) => findJsonError(candidate) === null));
  fc.assert(
    fc.property(
      fc.json(),
      fc.nat(),
      fc.constantFrom('', ',', '"', '}', ']', 'x', '\\', '\n', '-', '0'),
      (json, at, piece) => {
        const cut = at % (json.length + 1);
        const candidate = json.slice(0, cut) + piece + json.slice(cut + 1);
        return (findJsonError(candidate) === null) === isJson(candidate);
      },
    ),
  );
});

test('the two shipped profiles are whole, with what their seeds print', () => {
  assert.deepEqual(shippedCompanies(), ['ddzksu', 'dgservic']);
  const first = loadCompany('ddzksu');
  assert.deepEqual(
    first.phones.map(({ kind, number }) => [kind, number]),
    [
      ['customer-service', '80007287'],
      ['emergency', '80076100'],
    ],
  );
  assert.equal(first.mail.address, 'mans@ddzksu.lv');
  const second = loadCompany('dgservic');
  assert.deepEqual(
    second.phones.map(({ kind, number }) => [kind, number]),
    [['support', '8 495 780 70 83']],
  );
  assert.equal(second.debtThresholdMonths, 3);
});

test('W3: days 27 to 31 in Riga, 15 to 25 in Moscow', () => {
  const [riga] = loadCompany('ddzksu').windows;
  const [moscow] = loadCompany('dgservic').windows;
  assert.ok(riga && moscow);
  const days = (rule: typeof riga) => {
    const { opensOn, closesOn } = windowOf(rule, '2026-02');
    return [opensOn, closesOn, rule.timeZone];
  };
  assert.deepEqual(days(riga), ['2026-02-27', '2026-02-28', 'Europe/Riga']);
  assert.deepEqual(days(moscow), ['2026-02-15', '2026-02-25', 'Europe/Moscow']);
});

test('account numbers: five digits in the first company, free in the second', () => {
  const fits = (company: string, number: string) =>
    new RegExp(loadCompany(company).accountNumber.pattern, 'u').test(number);
  assert.deepEqual(
    ['1234', '123456', '1234a', '01234'].map((number) => fits('ddzksu', number)),
    [false, false, false, true],
  );
  assert.deepEqual(
    ['', ' ', '-1', '679/30', 'А 12-7', '7'].map((number) => fits('dgservic', number)),
    [false, false, false, true, true, true],
  );
});

test('the app is not told how the office signs its mail', () => {
  const company = publicCompany(loadCompany('ddzksu'));
  assert.deepEqual(company.mail, { address: 'mans@ddzksu.lv' });
  assert.equal('demo' in company, false);
});

test('sample bank details have right check digits (ЦБ РФ № 515, ИНН)', () => {
  const { payment } = loadCompany('dgservic');
  assert.equal(payment.scheme, 'gost');
  if (payment.scheme !== 'gost') return;
  const key = (digits: string) =>
    [...digits].reduce((sum, digit, at) => sum + ((Number(digit) * ([7, 1, 3][at % 3] ?? 0)) % 10), 0) % 10;
  assert.equal(key(payment.bic.slice(6) + payment.personalAcc), 0);
  assert.equal(key(`0${payment.bic.slice(4, 6)}${payment.correspAcc}`), 0);
  const inn = payment.payeeInn ?? '';
  const weighted = [2, 4, 10, 3, 5, 9, 4, 6, 8].reduce((sum, weight, at) => sum + weight * Number(inn[at]), 0);
  assert.equal((weighted % 11) % 10, Number(inn[9]));
});
