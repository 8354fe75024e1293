import '../support/temporal.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { explain } from '../../shared/explain.ts';
import type { RegisterCode } from '../../shared/meter.ts';
import type { Explanation } from '../../shared/problem.ts';
import { type Fixtures, type GivenReading, readingToCheck } from '../support/reading.ts';
import { vectors } from '../support/vectors.ts';

type Case = GivenReading & { title: string; register: RegisterCode; explanations: Explanation[] };

const { cases, ...fixtures } = vectors<Fixtures & { cases: Case[] }>('explain');

describe('what would make a value right', () => {
  for (const one of cases) {
    it(one.title, () => {
      const reading = readingToCheck(one, fixtures);
      const register = reading.meter.registers.find(({ code }) => code === one.register);
      assert.ok(register);
      assert.deepEqual(explain(reading, register), one.explanations);
    });
  }
});
