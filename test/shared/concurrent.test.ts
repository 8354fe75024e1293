import '../support/temporal.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Relation, type Rival, relate } from '../../shared/concurrent.ts';
import { vectors } from '../support/vectors.ts';

type GivenRival = Pick<Rival, 'id' | 'kind' | 'values' | 'supersedes'> & {
  capture: [earliest: string | null, latest: string];
  origin: [stream: string, number: number] | null;
};

const { cases } = vectors<{
  cases: { title: string; arriving: GivenRival; standing: GivenRival; is: Relation; reverse: Relation }[];
}>('concurrent');

const at = (time: string): number => Temporal.Instant.from(`2017-06-28T${time}Z`).epochMilliseconds;

function rival({ capture: [earliest, latest], origin, ...rest }: GivenRival): Rival {
  return {
    ...rest,
    capture: { earliest: earliest === null ? null : at(earliest), best: at(latest), latest: at(latest) },
    origin: origin && { stream: origin[0], number: origin[1] },
  };
}

describe('two readings of one meter and period', () => {
  for (const { title, arriving, standing, is, reverse } of cases) {
    it(title, () => {
      assert.equal(relate(rival(arriving), rival(standing)), is);
      assert.equal(relate(rival(standing), rival(arriving)), reverse, 'had they arrived the other way round');
    });
  }
});
