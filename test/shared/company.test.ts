import '../support/temporal.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { companySchema } from '../../shared/company.ts';
import { type Broken, breakAt, type Json } from '../support/broken.ts';
import { vectors } from '../support/vectors.ts';

type BrokenProfile = Broken & { names: string[] };

const { profile, gostPayment, broken, brokenGost } = vectors<{
  profile: Json;
  gostPayment: Json;
  broken: BrokenProfile[];
  brokenGost: BrokenProfile[];
}>('company');

const gostProfile = { ...profile, currency: 'RUB', payment: gostPayment };

const complaints = (company: Json): string[] =>
  companySchema.safeParse(company).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('a broken company profile is refused with the path of the wrong field', () => {
  for (const one of broken) it(one.title, () => assert.deepEqual(complaints(breakAt(profile, one)), one.names));
  for (const one of brokenGost) it(one.title, () => assert.deepEqual(complaints(breakAt(gostProfile, one)), one.names));
  it('in words that need no knowledge of patterns', () => {
    const wrong = [
      ...broken.map((one) => breakAt(profile, one)),
      ...brokenGost.map((one) => breakAt(gostProfile, one)),
    ];
    const said = wrong.flatMap((company) => companySchema.safeParse(company).error?.issues ?? []);
    assert.deepEqual(
      said
        .filter(({ message }) => message.includes('must match pattern'))
        .map(({ path, message }) => [path.join('.'), message]),
      [],
    );
  });
  it('a field that nobody knows is named in the message', () => {
    const { error } = companySchema.safeParse({ ...profile, windowss: [] });
    assert.match(error?.issues[0]?.message ?? '', /"windowss"/);
  });
});

describe('a whole company profile', () => {
  it('with an EPC payment', () => assert.deepEqual(companySchema.parse(profile), profile));
  it('without a word on what is kept for how long: as many years as the law asks for anywhere', () => {
    const { retention, ...without } = profile;
    assert.deepEqual(companySchema.parse(without).retention, { ...(retention as Json), readings: 5 });
  });
  it('with a GOST payment', () => assert.deepEqual(companySchema.parse(gostProfile), gostProfile));
});
