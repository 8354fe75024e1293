import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isPenalty } from '../../shared/ledger-services.ts';

describe('a penalty', () => {
  it('is not every service whose name begins alike', () => {
    for (const name of [
      'Пенообразование',
      'Пенька',
      'Līgumsodība',
      'Penalties2',
      '',
      'Водоотведение',
      'Отопление (пеня)',
    ]) {
      assert.equal(isPenalty(name), false, name);
    }
  });

  it('is known by its name in the languages of the companies', () => {
    for (const name of [
      'Пеня',
      'ПЕНИ',
      ' пеня за май',
      'Līgumsods',
      'līgumsods'.normalize('NFD'),
      'Kavējuma procenti',
      'Penalty',
    ]) {
      assert.equal(isPenalty(name), true, name);
    }
  });
});
